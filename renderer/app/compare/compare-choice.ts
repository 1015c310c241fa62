import type { ProjectView } from '../../../shared/protocol/engine-api'
import { choosePair, chooseUnit } from '../../../shared/query/period-pair'
import type { Dimension, PeriodUnit } from '../../../shared/query/types'
import type { CompareChoice, CompareState, CompareWishes, FilterPair, PeriodChoice } from './compare-state'
import { dimensionOptions, type DimensionOption } from '../slice/dimension-options'
import { hasDimension, sameDimension } from '../figures/dimension'
import { comparedWhere, SIDES } from './compare-sides'
import { fiscalStart } from '../project/fiscal'
import type { Words } from '../words/words'

type Periods = NonNullable<CompareState['periods']>

/** Units with two periods to compare. */
export const comparableUnits = (periods: Periods): readonly PeriodUnit[] =>
  (['month', 'quarter', 'half', 'year'] as const).filter((unit) => (periods[unit]?.length ?? 0) >= 2)

/** Everything to split a comparison by but time. */
export const splitOptions = (project: ProjectView, words: Words): readonly DimensionOption[] =>
  dimensionOptions(project, words).filter(({ value }) => !value.startsWith('period:'))

const FIRST_KINDS = ['category', 'multi', 'number'] as const

/** The first thing to split by: a field with few enough values to read, else the wave. What both sides differ in by themselves is left out. */
function firstSplit(project: ProjectView, isUsed: (dimension: Dimension) => boolean = () => false): Dimension | null {
  const fields = project.fields.filter(({ id }) => hasDimension(project, { kind: 'field', field: id }) && !isUsed({ kind: 'field', field: id }))
  const field = FIRST_KINDS.flatMap((kind) => fields.filter((each) => each.kind === kind))[0] ?? fields[0]
  if (field) return { kind: 'field', field: field.id }
  return project.waves.length > 1 ? { kind: 'wave' } : null
}

/** The first saved view against everybody else; in an anonymous project, which has no dates, the last two waves. */
function firstSides(project: ProjectView): Pick<FilterPair, 'from' | 'to'> {
  const [before, last] = project.waves.slice(-2)
  if (project.anonymity && before && last) return { from: ofWave(before.name), to: ofWave(last.name) }
  const [view] = project.views
  return { from: { kind: view ? 'rest' : 'all' }, to: view ? { kind: 'view', id: view.id } : { kind: 'all' } }
}

const ofWave = (name: string): FilterPair['from'] => ({ kind: 'own', where: [{ kind: 'values', dimension: { kind: 'wave' }, values: [name] }] })

/** Two filters, as far as chosen; the first saved view against everybody else to begin with. */
function chooseFilters({ sides, by }: CompareWishes, project: ProjectView): CompareChoice {
  const pair: FilterPair = { kind: 'filters', ...firstSides(project), ...sides }
  const isUsed = (dimension: Dimension): boolean =>
    SIDES.some((id) => comparedWhere(pair, id, project).some((clause) => clause.kind === 'values' && sameDimension(clause.dimension, dimension)))
  return { ...pair, by: by !== undefined && (by === null || hasDimension(project, by)) ? by : firstSplit(project, isUsed) }
}

/**
 * What to compare: as wanted where there are answers; the unit, the periods and the field that suit the answers where
 * not. Null where periods are wanted and there are no two.
 */
export function chooseComparison(
  wanted: CompareWishes,
  periods: Periods,
  project: ProjectView,
  today: string,
): CompareChoice | null {
  if (wanted.kind === 'filters' || project.anonymity) return chooseFilters(wanted, project)
  const by = wanted.by !== undefined && (wanted.by === null || hasDimension(project, wanted.by)) ? wanted.by : firstSplit(project)
  const units = comparableUnits(periods)
  const suited = chooseUnit((unit) => periods[unit] ?? [])
  const unit = [wanted.unit, suited ?? undefined, 'quarter' as const].find((each) => each && units.includes(each)) ?? units[0]
  if (!unit) return null
  const points = periods[unit] ?? []
  const has = (period: string | undefined): period is string => points.some((point) => point.period === period)
  const pair = choosePair(points, today, fiscalStart(project)) ?? lastTwo(points)
  if (!pair) return null
  const [from, to] = pair
  const isWanted = has(wanted.from) && has(wanted.to) && wanted.from !== wanted.to
  return {
    kind: 'periods',
    unit,
    from: isWanted ? (wanted.from ?? from.period) : from.period,
    to: isWanted ? (wanted.to ?? to.period) : to.period,
    by,
  }
}

/** All of them are of a few answers beside one that has many. */
function lastTwo(points: readonly PeriodChoice[]): readonly [PeriodChoice, PeriodChoice] | null {
  const [from, to] = points.slice(-2)
  return from && to ? [from, to] : null
}
