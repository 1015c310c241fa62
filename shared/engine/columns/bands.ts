import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import { areEdges } from '../../model/bands'
import type { FieldBands } from '../../protocol/bands'
import { bandColumn, countMeasured } from '../../query/band-column'
import type { DimensionColumn } from '../../query/columns'
import { countValues } from '../../query/count-values'
import { defaultEdges } from '../../query/default-edges'
import type { ValueCount } from '../../query/types'
import { BANDS, bandsText, knownField } from '../settings/band-settings'
import type { Project } from '../project/project'
import { changeSettings, settingChange } from '../settings/settings'

/** The bands of a field, or those that `edges` would make; null for one that measures nothing. */
export function answerBands(project: Project, { field, edges }: { readonly field: string; readonly edges?: readonly number[] }): Promise<Result<FieldBands | null>> {
  const { columns } = project
  const measured = columns.measured(field)
  if (!measured) return Promise.resolve(ok(null))
  const { measure } = measured
  if (edges && !areEdges(measure, edges)) return Promise.resolve(refuse(fault('bands')))
  const counted = countMeasured(measured, columns.live)
  const cut = edges ?? columns.edges(field) ?? []
  return Promise.resolve(
    ok({
      measure,
      edges: cut,
      suited: defaultEdges(measure, counted) ?? [],
      isOwn: knownField(project.registers, field)?.edges !== undefined,
      counts: cut.length === 0 ? [] : countsOf(project, bandColumn(measured, cut), cut.length + 1),
      different: counted.length,
      low: counted[0]?.[0] ?? null,
      high: counted.at(-1)?.[0] ?? null,
    }),
  )
}

/** Bands that nobody is in are told as well: they are what is being chosen. */
function countsOf({ columns }: Project, column: DimensionColumn, bands: number): readonly ValueCount[] {
  const found = new Map(countValues(columns.live, column).map(({ value, responses }) => [value, responses]))
  return column.labels.flatMap((value, at) => {
    const responses = found.get(value) ?? 0
    return responses > 0 || at < bands ? [{ value, responses }] : []
  })
}

/** Keeps where a field is cut; null: nowhere of its own, so that it is cut as suits its values. */
export async function saveBands(project: Project, field: string, edges: readonly number[] | null): Promise<Result<null>> {
  const measured = project.columns.measured(field)
  if (!measured || (edges && !areEdges(measured.measure, edges))) return refuse(fault('bands'))
  const value = edges && bandsText(measured.measure, edges)
  return changeSettings(project, [settingChange(project, BANDS + field, value)])
}
