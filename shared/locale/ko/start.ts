/** The start screen and the tour. */
export const startKo = {
  'start.title': '시작',
  'start.what': 'Earshot이 하는 일',
  'start.what.1': '이미 갖고 있는 설문 파일을 열고, 각 행이 어떻게 처리되는지 그대로 보여 줍니다.',
  'start.what.2': '모든 의견을 분류하고, NPS(순추천지수)가 어디에서 얼마나 확실하게 움직이는지 보여 줍니다.',
  'start.what.3': '이 컴퓨터에서만 동작합니다. 서버도 계정도 없고, 데이터가 밖으로 나가지 않습니다.',
  'start.open': '설문 파일 열기',
  'start.drop': '여기에 파일을 놓으세요',
  'start.or': '또는',
  'start.choose': '파일 선택…',
  'start.formats': '설문 도구에서 내보낸 CSV, TSV, Excel(.xlsx) 파일이나 Earshot 프로젝트(.earshot)',
  'start.sample': '예시 프로젝트 열기',
  'start.sample.title': '처음이세요? 먼저 둘러보세요',
  'start.sample.hint': '코딩까지 마친 가상의 고객 응답으로 2분 동안 화면을 안내합니다.',
  'start.projects': '이 컴퓨터에 있는 프로젝트',
  'start.projects.none': '아직 프로젝트가 없습니다. 처음 가져온 파일이 프로젝트가 되어 여기에 나타납니다.',
  'start.projects.loading': '프로젝트를 찾는 중…',
  'start.project.name': '프로젝트',
  'start.project.changed': '마지막 변경',
  'start.project.responses': '응답',
  'start.project.actions': '삭제',
  'start.project.remove': '“{project}” 프로젝트를 이 컴퓨터에서 삭제',
  'start.project.remove.ask': '완전히 삭제할까요? 되돌릴 수 없습니다. 남겨 두려면 먼저 프로젝트 파일을 내보내세요.',
  'start.project.remove.yes': '완전히 삭제',
  'start.project.remove.no': '그대로 두기',

  'tour.start': '둘러보기',
  'tour.end': '둘러보기 끝내기',
  'tour.next': '다음',
  'tour.back': '이전',
  'tour.done': '완료',
  'tour.place': '{of}단계 중 {at}단계',
  'tour.screens': '파일에서 보고서까지',
  'tour.screens.text':
    '화면은 일하는 순서대로 놓여 있습니다. 데이터를 가져오고, 의견을 코딩하고, 점수를 나눠 보고, 기간을 비교한 뒤 요약을 씁니다.',
  'tour.list': '고객이 하는 말',
  'tour.list.text':
    '모든 의견이 점수와 함께 있습니다. 대부분은 코드북의 규칙이 분류하고 나머지는 키보드로 고칩니다. 태그마다 붙은 이유도 볼 수 있습니다.',
  'tour.chart': '점수가 좋은 곳과 나쁜 곳',
  'tour.chart.text':
    '점은 점수, 선은 95% 신뢰구간이고 이름 아래에 응답 수가 있습니다. 두 선이 많이 겹치면 차이가 있다고 보지 마세요.',
  'tour.filter': '지금 보고 있는 응답',
  'tour.filter.text':
    '이 문장은 모든 화면에 똑같이 적용됩니다. 조건을 추가하거나 차트의 점을 누르면 모든 수치가 따라 바뀝니다.',
  'tour.summary': '경영진에게 전할 내용',
  'tour.summary.text':
    '알아낸 것을 개요로 정리해 둡니다. 확인한 다음 편집할 수 있는 차트가 담긴 슬라이드나 통합 문서로 내보내세요.',
  'tour.palette': '이름으로 찾아가기',
  'tour.palette.text':
    '명령, 필드, 코드를 여기에 입력하면 바로 갑니다. ?를 누르면 단축키가 나옵니다. 바꾼 것은 모두 되돌릴 수 있습니다.',
}
