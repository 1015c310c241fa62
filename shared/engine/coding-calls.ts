import { fault } from '../base/fault'
import { fileName } from '../base/file-name'
import { ok, refuse, type Result } from '../base/result'
import type { Task } from '../base/task'
import type { EngineApi, ProjectView, RuleProofApi, SavedCode } from '../protocol/engine-api'
import type { DriversApi } from '../protocol/drivers'
import type { WordsApi } from '../protocol/words'
import { codeProject } from './codebook/code-project'
import { answerCodebook } from './codebook/codebook'
import { tryVersion } from './codebook/codebook-trial'
import { codebookVersions, restoreVersion } from './codebook/codebook-versions'
import { saveLetters, saveView } from './settings/desk-settings'
import { quotesFor } from './drivers/driver-quotes'
import { answerDriversWithin } from './drivers/drivers-within'
import { judgeDraft } from './codebook/examples'
import { exportCodebook } from './export/export-codebook'
import { answerHistory, stepTo } from './history/history'
import { markVerbatims } from './tags/mark'
import { saveMethod } from './settings/method'
import { operateCode } from './codebook/operate-code'
import { answerNames } from './people/person-mask'
import { previewRule } from './rules/preview-rule'
import { proposeThemes } from './words/propose-themes'
import { repeatsOf } from './comments/repeats'
import { createRuleProof } from './rules/rule-proof'
import { removeCode, saveCode } from './codebook/save-code'
import { startCodebook } from './codebook/start-codebook'
import { suggestTags } from './tags/suggest-tags'
import { tagVerbatims } from './tags/tag'
import { answerDrivers, codingOf } from './tags/tagging'
import { answerVerbatims, countVerbatims, nextUncoded } from './comments/verbatims'
import { answerWords } from './words/words'
import type { Project } from './project/project'

/** How calls reach the open project, and what is told of it after a change. */
interface Ways {
  readonly looking: <I, T>(work: (project: Project, input: I, task: Task) => Promise<Result<T>>) => (input: I, task: Task) => Promise<Result<T>>
  readonly withProject: <T>(work: (project: Project) => Promise<Result<T>> | Result<T>) => Promise<Result<T>>
  readonly changed: (result: Result<unknown>) => Promise<Result<ProjectView>>
  readonly saved: (id: Result<string>) => Promise<Result<SavedCode>>
}

type CodingCall =
  | keyof DriversApi
  | keyof RuleProofApi
  | keyof WordsApi
  | 'names'
  | 'code'
  | 'drivers'
  | 'verbatims'
  | 'nextUncoded'
  | 'codebook'
  | 'previewRule'
  | 'judgeExamples'
  | 'saveCode'
  | 'operateCode'
  | 'startCodebook'
  | 'exportCodebook'
  | 'codebookVersions'
  | 'tryCodebook'
  | 'restoreCodebook'
  | 'removeCode'
  | 'tag'
  | 'mark'
  | 'countVerbatims'
  | 'findRepeats'
  | 'saveView'
  | 'saveLetters'
  | 'saveMethod'
  | 'history'
  | 'stepTo'

/** The calls of the code screen: the codebook, its rules, and what is said of verbatims. */
export const createCodingCalls = ({ looking, withProject, changed, saved }: Ways): Pick<EngineApi, CodingCall> => ({
  code: ({ csv }, task) =>
    withProject(async (project) => {
      const done = await codeProject(project, csv)
      return done.ok ? ok(await codingOf(project, task)) : done
    }),
  names: looking((project, _, task) => answerNames(project, task)),
  drivers: looking((project, _, task) => answerDrivers(project, task)),
  driversWithin: looking(answerDriversWithin),
  driverQuotes: looking(quotesFor),
  verbatims: looking(answerVerbatims),
  nextUncoded: looking(nextUncoded),
  codebook: looking((project, { where }, task) => answerCodebook(project, where, task)),
  previewRule: looking(previewRule),
  judgeExamples: looking((project, draft) => Promise.resolve(judgeDraft(project, draft))),
  saveCode: async (draft) => saved(await withProject((project) => saveCode(project, draft))),
  operateCode: async (operation, task) => saved(await withProject((project) => operateCode(project, operation, task))),
  ...createRuleProof(looking, withProject, changed),
  words: looking(answerWords),
  themes: looking(proposeThemes),
  suggestTags: looking(suggestTags),
  startCodebook: async ({ locale }) => changed(await withProject((project) => startCodebook(project, locale))),
  exportCodebook: ({ format }, task) =>
    withProject(async (project) => {
      const bytes = await exportCodebook(project, format, task)
      return bytes.ok ? ok({ name: fileName(`${project.name} codebook.${format}`), bytes: bytes.value }) : bytes
    }),
  codebookVersions: looking((project) => Promise.resolve(ok(codebookVersions(project)))),
  tryCodebook: looking((project, { version }, task) => tryVersion(project, version, task)),
  restoreCodebook: async ({ version }) => changed(await withProject((project) => restoreVersion(project, version))),
  removeCode: async ({ id }, task) => changed(await withProject((project) => removeCode(project, id, task))),
  tag: async (request, task) => changed(await withProject((project) => tagVerbatims(project, request, task))),
  mark: async (request, task) => changed(await withProject((project) => markVerbatims(project, request, task))),
  countVerbatims: looking(countVerbatims),
  findRepeats: looking(async (project, _: null, task) => {
    const repeats = await repeatsOf(project, task)
    return repeats ? ok({ groups: repeats.count, repeated: repeats.repeated }) : refuse(fault('cancelled'))
  }),
  saveView: async ({ id, view }) => changed(await withProject((project) => saveView(project, id, view))),
  saveLetters: async ({ letters }) => changed(await withProject((project) => saveLetters(project, letters))),
  saveMethod: async (method) => changed(await withProject((project) => saveMethod(project, method))),
  history: looking(answerHistory),
  stepTo: async ({ entry }, task) => changed(await withProject((project) => stepTo(project, entry, task))),
})
