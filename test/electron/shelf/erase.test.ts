import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createProjectShelf, type ProjectShelf } from '../../../electron/shelf/project-shelf'
import { fault } from '../../../shared/base/fault'
import { refuse } from '../../../shared/base/result'
import { quietTask } from '../../../shared/base/task'
import { createDesk } from '../../../shared/engine/desk'
import type { EngineApi } from '../../../shared/protocol/engine-api'
import { callsOf, shelfOf } from '../../../shared/protocol/store-rpc'
import { commandLine } from '../../helpers/command-line'
import { CANARY, ERASE_OPTIONS, erasedTracesIn, survey } from '../../helpers/erase-survey'
import { must, testPlatform } from '../../helpers/project'

let folder = ''
const app = (): string => join(folder, 'config', 'Earshot')
const projects = (): string => join(app(), 'projects')
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)
const STALE = bytesOf(`what a writer left that died: ${CANARY.email}`)

const filesIn = (path: string): readonly string[] =>
  readdirSync(path, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? filesIn(join(path, entry.name)) : [join(path, entry.name)]))
const traces = (path = folder): readonly string[] => erasedTracesIn(filesIn(path).map((name) => readFileSync(name)))

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'earshot-erase-'))
  mkdirSync(projects(), { recursive: true })
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** The app, its window and the shelf apart as they are on the desktop. */
async function start(): Promise<{ readonly desk: EngineApi; readonly shelf: ProjectShelf }> {
  const shelf = createProjectShelf(projects())
  return { desk: createDesk(await testPlatform(), shelfOf(callsOf(shelf).calls)), shelf }
}

async function bring(desk: EngineApi, name: string, first: number): Promise<void> {
  must(await desk.plan({ file: { name, bytes: bytesOf(survey(first)) }, options: ERASE_OPTIONS }, quietTask))
  must(await desk.importPlan(null, quietTask))
}

/** A project with two waves, saved several times, a note that is not saved yet. */
async function filled(desk: EngineApi): Promise<string> {
  const { id } = must(await desk.createProject({ name: 'Deliveries' }, quietTask))
  await bring(desk, 'q1.csv', 100)
  await bring(desk, 'q2.csv', 200)
  const [verbatim] = must(await desk.verbatims({ where: [{ kind: 'text', text: 'greenhouse' }], order: 'file', first: 0, count: 1 }, quietTask)).verbatims
  must(await desk.mark({ verbatims: [verbatim!], kind: 'note', set: true, text: CANARY.note }, quietTask))
  must(await desk.saveProject(null, quietTask))
  must(await desk.renameProject({ name: 'Deliveries and returns' }, quietTask))
  return id
}

async function erase(desk: EngineApi): Promise<void> {
  const [person] = must(await desk.findRespondent({ value: CANARY.email }, quietTask))
  const { receipt, project } = must(await desk.eraseRespondent({ keys: [person!.key], keep: [] }, quietTask))
  expect(receipt.counts).toMatchObject({ responses: 4, comments: 4, notes: 1 })
  expect(project.accepted).toBe(16)
}

