import { ok, refuse, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import { tidyRule } from '../../coding/format-rule'
import { parseRule } from '../../coding/parse-rule'
import { ruleFault } from '../../coding/read-codebook'
import type { ProjectView, RuleProofApi } from '../../protocol/engine-api'
import { auditSample } from './audit-sample'
import { correct } from '../tags/correct'
import { explainTag } from './explain-tag'
import { nearMisses } from './near-misses'
import type { Project } from '../project/project'
import { tryRule } from './try-rule'

/** The calls that show what rules do, and why. */
export const createRuleProof = (
  looking: <I, T>(work: (project: Project, input: I, task: Task) => Promise<Result<T>>) => (input: I, task: Task) => Promise<Result<T>>,
  withProject: <T>(work: (project: Project) => Promise<Result<T>>) => Promise<Result<T>>,
  changed: (result: Result<unknown>) => Promise<Result<ProjectView>>,
): RuleProofApi => ({
  formatRule: ({ rule }) => Promise.resolve(formatted(rule)),
  explainTag: looking((project, input) => Promise.resolve(explainTag(project, input))),
  nearMisses: looking(nearMisses),
  tryRule: (input) => Promise.resolve(tryRule(input)),
  auditSample: looking(auditSample),
  correct: async (input, task) => changed(await withProject((project) => correct(project, input, task))),
})

function formatted(rule: string): Result<string> {
  const parsed = parseRule(rule)
  return parsed.ok ? ok(tidyRule(rule) ?? '') : refuse(ruleFault('', rule, parsed.error, 0))
}
