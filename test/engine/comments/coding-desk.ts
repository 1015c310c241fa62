import { beforeEach } from 'vitest'
import { quietTask } from '../../../shared/base/task'
import { createDesk } from '../../../shared/engine/desk'
import type { Codebook, CodeDraft, EngineApi, ProjectView, Verbatim, VerbatimQuery } from '../../../shared/protocol/engine-api'
import { createMemoryShelf } from '../../helpers/memory-shelf'
import { must, testPlatform } from '../../helpers/project'

export const NFD = '배송이 늦어요'.normalize('NFD')
export const SURVEY = `Response ID,Submitted,How likely are you to recommend us?,Why?,What else?,Industry,Region
r1,2026-01-05,10,The PRICE is fair,Café nearby,Finance,
r2,2026-02-11,3,"${NFD}, price too",,Travel,North
r3,,8,Nothing,the price,,North
r4,2026-05-20,,late late,,Finance,
r5,2026-05-21,0,,  ,Finance,South
`
export const ALL: VerbatimQuery = { where: [], order: 'file', first: 0, count: 50 }

export let desk: EngineApi
export let project: ProjectView

export const draft = (patch: Partial<CodeDraft>): CodeDraft => ({ id: null, name: 'Price', parent: null, rule: '', description: '', color: '', ...patch })
export const save = async (patch: Partial<CodeDraft>): Promise<string> => must(await desk.saveCode(draft(patch), quietTask)).id
export const list = async (query: Partial<VerbatimQuery> = {}): Promise<readonly Verbatim[]> =>
  must(await desk.verbatims({ ...ALL, ...query }, quietTask)).verbatims
export const codebook = async (where: VerbatimQuery['where'] = []): Promise<Codebook> => must(await desk.codebook({ where }, quietTask))
export const unsaved = async (): Promise<number> => must(await desk.project(null, quietTask)).unsaved
export const texts = (verbatims: readonly Verbatim[]): readonly string[] => verbatims.map(({ text }) => text.normalize('NFC'))
export const wordsOf = (text: string, spans: readonly { readonly from: number; readonly to: number }[]): readonly string[] =>
  spans.map(({ from, to }) => text.slice(from, to))

/** A desk with that survey for every test. */
export function beginAtSurvey(): void {
  beforeEach(async () => {
    desk = createDesk(await testPlatform(), createMemoryShelf())
    const file = { name: 'survey.csv', bytes: new TextEncoder().encode(SURVEY) }
    must(await desk.plan({ file, options: { roles: { 4: 'comment', 5: 'comment', 6: 'segment', 7: 'segment' } } }, quietTask))
    must(await desk.createProject({ name: 'Acme' }, quietTask))
    project = must(await desk.importPlan(null, quietTask))
  })
}
