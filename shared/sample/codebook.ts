import { PALETTE } from '../coding/palette'
import type { Locale } from '../locale/translate'

type Both = Readonly<Record<Locale, string>>

export const SAMPLE_CODES = [
  'usability',
  'reporting',
  'mobile',
  'integrations',
  'reliability',
  'speed',
  'support',
  'manager',
  'onboarding',
  'price',
  'renewal',
  'contract',
  'satisfied',
  'leaving',
] as const
export type SampleCode = (typeof SAMPLE_CODES)[number]

interface Theme {
  readonly name: Both
  readonly description: Both
  readonly codes: readonly SampleCode[]
}

interface Entry {
  readonly name: Both
  readonly description: Both
  readonly rule: string
}

const THEMES: readonly Theme[] = [
  {
    name: { en: 'Product', ko: '제품' },
    description: { en: 'What the software does and how it feels to use.', ko: '기능과 사용 경험에 관한 의견' },
    codes: ['usability', 'reporting', 'mobile', 'integrations'],
  },
  {
    name: { en: 'Technology', ko: '기술' },
    description: { en: 'Whether it is there when needed, and quick.', ko: '필요할 때 멈추지 않고 빠르게 동작하는지' },
    codes: ['reliability', 'speed'],
  },
  {
    name: { en: 'People', ko: '사람' },
    description: { en: 'Everybody on our side whom customers talk to.', ko: '고객이 만나는 우리 쪽 사람들' },
    codes: ['support', 'manager', 'onboarding'],
  },
  {
    name: { en: 'Commercial', ko: '거래 조건' },
    description: { en: 'Money and paper.', ko: '돈과 서류' },
    codes: ['price', 'renewal', 'contract'],
  },
  {
    name: { en: 'Overall', ko: '종합' },
    description: { en: 'How customers feel about us as a whole.', ko: '회사 전반에 대한 느낌' },
    codes: ['satisfied', 'leaving'],
  },
]

