import { ok, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import type { ProjectView, SummaryEditsApi } from '../../protocol/engine-api'
import { brandOf, saveBrand } from '../settings/brand'
import type { Project } from '../project/project'
import { pickedQuotes, quoteCandidates } from './quote-candidates'
import { firstPages } from './summary'
import { editsOf, saveEdits } from '../settings/summary-edits'

interface Ways {
  readonly looking: <I, T>(work: (project: Project, input: I, task: Task) => Promise<Result<T>>) => (input: I, task: Task) => Promise<Result<T>>
  readonly withProject: <T>(work: (project: Project) => Promise<Result<T>> | Result<T>) => Promise<Result<T>>
  readonly changed: (result: Result<unknown>) => Promise<Result<ProjectView>>
}

/** The calls of the summary screen: what people changed in the summary, and how it is dressed. */
export const createSummaryCalls = ({ looking, withProject, changed }: Ways): SummaryEditsApi => ({
  firstPages: looking(firstPages),
  summaryEdits: looking(async (project, { where, locale }, task) => {
    const edits = editsOf(project, locale)
    const picked = await pickedQuotes(project, edits, where, locale, task)
    return picked.ok ? ok({ edits, picked: picked.value, brand: brandOf(project) }) : picked
  }),
  saveSummaryEdits: async ({ locale, edits }) => changed(await withProject((project) => saveEdits(project, locale, edits))),
  saveBrand: async (brand) => changed(await withProject((project) => saveBrand(project, brand))),
  quoteCandidates: looking(quoteCandidates),
})
