import type { warningEn } from '../en/warning'

/** 가져오기 전에 알아 둘 것, 그리고 행을 가져오지 않거나 세지 않는 이유. 열쇠는 영어 목록과 같다. */
export const warningKo: Readonly<Record<keyof typeof warningEn, string>> = {
  'warning.encoding-guessed': '인코딩을 {encoding}(으)로 추측했습니다. 글자가 깨져 보이면 다른 인코딩을 고르세요.',
  'warning.damaged-text':
    '이 파일에는 읽을 수 없는 글자가 {count, number}개 있어 “�”로 바꾸었습니다. 가능하면 다시 내보내 주세요.',
  'warning.file-imported-before': '이미 “{wave}” 웨이브로 가져온 파일입니다. 응답은 프로젝트에 들어 있습니다. 역할 등을 바꿔 다시 가져오려면 데이터 화면에서 그 웨이브를 먼저 빼 주세요.',
  'warning.large-project': '프로젝트가 약 {size} MB로 커집니다. 가져오기는 {limit} MB까지 할 수 있습니다.',
  'warning.ids-restart':
    '이 파일의 응답 ID는 프로젝트에 이미 있지만 날짜가 다릅니다. 설문 도구가 번호를 처음부터 다시 매긴 것으로 보고 새 응답으로 가져옵니다.',
  'warning.scale-not-nps':
    '점수가 0-10이 아니라 {scale} 척도입니다. 값은 그대로 보관하며, “NPS로 취급”을 선택해야 NPS를 계산합니다.',
  'warning.several-scores': '점수로 보이는 열이 {count, number}개 더 있습니다: {others}. 지금은 “{column}” 열을 씁니다.',
  'warning.no-score': '점수 열이 없습니다. 의견을 분류하는 작업은 할 수 있습니다.',
  'warning.no-date': '응답 시점을 알 수 있는 열이 없어 기간별로 비교할 수 없습니다.',
  'warning.no-comment': '자유 의견 열이 없습니다.',
  'warning.ambiguous-date':
    '“{column}” 열의 날짜는 여러 가지로 읽힐 수 있습니다. 여기서는 {order, select, dmy {일/월/연} mdy {월/일/연} other {연/월/일}} 순서로 읽습니다.',
  'warning.stray-quotes':
    '{count, plural, =0 {이 파일에서는 따옴표가 일반 문자로 쓰여 글자 그대로 읽었습니다.} other {따옴표 위치가 잘못된 줄이 #개 있어 따옴표를 무시하고 읽었습니다.}}',
  'warning.ragged-rows': '머리글보다 칸이 적은 행이 {count, number}개 있습니다. 모자란 칸은 비워 두었습니다.',
  'warning.repeated-header': '중간에 머리글이 {count, number}번 되풀이됩니다. 이 줄은 가져오지 않습니다.',
  'warning.blank-header': '머리글이 없는 열이 {count, number}개 있습니다.',
  'warning.scale-change':
    '“{column}” 열의 척도가 파일 중간에 바뀌는 것 같습니다. {line, number}번 줄까지는 {before}, 그다음은 {after}입니다. 같은 설문의 응답인지 확인하고, 아니라면 파일을 나눠 주세요.',
  'warning.relative-dates':
    '“{column}” 열은 내보낸 날을 기준으로만 시점을 알려 줍니다(“{example}”). 날짜로 쓸 수 없으니 전체 날짜가 나오도록 다시 내보내 주세요.',
  'warning.unterminated-quote':
    '{line, number}번 줄에서 열린 따옴표가 끝까지 닫히지 않아 그 뒤가 모두 한 칸으로 읽혔습니다. 일반 문자로 쓰인 따옴표일 가능성이 큽니다.',
  'warning.tenure-unit':
    '“{column}” 열에는 숫자의 단위가 없습니다({low, number}~{high, number}). {unit, select, years {년} days {일} other {개월}} 단위로 읽습니다.',
  'problem.title': '머리글 위의 제목',
  'problem.footer': '응답 아래의 바닥글',
  'problem.repeated-header': '중간에 되풀이된 머리글',
  'problem.too-few-cells': '열보다 칸이 적음',
  'problem.too-many-cells': '열보다 칸이 많음',
  'problem.duplicate': '이미 있는 응답',
  'problem.unfinished': '제외: 미완료',
  'problem.preview': '제외: 미리 보기 또는 테스트 응답',
  'problem.spam': '제외: 스팸 표시',
  'problem.unanswered': '제외: 무응답',
  'problem.other-survey': '제외: NPS가 아닌 다른 설문',
  'problem.invalid-score': '척도에 맞지 않는 점수',
}
