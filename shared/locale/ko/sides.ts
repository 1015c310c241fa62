/** The compare screen: two filters instead of two periods. */
export const sidesKo = {
  'sides.kind': '비교 대상',
  'sides.periods': '두 기간',
  'sides.filters': '두 필터',
  'sides.this': '대상',
  'sides.against': '기준',
  'sides.all': '전체',
  'sides.rest': '나머지 전체',
  'sides.views': '저장한 보기',
  'sides.move': '위 필터 사용',
  'sides.move.hint': '위에 설정한 조건을 이쪽으로 옮깁니다.',
  'sides.hint': '위 필터에서 조건을 정해 한쪽으로 옮기거나, 보기로 저장해 고르세요.',
  'sides.shared': '응답 {n, number}건이 양쪽에 모두 있습니다. 점수의 신뢰구간에 반영했습니다.',
  'sides.go': '두 필터 비교',
  'sides.themes.by': '주제 보기 기준',
  'sides.themes.share': '언급 기준',
  'sides.themes.contribution': '기여도 기준',
  'sides.themes.chart': '차트: 주제별 기여도의 변화(점)와 95% 신뢰구간',
  'sides.column.change': '기여도 변화',
  'sides.define.change': '점수 단위이며 95% 신뢰구간을 함께 보입니다. 언급하는 사람 수가 달라지거나, 언급한 사람의 점수가 달라지면 움직입니다.',
  'sides.sentence.contribution':
    '{label}: 기여도 {from} → {to}, {change}점 변화(95% 신뢰구간 {range}). 언급 수로 {volume}, 언급한 사람의 점수로 {severity}. {verdict}',
} as const