describe('on the desktop', () => {
  it('leaves nobody erased in any file of the app, of a project that it keeps', async () => {
    const { desk, shelf } = await start()
    const id = await filled(desk)
    expect(traces()).not.toEqual([])
    const generations = (await shelf.generations!(id)).length
    expect(generations).toBeGreaterThan(1)
    await erase(desk)
    expect(traces()).toEqual([])
    must(await desk.renameProject({ name: 'Returns' }, quietTask))
    must(await desk.undo(null, quietTask))
    must(await desk.closeProject(null, quietTask))
    expect(traces()).toEqual([])
    // A fresh earlier state is kept from then on.
    expect((await shelf.generations!(id)).length).toBeGreaterThan(0)
    expect((await shelf.generations!(id)).length).toBeLessThanOrEqual(generations)
    const again = await start()
    expect(must(await again.desk.openProject({ id }, quietTask)).accepted).toBe(16)
    expect(await again.desk.findRespondent({ value: CANARY.email }, quietTask)).toEqual(refuse(fault('no-respondent')))
    must(await again.desk.closeProject(null, quietTask))
  })

  it('nor of one that is a file of the person, with what writers that died left of it', async () => {
    const { desk, shelf } = await start()
    const id = await filled(desk)
    const file = join(folder, 'deliveries.earshot')
    must(await shelf.keep(id, file))
    must(await desk.saveProject(null, quietTask))
    must(await desk.closeProject(null, quietTask))
    const own = join(projects(), id, 'project.earshot')
    for (const left of [`${file}.4194303.tmp`, `${file}.journal.4194303.once.tmp`, `${own}.journal.4194303.once.tmp`, `${own}.4194303.tmp`, `${own}.batch-ab.4194303.tmp`, `${own}.batch-ab`]) writeFileSync(left, STALE)
    must(await desk.openProject({ id }, quietTask))
    await erase(desk)
    expect(traces()).toEqual([])
    must(await desk.closeProject(null, quietTask))
    expect(traces()).toEqual([])
  })

  it('nor of one with a password, which keeps it', async () => {
    const { desk } = await start()
    const id = await filled(desk)
    must(await desk.setPassword({ password: 'correct horse' }, quietTask))
    await erase(desk)
    must(await desk.renameProject({ name: 'Returns' }, quietTask))
    must(await desk.closeProject(null, quietTask))
    expect(traces()).toEqual([])
    const again = await start()
    expect(await again.desk.openProject({ id }, quietTask)).toMatchObject({ ok: false, fault: { code: 'password' } })
    expect(must(await again.desk.openProject({ id, password: 'correct horse' }, quietTask))).toMatchObject({ accepted: 16, name: 'Returns' })
    expect(await again.desk.findRespondent({ value: CANARY.email }, quietTask)).toEqual(refuse(fault('no-respondent')))
    must(await again.desk.setPassword({ password: null }, quietTask))
    must(await again.desk.closeProject(null, quietTask))
    expect(traces()).toEqual([])
  })

  it('refuses nothing half way: what cannot be dropped leaves all as it was', async () => {
    const shelf = createProjectShelf(projects())
    const held = { ...shelf, dropGenerations: () => Promise.resolve(refuse(fault('storage', { what: 'EBUSY' }))) }
    const desk = createDesk(await testPlatform(), held)
    await filled(desk)
    const [person] = must(await desk.findRespondent({ value: CANARY.email }, quietTask))
    expect(await desk.eraseRespondent({ keys: [person!.key], keep: [] }, quietTask)).toEqual(refuse(fault('storage', { what: 'EBUSY' })))
    expect(must(await desk.project(null, quietTask)).accepted).toBe(20)
    must(await desk.renameProject({ name: 'Still here' }, quietTask))
    must(await desk.closeProject(null, quietTask))
  })
})

describe('on the command line', () => {
  it('erases for good, gives a receipt, and drops what the app keeps of the file', async () => {
    const cli = commandLine()
    const config = process.env['XDG_CONFIG_HOME']
    process.env['XDG_CONFIG_HOME'] = join(folder, 'config')
    try {
      const { desk, shelf } = await start()
      const id = await filled(desk)
      const file = join(folder, 'deliveries.earshot')
      must(await shelf.keep(id, file))
      must(await desk.saveProject(null, quietTask))
      await cli.refused('locked', 'erase', '--project', file, '--respondent', CANARY.email)
      must(await desk.renameProject({ name: 'Not saved' }, quietTask))
      await cli.refused('kept-in-app', 'erase', '--project', file, '--respondent', CANARY.email)
      must(await desk.closeProject(null, quietTask))
      const before = readFileSync(file)
      await cli.refused('no-respondent', 'erase', '--project', file, '--respondent', 'CUST')
      const several = await cli.refused('several-respondents', 'erase', '--project', file, '--respondent', 'Kim Minsu')
      expect(several).not.toContain('C-0')
      await cli.refused('no-project', 'erase', '--project', `${file}x`, '--respondent', CANARY.email)
      expect(await cli.run('erase', '--project', file)).toMatchObject({ code: 2 })
      expect(await cli.json('erase', '--project', file, '--respondent', CANARY.email, '--dry-run')).toMatchObject({ dryRun: true, respondents: 1, counts: { responses: 4, notes: 1 } })
      expect(readFileSync(file).equals(before)).toBe(true)
      expect(traces()).not.toEqual([])

      const receipt = await cli.json('erase', '--project', file, '--respondent', CANARY.email)
      expect(receipt).toMatchObject({ dryRun: false, respondents: 1, counts: { responses: 4, comments: 4, notes: 1 }, mentions: { cut: 0, kept: 0 } })
      expect(erasedTracesIn([bytesOf(JSON.stringify(receipt))])).toEqual([])
      expect(traces()).toEqual([])
      expect(await cli.json('verify', '--project', file)).toEqual({ ok: true, problems: [] })
      expect(await cli.json<{ total: { answers: number } }>('nps', '--project', file)).toBeTruthy()
      await cli.refused('no-respondent', 'erase', '--project', file, '--respondent', CANARY.email)
    } finally {
      if (config === undefined) delete process.env['XDG_CONFIG_HOME']
      else process.env['XDG_CONFIG_HOME'] = config
    }
  }, 120_000)
})
