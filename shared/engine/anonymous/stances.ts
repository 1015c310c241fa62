import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import type { Anonymity } from '../../protocol/anonymity'
import type { EngineInput, EngineMethod, EngineOutput } from '../../protocol/engine-api'
import { methodOf } from '../settings/method'
import type { Project } from '../project/project'
import { bareComments, gatedWords, mixedOrder, ofWords, saidOfWords, withoutScores } from './gated-comments'
import { gatedCompare } from './gated-compare'
import { gatedSlice, gatedValues } from './gated-slice'

/**
 * What becomes of a call in an anonymous project. `open`: it tells nothing of who answered what. `refused`: it would, or nobody has
 * shown that it does not. `answer`: it is answered otherwise. `narrow`: only some of it may be asked, and `trim` takes out of the
 * answer what may not be told.
 */
export type Stance<M extends EngineMethod> =
  | 'open'
  | 'refused'
  | { readonly answer: (project: Project, anonymity: Anonymity, input: EngineInput<M>, task: Task) => Promise<Result<EngineOutput<M>>> }
  | { readonly narrow: (input: EngineInput<M>, project: Project) => Result<EngineInput<M>>; readonly trim?: (output: EngineOutput<M>) => EngineOutput<M> }

/** Every call has a stance: one that has none does not compile. */
export const STANCES: { readonly [M in EngineMethod]: Stance<M> } = {
  projects: 'open',
  createProject: 'open',
  openProject: 'open',
  openFile: 'open',
  saveProject: 'open',
  closeProject: 'open',
  project: 'open',
  removeProject: 'open',
  // Who was asked, not who said what: the window masks them in comments.
  names: 'open',
  plan: 'open',
  glimpse: 'open',
  replan: 'open',
  dropPlan: 'open',
  importPlan: 'open',
  exportLeftOut: 'open',
  treatAsNps: 'open',
  renameWave: 'open',
  removeWave: 'open',
  renameProject: 'open',
  openSample: 'open',
  recover: 'open',
  openRecovered: 'open',
  introduce: 'open',
  history: 'open',
  // Would tell whether somebody answered, and what there is of them.
  findRespondent: 'refused',
  eraseRespondent: 'refused',
  // What would take the promise back is refused there.
  undo: 'open',
  redo: 'open',
  stepTo: 'open',
  // Refused a second time.
  makeAnonymous: 'open',
  // The file holds every row; only a password keeps it from others.
  exportProject: 'open',
  setPassword: 'open',

  slice: { answer: gatedSlice },
  values: { answer: gatedValues },
  count: {
    answer: async (project, anonymity, { where }, task) => {
      const slice = await gatedSlice(project, anonymity, { by: [], where }, task)
      return slice.ok ? ok(slice.value.responses) : slice
    },
  },
  compare: { answer: gatedCompare },
  // Another edge, or another way to count, would tell of the few between it and the last.
  bands: 'refused',
  saveBands: 'refused',
  saveMethod: {
    narrow: (method, project) => {
      const isSame = method.fiscalStart === methodOf(project).fiscalStart && !method.perPerson
      return isSame ? ok(method) : refuse(fault('anonymous'))
    },
  },
  trend: 'refused',
  saveYardsticks: 'open',
  drivers: 'refused',
  driversWithin: 'refused',
  driverQuotes: 'refused',

  verbatims: { narrow: mixedOrder, trim: bareComments },
  nextUncoded: { narrow: mixedOrder },
  countVerbatims: {
    narrow: (input) => {
      const refused = input.lists.map((where) => ofWords({ where })).find(({ ok: is }) => !is)
      return refused && !refused.ok ? refused : ok(input)
    },
  },
  codebook: { narrow: ofWords, trim: withoutScores },
  words: { answer: gatedWords },
  themes: { narrow: ofWords },
  tag: { narrow: saidOfWords },
  mark: { narrow: saidOfWords },
  // About the words of comments alone: conditions on the response never hold here (ready-rule.ts).
  suggestTags: 'open',
  findRepeats: 'open',
  previewRule: 'open',
  judgeExamples: 'open',
  formatRule: 'open',
  explainTag: 'open',
  nearMisses: 'open',
  tryRule: 'open',
  auditSample: 'open',
  correct: 'open',
  code: 'open',
  saveCode: 'open',
  removeCode: 'open',
  operateCode: 'open',
  startCodebook: 'open',
  exportCodebook: 'open',
  codebookVersions: 'open',
  tryCodebook: 'open',
  restoreCodebook: 'open',
  saveView: 'open',
  saveLetters: 'open',

  exportResponses: { narrow: (input) => (input.format === 'codebook' ? ok(input) : refuse(fault('anonymous'))) },
  // Made of what may be shown from the start (report-head.ts), without dates, codes, quotes and rows.
  outline: 'open',
  firstPages: 'open',
  summary: 'open',
  summaryEdits: 'open',
  saveSummaryEdits: 'open',
  quoteCandidates: 'refused',
  // Draws what it is given.
  summaryChart: 'open',
  saveBrand: 'open',
}
