import { effectOf } from '../../../shared/nps/code-effect'
import { differenceOf } from '../../../shared/nps/difference'
import { figureOf } from '../../../shared/nps/figure'
import { groupOf } from '../../../shared/nps/group'
import type { GroupCounts } from '../../../shared/nps/types'
import { comparedOf, crossOf, growthOf } from './change-fixture'
import type { Quote, ReportData, SegmentTable } from '../../../shared/report/types'

const counts = (promoters: number, passives: number, detractors: number): GroupCounts => ({
  promoters,
  passives,
  detractors,
})

const row = (value: string | null, ...groups: [number, number, number]): SegmentTable['rows'][number] => ({
  value,
  figure: figureOf(counts(...groups)),
})

const COUNTRIES = [
  '대한민국',
  'United States',
  'Deutschland',
  '日本',
  'France',
  'Brasil',
  'Canada',
  'Việt Nam',
  'México',
  'India',
  'مصر',
  'Polska',
  'España',
  'Italia',
  'Australia',
  'Sverige',
  'Türkiye',
  'Indonesia',
  'Nederland',
  'Suomi',
]

const countries: SegmentTable = {
  id: 'country',
  field: '국가 Country',
  onPage: true,
  rows: Array.from({ length: 40 }, (_, at) => {
    const size = Math.max(2, Math.round(160 / (1 + at * 0.45)))
    const promoters = Math.round(size * (0.3 + ((at * 37) % 40) / 100))
    const detractors = Math.min(size - promoters, Math.round(size * (0.1 + ((at * 23) % 25) / 100)))
    return row(COUNTRIES[at] ?? `Region ${at + 1}`, promoters, size - promoters - detractors, detractors)
  }),
}

const industries: SegmentTable = {
  id: 'industry',
  field: 'Industry',
  onPage: true,
  rows: [
    row('금융·보험 및 핀테크(은행, 증권, 카드, 저축은행, 보험대리점 포함)', 120, 80, 60),
    row('제조업: 자동차·반도체·디스플레이 부품 협력사', 190, 90, 25),
    row('Software and internet services, including platform operators and marketplaces', 210, 74, 36),
    row('Retail', 52, 60, 58),
    row('공공기관·지방자치단체·교육청 및 산하 공공연구소', 30, 22, 9),
    row('Healthcare', 14, 6, 5),
    row('Logistics', 9, 4, 6),
    row('Agriculture', 3, 1, 2),
    row(null, 20, 12, 8),
  ],
}

const tenure: SegmentTable = {
  id: 'tenure',
  field: 'Tenure',
  onPage: true,
  rows: [
    row('Under 3 months', 60, 52, 61),
    row('3-12 months', 140, 96, 70),
    row('1-2 years', 170, 90, 54),
    row('2-5 years', 178, 71, 50),
    row('Over 5 years', 100, 40, 34),
  ],
}

const effects = (
  [
    ['가격과 계약 조건(연간 약정, 할인, 갱신 통보)', counts(20, 40, 90)],
    ['Onboarding', counts(15, 20, 38)],
    ['Delivery delays', counts(12, 30, 41)],
    ['앱 오류와 속도 저하', counts(18, 22, 52)],
    ['Support answers', counts(160, 42, 20)],
    ['It just works', counts(210, 25, 3)],
    ['Reporting', counts(44, 39, 28)],
    ['Documentation', counts(25, 31, 22)],
    ['보안', counts(20, 12, 4)],
    ['Integrations', counts(30, 28, 14)],
    ['Accessibility', counts(6, 6, 5)],
    ['Mobile', counts(2, 2, 3)],
  ] as const
).map(([name, mentioned], at) => ({
  id: `c${at + 1}`,
  name,
  color: `#${(at * 123457).toString(16).padStart(6, '0')}`,
  figure: figureOf(mentioned),
  ...effectOf(mentioned, counts(648 - mentioned.promoters, 349 - mentioned.passives, 269 - mentioned.detractors)),
}))

const periods = [
  ['2024-Q3', 60, 50, 50],
  ['2024-Q4', 72, 49, 41],
  ['2025-Q1', 12, 6, 5],
  ['2025-Q2', 3, 2, 2],
  ['2025-Q3', 96, 55, 44],
  ['2025-Q4', 120, 61, 40],
  ['2026-Q1', 131, 60, 47],
  ['2026-Q2', 154, 66, 40],
] as const

const points = periods.map(([period, promoters, passives, detractors]) => ({
  period,
  figure: figureOf(counts(promoters, passives, detractors)),
  isOver: true,
}))

