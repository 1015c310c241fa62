import { describe, expect, it } from 'vitest'
import { fault } from '../../../shared/base/fault'
import { refuse } from '../../../shared/base/result'
import { quietTask } from '../../../shared/base/task'
import { eraseRespondents, findRespondents, foundRespondents, type Erasure } from '../../../shared/engine/erase/erase-respondent'
import { answerHistory, stepTo } from '../../../shared/engine/history/history'
import { importPlan, planFile, readFile } from '../../../shared/engine/import/import-file'
import { createMemoryStore } from '../../../shared/engine/project/memory-store'
import type { Project } from '../../../shared/engine/project/project'
import { saveCode } from '../../../shared/engine/codebook/save-code'
import { saveView } from '../../../shared/engine/settings/desk-settings'
import { editsOf, saveEdits } from '../../../shared/engine/settings/summary-edits'
import { tagVerbatims } from '../../../shared/engine/tags/tag'
import { markVerbatims } from '../../../shared/engine/tags/mark'
import { verifyProject } from '../../../shared/engine/recover/verify-project'
import type { ProjectStore } from '../../../shared/protocol/store'
import type { Whom } from '../../../shared/protocol/erase'
import { CANARY, ERASE_OPTIONS, erasedTracesIn, line, nothingKept, said, survey } from '../../helpers/erase-survey'
import { must, newProject, reopen } from '../../helpers/project'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

async function bring(project: Project, name: string, csv: string) {
  const read = must(await readFile(project.platform, { name, bytes: bytesOf(csv) }, ERASE_OPTIONS, quietTask))
  const plan = must(await planFile(read, ERASE_OPTIONS, project))
  must(await importPlan(project, read, plan, quietTask))
  return plan
}

/** Two waves in both of which the person answered, with what coders made of that. */
async function filled(store: ProjectStore = createMemoryStore()): Promise<Project> {
  const project = await newProject(store)
  // A duplicate of the person's first response, with everything in it, is left out and kept.
  await bring(project, 'q1.csv', survey(100, [line('R-103', '2026-04-10', '2', said(CANARY.comment), CANARY.respondent, CANARY.email, CANARY.name, CANARY.site)]))
  await bring(project, 'q2.csv', survey(200))
  return project
}

const placeOf = (project: Project, wave: number, at: number) => {
  const { id, wave: record } = project.columns.waves[wave]!
  return { wave: id, line: at, field: record.columns.find(({ role }) => role === 'comment')!.field }
}

async function erase(project: Project, whom: Whom, keep: readonly string[] = []): Promise<Erasure> {
  const found = must(findRespondents(project, whom))
  const people = foundRespondents(found)
  expect(people).toHaveLength(1)
  return must(await eraseRespondents(project, found, { keys: ['0'], keep }, nothingKept, quietTask))
}

/** The canaries in what a store keeps. */
const canariesIn = async (store: ProjectStore): Promise<readonly string[]> => erasedTracesIn([await store.readSnapshot(), await store.readJournal()])

describe('finding somebody', () => {
  it('takes a respondent, an address, a response id or a name, as it is written, in all waves', async () => {
    const project = await filled()
    for (const value of [CANARY.respondent, CANARY.email, ` ${CANARY.email.toUpperCase()} `, CANARY.name, 'R-203']) {
      const [person, ...more] = foundRespondents(must(findRespondents(project, { value })))
      expect(more).toEqual([])
      expect(person).toMatchObject({ counts: { responses: 4, comments: 4, leftOut: 1 }, waves: [{ name: 'q1', responses: 2, removed: false }, { name: 'q2', responses: 2, removed: false }] })
      expect(person!.names).toEqual([CANARY.respondent, CANARY.email, CANARY.name])
    }
    expect(foundRespondents(must(findRespondents(project, placeOf(project, 1, 5))))[0]?.counts.responses).toBe(4)
    for (const value of ['CUST', 'nobody@example.com', '', 'it went well, case 1']) expect(findRespondents(project, { value })).toEqual(refuse(fault('no-respondent')))
    expect(findRespondents(project, { wave: 'w', line: 2 })).toEqual(refuse(fault('no-respondent')))
  })

  it('tells people of one name apart', async () => {
    const project = await filled()
    const people = foundRespondents(must(findRespondents(project, { value: 'Kim Minsu' })))
    expect(people.map(({ names }) => names[0])).toEqual(['C-0', 'C-2', 'C-4', 'C-6'])
    expect(people.map(({ counts }) => counts.responses)).toEqual([2, 2, 2, 2])
  })
})

