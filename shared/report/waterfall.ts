import { invariant } from '../base/assert'
import type { MixAndRate } from '../nps/mix-and-rate'
import type { ComparedSegment } from '../query/types'
import { certainEnd } from './findings'
import type { ComparedField } from './types'

/** A step from the earlier to the later score: `n` are the answers it is about, those with one of the `values`. */
export type Step = { readonly points: number; readonly n: readonly [before: number, after: number]; readonly values: readonly (string | null)[] } & (
  | { readonly kind: 'mix' | 'few' | 'rest'; readonly groups: number }
  | { readonly kind: 'new' | 'gone' | 'rate'; readonly value: string | null }
)

const RATES = 5
const TINY = 10

/**
 * The change of the score by the segments of one field, in steps that add up to it exactly: the mix of those that are on
 * both sides, each new and each vanished one, the largest rates, and the other rates together. No segment is named that has
 * fewer than 10 answers where it is. Null where the parts are not known.
 */
export function stepsOf({ segments }: ComparedField): readonly Step[] | null {
  const parts = segments.flatMap((segment) => (segment.parts === null ? [] : [{ ...segment, parts: segment.parts }]))
  if (parts.length === 0 || parts.length < segments.length) return null
  const stayed = parts.filter(({ from, to }) => from.n > 0 && to.n > 0)
  const passing = parts.filter((part) => !stayed.includes(part))
  const isNamed = ({ from, to }: Part): boolean => Math.max(from.n, to.n) >= TINY
  const few = passing.filter((part) => !isNamed(part))
  const ranked = stayed
    .filter(({ from, to }) => from.n >= TINY && to.n >= TINY)
    .sort((a, b) => Math.abs(b.parts.rate) - Math.abs(a.parts.rate))
  const named = ranked.length === RATES + 1 ? ranked : ranked.slice(0, RATES)
  const rest = stayed.filter((part) => !named.includes(part))
  const steps: Step[] = [
    ...(stayed.length > 1 || sumOf(stayed, 'mix') !== 0 ? [{ kind: 'mix', groups: stayed.length, points: sumOf(stayed, 'mix'), n: answersOf(stayed), values: valuesOf(stayed) } as const] : []),
    ...passing.filter(isNamed).map((part) => ({ kind: part.from.n === 0 ? 'new' : 'gone', value: part.value, points: part.parts.mix + part.parts.rate, n: answersOf([part]), values: [part.value] }) as const),
    ...(few.length > 0 ? [{ kind: 'few', groups: few.length, points: sumOf(few, 'mix') + sumOf(few, 'rate'), n: answersOf(few), values: valuesOf(few) } as const] : []),
    ...named.map((part) => ({ kind: 'rate', value: part.value, points: part.parts.rate, n: answersOf([part]), values: [part.value] }) as const),
    ...(rest.length > 0 ? [{ kind: 'rest', groups: rest.length, points: sumOf(rest, 'rate'), n: answersOf(rest), values: valuesOf(rest) } as const] : []),
  ]
  const total = sumOf(parts, 'mix') + sumOf(parts, 'rate')
  invariant(Math.abs(steps.reduce((sum, { points }) => sum + points, 0) - total) < 1e-9, 'the steps add up to the change')
  return steps
}

type Part = ComparedSegment & { readonly parts: MixAndRate }

const sumOf = (parts: readonly Part[], of: keyof MixAndRate): number => parts.reduce((sum, part) => sum + part.parts[of], 0)

const valuesOf = (parts: readonly Part[]): Step['values'] => parts.map(({ value }) => value)
const answersOf = (parts: readonly Part[]): readonly [number, number] => [
  parts.reduce((sum, { from }) => sum + from.n, 0),
  parts.reduce((sum, { to }) => sum + to.n, 0),
]

/** The field by which most of a change is surely found: that whose surest segment, by its share, moved furthest; of equal ones the first. */
export function tellingField(fields: readonly ComparedField[]): ComparedField | null {
  const surest = ({ segments }: ComparedField): number =>
    Math.max(
      0,
      ...segments
        .filter(({ from, to }) => from.base === 'ok' && to.base === 'ok')
        .map(({ shareFrom, shareTo, change }) => ((shareFrom + shareTo) / 2) * certainEnd(change.low, change.high)),
    )
  const usable = fields.filter((field) => stepsOf(field) !== null && field.segments.filter(({ from, to }) => from.n >= TINY && to.n >= TINY).length >= 2)
  return usable.reduce<ComparedField | null>((best, field) => (best === null || surest(field) > surest(best) ? field : best), null)
}
