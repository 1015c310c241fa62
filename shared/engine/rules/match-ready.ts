import { compileRules } from '../../coding/compile-rules'
import { createMatcher, type RuleMatch } from '../../coding/match'
import type { Columns } from '../columns/columns'
import { conditionRows } from './condition-rows'
import type { ReadyRule } from './ready-rule'

/** Tells what a rule finds in a comment of the response in a row; null where it does not match. */
export function matcherOf(columns: Columns, { rule }: ReadyRule): (text: string, row: number) => RuleMatch | null {
  const compiled = compileRules([rule])
  const conditions = compiled.conditions.map((condition) => conditionRows(columns, condition))
  const match = createMatcher(compiled)
  return (text, row) => match(text, (condition) => conditions[condition]![row] === 1)[0] ?? null
}
