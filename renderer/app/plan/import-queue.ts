import type { Fault } from '../../../shared/base/fault'
import type { PlanOptions } from '../../../shared/ingest/types'
import type { WaveCounts } from '../../../shared/model/records'
import type { PlanView } from '../../../shared/protocol/engine-api'
import type { OpenedFile } from '../../host/host'
import { questionsOf } from './plan-questions'

/** What importing a file would do in short, or why it cannot be read. */
export type PlanSum =
  | { readonly kind: 'plan'; readonly counts: WaveCounts; readonly questions: number }
  | { readonly kind: 'fault'; readonly fault: Fault }

/** One of the files that were chosen or dropped together. */
export interface QueuedFile {
  readonly id: number
  readonly source: OpenedFile
  readonly name: string
  /** `open`: its plan is shown; `left`: it was not imported, and will not be. */
  readonly state: 'waiting' | 'open' | 'imported' | 'left'
  /** Null until it was looked at. */
  readonly sum: PlanSum | null
  /** Chosen while it was open. */
  readonly options: PlanOptions
}

/** Whether it is a project rather than a survey export. */
export const isProject = (source: OpenedFile): boolean => 'project' in source || source.name.toLowerCase().endsWith('.earshot')

/** A project file's name as people call the project. */
export const projectTitle = (name: string): string => name.replace(/\.earshot$/i, '')

/** The queue with more files at its end; projects come first, so that exports join them. */
export function withFiles(queue: readonly QueuedFile[], sources: readonly OpenedFile[]): readonly QueuedFile[] {
  const next = Math.max(0, ...queue.map(({ id }) => id)) + 1
  const added = sources.map((source, at): QueuedFile => ({
    id: next + at,
    source,
    name: source.name,
    state: 'waiting',
    sum: null,
    options: {},
  }))
  return [...queue, ...added.toSorted((a, b) => Number(isProject(b.source)) - Number(isProject(a.source)))]
}

/** The queue with one file changed. */
export const withFile = (queue: readonly QueuedFile[], id: number, patch: Partial<QueuedFile>): readonly QueuedFile[] =>
  queue.map((file) => (file.id === id ? { ...file, ...patch } : file))

export const sumOf = (view: PlanView): PlanSum => ({ kind: 'plan', counts: view.counts, questions: questionsOf(view).length })

/** Files that can be imported without another word: their plan was summed up, brings something and asks nothing. */
export const readyFiles = (queue: readonly QueuedFile[]): readonly QueuedFile[] =>
  queue.filter(({ state, sum }) => state === 'waiting' && sum?.kind === 'plan' && sum.counts.accepted > 0 && sum.questions === 0)

/** Responses that importing the open plan and all files that are ready would bring. */
export const readyResponses = (queue: readonly QueuedFile[], open: PlanView): number =>
  readyFiles(queue).reduce((all, { sum }) => all + (sum?.kind === 'plan' ? sum.counts.accepted : 0), open.counts.accepted)
