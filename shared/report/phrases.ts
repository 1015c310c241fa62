import { remembered } from '../base/remembered'
import { translator } from '../locale/translate'
import type { Locale, Translate } from '../locale/translate'
import { bandWords } from '../model/band-words'
import { roundHalfAway, signed } from '../nps/round'
import type { Difference, Figure } from '../nps/types'
import { partsOfPeriod } from '../query/period'
import type { PeriodUnit } from '../query/types'
import { coverPersonal } from '../text/veil-personal'
import { cut } from './cut'
import type { Tone } from './outline'
import { xmlSafe } from './sanitize'

/** Turns numbers and names into the summary's words in one language. */
export interface Phrases {
  readonly say: Translate
  /** Score, interval and answers in one phrase; counts where there is too little for a score. */
  figure(figure: Figure): string
  counts(figure: Figure): string
  score(figure: Figure): string
  interval(figure: Figure): string
  /** The interval with its name. */
  fullInterval(figure: Figure): string
  range(low: number | null, high: number | null, digits?: number): string
  /** A share (0 to 1) in whole per cent. */
  percent(share: number): string
  count(n: number): string
  period(period: string): string
  /** The same for a narrow column. */
  shortPeriod(period: string): string
  unit(unit: PeriodUnit): string
  day(iso: string): string
  days(first: string | null, last: string | null): string | null
  change(change: Difference): string
  /** What somebody wrote, without what is personal in it. */
  masked(text: string): string
  /** A name from the data, masked, on one line and cut to `width` Latin letters; blank where there is none. */
  label(text: string | null, width: number): string
  /** What tells data apart: digits in it are nobody's. */
  fingerprint(text: string): string
  /** A band of numbers, days or a tenure; null for the key of anything else. */
  band(key: string | null): string | null
  /** "A, B and C". */
  both(names: readonly string[]): string
  /** "A, B or C". */
  either(names: readonly string[]): string
  /** A word of caution for a low base, or null. */
  mark(figure: Figure): string | null
}

/** Bidirectional overrides and isolates in a name would turn the sentence around it. */
const BIDI_CONTROLS = /[\u200E\u200F\u202A-\u202E\u2066-\u2069]/g
const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** Of what a label is cut from, an address may begin at its end. */
const LONGEST_ADDRESS = 320

/** Whether a score may be shown at all: from 10 answers on. */
export const hasScore = (figure: Figure): boolean => figure.base !== 'tiny' && figure.nps !== null

export const toneOf = (figure: Figure): Tone => (figure.base === 'ok' ? 'score' : 'low')

/** `mask` takes out what is personal in values of the data. */
export function phrases(locale: Locale, mask: (text: string) => string = coverPersonal): Phrases {
  const masked = remembered(mask)
  const say = translator(locale)
  const none = say('report.none')
  const number = new Intl.NumberFormat(locale)
  const both = new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale, { type: 'conjunction' })
  const list = new Intl.ListFormat(locale === 'en' ? 'en-GB' : locale, { type: 'disjunction' })

  const counts = (figure: Figure): string => {
    const { n, promoters, passives, detractors } = figure
    return say('report.counts', { n, promoters, passives, detractors })
  }
  const range = (low: number | null, high: number | null, digits = 0): string =>
    low === null || high === null ? none : say('report.range', { low: signed(low, digits), high: signed(high, digits) })
  const day = (iso: string): string =>
    say('report.day', {
      year: iso.slice(0, 4),
      month: String(Number(iso.slice(5, 7))),
      day: String(Number(iso.slice(8, 10))),
    })

  const period = (text: string): string => {
    const parts = partsOfPeriod(text)
    if (!parts) return text
    const names = { year: String(parts.year), part: String(parts.part) }
    if (parts.unit === 'month') return say('report.period.month', { year: names.year, month: names.part })
    return say(parts.fiscal ? `period.fiscal.${parts.unit}` : `report.period.${parts.unit}`, names)
  }
  const shortPeriod = (text: string): string => {
    const parts = partsOfPeriod(text)
    if (!parts || parts.fiscal || (parts.unit !== 'month' && parts.unit !== 'quarter')) return period(text)
    const short = String(parts.year).slice(-2)
    return parts.unit === 'month' ? say('report.period.short.month', { short, month: String(parts.part) }) : say('report.period.short.quarter', { short, part: String(parts.part) })
  }
  const digits = new Intl.NumberFormat(locale, { maximumFractionDigits: 12, useGrouping: 'min2' })
  const band = (key: string | null): string | null =>
    bandWords(key, { say, number: (value) => digits.format(value).replace('-', '\u2212'), day, period })

  return {
    say,
    masked,
    counts,
    range,
    day,
    figure: (figure) =>
      !hasScore(figure) || figure.nps === null || figure.low === null || figure.high === null
        ? counts(figure)
        : say('report.figure', {
            nps: signed(figure.nps),
            low: signed(figure.low),
            high: signed(figure.high),
            n: figure.n,
          }),
    score: (figure) => (hasScore(figure) && figure.nps !== null ? signed(figure.nps) : none),
    interval: (figure) => (hasScore(figure) ? range(figure.low, figure.high) : none),
    fullInterval: ({ low, high }) =>
      low === null || high === null ? none : say('report.interval', { low: signed(low), high: signed(high) }),
    percent: (share) => say('report.percent', { value: String(roundHalfAway(share * 100)) }),
    count: (n) => number.format(n),
    period,
    shortPeriod,
    band,
    unit: (unit) => say(`report.unit.${unit}`),
    days: (first, last) => {
      if (first === null || last === null) return null
      return first.slice(0, 10) === last.slice(0, 10)
        ? day(first)
        : say('report.days', { first: day(first), last: day(last) })
    },
    change: ({ difference, low, high, verdict }) => {
      if (verdict === 'not-comparable' || difference === null || low === null || high === null) {
        return say('report.change.not-comparable')
      }
      const points = roundHalfAway(difference)
      const way = points > 0 ? 'up' : points < 0 ? 'down' : 'level'
      // An end that would be rounded to 0 hides on which side of 0 it lies.
      const digits = [low, high].some((end) => end !== 0 && Math.abs(end) < 0.5) ? 1 : 0
      const ends = { low: signed(low, digits), high: signed(high, digits) }
      const change = say(`report.change.${way}`, { points: Math.abs(points), ...ends })
      return say(verdict === 'within-noise' ? 'report.change.within-noise' : 'report.change.clear', { change })
    },
    label: (text, width) => {
      const known = band(text)
      if (known !== null) return known
      const name = cut(xmlSafe(masked((text ?? '').slice(0, 2 * width + LONGEST_ADDRESS))).replace(BIDI_CONTROLS, ''), width)
      if (name === '') return say('report.blank')
      return RIGHT_TO_LEFT.test(name) ? `\u2068${name}\u2069` : name
    },
    fingerprint: (text) => cut(xmlSafe(text).replace(BIDI_CONTROLS, ''), 16),
    both: (names) => both.format(names),
    either: (names) => list.format(names),
    mark: (figure) =>
      figure.base === 'ok' ? null : say(figure.base === 'low' ? 'report.low-base' : 'report.tiny-base'),
  }
}