const PAIN = ['가격과', '앱 오류', 'Onboarding', 'Documentation']
const BRIGHT = ['It just', 'Support']

function sideOf(code: string | null): Quote['side'] {
  const begins = (names: readonly string[]): boolean => names.some((name) => code?.startsWith(name))
  return begins(PAIN) ? 'pain' : begins(BRIGHT) ? 'bright' : null
}

const quotes = [
  {
    text:
      '도입은 쉬웠지만 갱신할 때마다 가격이 올라 예산을 다시 설득해야 합니다. 계약 조건이 바뀌면 최소한 두 달 전에는 알려 주셨으면 합니다. ' +
      '지난 분기에는 통보를 받은 날이 갱신일 일주일 전이었고, 그 사이에 결재를 새로 받느라 팀 전체가 다른 일을 멈춰야 했습니다. 제품은 좋아서 더 아쉽습니다.',
    score: 3,
    code: '가격과 계약 조건(연간 약정, 할인, 갱신 통보)',
    wave: '2026-Q2',
    line: 118,
  },
  {
    text: 'It just works. We rolled it out to 400 people and I had two questions in a month.',
    score: 10,
    code: 'It just works',
    wave: '2026-Q2',
    line: 41,
  },
  { text: '앱이 아침마다 느립니다.', score: 5, code: '앱 오류와 속도 저하', wave: '2026-Q2', line: 300 },
  {
    text: 'Support answered within an hour, on a Sunday, and stayed on the line until it was fixed.',
    score: 9,
    code: 'Support answers',
    wave: '2026-Q1',
    line: 77,
  },
  {
    text: 'Good product, but the reports cannot be scheduled, so every Monday starts with the same forty clicks.',
    score: 7,
    code: 'Reporting',
    wave: '2026-Q2',
    line: 5,
  },
  { text: 'خدمة ممتازة ولكن التوثيق قديم', score: 8, code: 'Documentation', wave: '2026-Q2', line: 912 },
  { text: '설치 안내가 영어로만 되어 있어요 😢', score: 6, code: 'Onboarding', wave: '2025-Q4', line: 12 },
  { text: 'No opinion yet.', score: null, code: null, wave: '2025-Q4', line: 13 },
].map((quote, at): Quote => ({ ...quote, slot: `code:c${at + 1}`, question: 'What is the main reason for your score?', side: sideOf(quote.code), group: quote.score === null ? null : groupOf(quote.score) }))

const waves = ['2024-H2', '2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2'].map((name, at) => ({
  name,
  file: at === 3 ? '2025년 3분기 고객만족도 조사 결과(최종본) - 복사본.xlsx' : `nps-${name}.csv`,
  accepted: 160 + at * 12,
  setAside: at,
  duplicates: at * 2,
  rejected: at === 2 ? 3 : 0,
}))

const [before, latest] = [points[6], points[7]]
if (!before || !latest) throw new Error('fixture')

const compared = comparedOf(industries, before.figure, latest.figure)

/** A programme with everything: eight quarters, four fields, twelve codes, quotes in four scripts. */
export const rich: ReportData = {
  project: 'Hanbit Cloud 고객 추천 프로그램',
  at: '2026-07-02T09:30:00.000Z',
  nonStandard: null,
  anonymous: null,
  filter: [],
  where: [],
  references: [{ kind: 'target', name: 'Board', end: null, values: points.map((_, at) => (at < 4 ? 30 : 35)) }],
  cross: crossOf(industries, tenure),
  compared: [compared],
  growth: growthOf(effects),
  responses: { all: 1290, accepted: 1290, scored: 1266, commented: 1012, first: '2024-07-01', last: '2026-06-28' },
  headline: figureOf(counts(648, 349, 269)),
  change: { from: before, to: latest, change: differenceOf(before.figure, latest.figure) },
  trend: { unit: 'quarter', points },
  segments: [industries, countries, tenure],
  themes: { base: 1266, coverage: 0.83, codes: effects },
  quotes,
  method: { waves, interval: 'adjusted-wald', perPerson: false, fiscalStart: 1, codes: 12, codebook: 7, fingerprint: '8f3a91c07be2' },
}

