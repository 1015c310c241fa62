import { translator, type Locale, type Translate } from '../../../shared/locale/translate'
import { MASKED, shownFor, type Shown } from '../project/personal-mask'
import type { SessionState } from '../session'

/** Everything that turns values into words of one language. */
export interface Words {
  readonly locale: Locale
  readonly t: Translate
  readonly count: (n: number) => string
  /** A share, 0 to 1. */
  readonly percent: (share: number) => string
  /** A score with its sign, whole points: +31, −8. */
  readonly score: (points: number) => string
  /** The same with one decimal. */
  readonly exactScore: (points: number) => string
  /** An end of an interval, whole points, no plus sign. */
  readonly bound: (points: number) => string
  readonly exactBound: (points: number) => string
  /** An ISO time as a date, and as date and time, of this computer. */
  readonly day: (iso: string) => string
  readonly time: (iso: string) => string
  /** `2026-07` as a month in words. */
  readonly month: (period: string) => string
  readonly compare: (a: string, b: string) => number
  /** What people wrote, as it is to be shown right now. */
  readonly shown: Shown
}

/** Screen readers read U+2212 as "minus" and pass over a hyphen; it is also as wide as a plus sign. */
const minus = (text: string): string => text.replace('-', '−')

function numbers(locale: Locale, options: Intl.NumberFormatOptions): (value: number) => string {
  const format = new Intl.NumberFormat(locale, options)
  return (value) => minus(format.format(value))
}

const fixed = (digits: number): Intl.NumberFormatOptions => ({
  minimumFractionDigits: digits,
  maximumFractionDigits: digits,
})

function createWords(locale: Locale): Words {
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' })
  const time = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' })
  const month = new Intl.DateTimeFormat(locale, { year: 'numeric', month: 'short', timeZone: 'UTC' })
  const signed: Intl.NumberFormatOptions = { signDisplay: 'exceptZero' }
  const unsigned: Intl.NumberFormatOptions = { signDisplay: 'negative' }
  return {
    locale,
    t: translator(locale),
    count: numbers(locale, {}),
    percent: numbers(locale, { style: 'percent', maximumFractionDigits: 0 }),
    score: numbers(locale, { ...signed, ...fixed(0) }),
    exactScore: numbers(locale, { ...signed, ...fixed(1) }),
    bound: numbers(locale, { ...unsigned, ...fixed(0) }),
    exactBound: numbers(locale, { ...unsigned, ...fixed(1) }),
    day: (iso) => day.format(new Date(iso)),
    time: (iso) => time.format(new Date(iso)),
    month: (period) => month.format(new Date(`${period}-01T00:00:00Z`)),
    compare: new Intl.Collator(locale, { numeric: true }).compare,
    shown: MASKED,
  }
}

const made = new Map<Locale, Words>()
const showing = new WeakMap<Shown, Map<Locale, Words>>()

/** The words of a language, made once for each way to show what people wrote. */
export function wordsOf(locale: Locale, shown: Shown = MASKED): Words {
  const plain = made.get(locale) ?? createWords(locale)
  made.set(locale, plain)
  if (shown === MASKED) return plain
  const known = showing.get(shown) ?? new Map<Locale, Words>()
  showing.set(shown, known)
  const words = known.get(locale) ?? { ...plain, shown }
  known.set(locale, words)
  return words
}

/** The words of a window. */
export const wordsFor = (state: SessionState): Words => wordsOf(state.locale, shownFor(state))
