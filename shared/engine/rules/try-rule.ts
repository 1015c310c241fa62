import { ok, refuse, type Result } from '../../base/result'
import { meetsCondition } from '../../coding/condition'
import { compileRules } from '../../coding/compile-rules'
import { expandRule, rulesByName } from '../../coding/expand-rule'
import { leavesOf } from '../../coding/map-rule'
import { createMatcher } from '../../coding/match'
import { parseRule } from '../../coding/parse-rule'
import { ruleFault } from '../../coding/read-codebook'
import type { RuleError } from '../../coding/rule-error'
import type { RuleTrial, TextSpan } from '../../protocol/engine-api'
import { normalize } from '../../text/normalize'

/** What a rule matches in texts that are in no project. Conditions ask the cells that are given with each text. */
export function tryRule({ rule, texts, codes }: RuleTrial): Result<readonly (readonly TextSpan[] | null)[]> {
  const wrong = (error: RuleError) => refuse(ruleFault('', rule, error, 0))
  const parsed = parseRule(rule)
  if (!parsed.ok) return wrong(parsed.error)
  const expanded = expandRule(parsed.rule, rulesByName(codes))
  if (!expanded.ok) return wrong(expanded.error)
  const known = texts.map(({ cells }) => new Map(Object.entries(cells).map(([field, cell]) => [normalize(field).text, cell])))
  for (const leaf of leavesOf(parsed.rule)) {
    const isKnown = leaf.kind !== 'condition' || known.some((cells) => cells.has(normalize(leaf.field.trim()).text))
    if (!isKnown) return wrong({ at: leaf.at, code: 'condition-unknown', piece: leaf.field })
  }
  const compiled = compileRules([expanded.rule])
  const match = createMatcher(compiled)
  return ok(
    texts.map(({ text }, at) => {
      const [found] = match(text, (number) => {
        const condition = compiled.conditions[number]!
        const cell = known[at]!.get(normalize(condition.field.trim()).text)
        return cell !== undefined && meetsCondition(condition)(cell)
      })
      return found ? found.spans.map(({ start, end }) => ({ from: start, to: end })) : null
    }),
  )
}
