/** Segments against the rest. Points, p and q arrive already formatted, as text. */
export const restKo = {
  'rest.test': '{difference}, p {p}, q {q}',
  'rest.verdict': '{verdict}(p {p}, q {q})',
  'rest.column.difference': '차이',
  'rest.column.low': '차이 하한',
  'rest.column.high': '차이 상한',
  'rest.column.p': 'p',
  'rest.column.q': 'q',
  'rest.column.interval': '차이의 95% 신뢰구간',
  'rest.define.verdict':
    '이 화면의 나머지 모두와 점수를 비교합니다. q가 {q} 이하이면 높음 또는 낮음입니다. 우연한 변동 범위 안이면 그 정도 차이는 우연히도 생깁니다. 어느 쪽이든 표본이 적으면 비교하지 않습니다. 정렬하면 확실한 정도, 곧 신뢰구간에서 0에 가까운 쪽 끝을 기준으로 확실히 높은 것부터 확실히 낮은 것까지 차례로 놓습니다.',
  'rest.define.p': '이 비교 하나만 볼 때, 우연만으로 이만한 차이가 생길 확률입니다.',
  'rest.define.q':
    '비교 {n, number}번에 맞춰 보정한 p입니다(벤야미니-호흐베르크). {q}에서 두드러진 행 가운데 {share} 정도는 우연일 수 있습니다.',
  'rest.define.difference': '점수에서 나머지의 점수를 뺀 값(점)입니다.',
  'rest.legend': '▲ 나머지보다 높음, ▼ 나머지보다 낮음: 비교 {n, number}번, q ≤ {q}.',
  'rest.legend.none': '나머지와 비교하지 않음: 양쪽 모두 응답 30건을 채운 값이 없습니다.',
  'rest.multi': '나머지는 그 답을 고르지 않은 응답입니다.',
  'rest.multi.panels': '한 응답에 답이 여러 개 있을 수 있어, 고른 답마다 한 번씩 셉니다. 그래서 패널끼리 겹칩니다.',
  'rest.people': '나머지와 비교하지 않음: 같은 사람이 여러 기간에 들어 있습니다.',
  'rest.show': '차이와 p, q 보기',
  'rest.hide': '추천·중립·비추천 보기',
  'rest.sort': '확실한 차이',
  'rest.sort.hint': '나머지와의 차이에서 신뢰구간의 0에 가까운 쪽 끝을 기준으로, 확실히 높은 것부터 확실히 낮은 것까지.',

  'slice.each': '따로 보기',
  'slice.each.none': '세 번째 필드 없음',
  'slice.panels.title': 'NPS: {each}별 {rows} × {columns}',
  'slice.panels.largest': '“{each}” 값 {all, number}개 중 응답이 많거나 최근인 {shown, number}개의 히트맵입니다.',
  'slice.panels.part':
    '히트맵은 응답이 많거나 최근인 행 {rows, number}개(전체 {allRows, number}개)와 열 {columns, number}개(전체 {allColumns, number}개)를 보여 줍니다. 표에는 모두 있습니다.',
  'slice.panels.cell': '{each}, {cell}',
  'slice.panels.low': '{n}, 표본 적음',
  'slice.panels.none': '응답이 있는 값이 없습니다.',
} as const
