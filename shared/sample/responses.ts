import { daysOf, isoTime } from '../base/day'
import { seededRandom, type Random } from '../base/seeded-random'
import { between, chance, pick, shuffled } from './chance'
import { makeCustomers, type Contact } from './customers'
import { TEXTS_EN } from './en/texts'
import { QUARTERS, type Product, type Quarter } from './facts'
import { TEXTS_KO } from './ko/texts'
import { giveScore, situationOf, surveyMonth, type Situation } from './opinion'
import { createWriter, type Writer } from './writer'

/** A response as it lies in the survey tool. */
export interface Answer {
  readonly id: number
  /** `2026-05-11 09:14:02`, or blank for a response that was begun and never sent off. */
  readonly submitted: string
  /** As exported: a few are blank, N/A or nonsense. */
  readonly score: string
  readonly reason: string
  readonly improve: string
  readonly contact: Contact
  readonly product: Product
  /** As a customer. */
  readonly months: number
}

const SEED = 178
const ANSWERS: Readonly<Record<Quarter, number>> = {
  '2025-Q1': 388,
  '2025-Q2': 394,
  '2025-Q3': 401,
  '2025-Q4': 397,
  '2026-Q1': 408,
  '2026-Q2': 436,
}
/** Of the last quarter's, those who came with the spring offer. */
const NEWCOMERS = 72
/** Answers by day: many on that of the invitation and that of the reminder a week later. */
const SPREAD = [26, 14, 8, 5, 3, 1, 1, 15, 8, 5, 4, 3, 1, 1, 2, 1, 1, 1, 1, 1, 1, 1, 1, 1]
const HOURS = [7, 8, 8, 9, 9, 9, 10, 10, 11, 11, 12, 13, 13, 14, 14, 15, 15, 16, 17, 18, 20, 22]
const NO_SCORE = 0.012
const NO_SCORES = ['', '', '', 'N/A', 'N/A', '7-8', '8.5', '11']
const NEVER_SENT = 0.014

/** All responses, quarter by quarter, in the order in which they were begun. Always the same. */
export function makeResponses(): ReadonlyMap<Quarter, readonly Answer[]> {
  const customers = makeCustomers(seededRandom(SEED))
  const random = seededRandom(SEED + 1)
  const writers = { English: createWriter(TEXTS_EN, 'English', SEED + 2), Korean: createWriter(TEXTS_KO, 'Korean', SEED + 3) }
  let last = 48_200
  return new Map(
    QUARTERS.map((quarter) => {
      const times = answerTimes(random, quarter)
      const answers = respondents(random, customers, quarter).flatMap((contact, at): Answer[] => {
        const situation = situationOf(contact, quarter)
        const begun = chance(random, NEVER_SENT) ? [neverSent(random, situation, (last += 1))] : []
        const answer = answerOf(random, writers[contact.language], situation)
        return [...begun, { ...answer, id: (last += 1), submitted: times[at]! }]
      })
      return [quarter, answers]
    }),
  )
}

function respondents(random: Random, customers: readonly Contact[], quarter: Quarter): readonly Contact[] {
  const asked = shuffled(random, customers.filter(({ since }) => since <= surveyMonth(quarter)))
  const newcomers = asked.filter(({ spring }) => spring).slice(0, NEWCOMERS)
  const others = asked.filter(({ spring }) => !spring).slice(0, ANSWERS[quarter] - newcomers.length)
  return shuffled(random, [...newcomers, ...others])
}

/** From the first Monday after the 8th of the middle month on. */
function answerTimes(random: Random, quarter: Quarter): readonly string[] {
  const month = surveyMonth(quarter)
  const ninth = daysOf({ year: 2000 + Math.floor(month / 12), month: (month % 12) + 1, day: 9 })
  const first = ninth + ((11 - (ninth % 7)) % 7)
  const days = SPREAD.flatMap((weight, day) => Array.from({ length: weight }, () => first + day))
  const seconds = Array.from(
    { length: ANSWERS[quarter] },
    () => pick(random, days) * 86_400 + pick(random, HOURS) * 3600 + between(random, 0, 3599),
  )
  return seconds.sort((a, b) => a - b).map(isoTime)
}

function answerOf(random: Random, writer: Writer, situation: Situation): Omit<Answer, 'id' | 'submitted'> {
  const { contact, product, months } = situation
  const score = giveScore(random, situation)
  const says = chance(random, score >= 9 ? 0.54 : score >= 7 ? 0.53 : 0.7)
  const wishes = chance(random, score >= 9 ? 0.19 : 0.27)
  return {
    score: chance(random, NO_SCORE) ? pick(random, NO_SCORES) : String(score),
    reason: says ? writer.reason(situation, score) : '',
    improve: wishes ? writer.improve(situation, score) : '',
    contact,
    product,
    months,
  }
}

function neverSent(random: Random, situation: Situation, id: number): Answer {
  const { contact, product, months } = situation
  const score = chance(random, 0.6) ? String(giveScore(random, situation)) : ''
  return { id, submitted: '', score, reason: '', improve: '', contact, product, months }
}