describe('erasing somebody', () => {
  it('leaves no trace in the store, of rows, words, history or undone changes, and says what went', async () => {
    const store = createMemoryStore()
    let project = await filled(store)
    const own = placeOf(project, 0, 5)
    const other = placeOf(project, 0, 2)
    const price = must(await saveCode(project, { id: null, name: 'Courier', parent: null, rule: `courier OR ${CANARY.name}`, description: '', color: '', mustHit: [CANARY.comment, 'the courier was late'] } as never))
    must(await tagVerbatims(project, { verbatims: [own, other], code: price, verdict: 'add' }, quietTask))
    must(await markVerbatims(project, { verbatims: [own], kind: 'note', set: true, text: CANARY.note }, quietTask))
    must(await markVerbatims(project, { verbatims: [own], kind: 'quote', set: true }, quietTask))
    must(await markVerbatims(project, { verbatims: [other], kind: 'note', set: true, text: `like ${CANARY.email}: parcel behind the greenhouse twice` }, quietTask))
    must(await saveView(project, 'v', { name: 'Zanzibar', where: [{ kind: 'values', dimension: { kind: 'field', field: 'f' }, values: [CANARY.site] }], order: 'file' }))
    const edits = editsOf(project, 'en')
    must(await saveEdits(project, 'en', { ...edits, quotes: [{ key: 'q', pick: own }], remarks: [{ slide: 's', text: `As one wrote: ${CANARY.comment}!` }] }))
    must(await project.undo())
    const after = await project.hash()
    must(await project.redo())
    expect(await canariesIn(store)).not.toEqual([])

    const found = must(findRespondents(project, { value: CANARY.email }))
    const [person] = foundRespondents(found)
    expect(person!.mentions.map(({ place, name }) => `${place} ${name}`.trim()).toSorted()).toEqual(['code Courier', 'note', 'summary', 'view Zanzibar'])
    expect(person!.mentions.find(({ place }) => place === 'code')?.texts).toEqual([`courier OR ${CANARY.name}`, CANARY.comment])
    const erased = must(await eraseRespondents(project, found, { keys: [person!.key], keep: [] }, nothingKept, quietTask))
    expect(erased.receipt).toMatchObject({ respondents: 1, counts: { responses: 4, comments: 4, leftOut: 1, tags: 1, notes: 1, quotes: 1 }, mentions: { cut: 4, kept: 0 } })
    expect(JSON.stringify(erased.receipt)).not.toContain('Quax')
    project = erased.project
    expect(await canariesIn(store)).toEqual([])
    expect(must(await verifyProject(project.platform, store, 'p', quietTask))).toEqual([])
    expect(must(await answerHistory(project, { first: 0, count: 1 })).entries[0]).toMatchObject({ intent: 'erase', state: 'done', steps: 0, about: { erased: { respondents: 1, responses: 4 } } })

    project = await reopen(store)
    expect(project.registers.code.get(price)).toMatchObject({ rule: 'courier OR erased', mustHit: ['the courier was late'] })
    expect([...project.registers.decision.values()].map(({ line: at }) => at)).toEqual([2])
    expect([...project.registers.mark.values()].map(({ text }) => text)).toEqual(['like ▇▇▇: ▇▇▇'])
    expect(editsOf(project, 'en')).toMatchObject({ quotes: [], remarks: [{ slide: 's', text: 'As one wrote: ▇▇▇!' }] })
    expect([...project.registers.wave.values()].map(({ counts }) => counts)).toEqual([
      { accepted: 8, setAside: 0, duplicates: 0, rejected: 0, scored: 8, commented: 8 },
      { accepted: 8, setAside: 0, duplicates: 0, rejected: 0, scored: 8, commented: 8 },
    ])
    const now = await project.hash()
    expect(now).not.toBe(after)
    // All the way back and forth again, and no further: there is no step that brings anybody back.
    const { entries } = must(await answerHistory(project, { first: 0, count: 100 }))
    expect(await stepTo(project, entries[0]!.id)).toEqual(refuse(fault('busy')))
    must(await stepTo(project, null))
    expect(project.registers.wave.size).toBe(0)
    must(await stepTo(project, entries[1]!.id))
    expect(await project.hash()).toBe(now)
    must(await project.save())
    expect(await canariesIn(store)).toEqual([])
  })

  it('keeps texts that somebody says are not about the person', async () => {
    const project = await filled()
    const other = placeOf(project, 0, 2)
    must(await markVerbatims(project, { verbatims: [other], kind: 'note', set: true, text: `not ${CANARY.name}, but alike` }, quietTask))
    const [mention] = foundRespondents(must(findRespondents(project, { value: CANARY.respondent })))[0]!.mentions
    const { project: next, receipt } = await erase(project, { value: CANARY.respondent }, [mention!.id, 'mark/of/nobody'])
    expect(receipt.mentions).toEqual({ cut: 0, kept: 1 })
    expect([...next.registers.mark.values()][0]?.text).toBe(`not ${CANARY.name}, but alike`)
  })

  it('is refused where the project has changed since, and a second time finds nobody', async () => {
    const store = createMemoryStore()
    const project = await filled(store)
    const found = must(findRespondents(project, { value: CANARY.respondent }))
    must(await project.undo())
    expect(await eraseRespondents(project, found, { keys: ['0'], keep: [] }, nothingKept, quietTask)).toEqual(refuse(fault('busy')))
    expect(await eraseRespondents(project, found, { keys: [], keep: [] }, nothingKept, quietTask)).toEqual(refuse(fault('no-respondent')))
    // Rows of an import that was undone are still there, and go too.
    const { project: next, receipt } = await erase(project, { value: CANARY.respondent })
    expect(receipt.counts.responses).toBe(4)
    expect(findRespondents(next, { value: CANARY.respondent })).toEqual(refuse(fault('no-respondent')))
    expect(await canariesIn(store)).toEqual([])
    must(await next.redo())
    expect(next.columns.live.reduce((sum, live) => sum + live, 0)).toBe(16)
    // Another person, after the first.
    const third = await erase(next, { value: 'C-1' })
    expect(must(await answerHistory(third.project, { first: 0, count: 5 })).entries.map(({ intent, about }) => [intent, about.erased?.responses])).toEqual([
      ['erase', 2],
      ['erase', 4],
      ['import', undefined],
      ['import', undefined],
      ['create', undefined],
    ])
  })

  it('leaves erased responses out when another file brings them back', async () => {
    const store = createMemoryStore()
    const { project } = await erase(await filled(store), { value: CANARY.respondent })
    const again = survey(100, [line('R-110', '2026-06-11', '9', said('new and good'), 'C-77', 'c77@example.com', 'Ana Roy', 'Depot North')])
    const plan = await bring(project, 'q1 again.csv', again)
    expect(plan.warnings).toContainEqual({ code: 'erased-rows', params: { count: 2 } })
    must(await project.save())
    expect(await canariesIn(store)).toEqual([])
    expect([...project.registers.wave.values()].at(-1)?.counts).toMatchObject({ accepted: 1, duplicates: 8 })
    // The person may answer again: that is another response.
    const later = await bring(project, 'q3.csv', survey(300))
    expect(later.warnings.some(({ code }) => code === 'erased-rows')).toBe(false)
    expect(project.columns.waves.at(-1)?.span.rows).toBe(10)
  })
})
