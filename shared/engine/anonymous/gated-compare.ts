import { ok, refuse, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import type { Anonymity } from '../../protocol/anonymity'
import type { Clause, CompareQuery, Comparison, Slice } from '../../query/types'
import { sliceOf } from '../figures/answers'
import { changeOf, comparedSegments, sumOf } from '../figures/compare'
import type { Project } from '../project/project'
import { checkScale } from '../figures/scale'
import { cutFault, cuttingOf, mayCross, rowsOf } from './cutting'
import { gatedSlice } from './gated-slice'

/** Two waves, or two groups, compared in what may be shown of both: without codes and people, which would part them further. */
export async function gatedCompare(project: Project, anonymity: Anonymity, { from, to, by, where }: CompareQuery, task: Task): Promise<Result<Comparison>> {
  const by1 = by ? [by] : []
  const sides: { readonly slice: Slice; readonly rows: Uint8Array; readonly fields: readonly string[] }[] = []
  for (const asked of [from, to]) {
    const side = typeof asked === 'string' ? waveNamed(project, asked) : asked
    if (!side) return refuse(cutFault(project, anonymity))
    const clauses = [...where, ...side]
    const [cutting, slice] = [cuttingOf(project, anonymity, clauses), await gatedSlice(project, anonymity, { by: by1, where: clauses }, task)]
    if (!cutting.ok) return cutting
    if (!slice.ok) return slice
    sides.push({ slice: slice.value, rows: rowsOf(project, cutting.value), fields: [...cutting.value.parts.keys()] })
  }
  const [before, after] = sides as [(typeof sides)[0], (typeof sides)[0]]
  // What groups by different fields share is a cell of both.
  const isApart = before.fields.length > 0 && after.fields.length > 0 && before.fields.toSorted().join('\n') !== after.fields.toSorted().join('\n')
  const fields = new Set([...before.fields, ...after.fields, ...(by?.kind === 'field' ? [by.field] : [])])
  if (isApart || !mayCross(anonymity, fields)) return refuse(cutFault(project, anonymity))
  const { refusal, nonStandard } = checkScale(project.columns, before.rows.map((one, row) => one | after.rows[row]!))
  if (refusal) return refuse(refusal)
  const shared = sliceOf(project, before.rows.map((one, row) => one & after.rows[row]!), by1)
  if (!shared.ok) return shared
  const withheld = [...(before.slice.withheld ?? []), ...(after.slice.withheld ?? [])]
  const hidden = new Map(withheld.map((key) => [JSON.stringify(key), key]))
  const told = (slice: Slice): Slice => ({ ...slice, rows: slice.rows.filter(({ key }) => !hidden.has(JSON.stringify(key))) })
  const segments = by ? comparedSegments(told(before.slice), told(after.slice), told(shared.value), false) : []
  const parted = hidden.size === 0 ? segments : segments.map((segment) => ({ ...segment, parts: null }))
  return ok({
    from: before.slice.total,
    to: after.slice.total,
    change: changeOf(before.slice.total, after.slice.total, shared.value.total),
    shared: shared.value.total.n,
    segments: parted,
    parts: sumOf(parted),
    people: null,
    codes: [],
    nonStandard,
    withheld: [...hidden.values()],
  })
}

/** What the command line calls a period is here the name of a wave. */
const waveNamed = ({ columns }: Project, name: string): readonly Clause[] | null =>
  columns.waves.some(({ wave }) => wave.name === name) ? [{ kind: 'values', dimension: { kind: 'wave' }, values: [name] }] : null
