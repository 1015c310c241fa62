import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import { quietTask, type Task } from '../../base/task'
import { contributionShift } from '../../nps/contribution-change'
import { differenceOf } from '../../nps/difference'
import { answersOf, figureOf } from '../../nps/figure'
import { benjaminiHochberg } from '../../nps/many-tests'
import { mixAndRate, type MixAndRate } from '../../nps/mix-and-rate'
import { shareDifferenceOf } from '../../nps/share-difference'
import { overlapCovariance } from '../../nps/paired'
import type { Difference, Figure, GroupCounts } from '../../nps/types'
import type { Clause, ComparedCode, ComparedSide, CompareQuery, Comparison, Slice } from '../../query/types'
import { hasDates, sliceOf } from './answers'
import { periodClause } from '../settings/fiscal'
import { methodOf } from '../settings/method'
import { latestOfEach } from '../people/people'
import type { Project } from '../project/project'
import { checkScale } from './scale'
import { samePeople } from './same-people'
import { selectResponses } from '../filter/select'
import { effectOn, groupsIn } from './count-groups'
import { tagsOf } from '../tags/tagging'
import { liveCodes } from '../codebook/code-order'

interface Side {
  readonly selected: Uint8Array
  readonly slice: Slice
}

/** Later against earlier period, or the responses of one filter against those of another: in all, within each value of one dimension, and by code. */
export async function answerCompare(
  project: Project,
  { from, to, by, where }: CompareQuery,
  task: Task = quietTask,
): Promise<Result<Comparison>> {
  const { columns } = project
  const sides: Side[] = []
  for (const side of [from, to]) {
    const clauses = clausesOf(project, side)
    if (!clauses.ok) return clauses
    const found = await selectResponses(project, [...where, ...clauses.value], task)
    const selected = methodOf(project).perPerson ? latestOfEach(columns, found, null) : found
    const slice = sliceOf(project, selected, by ? [by] : [])
    if (!slice.ok) return slice
    sides.push({ selected, slice: slice.value })
  }
  const isOfTime = typeof from === 'string' && typeof to === 'string'
  if (isOfTime && !hasDates(columns)) return refuse(fault('no-dates'))
  const [before, after] = sides as [Side, Side]
  // Each side may be on one scale, and yet not on the same.
  const { refusal, nonStandard } = checkScale(
    columns,
    before.selected.map((one, row) => one | after.selected[row]!),
  )
  if (refusal) return refuse(refusal)
  const both = before.selected.map((one, row) => one & after.selected[row]!)
  const shared = sliceOf(project, both, by && both.includes(1) ? [by] : [])
  if (!shared.ok) return shared
  const codes = await comparedCodes(project, before.selected, after.selected, task)
  if (task.cancelled()) return refuse(fault('cancelled'))
  const overlaps = by !== undefined && columns.dimension(by).options !== undefined
  const segments = comparedSegments(before.slice, after.slice, shared.value, overlaps)
  return ok({
    from: before.slice.total,
    to: after.slice.total,
    change: changeOf(before.slice.total, after.slice.total, shared.value.total),
    shared: shared.value.total.n,
    segments,
    parts: sumOf(segments),
    people: isOfTime ? samePeople(columns, before.selected, after.selected, { from: before.slice.total, to: after.slice.total }) : null,
    codes,
    nonStandard,
  })
}

function clausesOf(project: Project, side: ComparedSide): Result<readonly Clause[]> {
  if (typeof side !== 'string') return ok(side)
  const clause = periodClause(project, side)
  return clause.ok ? ok([clause.value]) : clause
}

/** `shared` are the answers that are on both sides. */
export const changeOf = (from: Figure, to: Figure, { promoters, passives, detractors }: GroupCounts): Difference =>
  differenceOf(
    from,
    to,
    overlapCovariance(
      [
        [promoters, 0, 0],
        [0, passives, 0],
        [0, 0, detractors],
      ],
      from,
      to,
    ),
  )

/** The values of one dimension on both sides. */
export function comparedSegments(before: Slice, after: Slice, both: Slice, overlaps: boolean): Comparison['segments'] {
  const figuresOf = (slice: Slice): Map<string | null, Slice['total']> =>
    new Map(slice.rows.map(({ key, figure }) => [key[0] ?? null, figure]))
  const earlier = figuresOf(before)
  const later = figuresOf(after)
  const shared = figuresOf(both)
  const nobody = figureOf({ promoters: 0, passives: 0, detractors: 0 })
  const share = ({ n }: Figure, { total }: Slice): number => (total.n === 0 ? 0 : n / total.n)
  const pairs = [...new Set([...earlier.keys(), ...later.keys()])].map((value) => {
    const from = earlier.get(value) ?? nobody
    const to = later.get(value) ?? nobody
    return { value, from, to, change: changeOf(from, to, shared.get(value) ?? nobody), shareFrom: share(from, before), shareTo: share(to, after) }
  })
  const hasBoth = before.total.n > 0 && after.total.n > 0
  const parts = overlaps || !hasBoth ? null : mixAndRate(pairs.map(({ from, to, shareFrom, shareTo }) => ({ shareBefore: shareFrom, shareAfter: shareTo, before: from.nps, after: to.nps })))
  const tested = pairs.filter(({ change }) => change.verdict !== 'not-comparable')
  const qs = benjaminiHochberg(tested.map(({ change }) => change.p!))
  const qOf = new Map(tested.map(({ value }, at) => [value, qs[at]!]))
  return pairs.map((pair, at) => ({ ...pair, q: qOf.get(pair.value) ?? null, parts: parts?.[at] ?? null }))
}

/** Sums over the segments; null where one of them has no parts. */
export function sumOf(segments: Comparison['segments']): MixAndRate | null {
  const parts = segments.map((segment) => segment.parts)
  if (parts.length === 0 || parts.includes(null)) return null
  const sum = (part: keyof MixAndRate): number => parts.reduce((all, one) => all + one![part], 0)
  return { mix: sum('mix'), rate: sum('rate') }
}

/** Every code on both sides, in the order of the codebook. */
export async function comparedCodes(
  project: Project,
  before: Uint8Array,
  after: Uint8Array,
  task: Task,
): Promise<readonly ComparedCode[]> {
  const { columns, registers } = project
  if (liveCodes(registers.code).length === 0) return []
  const tags = await tagsOf(project, task)
  const [allBefore, allAfter] = [groupsIn(columns, before), groupsIn(columns, after)]
  const [fromBase, toBase] = [answersOf(allBefore), answersOf(allAfter)]
  return tags.codes.map(({ id, code, rows }) => {
    const from = effectOn(columns, before, allBefore, rows)
    const to = effectOn(columns, after, allAfter, rows)
    const change = shareDifferenceOf({ ...from, base: fromBase }, { ...to, base: toBase })
    return { id, code: code.name, color: code.color, from, to, change, contribution: contributionShift(from, to) }
  })
}
