import type { Random } from '../base/seeded-random'
import { ENDINGS_EN, ENDINGS_KO, STEMS_EN, STEMS_KO } from './account-names'
import { between, chance, pick, weighted } from './chance'
import type { Country, Industry, Language, Plan, Product, RevenueBand } from './facts'

/** Somebody who is asked every quarter. */
export interface Contact {
  readonly id: string
  readonly account: string
  readonly industry: Industry
  readonly country: Country
  readonly plan: Plan
  readonly revenue: RevenueBand
  readonly language: Language
  /** Months since 2000-01 in which the account became a customer. */
  readonly since: number
  readonly product: Exclude<Product, 'Classic'>
  /** Months since 2000-01 from which on the contact no longer uses Classic; null for those who never did. */
  readonly leftClassic: number | null
  /** Came with the spring offer of 2026. */
  readonly spring: boolean
  /** 0 to 1: what the contact thinks of the vendor by nature. */
  readonly mood: number
}

export const monthOf = (year: number, month: number): number => (year - 2000) * 12 + month - 1

const ESTABLISHED = 345
const NEWCOMERS = 62
const INDUSTRY_WEIGHTS: Readonly<Record<Industry, number>> = {
  Logistics: 21,
  Retail: 19,
  Manufacturing: 18,
  Healthcare: 14,
  Finance: 12,
  Education: 9,
  'Public sector': 7,
}
const COUNTRY_WEIGHTS: Readonly<Record<Country, number>> = {
  'South Korea': 41,
  'United States': 24,
  'United Kingdom': 14,
  Australia: 9,
  Singapore: 6,
  Canada: 5,
  Vietnam: 2,
}
const PLAN_WEIGHTS: Readonly<Record<Plan, number>> = { Starter: 42, Business: 36, Enterprise: 22 }
const CONTACTS: Readonly<Record<Plan, readonly [number, number]>> = { Starter: [1, 3], Business: [2, 5], Enterprise: [3, 8] }
const PRODUCT_WEIGHTS: Readonly<Record<Industry, Readonly<Record<Contact['product'], number>>>> = {
  Logistics: { Flow: 78, Desk: 10, Insight: 12 },
  Retail: { Flow: 44, Desk: 33, Insight: 23 },
  Manufacturing: { Flow: 55, Desk: 20, Insight: 25 },
  Healthcare: { Flow: 22, Desk: 64, Insight: 14 },
  Finance: { Flow: 28, Desk: 32, Insight: 40 },
  Education: { Flow: 34, Desk: 44, Insight: 22 },
  'Public sector': { Flow: 46, Desk: 40, Insight: 14 },
}
const REVENUE: Readonly<Record<Plan, readonly RevenueBand[]>> = {
  Starter: ['Under $5K', 'Under $5K', 'Under $5K', '$5K-$25K'],
  Business: ['$5K-$25K', '$5K-$25K', '$25K-$100K'],
  Enterprise: ['$25K-$100K', 'Over $100K', 'Over $100K'],
}

/** Everybody who may answer in one of the quarters. */
export function makeCustomers(random: Random): readonly Contact[] {
  const taken = new Set<string>()
  const accounts = Array.from({ length: ESTABLISHED + NEWCOMERS }, (_, at) => makeAccount(random, at >= ESTABLISHED, taken))
  let next = 10_240
  return accounts.flatMap((account) =>
    Array.from({ length: between(random, ...CONTACTS[account.plan]) }, (): Contact => {
      next += between(random, 1, 9)
      return {
        ...account,
        id: `R-${next}`,
        language: languageOf(random, account.country),
        product: chance(random, 0.75) ? account.product : weighted(random, PRODUCT_WEIGHTS[account.industry]),
        mood: random(),
      }
    }),
  )
}

type Account = Omit<Contact, 'id' | 'language' | 'mood'>

function makeAccount(random: Random, spring: boolean, taken: Set<string>): Account {
  const industry = weighted(random, INDUSTRY_WEIGHTS)
  const country = weighted(random, COUNTRY_WEIGHTS)
  const plan = spring ? 'Starter' : weighted(random, PLAN_WEIGHTS)
  const since = spring ? between(random, monthOf(2026, 3), monthOf(2026, 5)) : startOf(random, plan)
  const usedClassic = since < monthOf(2022, 1) && industry !== 'Healthcare' && chance(random, 0.42)
  return {
    account: nameOf(random, industry, country, taken),
    industry,
    country,
    plan,
    revenue: pick(random, REVENUE[plan]),
    since,
    product: weighted(random, PRODUCT_WEIGHTS[industry]),
    leftClassic: usedClassic ? between(random, monthOf(2025, 4), monthOf(2026, 1)) : null,
    spring,
  }
}

/** Small customers are newer than large ones. */
function startOf(random: Random, plan: Plan): number {
  const earliest = { Starter: monthOf(2021, 6), Business: monthOf(2018, 3), Enterprise: monthOf(2017, 1) }[plan]
  return between(random, earliest, plan === 'Starter' ? monthOf(2026, 2) : monthOf(2025, 12))
}

function languageOf(random: Random, country: Country): Language {
  const share = { 'South Korea': 0.93, Vietnam: 0.6, Singapore: 0.04 }[country as string] ?? 0.01
  return chance(random, share) ? 'Korean' : 'English'
}

function nameOf(random: Random, industry: Industry, country: Country, taken: Set<string>): string {
  const korean = country === 'South Korea'
  for (;;) {
    const stem = pick(random, korean ? STEMS_KO : STEMS_EN)
    const ending = pick(random, (korean ? ENDINGS_KO : ENDINGS_EN)[industry])
    const name = korean && ending.length < 3 ? stem + ending : `${stem} ${ending}`
    if (taken.has(name)) continue
    taken.add(name)
    return name
  }
}
