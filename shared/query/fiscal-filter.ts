import { partsOfPeriod, translatePeriods } from './period'
import type { Clause, ValuesClause } from './types'

/**
 * A filter that was made where the fiscal year begins in the month `from`, for one that begins in the month `to`: the same days under
 * other names. Periods that are none in the other year become their months; such a clause no longer belongs to what had set it.
 */
export function inFiscalYear(where: readonly Clause[], from: number, to: number): readonly Clause[] {
  if (from === to) return where
  return where.map((clause) => {
    if (clause.kind === 'except') return { ...clause, where: inFiscalYear(clause.where, from, to) }
    return clause.kind === 'values' && clause.dimension.kind === 'period' ? translated(clause, clause.dimension.unit, from, to) : clause
  })
}

function translated({ source, ...clause }: ValuesClause, unit: Parameters<typeof translatePeriods>[1], from: number, to: number): ValuesClause {
  const periods = clause.values.filter((value) => value !== null && partsOfPeriod(value)?.unit === unit).map((value) => value!)
  const found = translatePeriods(periods, unit, from, to)
  const blank = clause.values.includes(null) ? [null] : []
  const kept = source !== undefined && found.unit === unit ? { source } : {}
  return { ...clause, ...kept, dimension: { kind: 'period', unit: found.unit }, values: [...found.periods, ...blank] }
}
