import { fault } from '../../base/fault'
import { isoDay } from '../../base/day'
import { ok, refuse, type Result } from '../../base/result'
import { explainRule, type Explanation } from '../../coding/explain'
import { rulesByName } from '../../coding/expand-rule'
import type { VerbatimKey } from '../../protocol/engine-api'
import { NO_DAY } from '../../query/columns'
import { cellAt } from '../../table/column'
import { commentsOf, rowOfLine } from '../comments/comments'
import { conditionRows } from './condition-rows'
import type { Project } from '../project/project'
import { DATE, readyRule, SCORE } from './ready-rule'

/** What each part of a code's rule says of one verbatim. The coders' words are left out of it. */
export function explainTag(project: Project, { verbatim, code: id }: { readonly verbatim: VerbatimKey; readonly code: string }): Result<Explanation> {
  const { columns, registers } = project
  const code = registers.code.get(id)
  const place = commentsOf(project).find(({ wave, field }) => wave.id === verbatim.wave && field === verbatim.field)
  const row = place ? rowOfLine(columns, place.span, verbatim.line) : -1
  if (!code || !place || row < 0) return refuse(fault('busy'))
  const response = place.span.first + row
  const cell = (field: string): string => {
    if (field === SCORE) return columns.scores[response]! < 0 ? '' : String(columns.scores[response])
    if (field === DATE) return columns.days[response] === NO_DAY ? '' : isoDay(columns.days[response]!)
    return cellAt(columns.text(field), response)
  }
  const rule = { source: code.rule, ready: readyRule(project, code.rule).rule, ruleOf: rulesByName(registers.code.values()) }
  return ok(
    explainRule(rule, place.text(row), {
      meets: (condition) => conditionRows(columns, condition)[response] === 1,
      cell: ({ field }) => cell(field),
    }),
  )
}