const CODES: Readonly<Record<SampleCode, Entry>> = {
  usability: {
    name: { en: 'Ease of use', ko: '사용 편의성' },
    description: {
      en: 'Easy or hard to use: screens, menus, clicks, settings.',
      ko: '쓰기 쉬운지 어려운지: 화면, 메뉴, 클릭 수, 설정',
    },
    rule:
      '(easy OR simple OR intuitive OR "user friendly" OR click* OR confusing OR complicated OR clunky OR menu* OR layout OR interface ' +
      'OR screen OR screens OR form OR forms OR settings OR template* OR workflow OR font OR "hard to find" OR undo OR shortcut* OR UI OR 화면 ' +
      'OR 메뉴 OR 양식 OR 클릭* OR 직관* OR 복잡* OR 불편* OR 헷갈* OR 쉽* OR 쉬워* OR 쉬움 OR 편하* OR 편합* OR 편해* OR 편함 OR 수월* ' +
      'OR 글씨 OR 되돌리기) NOT (dispatch OR crash* OR freez* OR 배차 OR 멈*)',
  },
  reporting: {
    name: { en: 'Reports and data', ko: '리포트와 데이터' },
    description: { en: 'Reports, dashboards, exports, figures that do or do not match.', ko: '리포트, 대시보드, 엑셀 내보내기, 숫자의 정확성' },
    rule: 
      'report OR reports OR reporting OR dashboard* OR export* OR chart* OR excel OR PDF OR numbers OR 리포트* OR 대시보드* OR 통계* OR 보고서* ' +
      'OR 엑셀 OR 그래프 OR 현황 OR 숫자',
  },
  mobile: {
    name: { en: 'Mobile app', ko: '모바일 앱' },
    description: { en: 'The app on phones and tablets.', ko: '휴대폰과 태블릿에서 쓰는 앱' },
    rule: 
      '(app OR mobile OR phone OR tablet* OR android OR iphone OR offline OR notification* OR barcode OR 앱 OR 모바일* OR 폰 OR 태블릿 ' +
      'OR 안드로이드 OR 오프라인 OR 푸시 OR 바코드 OR 지문) NOT "phone number"',
  },
  integrations: {
    name: { en: 'Integrations', ko: '시스템 연동' },
    description: { en: 'Connections to other systems: API, ERP, sign-on, imports.', ko: '다른 시스템과의 연결: API, ERP, 로그인 연동, 데이터 가져오기' },
    rule: 'integrat* OR API OR ERP OR sync* OR webhook* OR SSO OR "single sign-on" OR connector* OR 연동 OR 웹훅 OR 그룹웨어 OR "이중 입력"',
  },
  reliability: {
    name: { en: 'Outages and errors', ko: '장애와 오류' },
    description: {
      en: 'Crashes, downtime, bugs, lost data; also praise for never being down.',
      ko: '멈춤, 접속 장애, 버그, 데이터 유실. 안정적이라는 칭찬도 포함',
    },
    rule:
      'crash* OR freez* OR outage* OR downtime OR uptime OR bug OR bugs OR stable OR stability OR unstable OR reliab* OR error* OR "logged out" ' +
      'OR "rock solid" OR maintenance OR release* OR update OR 오류 OR 장애 OR 먹통 OR 튕* OR 다운 OR 멈* OR 버그 OR 안정* OR 로그아웃 OR 점검 ' +
      'OR 서버 OR 업데이트',
  },
  speed: {
    name: { en: 'Speed', ko: '속도' },
    description: {
      en: 'How fast screens, searches and exports are. Slow support is not meant.',
      ko: '화면, 검색, 내보내기가 얼마나 빠른지. 답변이 느린 것은 제외',
    },
    rule:
      '(slow* OR fast* OR quick* OR speed* OR lag* OR snappy OR load* OR performance OR 속도 OR 느리* OR 느려* OR 느림 OR 빨라* OR 빠르* OR 빠름 ' +
      'OR 빨리 OR 로딩 OR 버벅* OR 렉) NOT (support OR ticket* OR repl* OR 문의 OR 답변 OR 응대 OR 상담*)',
  },
  support: {
    name: { en: 'Customer support', ko: '고객지원' },
    description: { en: 'Answers to questions and problems: how fast, how good, by whom.', ko: '문의에 대한 답변: 얼마나 빠르고 정확하고 친절한지' },
    rule:
      'support OR ticket* OR "help desk" OR hotline OR "customer service" OR bot OR "chat bot" OR "on a call" ' +
      'OR "call us back" OR 문의 OR 고객센터 OR 상담* OR 지원팀 OR 챗봇 OR 답변 OR 응대 OR 전화 OR 통화',
  },
  manager: {
    name: { en: 'Account manager', ko: '담당 매니저' },
    description: { en: 'The contact person for the account, visits and reviews.', ko: '고객사를 맡은 담당자, 방문과 정기 미팅' },
    rule:
      '"account manager" OR "account management" OR CSM OR "quarterly reviews" OR upselling OR 담당자 OR "담당 매니저" OR "분기 미팅" ' +
      'OR ((매니저님 OR 과장님 OR 팀장님) NOT 고객센터)',
  },
  onboarding: {
    name: { en: 'Onboarding and training', ko: '도입과 교육' },
    description: { en: 'Setup, data migration, training, the first weeks.', ko: '초기 설정, 데이터 이관, 교육, 처음 몇 주' },
    rule: 'onboard* OR training OR setup OR "set up" OR rollout OR migrat* OR go-live OR kickoff OR 도입 OR 교육 OR 세팅 OR "초기 설정" OR 이관 OR 매뉴얼*',
  },
  price: {
    name: { en: 'Price and value', ko: '가격' },
    description: { en: 'What it costs and whether it is worth it.', ko: '비용이 얼마인지, 그만한 값을 하는지' },
    rule:
      'pric* OR expensive OR overpriced OR cost OR costs OR discount* OR affordable OR bargain OR budget OR "good value" OR "great value" ' +
      'OR "the money" OR "paid for itself" OR pay OR seats OR 가격* OR 비용 OR 요금* OR 비싸* OR 비쌈 OR 비쌉* OR 저렴* OR 가성비 OR 할인 OR 견적 OR 금액 OR 과금',
  },
  renewal: {
    name: { en: 'Renewal and increases', ko: '갱신과 인상' },
    description: { en: 'Renewal terms and rising prices.', ko: '재계약 조건과 요금 인상' },
    rule: 'renewal OR renewed OR "price increase" OR "goes up" OR "price list" OR "new pricing" OR 갱신 OR 재계약 OR 인상 OR "새 요금표"',
  },
  contract: {
    name: { en: 'Contract and invoices', ko: '계약과 청구' },
    description: { en: 'Orders, contracts, licences, invoices.', ko: '주문, 계약서, 라이선스, 세금계산서' },
    rule:
      'invoice* OR contract OR contracts OR billing OR paperwork OR licence* OR "purchase order" OR 계약서 OR "계약 절차" OR 세금계산서 OR 청구서 ' +
      'OR 정산 OR 서류 OR 라이선스',
  },
  satisfied: {
    name: { en: 'Generally satisfied', ko: '전반적 만족' },
    description: { en: 'Praise without a particular reason: it just works.', ko: '특별한 이유 없는 칭찬: 그냥 잘 됩니다' },
    rule:
      '"just works" OR "simply works" OR love OR happy OR "works for us" OR "very good" OR "great product" OR "great tool" OR "does the job" OR 만족* OR "잘 쓰고" ' +
      'OR "잘 됩니다" OR "잘 돼요" OR 좋아요 OR 좋습니다 OR 굿 OR 최고* OR 무난*',
  },
  leaving: {
    name: { en: 'May leave', ko: '이탈 신호' },
    description: { en: 'Looks at others, asks for other offers, thinks of leaving.', ko: '다른 제품을 찾거나 해지를 생각함' },
    rule: 'alternatives OR cancel OR "other offers" OR "other quotes" OR tendered OR competition OR comparable OR 해지* OR "다른 제품" OR "다른 업체"',
  },
}

/** The name of a code of the sample. */
export const codeName = (code: SampleCode, locale: Locale): string => CODES[code].name[locale]

/** The sample's codebook as a CSV file: five themes, fourteen codes, rules for both languages. */
export function sampleCodebook(locale: Locale): string {
  const rows = THEMES.flatMap(({ name, description, codes }) => {
    const color = colorOf(codes[0]!)
    const children = codes.map((code) => {
      const entry = CODES[code]
      return [entry.name[locale], name[locale], entry.rule, entry.description[locale], colorOf(code)]
    })
    return [[name[locale], '', '', description[locale], color], ...children]
  })
  return [['code', 'parent', 'rule', 'description', 'color'], ...rows]
    .map((cells) => `${cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')}\n`)
    .join('')
}

const colorOf = (code: SampleCode): string => PALETTE[SAMPLE_CODES.indexOf(code)]!
