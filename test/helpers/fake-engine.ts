import { fault } from '../../shared/base/fault'
import { ok, refuse, type Result } from '../../shared/base/result'
import type { ColumnProfile } from '../../shared/ingest/types'
import { figureOf } from '../../shared/nps/figure'
import type { EngineApi, EngineMethod, PlanView, ProjectCard, ProjectView } from '../../shared/protocol/engine-api'
import type { EngineClient } from '../../shared/protocol/rpc'
import { NO_EDITS } from '../../shared/report/edits/edits'
import { EARSHOT_BRAND } from '../../shared/report/layout/brand'
import { STANDARD_METHOD } from '../../shared/query/method'
import type { SliceRow } from '../../shared/query/types'

const figure = (promoters: number, passives: number, detractors: number) =>
  figureOf({ promoters, passives, detractors })

const column = (index: number, header: string, patch: Partial<ColumnProfile>): ColumnProfile => ({
  index,
  header,
  name: header,
  kind: 'category',
  role: 'segment',
  scale: null,
  dateOrder: null,
  blank: 0,
  distinct: 3,
  samples: [],
  ...patch,
})

export const PLAN: PlanView = {
  file: 'answers.csv',
  format: 'csv',
  encoding: 'utf-8',
  delimiter: ',',
  sheet: null,
  sheets: [],
  headerRows: 1,
  preset: null,
  wave: 'answers',
  waves: [],
  rows: 130,
  columns: [
    column(1, 'How likely are you to recommend us?', {
      kind: 'score',
      role: 'score',
      scale: '1-10',
      samples: ['10', '7'],
    }),
    column(2, 'Industry', { samples: ['Finance', 'Retail'] }),
    column(3, 'Why?', { kind: 'text', role: 'comment', samples: ['It just works'] }),
  ],
  score: { index: 1, scale: '1-10' },
  treatAsNps: false,
  tenure: null,
  tags: null,
  counts: { accepted: 120, setAside: 4, duplicates: 3, rejected: 3, scored: 110, commented: 40 },
  invalidScores: 2,
  missingScores: 8,
  problems: [{ code: 'footer', count: 3, lines: [130, 131, 132] }],
  preview: [{ line: 2, fate: 'accepted', cells: ['10', 'Finance', 'It just works'], score: 10, reason: null }],
  samples: { accepted: [], 'set-aside': [], duplicate: [], rejected: [] },
  warnings: [{ code: 'no-date', params: {} }],
  marked: [],
  match: null,
  layout: '',
  options: {},
  remembered: null,
}

export const EMPTY_PROJECT: ProjectView = {
  id: 'p1',
  name: 'answers',
  revision: 0,
  figures: 0,
  waves: [],
  fields: [],
  periods: [],
  method: STANDARD_METHOD,
  anonymity: null,
  knowsPeople: false,
  accepted: 0,
  scored: 0,
  codes: 0,
  codebookVersion: 0,
  undo: null,
  redo: null,
  unsaved: 0,
  file: null,
  locked: false,
  views: [],
  letters: {},
  yardsticks: { targets: [], benchmarks: [] },
}

export const IMPORTED: ProjectView = {
  ...EMPTY_PROJECT,
  revision: 1,
  figures: 1,
  waves: [
    {
      id: 'w1',
      name: 'answers',
      file: 'answers.csv',
      importedAt: '2026-07-01T09:00:00Z',
      scale: '1-10',
      treatAsNps: true,
      ...PLAN.counts,
    },
  ],
  fields: [{ id: 'f2', number: 2, name: 'Industry', label: 'Industry', kind: 'category', role: 'segment' }],
  accepted: 120,
  scored: 110,
  undo: 'import',
}

const ROWS: readonly SliceRow[] = [
  { key: ['Finance'], figure: figure(50, 10, 5) },
  { key: ['Retail'], figure: figure(12, 6, 4) },
  { key: [null], figure: figure(3, 2, 1) },
]

const CARD: ProjectCard = {
  id: 'p1',
  name: 'answers',
  changedAt: '2026-07-01T09:00:00Z',
  figure: figure(65, 18, 10),
  responses: 120,
}

