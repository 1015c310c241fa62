import { roundHalfAway, signed } from '../nps/round'
import { assertNever } from '../base/assert'
import type { Finding, Todo } from './findings'
import { hasScore, type Phrases } from './phrases'

const FIELD_WIDTH = 30
const NAME_WIDTH = 34

/** The finding as a sentence that says how sure it is. */
export function findingSentence(finding: Finding, words: Phrases): string {
  const { say } = words
  const name = (text: string | null): string => words.label(text, NAME_WIDTH)
  const field = (text: string): string => words.label(text, FIELD_WIDTH)
  const ends = (low: number | null, high: number | null, digits = 0): { readonly low: string; readonly high: string } => ({
    low: signed(low ?? 0, digits),
    high: signed(high ?? 0, digits),
  })
  switch (finding.kind) {
    case 'score': {
      const { figure, period } = finding
      if (!hasScore(figure)) return say('report.finding.score.tiny', { counts: words.counts(figure) })
      const shown = words.figure(figure)
      return period === null ? say('report.finding.score', { figure: shown }) : say('report.finding.score.period', { figure: shown, period: words.period(period) })
    }
    case 'change':
      return say('report.finding.change', {
        from: words.period(finding.from.period),
        to: words.period(finding.to.period),
        change: words.change(finding.change),
      })
    case 'segment-low':
    case 'segment-high': {
      const { segment } = finding
      const { difference, low, high } = segment.difference
      return say(`report.finding.${finding.kind}`, {
        value: name(segment.value),
        field: field(segment.field.field),
        points: Math.abs(roundHalfAway(difference ?? 0)),
        n: segment.figure.n,
        ...ends(low, high, digitsFor(low, high)),
      })
    }
    case 'mix': {
      const { mix, low, high } = finding
      return say('report.finding.mix', { field: field(finding.field.field), points: signed(mix, 1), ...ends(low, high, 1) })
    }
    case 'segment-fell':
    case 'segment-rose': {
      const { segment, period } = finding
      const { difference, low, high } = segment.change
      return say(`report.finding.${finding.kind}`, {
        value: name(segment.value),
        field: field(finding.field.field),
        points: Math.abs(roundHalfAway(difference ?? 0)),
        n: segment.to.n,
        period: words.period(period),
        ...ends(low, high, digitsFor(low, high)),
      })
    }
    case 'segment-new':
    case 'segment-gone':
      return say(`report.finding.${finding.kind}`, {
        value: name(finding.value),
        field: field(finding.field.field),
        period: words.period(finding.period),
        share: words.percent(finding.share),
        figure: words.figure(finding.figure),
      })
    case 'theme-costs':
    case 'theme-adds': {
      const { theme } = finding
      const { contribution, low, high, n, share } = theme
      return say(`report.finding.${finding.kind}`, { name: name(theme.name), points: signed(contribution ?? 0, 1), ...ends(low, high, 1), n, share: words.percent(share) })
    }
    case 'theme-grew':
    case 'theme-shrank': {
      const { code, rank } = finding
      const { difference, low, high } = code.contribution
      const effect =
        rank > 0 && difference !== null
          ? say('report.finding.effect.clear', { points: signed(difference, 1), ...ends(low, high, 1) })
          : say('report.finding.effect.noise')
      return say(`report.finding.${finding.kind}`, { name: name(code.code), from: words.percent(code.from.share), to: words.percent(code.to.share), effect })
    }
    case 'low-base': {
      const n = finding.figure.n
      return finding.period === null ? say('report.finding.low-base.score', { n }) : say('report.finding.low-base.period', { n, period: words.period(finding.period) })
    }
    case 'low-base-segments':
      return say('report.finding.low-base-segments', { field: field(finding.field.field), low: finding.low, all: finding.all })
    default:
      return assertNever(finding, 'finding')
  }
}

/** An end that would be rounded to 0 hides on which side of 0 it lies. */
const digitsFor = (...ends: readonly (number | null)[]): number => (ends.some((end) => end !== null && end !== 0 && Math.abs(end) < 0.5) ? 1 : 0)

/** Whom to look at first. It names who and how many, never what to change; of an anonymous survey nobody reads or asks single people. */
export function todoSentence({ finding, n }: Todo, period: string | null, words: Phrases, anonymous = false): string {
  const { say } = words
  if (anonymous && finding?.kind !== 'theme-costs')
    return finding === null
      ? say('report.todo.anonymous')
      : say('report.todo.segment.anonymous', { value: words.label(finding.segment.value, NAME_WIDTH), field: words.label(finding.kind === 'segment-low' ? finding.segment.field.field : finding.field.field, FIELD_WIDTH), n })
  if (finding === null)
    return period === null ? say('report.todo.detractors', { n }) : say('report.todo.detractors.period', { n, period: words.period(period) })
  switch (finding.kind) {
    case 'segment-low':
      return say('report.todo.segment-low', { value: words.label(finding.segment.value, NAME_WIDTH), field: words.label(finding.segment.field.field, FIELD_WIDTH), n })
    case 'segment-fell':
      return say('report.todo.segment-fell', { value: words.label(finding.segment.value, NAME_WIDTH), field: words.label(finding.field.field, FIELD_WIDTH), n })
    case 'theme-costs':
      return say('report.todo.theme-costs', { name: words.label(finding.theme.name, NAME_WIDTH), n })
    default:
      return assertNever(finding, 'finding')
  }
}
