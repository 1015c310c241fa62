import type { Random } from '../base/seeded-random'
import { chance, weighted } from './chance'
import { monthOf, type Contact } from './customers'
import { QUARTERS, type Product, type Quarter } from './facts'

/** A contact in one quarter. */
export interface Situation {
  readonly contact: Contact
  readonly quarter: Quarter
  readonly product: Product
  /** As a customer. */
  readonly months: number
}

/** The month in which each quarter's survey goes out. */
export const surveyMonth = (quarter: Quarter): number => monthOf(Number(quarter.slice(0, 4)), Number(quarter.slice(6)) * 3 - 1)

export const since = (quarter: Quarter, first: Quarter): boolean => QUARTERS.indexOf(quarter) >= QUARTERS.indexOf(first)

export function situationOf(contact: Contact, quarter: Quarter): Situation {
  const now = surveyMonth(quarter)
  const onClassic = contact.leftClassic !== null && now < contact.leftClassic && !since(quarter, '2026-Q1')
  return { contact, quarter, product: onClassic ? 'Classic' : contact.product, months: now - contact.since }
}

/** Flow in logistics since the release of April 2026. */
export const isFrozen = ({ contact, quarter, product }: Situation): boolean =>
  quarter === '2026-Q2' && product === 'Flow' && contact.industry === 'Logistics'

export const isDelighted = ({ contact, product }: Situation): boolean => contact.industry === 'Healthcare' && product === 'Desk'

/** How many points above or below the usual score people in this situation are. */
function lean(situation: Situation): number {
  const { contact, quarter, product, months } = situation
  const { industry, plan, country } = contact
  let points = { Flow: 4, Desk: 8, Insight: 6, Classic: -44 }[product]
  points += { Logistics: 6, Retail: -2, Manufacturing: 2, Healthcare: 12, Finance: 4, Education: 6, 'Public sector': -8 }[industry]
  points += { Starter: -18, Business: 4, Enterprise: 12 }[plan]
  points += months < 3 ? -18 : months < 12 ? -6 : months < 60 ? 2 : 8
  if (country === 'South Korea') points += since(quarter, '2025-Q4') ? 5 : -12
  if (isDelighted(situation)) points += 26
  if (isFrozen(situation)) points -= 52
  return points
}

const USUAL = { promoters: 0.45, detractors: 0.23 }
const PASSIVE_SCORES = { '7': 40, '8': 60 }
const PROMOTER_SCORES = { '9': 44, '10': 56 }
const DETRACTOR_SCORES = { '6': 30, '5': 23, '4': 12, '3': 13, '2': 9, '1': 5, '0': 8 }
/** How often people answer by their mood rather than by the day. */
const BY_MOOD = 0.45

/** The score that somebody gives. */
export function giveScore(random: Random, situation: Situation): number {
  const shift = lean(situation) / 200
  const promoters = clamp(USUAL.promoters + shift)
  const detractors = clamp(USUAL.detractors - shift)
  const day = random()
  const place = chance(random, BY_MOOD) ? situation.contact.mood : day
  if (place < detractors) return Number(weighted(random, DETRACTOR_SCORES))
  if (place < 1 - promoters) return Number(weighted(random, PASSIVE_SCORES))
  return Number(weighted(random, PROMOTER_SCORES))
}

const clamp = (share: number): number => Math.min(0.85, Math.max(0.04, share))