/** An engine of one small project, for tests of the window alone: every answer is fixed, `calls` keeps what was asked. */
export function createFakeEngine(patch: Partial<EngineApi> = {}): {
  readonly client: EngineClient
  readonly calls: EngineMethod[]
} {
  let project: ProjectView | null = null
  const become = (next: ProjectView): Promise<Result<ProjectView>> => {
    project = next
    return Promise.resolve(ok(next))
  }
  const none = <T>(): Promise<Result<T>> => Promise.resolve(refuse(fault('no-project', { path: '' })))
  const file = (name: string) => Promise.resolve(ok({ name, bytes: new Uint8Array([1]) }))
  const engine: EngineApi = {
    projects: () => Promise.resolve(ok([CARD])),
    createProject: ({ name }) => become({ ...EMPTY_PROJECT, name }),
    openProject: () => become(IMPORTED),
    recover: () => Promise.resolve(refuse(fault('damaged', { what: '' }))),
    openRecovered: () => become(IMPORTED),
    findRespondent: () => none(),
    eraseRespondent: () => none(),
    openFile: () => become(IMPORTED),
    saveProject: () => (project ? become(project) : none()),
    setPassword: ({ password }) => (project ? become({ ...project, locked: password !== null }) : none()),
    closeProject: () => {
      project = null
      return Promise.resolve(ok(null))
    },
    trend: () => Promise.resolve(ok({ open: null, rolling: [], parts: [] })),
    saveYardsticks: (yardsticks) => (project ? become({ ...project, yardsticks }) : none()),
    project: () => (project ? become(project) : none()),
    names: () => Promise.resolve(ok([])),
    removeProject: () => {
      project = null
      return Promise.resolve(ok(null))
    },
    plan: () => Promise.resolve(ok(PLAN)),
    glimpse: () => Promise.resolve(ok(PLAN)),
    replan: ({ treatAsNps, wave }) =>
      Promise.resolve(ok({ ...PLAN, treatAsNps: treatAsNps ?? false, wave: wave ?? PLAN.wave })),
    dropPlan: () => Promise.resolve(ok(null)),
    importPlan: () => become(IMPORTED),
    treatAsNps: () => become(IMPORTED),
    count: () => Promise.resolve(ok(600)),
    values: () => Promise.resolve(ok([{ value: 'answers', responses: 600 }])),
    bands: () => Promise.resolve(ok(null)),
    saveBands: () => (project ? become(project) : none()),
    slice: ({ by }) =>
      Promise.resolve(
        ok({ total: figure(65, 18, 10), rows: by.length > 0 ? ROWS : [], responses: 600, importing: false, nonStandard: '1-10' }),
      ),
    compare: () => none(),
    code: () => none(),
    drivers: () => none(),
    driversWithin: () => none(),
    driverQuotes: () => none(),
    renameWave: () => none(),
    removeWave: () => none(),
    renameProject: () => none(),
    verbatims: () => none(),
    nextUncoded: () => none(),
    codebook: () => none(),
    previewRule: () => none(),
    judgeExamples: () => none(),
    formatRule: ({ rule }) => Promise.resolve(ok(rule)),
    explainTag: () => none(),
    nearMisses: () => Promise.resolve(ok([])),
    tryRule: ({ texts }) => Promise.resolve(ok(texts.map(() => null))),
    auditSample: () => none(),
    correct: () => none(),
    words: () => none(),
    themes: () => none(),
    suggestTags: () => none(),
    saveCode: () => none(),
    operateCode: () => none(),
    startCodebook: () => none(),
    exportCodebook: ({ format }) => file(`answers codebook.${format}`),
    codebookVersions: () => none(),
    tryCodebook: () => none(),
    restoreCodebook: () => none(),
    removeCode: () => none(),
    tag: () => none(),
    mark: () => none(),
    findRepeats: () => none(),
    countVerbatims: () => none(),
    saveView: () => none(),
    saveLetters: () => none(),
    saveMethod: () => none(),
    makeAnonymous: ({ people, comments, crossed }) => (project ? become({ ...project, anonymity: { people, comments, crossed, cuts: ['f2'] } }) : none()),
    history: () => none(),
    stepTo: () => none(),
    introduce: () => none(),
    openSample: () => none(),
    outline: () => none(),
    firstPages: () => none(),
    summaryEdits: () => Promise.resolve(ok({ edits: NO_EDITS, picked: [], brand: EARSHOT_BRAND })),
    saveSummaryEdits: () => none(),
    saveBrand: () => none(),
    quoteCandidates: () => none(),
    undo: () => become({ ...EMPTY_PROJECT, revision: 2, figures: 2, redo: 'import' }),
    redo: () => become({ ...IMPORTED, revision: 3, figures: 3 }),
    summaryChart: ({ title }) => file(`${title}.svg`),
    summary: ({ format }) => file(`answers.${format}`),
    exportResponses: ({ format }) => Promise.resolve(ok({ name: `answers.${format}`, bytes: Uint8Array.of(1), rows: 100, split: 0 })),
    exportLeftOut: () => file('left out.csv'),
    exportProject: () => file('answers.earshot'),
    ...patch,
  }
  const calls: EngineMethod[] = []
  const client: EngineClient = {
    call(method, input, options = {}) {
      calls.push(method)
      const run = engine[method] as (input: unknown, task: unknown) => ReturnType<EngineClient['call']>
      const task = {
        report: options.onProgress ?? (() => undefined),
        cancelled: () => options.signal?.aborted ?? false,
        breathe: () => Promise.resolve(),
      }
      return run(input, task) as ReturnType<EngineClient['call']> as never
    },
  }
  return { client, calls }
}
