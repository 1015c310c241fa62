import { effectOf } from '../../../shared/nps/code-effect'
import { contributionShift } from '../../../shared/nps/contribution-change'
import { differenceOf } from '../../../shared/nps/difference'
import { figureOf } from '../../../shared/nps/figure'
import { benjaminiHochberg } from '../../../shared/nps/many-tests'
import { mixAndRate } from '../../../shared/nps/mix-and-rate'
import { shareDifferenceOf } from '../../../shared/nps/share-difference'
import type { Figure, GroupCounts } from '../../../shared/nps/types'
import type { ComparedCode } from '../../../shared/query/types'
import type { ComparedField, CrossTable, SegmentTable, Themes } from '../../../shared/report/types'

const PARTS = ['promoters', 'passives', 'detractors'] as const

/** `whole` dealt out in shares by weight, each answer once. */
function deal(whole: GroupCounts, weights: readonly number[]): readonly Figure[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0)
  const dealt = weights.map(() => ({ promoters: 0, passives: 0, detractors: 0 }))
  PARTS.forEach((part, turn) => {
    let left = whole[part]
    dealt.forEach((counts, at) => {
      const share = at === dealt.length - 1 ? left : Math.min(left, Math.round((whole[part] * (weights[at] ?? 0) * (1 + ((at * 3 + turn) % 4) / 10)) / total))
      counts[part] = (weights[at] ?? 0) === 0 ? 0 : share
      left -= counts[part]
    })
  })
  return dealt.map((counts) => figureOf(counts))
}

/** The values of a field in two periods: the third is gone, the fourth new. */
export function comparedOf({ id, field, rows }: SegmentTable, before: Figure, after: Figure): ComparedField {
  const weights = rows.map(({ figure }) => figure.n)
  const from = deal(before, weights.map((weight, at) => (at === 3 ? 0 : weight)))
  const to = deal(after, weights.map((weight, at) => (at === 2 ? 0 : weight + at * 9)))
  const pairs = rows.map(({ value }, at) => ({
    value,
    from: from[at]!,
    to: to[at]!,
    change: differenceOf(from[at]!, to[at]!),
    shareFrom: from[at]!.n / before.n,
    shareTo: to[at]!.n / after.n,
  }))
  const parts = mixAndRate(pairs.map((pair) => ({ shareBefore: pair.shareFrom, shareAfter: pair.shareTo, before: pair.from.nps, after: pair.to.nps })))
  const tested = pairs.filter(({ change }) => change.verdict !== 'not-comparable')
  const qs = benjaminiHochberg(tested.map(({ change }) => change.p!))
  return { id, field, segments: pairs.map((pair, at) => ({ ...pair, q: qs[tested.indexOf(pair)] ?? null, parts: parts[at] ?? null })) }
}

export function crossOf(row: SegmentTable, column: SegmentTable): CrossTable {
  const rows = row.rows.flatMap(({ value, figure }) => (value === null ? [] : [{ value, figure }])).slice(0, 8)
  const columns = column.rows.slice(0, 6)
  return {
    row: { id: row.id, field: row.field },
    column: { id: column.id, field: column.field },
    rows: rows.map(({ value }) => value),
    columns: columns.map(({ value }) => value ?? ''),
    cells: rows.map(({ figure }) => deal(figure, columns.map(({ figure: { n } }) => n))),
    left: 0,
  }
}

/** A third of the mentions before, two thirds after, out of 238 and 260 answers. */
export const growthOf = (codes: Themes['codes']): readonly ComparedCode[] =>
  codes.map(({ id, name, color, n }, at) => {
    const side = (mentions: number, base: number) => {
      const detractors = Math.round(mentions * ((at % 5) / 5))
      const mentioned = { promoters: mentions - detractors, passives: 0, detractors }
      const rest = base - mentions
      return effectOf(mentioned, { promoters: Math.round(rest * 0.55), passives: Math.round(rest * 0.25), detractors: rest - Math.round(rest * 0.55) - Math.round(rest * 0.25) })
    }
    const [from, to] = [side(Math.round(n / 9), 238), side(Math.round(n / (at % 3 === 0 ? 4 : 8)), 260)]
    return { id, code: name, color, from, to, change: shareDifferenceOf({ ...from, base: 238 }, { ...to, base: 260 }), contribution: contributionShift(from, to) }
  })
