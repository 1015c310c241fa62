/** What is known about the sample's customers. Keys are the English values; `words.ts` has the Korean ones. */
export const PRODUCTS = ['Flow', 'Desk', 'Insight', 'Classic'] as const
export type Product = (typeof PRODUCTS)[number]

export const INDUSTRIES = [
  'Logistics',
  'Retail',
  'Manufacturing',
  'Healthcare',
  'Finance',
  'Education',
  'Public sector',
] as const
export type Industry = (typeof INDUSTRIES)[number]

export const PLANS = ['Starter', 'Business', 'Enterprise'] as const
export type Plan = (typeof PLANS)[number]

export const COUNTRIES = [
  'South Korea',
  'United States',
  'United Kingdom',
  'Australia',
  'Singapore',
  'Canada',
  'Vietnam',
] as const
export type Country = (typeof COUNTRIES)[number]

export const REVENUE_BANDS = ['Under $5K', '$5K-$25K', '$25K-$100K', 'Over $100K'] as const
export type RevenueBand = (typeof REVENUE_BANDS)[number]

export const TENURES = ['Under 3 months', '3-12 months', '1-2 years', '2-5 years', 'Over 5 years'] as const
export type Tenure = (typeof TENURES)[number]

export const LANGUAGES = ['English', 'Korean'] as const
export type Language = (typeof LANGUAGES)[number]

export const QUARTERS = ['2025-Q1', '2025-Q2', '2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2'] as const
export type Quarter = (typeof QUARTERS)[number]

export function tenureOf(months: number): Tenure {
  if (months < 3) return 'Under 3 months'
  if (months < 12) return '3-12 months'
  if (months < 24) return '1-2 years'
  return months < 60 ? '2-5 years' : 'Over 5 years'
}
