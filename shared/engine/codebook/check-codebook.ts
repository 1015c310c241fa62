import { ok, refuse, type Result } from '../../base/result'
import { rulesByName } from '../../coding/expand-rule'
import type { Example } from '../../coding/judge-examples'
import { ruleFault } from '../../coding/read-codebook'
import type { Decoder, SourceFile } from '../../ingest/types'
import { codesIn } from './codebook-file'
import { judgeCode } from './examples'
import { checkRule } from '../rules/ready-rule'

export interface CodebookCheck {
  readonly codes: number
  /** Examples that hold. */
  readonly passed: number
  readonly failed: readonly (Example & { readonly code: string })[]
}

/**
 * Judges the examples of a codebook file by its rules, those of codes that a rule names in their place. Without a
 * project nothing is known of fields, so conditions on the response are left out. Refuses a wrong codebook.
 */
export function checkCodebook(decoder: Decoder, file: SourceFile): Result<CodebookCheck> {
  const entries = codesIn(decoder, file)
  if (!entries.ok) return entries
  const ruleOf = rulesByName(entries.value)
  let passed = 0
  const failed: CodebookCheck['failed'][number][] = []
  for (const { name, rule, line, ...entry } of entries.value) {
    const error = checkRule(rule, { ruleOf, fields: null })
    if (error) return refuse(ruleFault(name, rule, error, line))
    for (const { kind, text, holds } of judgeCode({ ...entry, rule }, ruleOf)) {
      if (holds) passed += 1
      else failed.push({ code: name, kind, text })
    }
  }
  return ok({ codes: entries.value.length, passed, failed })
}
