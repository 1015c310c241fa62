import type { ProjectView } from '../../../shared/protocol/engine-api'
import type { Dimension } from '../../../shared/query/types'
import { firstBeside, firstDimension, hasDimension, isBanded, sameDimension } from '../figures/dimension'
import type { Crossed, SliceState, Trend } from './slice-state'
import { firstSort } from '../figures/sort-rows'

type Settled = Pick<SliceState, 'dimension' | 'sort' | 'crossed' | 'trend'>

/** What is chosen as far as the project (still) has it; the first that suits, for what it has not. */
export function settleSlice(slice: SliceState, project: ProjectView): Settled {
  const kept = (dimension: Dimension | null): Dimension | null =>
    dimension && hasDimension(project, dimension) ? dimension : null
  const dimension = kept(slice.dimension) ?? firstDimension(project)
  const changed = dimension !== null && dimension !== slice.dimension
  return {
    dimension,
    sort: changed ? firstSort(dimension, isBanded(dimension, project)) : slice.sort,
    crossed: settleCrossed(slice.crossed, kept, dimension, project),
    trend: settleTrend(slice.trend, kept, project),
  }
}

/** The rows start with the field that was looked at alone; nothing is crossed with itself. */
function settleCrossed(
  { rows, columns, each, sort }: Crossed,
  kept: (dimension: Dimension | null) => Dimension | null,
  dimension: Dimension | null,
  project: ProjectView,
): Crossed {
  const across = kept(columns)
  const down = kept(rows) ?? (across && sameDimension(across, dimension) ? firstBeside(project, across) : dimension)
  const beside = sameDimension(across, down) ? firstBeside(project, down) : (across ?? firstBeside(project, down))
  const third = kept(each)
  return { rows: down, columns: beside, each: sameDimension(third, down) || sameDimension(third, beside) ? null : third, sort }
}

function settleTrend(
  { unit, split }: Trend,
  kept: (dimension: Dimension | null) => Dimension | null,
  project: ProjectView,
): Trend {
  const by = kept(split)
  return {
    unit: unit && project.periods.includes(unit) ? unit : null,
    split: by?.kind === 'period' ? null : by,
  }
}
