import type { Direction } from '../../model/records'

interface Both {
  readonly en: string
  readonly ko: string
}

export interface StarterCode {
  readonly name: Both
  readonly description: Both
  /** In both languages at once: comments of either may come. */
  readonly rule: string
  readonly mustHit: readonly string[]
  readonly mustMiss: readonly string[]
  readonly direction?: Direction
}

export interface StarterTheme {
  readonly name: Both
  readonly description: Both
  readonly codes: readonly StarterCode[]
}

/** What customers of software and services talk about, as a first codebook to be made one's own. */
export const STARTER: readonly StarterTheme[] = [
  {
    name: { en: 'Product', ko: '제품' },
    description: { en: 'What it does and how it is to use.', ko: '기능과 사용 경험' },
    codes: [
      {
        name: { en: 'Ease of use', ko: '사용 편의성' },
        description: { en: 'How easy or hard it is to use, learn and find one’s way in.', ko: '쓰기 쉬운지, 배우기 쉬운지, 찾기 쉬운지' },
        rule: '"easy to use" OR intuitive OR "user friendly" OR usab* OR simple OR confus* OR clunky OR complicat* OR "hard to use" OR "learning curve" OR interface OR 편하* OR 편해* OR 편한 OR 편리* OR 불편* OR 직관적* OR 복잡* OR 어렵* OR 어려* OR 쉽* OR 쉬운 OR 쉬워* OR 사용성 OR 화면 OR 메뉴',
        mustHit: ['It is very easy to use.', 'The new menu is confusing', '메뉴가 복잡해요', '직관적이라 쓰기 편해요'],
        mustMiss: ['The price went up again', '상담원이 친절합니다'],
      },
      {
        name: { en: 'Features', ko: '기능' },
        description: { en: 'Functions that are there, missing or wished for.', ko: '있는 기능, 없는 기능, 바라는 기능' },
        rule: 'feature* OR functionalit* OR function OR functions OR capabilit* OR lacks OR lacking OR "would be nice" OR "please add" OR 기능* OR 부족* OR "추가해 주세요" OR "있으면 좋겠"',
        mustHit: ['A few features are lacking', 'Please add dark mode', '원하는 기능이 없어요', '필터가 있으면 좋겠어요'],
        mustMiss: ['Fast and stable', '가격이 비싸요'],
      },
      {
        name: { en: 'Reports and data', ko: '보고서·데이터' },
        description: { en: 'Reports, dashboards, figures and their export.', ko: '보고서, 대시보드, 통계와 내보내기' },
        rule: 'report OR reports OR reporting OR dashboard* OR analytics OR chart* OR statistic* OR export OR exports OR exporting OR Excel OR 보고서* OR 리포트* OR 대시보드* OR 통계* OR 차트* OR 엑셀* OR 내보내기',
        mustHit: ['Exporting to Excel takes ages', '대시보드가 보기 좋아요', '보고서를 만들기 쉽습니다'],
        mustMiss: ['An important tool for us', '문의에 답이 없어요'],
      },
      {
        name: { en: 'Integrations', ko: '연동' },
        description: { en: 'How it works together with other tools.', ko: '다른 도구와 함께 쓰기' },
        rule: 'integrat* OR API OR APIs OR plugin* OR connector* OR sync OR syncs OR syncing OR import OR imports OR importing OR Salesforce OR Slack OR 연동* OR 연계* OR 호환* OR 동기화*',
        mustHit: ['The Salesforce integration breaks', 'API가 부족해요', '슬랙 연동이 안 돼요'],
        mustMiss: ['This is important to us', '담당자가 친절해요'],
      },
      {
        name: { en: 'Mobile', ko: '모바일' },
        description: { en: 'The app on phones and tablets.', ko: '휴대전화와 태블릿에서 쓰는 앱' },
        rule: 'mobile OR app OR apps OR phone OR iPhone OR iPad OR iOS OR Android OR tablet* OR 모바일* OR 앱 OR 어플* OR 휴대폰* OR 스마트폰* OR 아이폰* OR 안드로이드*',
        mustHit: ['The Android app is missing half of it', '앱이 자주 꺼져요', '모바일에서 안 보여요'],
        mustMiss: ['Happy with the application process', '웹에서는 잘 됩니다'],
      },
    ],
  },
  {
    name: { en: 'Quality', ko: '품질' },
    description: { en: 'Whether it is there when needed, and quick.', ko: '필요할 때 잘 되고 빠른지' },
    codes: [
      {
        name: { en: 'Reliability', ko: '안정성' },
        description: { en: 'Bugs, crashes, outages; or that it just works.', ko: '오류, 멈춤, 장애, 또는 문제없이 잘 되는지' },
        rule: 'bug OR bugs OR buggy OR crash* OR outage* OR downtime OR stable OR unstable OR stability OR reliab* OR unreliab* OR error* OR freez* OR broken OR glitch* OR "just works" OR 오류* OR 버그* OR 에러* OR 장애 OR 먹통* OR 멈추* OR 멈춰* OR 멈춤 OR 튕기* OR 튕겨* OR 끊기* OR 끊겨* OR 안정적* OR 불안정*',
        mustHit: ['It crashes every morning', 'It just works', '오류가 너무 많아요', '자꾸 튕겨요', '지난달 장애로 일을 못 했습니다'],
        mustMiss: ['장애인도 쓰기 좋아요', 'Great people'],
      },
      {
        name: { en: 'Speed', ko: '속도' },
        description: { en: 'How quickly it answers and loads.', ko: '반응과 불러오기가 빠른지' },
        rule: 'slow OR slower OR slowly OR fast OR faster OR quick OR speed* OR lag OR lags OR laggy OR lagging OR sluggish OR "takes forever" OR "takes ages" OR "load* time" OR performance OR 느리* OR 느려* OR 느린 OR 느립* OR 속도 OR 빠르* OR 빨라* OR 빠른 OR 빠릅* OR 로딩* OR 버벅*',
        mustHit: ['Search takes forever', 'Much faster than before', '화면이 너무 느려요', '로딩이 오래 걸립니다'],
        mustMiss: ['It breaks down', '비싸요'],
      },
    ],
  },
  {
    name: { en: 'People', ko: '사람' },
    description: { en: 'Everybody on our side whom customers talk to.', ko: '고객이 만나는 우리 쪽 사람들' },
    codes: [
      {
        name: { en: 'Support', ko: '고객 지원' },
        description: { en: 'Help with questions and problems.', ko: '문의와 문제 해결' },
        rule: '(support NOT NEAR/2 (not | doesn\'t | don\'t)) OR helpdesk OR "help desk" OR "customer service" OR "customer care" OR ticket* OR "고객 센터" OR "고객 지원" OR 상담* OR 문의* OR 응대* OR 답변* OR 서포트*',
        mustHit: ['Support answered within the hour', 'Two tickets are still open', '고객센터 연결이 안 돼요', '문의에 대한 답변이 빨라요'],
        mustMiss: ['It does not support PDF', '기능이 많아요'],
      },
      {
        name: { en: 'Account team', ko: '담당자' },
        description: { en: 'Account managers, sales and consultants.', ko: '담당자, 영업, 컨설턴트' },
        rule: '"account manager" OR "account team" OR "account rep*" OR CSM OR "success manager" OR consultant* OR "sales team" OR "sales rep*" OR staff OR 담당자* OR 매니저* OR 영업* OR 컨설턴트* OR 직원*',
        mustHit: ['Our account manager left', '담당자가 자주 바뀌어요', '직원들이 친절합니다'],
        mustMiss: ['I cannot log in to my account', '가격이 올랐어요'],
      },
      {
        name: { en: 'Onboarding and training', ko: '도입·교육' },
        description: { en: 'Getting started, training and documentation.', ko: '시작하기, 교육, 설명서' },
        rule: 'onboarding OR training OR trainings OR setup OR "set up" OR "setting up" OR "getting started" OR documentation OR docs OR tutorial* OR 온보딩* OR 교육* OR 도입* OR "초기 설정" OR 매뉴얼* OR 설명서* OR 가이드*',
        mustHit: ['The onboarding was smooth', 'Setting up took three weeks', '교육 자료가 부족합니다', '초기설정이 어려웠어요'],
        mustMiss: ['I am upset', '앱이 느려요'],
      },
    ],
  },
  {
    name: { en: 'Commercial', ko: '거래 조건' },
    description: { en: 'Money and paper.', ko: '돈과 서류' },
    codes: [
      {
        name: { en: 'Price', ko: '가격' },
        description: { en: 'What it costs, and whether it is worth it.', ko: '얼마인지, 그만한 값을 하는지' },
        rule: 'price OR prices OR priced OR pricing OR pricey OR cost OR costs OR costly OR expensive OR cheap* OR overpriced OR afford* OR "value for money" OR fee OR fees OR 가격* OR 비용* OR 비싸* OR 비싼 OR 비쌉* OR 요금* OR 저렴* OR 가성비*',
        mustHit: ['Too expensive for what we use', 'Good value for money', '가격이 부담돼요', '너무 비쌉니다'],
        mustMiss: ['Priceless experience', '고객센터가 좋아요'],
      },
      {
        name: { en: 'Contract and billing', ko: '계약·청구' },
        description: { en: 'Contracts, renewal, invoices and cancelling.', ko: '계약, 갱신, 청구, 해지' },
        rule: 'contract* OR renewal* OR renew OR renewed OR renewing OR invoice* OR billing OR billed OR refund* OR cancel* OR licence* OR license* OR 계약* OR 갱신* OR 청구* OR 결제* OR 환불* OR 해지* OR 라이선스*',
        mustHit: ['The renewal came without notice', 'Invoices are always wrong', '계약 갱신이 번거로워요', '환불이 안 됩니다'],
        mustMiss: ['A renowned brand', '화면이 예뻐요'],
      },
    ],
  },
  {
    name: { en: 'Overall', ko: '종합' },
    description: { en: 'How customers feel about us as a whole.', ko: '회사 전반에 대한 느낌' },
    codes: [
      {
        name: { en: 'Satisfied', ko: '만족' },
        description: { en: 'Praise in general, and that they would recommend us.', ko: '전반적인 칭찬과 추천 의사' },
        rule: '(love | great | excellent | awesome | amazing | fantastic | happy | satisfied | recommend) NOT NEAR/2 (not | never | "n\'t" | don\'t | isn\'t | wouldn\'t | cannot) OR (만족* | 최고* | 훌륭* | 추천* | 좋아요 | 좋습니다) NOT NEAR/2 (않* | 안 | 못* | 없*)',
        mustHit: ['We love it', 'I would recommend it to anyone', '아주 만족합니다', '최고예요'],
        mustMiss: ['I would not recommend it', 'Not happy at all', '만족스럽지 않아요', '추천하고 싶지 않습니다', '불만족'],
        direction: 'praise',
      },
      {
        name: { en: 'Leaving', ko: '이탈' },
        description: { en: 'Leaving, looking for something else, or competitors.', ko: '떠나려는 뜻, 다른 제품 검토, 경쟁사' },
        rule: 'switching OR switched OR "switch to" OR leaving OR competitor* OR alternative* OR "looking elsewhere" OR "move away" OR 경쟁사* OR "다른 제품" OR "다른 서비스" OR "다른 업체" OR 갈아타* OR 갈아탈 OR 이탈*',
        mustHit: ['We are switching next year', 'Your competitors are cheaper', '다른 제품으로 갈아타려고 합니다', '경쟁사가 더 나아요'],
        mustMiss: ['The light switch', '계속 쓸 거예요'],
        direction: 'complaint',
      },
    ],
  },
]
