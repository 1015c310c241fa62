import type { Locale } from '../locale/translate'
import type { Country, Industry, Language, Plan, Product, Quarter, RevenueBand, Tenure } from './facts'

/** What the export of the sample survey is written in, apart from the comments. */
export interface Words {
  readonly project: string
  readonly wave: (quarter: Quarter) => string
  /** The questions and the customer's data, as headers. The survey tool's own columns are in English everywhere. */
  readonly headers: {
    readonly score: string
    readonly reason: string
    readonly improve: string
    readonly industry: string
    readonly product: string
    readonly country: string
    readonly plan: string
    readonly tenure: string
    readonly months: string
    readonly account: string
    readonly contact: string
    readonly revenue: string
    readonly language: string
  }
  readonly industries: Readonly<Record<Industry, string>>
  readonly products: Readonly<Record<Product, string>>
  readonly countries: Readonly<Record<Country, string>>
  readonly plans: Readonly<Record<Plan, string>>
  readonly tenures: Readonly<Record<Tenure, string>>
  readonly revenues: Readonly<Record<RevenueBand, string>>
  readonly languages: Readonly<Record<Language, string>>
}

/** Every value as it is. */
const asIs = <K extends string>(...keys: readonly K[]): Readonly<Record<K, K>> => Object.fromEntries(keys.map((key) => [key, key])) as Record<K, K>

const PRODUCT_NAMES = asIs('Flow', 'Desk', 'Insight', 'Classic')

const en: Words = {
  project: 'Sample: Harbor',
  wave: (quarter) => quarter.replace('-', ' '),
  headers: {
    score: 'How likely are you to recommend Harbor to a colleague? (0-10)',
    reason: 'What is the main reason for your score?',
    improve: 'What should we improve first?',
    industry: 'Industry',
    product: 'Product',
    country: 'Country',
    plan: 'Plan',
    tenure: 'Tenure',
    months: 'Months as customer',
    account: 'Account',
    contact: 'Contact ID',
    revenue: 'Revenue band',
    language: 'Language',
  },
  industries: asIs('Logistics', 'Retail', 'Manufacturing', 'Healthcare', 'Finance', 'Education', 'Public sector'),
  products: PRODUCT_NAMES,
  countries: asIs('South Korea', 'United States', 'United Kingdom', 'Australia', 'Singapore', 'Canada', 'Vietnam'),
  plans: asIs('Starter', 'Business', 'Enterprise'),
  tenures: asIs('Under 3 months', '3-12 months', '1-2 years', '2-5 years', 'Over 5 years'),
  revenues: asIs('Under $5K', '$5K-$25K', '$25K-$100K', 'Over $100K'),
  languages: asIs('English', 'Korean'),
}

const ko: Words = {
  project: '예시: 하버',
  wave: (quarter) => `${quarter.slice(0, 4)}년 ${quarter.slice(6)}분기`,
  headers: {
    score: '하버를 동료에게 추천할 가능성은 얼마나 됩니까? (0~10)',
    reason: '그 점수를 주신 가장 큰 이유는 무엇입니까?',
    improve: '가장 먼저 개선할 점은 무엇입니까?',
    industry: '업종',
    product: '제품',
    country: '국가',
    plan: '요금제',
    tenure: '이용 기간',
    months: '이용 개월 수',
    account: '고객사',
    contact: '고객 ID',
    revenue: '연간 계약 금액',
    language: '응답 언어',
  },
  industries: {
    Logistics: '물류',
    Retail: '유통',
    Manufacturing: '제조',
    Healthcare: '의료',
    Finance: '금융',
    Education: '교육',
    'Public sector': '공공',
  },
  products: PRODUCT_NAMES,
  countries: {
    'South Korea': '대한민국',
    'United States': '미국',
    'United Kingdom': '영국',
    Australia: '호주',
    Singapore: '싱가포르',
    Canada: '캐나다',
    Vietnam: '베트남',
  },
  plans: asIs('Starter', 'Business', 'Enterprise'),
  tenures: {
    'Under 3 months': '3개월 미만',
    '3-12 months': '3~12개월',
    '1-2 years': '1~2년',
    '2-5 years': '2~5년',
    'Over 5 years': '5년 이상',
  },
  revenues: {
    'Under $5K': '500만 원 미만',
    '$5K-$25K': '500만~2,500만 원',
    '$25K-$100K': '2,500만~1억 원',
    'Over $100K': '1억 원 이상',
  },
  languages: { English: '영어', Korean: '한국어' },
}

export const WORDS: Readonly<Record<Locale, Words>> = { en, ko }
