import type { Task } from '../base/task'
import type { EngineApi, EngineMethod } from '../protocol/engine-api'
import type { createQueue } from '../base/queue'

/** Calls that do not change what is open; all others wait for one another, so that none finds the project gone half way. */
const LOOKS: ReadonlySet<EngineMethod> = new Set<EngineMethod>([
  'projects',
  'project',
  'count',
  'values',
  'slice',
  'bands',
  'compare',
  'trend',
  'drivers',
  'driversWithin',
  'driverQuotes',
  'verbatims',
  'nextUncoded',
  'codebook',
  'countVerbatims',
  'findRepeats',
  'history',
  'previewRule',
  'judgeExamples',
  'formatRule',
  'explainTag',
  'nearMisses',
  'tryRule',
  'auditSample',
  'words',
  'themes',
  'suggestTags',
  'codebookVersions',
  'tryCodebook',
  'outline',
  'firstPages',
  'summaryEdits',
  'quoteCandidates',
])

/** The desk whose changes are made one after the other. */
export function inTurn(desk: EngineApi, queue: ReturnType<typeof createQueue>): EngineApi {
  const entries = Object.entries(desk) as [EngineMethod, (input: unknown, task: Task) => Promise<unknown>][]
  const queued = entries.map(([method, run]) =>
    LOOKS.has(method) ? [method, run] : [method, (input: unknown, task: Task) => queue(() => run(input, task))],
  )
  return Object.fromEntries(queued) as EngineApi
}
