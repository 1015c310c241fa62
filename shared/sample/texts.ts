import type { Industry, Plan, Product } from './facts'

/** What comments are about. */
export const TOPICS = [
  'price',
  'onboarding',
  'support',
  'reliability',
  'speed',
  'reporting',
  'integrations',
  'mobile',
  'usability',
  'manager',
  'paperwork',
] as const
export type Topic = (typeof TOPICS)[number]

/**
 * Sentences on one topic. `[a|b]` is one of the two, `{3-9}` a number, `{work}` a word that fits whoever writes, `{work:을}`
 * the same with the right Korean particle. `old: `, `long: `, `new: `, `is8: ` and `is10: ` say who only says so: long-standing or new customers, or
 * those who gave that score.
 */
export interface TopicTexts {
  readonly praise: readonly string[]
  /** What may follow any praise of the topic. */
  readonly praiseMore: readonly string[]
  readonly complaint: readonly string[]
  readonly complaintMore: readonly string[]
  /** What to improve. */
  readonly wish: readonly string[]
  /** Fragments that stand alone. */
  readonly praiseShort: readonly string[]
  readonly complaintShort: readonly string[]
  /** A concession before a complaint about something else: `The price is fair`, `가격은 괜찮은데`. */
  readonly though: readonly string[]
}

/** What is said without a topic. */
export interface GeneralTexts {
  readonly good: readonly string[]
  readonly fine: readonly string[]
  readonly bad: readonly string[]
  readonly openGood: readonly string[]
  readonly openFine: readonly string[]
  readonly openBad: readonly string[]
  readonly closeGood: readonly string[]
  readonly closeBad: readonly string[]
  /** Joins a concession and a complaint. */
  readonly but: readonly string[]
  /** Nothing to improve. */
  readonly nothing: readonly string[]
  /** What may follow any wish. */
  readonly wishMore: readonly string[]
  /** Turns a praise towards a wish. */
  readonly turn: readonly string[]
}

/** What only some customers say, at some time: the stories that the figures tell as well. */
export interface StoryTexts {
  /** Flow freezes in logistics since the release of April 2026. */
  readonly freeze: readonly string[]
  /** Korean customers waited for answers in English. */
  readonly farSupport: readonly string[]
  /** Since the end of 2025 a team in Seoul answers them. */
  readonly nearSupport: readonly string[]
  /** Prices rose in 2026. */
  readonly priceRise: readonly string[]
  /** The product Classic was withdrawn at the end of 2025. */
  readonly classic: readonly string[]
  /** Many small customers came with the spring offer of 2026. */
  readonly springOffer: readonly string[]
  /** Hospitals and clinics are delighted with Desk. */
  readonly health: readonly string[]
}

/** How people of one industry call things: what they handle, where they work, who works with it. */
export interface Trade {
  readonly work: readonly string[]
  readonly site: string
  readonly staff: readonly string[]
}

/** Words that depend on who writes and when. */
export interface Voice {
  readonly trades: Readonly<Record<Industry, Trade>>
  readonly products: Readonly<Record<Product, string>>
  readonly plans: Readonly<Record<Plan, string>>
  /** People at the vendor. */
  readonly names: readonly string[]
  /** January to December. */
  readonly months: readonly string[]
  readonly days: readonly string[]
}

export interface Texts {
  readonly voice: Voice
  readonly topics: Readonly<Record<Topic, TopicTexts>>
  readonly general: GeneralTexts
  readonly stories: StoryTexts
}
