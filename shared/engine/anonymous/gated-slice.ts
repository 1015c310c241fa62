import { ok, refuse, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import type { Anonymity } from '../../protocol/anonymity'
import type { Dimension, Slice, SliceQuery, SliceRow, ValueCount } from '../../query/types'
import { sliceOf } from '../figures/answers'
import type { Project } from '../project/project'
import { cutFault, cuttingOf, fewFault, fieldOf, mayCross, mayShow, rowsOf, type Cutting } from './cutting'

type Key = SliceRow['key']

/** A slice in which every row and every total may be shown; the rest is named in `withheld`. */
export function shownSlice(project: Project, anonymity: Anonymity, { by, where }: SliceQuery): Result<Slice> {
  const cutting = cuttingOf(project, anonymity, where)
  if (!cutting.ok) return cutting
  const fields = [...cutting.value.parts.keys(), ...by.flatMap((dimension) => fieldOf(dimension) ?? [])]
  const isTwice = new Set(by.map((dimension) => JSON.stringify(dimension))).size < by.length
  if (isTwice || by.some((dimension) => fieldOf(dimension) === null) || !mayCross(anonymity, new Set(fields))) return refuse(cutFault(project, anonymity))
  if (!mayShow(anonymity, cutting.value)) return refuse(fewFault(anonymity))
  const slice = sliceOf(project, rowsOf(project, cutting.value), by)
  if (!slice.ok) return slice
  const { total, rows, margins, ...about } = slice.value
  const shown = rows.filter(({ key }) => isShown(anonymity, cutting.value, by, key))
  return ok({
    ...about,
    total,
    rows: shown,
    ...(margins && { margins: margins.map((own, at) => own.filter(({ key }) => isShown(anonymity, cutting.value, [by[at]!], key))) }),
    // Who has no score is in no figure: how many do so would be one more number to take others from.
    responses: total.n,
    withheld: withheldOf(cutting.value, by, shown),
  })
}

export const gatedSlice = (project: Project, anonymity: Anonymity, query: SliceQuery, _: Task): Promise<Result<Slice>> =>
  Promise.resolve(shownSlice(project, anonymity, query))

/** A row is the filter and the row's own values. */
function isShown(anonymity: Anonymity, { waves, parts }: Cutting, by: readonly Dimension[], key: Key): boolean {
  let through = waves
  const own = new Map(parts)
  by.forEach((dimension, at) => {
    const value = key[at] ?? null
    if (dimension.kind === 'wave') through = through.filter(({ placed }) => placed.wave.name === value)
    if (dimension.kind === 'field') own.set(dimension.field, { values: new Set([value]), isRest: false })
  })
  return mayShow(anonymity, { waves: through, parts: own })
}

/** Keys of what there may be and is not shown, by name. Of two fields crossed, every pair: that nobody is in a cell is not told either. */
function withheldOf(cutting: Cutting, by: readonly Dimension[], shown: readonly SliceRow[]): readonly Key[] {
  const told = new Set(shown.map(({ key }) => JSON.stringify(key)))
  const waves = by.some(({ kind }) => kind === 'wave') ? [...cutting.waves, ...cutting.hiddenWaves] : cutting.waves
  const possible = waves.flatMap((wave) =>
    by.reduce<readonly Key[]>((keys, dimension) => {
      const values = dimension.kind === 'field' ? [...(wave.fields.get(dimension.field)?.places.keys() ?? [])] : [wave.placed.wave.name]
      const part = dimension.kind === 'field' ? cutting.parts.get(dimension.field) : undefined
      const asked = part ? values.filter((value) => part.values.has(value) !== part.isRest) : values
      return keys.flatMap((key) => asked.map((value) => [...key, value]))
    }, [[]]),
  )
  const texts = by.length === 0 ? [] : [...new Set(possible.map((key) => JSON.stringify(key)))].filter((text) => !told.has(text)).sort()
  return texts.map((text) => JSON.parse(text) as Key)
}

/** The values that may be shown, each with the scored responses that it has. */
export async function gatedValues(project: Project, anonymity: Anonymity, { of, where }: { readonly of: Dimension; readonly where: SliceQuery['where'] }, task: Task): Promise<Result<readonly ValueCount[]>> {
  const slice = await gatedSlice(project, anonymity, { by: [of], where }, task)
  return slice.ok ? ok(slice.value.rows.map(({ key, figure }) => ({ value: key[0] ?? null, responses: figure.n }))) : slice
}