/** A file of scores only: no dates, no comments, no codes, one field with one value, on another scale. */
export const poor: ReportData = {
  project: 'Readers 2018',
  at: '2026-07-02T09:30:00.000Z',
  nonStandard: '1-10',
  anonymous: null,
  filter: [],
  where: [],
  references: [],
  cross: null,
  compared: [],
  growth: null,
  responses: { all: 340, accepted: 340, scored: 322, commented: 0, first: null, last: null },
  headline: figureOf(counts(161, 97, 64)),
  change: null,
  trend: null,
  segments: [{ id: 'language', field: 'Survey language', onPage: true, rows: [row('English', 161, 97, 64)] }],
  themes: null,
  quotes: [],
  method: {
    interval: 'adjusted-wald',
    perPerson: false,
    fiscalStart: 1,
    waves: [{ name: 'Readers', file: 'readers.tsv', accepted: 340, setAside: 4, duplicates: 0, rejected: 1 }],
    codes: 0,
    codebook: 3,
    fingerprint: '01ab34cd56ef',
  },
}

/** Hardly any answers: a tiny headline, two tiny months, low and tiny segments, three quotes. */
export const tiny: ReportData = {
  ...poor,
  project: '파일럿 조사',
  nonStandard: null,
  anonymous: null,
  responses: { all: 8, accepted: 8, scored: 7, commented: 3, first: '2026-05-03', last: '2026-06-01' },
  headline: figureOf(counts(4, 1, 2)),
  change: (() => {
    const [from, to] = [figureOf(counts(3, 1, 1)), figureOf(counts(1, 0, 1))]
    return {
      from: { period: '2026-05', figure: from, isOver: true },
      to: { period: '2026-06', figure: to, isOver: true },
      change: differenceOf(from, to),
    }
  })(),
  trend: {
    unit: 'month',
    points: [
      { period: '2026-05', figure: figureOf(counts(3, 1, 1)), isOver: true },
      { period: '2026-06', figure: figureOf(counts(1, 0, 1)), isOver: true },
    ],
  },
  segments: [{ id: 'team', field: '팀', onPage: true, rows: [row('영업', 2, 1, 1), row('지원', 2, 0, 1)] }],
  quotes: quotes.slice(0, 3),
}

/** Many months and a low base all over: two years of months around twenty answers each. */
export const monthly: ReportData = {
  ...poor,
  project: 'Monthly pulse',
  nonStandard: null,
  anonymous: null,
  responses: { all: 480, accepted: 480, scored: 470, commented: 200, first: '2024-07-01', last: '2026-06-28' },
  headline: figureOf(counts(20, 6, 3)),
  change: null,
  trend: {
    unit: 'month',
    points: Array.from({ length: 24 }, (_, at) => ({
      period: `${2024 + Math.floor((at + 6) / 12)}-${String(((at + 6) % 12) + 1).padStart(2, '0')}`,
      figure: figureOf(counts(8 + ((at * 7) % 9), 5, at === 20 ? 0 : 2 + ((at * 5) % 7))),
      isOver: at < 23,
    })),
  },
  segments: [{ id: 'plan', field: 'Plan', onPage: true, rows: [row('Free', 9, 5, 6), row('Team', 8, 1, 2), row('Enterprise', 40, 10, 4)] }],
}

/** Not one scored answer. */
export const empty: ReportData = {
  ...poor,
  project: 'Nothing yet',
  nonStandard: null,
  anonymous: null,
  responses: { all: 0, accepted: 0, scored: 0, commented: 0, first: null, last: null },
  headline: figureOf(counts(0, 0, 0)),
  segments: [],
  method: { waves: [], interval: 'adjusted-wald', perPerson: false, fiscalStart: 1, codes: 0, codebook: 0, fingerprint: '000000000000' },
}

/** A part of the answers, by every kind of condition; a question as a field, and one whose answers are opinions. */
export const filtered: ReportData = {
  ...rich,
  filter: [
    { kind: 'values', field: 'Industry', dimension: 'field', values: ['Finance', 'Travel', null] },
    { kind: 'values', field: null, dimension: 'period', values: ['2025-Q4', '2026-Q1', '2026-Q2'] },
    { kind: 'values', field: null, dimension: 'score', values: ['0', '1', '2', '3', '9', '10', null] },
    { kind: 'values', field: null, dimension: 'group', values: ['detractors', 'passives'] },
    { kind: 'values', field: null, dimension: 'wave', values: ['a', 'b', 'c', 'd', 'e', 'f'] },
    { kind: 'codes', codes: ['Price', 'Delivery'], has: true },
    { kind: 'codes', codes: 'any', has: false },
    { kind: 'text', text: 'slow "app"' },
  ],
  responses: { ...rich.responses, all: 4200 },
  segments: [
    { ...tenure, field: 'How long have you been a customer of Hanbit Cloud?' },
    { ...industries, onPage: false },
  ],
}

export const FIXTURES = { rich, poor, tiny, monthly, empty, filtered } as const
