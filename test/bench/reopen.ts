import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createNodePlatform } from '../../electron/node/node-platform'
import { openNodeStore } from '../../electron/shelf/node-store'
import { quietTask } from '../../shared/base/task'
import type { Result } from '../../shared/base/result'
import { createDesk } from '../../shared/engine/desk'
import type { EngineApi } from '../../shared/protocol/engine-api'
import type { Shelf } from '../../shared/protocol/store'
import { codebookCsv } from './codebook.mjs'

// Opening after a crash: 100,000 verbatims in the file, 50,000 operations in its journal. `make` leaves what a crash leaves at a
// path, once; `open` opens a copy of it and prints one JSON line of figures.
const [what = '', kept = '', survey = '', password = ''] = process.argv.slice(2)
const OPERATIONS = 50_000
const ID = 'project'

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.fault))
  return result.value
}

async function deskOn(file: string): Promise<EngineApi> {
  const open = (): ReturnType<Shelf['open']> => Promise.resolve(openNodeStore(file, 'write'))
  const shelf: Shelf = {
    list: () => Promise.resolve([]),
    open,
    create: open,
    describe: () => Promise.resolve(),
    remove: () => Promise.resolve({ ok: true, value: null }),
    dropGenerations: () => Promise.resolve({ ok: true, value: null }),
  }
  const platform = await createNodePlatform('bench')
  return createDesk({ ...platform, newId: newIds(platform.newId) }, shelf)
}

/** The project is the first that asks. */
function newIds(newId: () => string): () => string {
  let isFirst = true
  return () => {
    if (!isFirst) return newId()
    isFirst = false
    return ID
  }
}

/** Words of coders, one verbatim each, some of them taken back: what days of coding by hand leave. */
async function codeByHand(desk: EngineApi): Promise<void> {
  const { codes } = must(await desk.codebook({ where: [] }, quietTask))
  const { verbatims } = must(await desk.verbatims({ where: [], order: 'file', first: 0, count: OPERATIONS }, quietTask))
  let unsaved = must(await desk.project(null, quietTask)).unsaved
  for (let at = 0; unsaved < OPERATIONS; at++) {
    const said = { verbatims: [verbatims[at % verbatims.length]!], code: codes[(at * 7) % codes.length]!.id, verdict: at % 3 === 0 ? 'remove' : 'add' } as const
    unsaved = must(at % 20 === 19 ? await desk.undo(null, quietTask) : await desk.tag(said, quietTask)).unsaved
  }
}

async function make(): Promise<void> {
  if (existsSync(kept)) return
  mkdirSync(dirname(kept), { recursive: true })
  const folder = mkdtempSync(join(tmpdir(), 'earshot-reopen-'))
  try {
    const file = join(folder, 'p.earshot')
    const desk = await deskOn(file)
    must(await desk.createProject({ name: 'Reopen' }, quietTask))
    if (password !== '') must(await desk.setPassword({ password }, quietTask))
    must(await desk.plan({ file: { name: 'coding.csv', bytes: readFileSync(survey) }, options: {} }, quietTask))
    must(await desk.importPlan(null, quietTask))
    must(await desk.code({ csv: { name: 'codes.csv', bytes: new TextEncoder().encode(codebookCsv()) } }, quietTask))
    must(await desk.saveProject(null, quietTask))
    await codeByHand(desk)
    // What is on the disk now is what a crash would leave: it is never closed.
    copyFileSync(`${file}.journal`, `${kept}.journal`)
    copyFileSync(file, `${kept}.part`)
    renameSync(`${kept}.part`, kept)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function open(): Promise<Readonly<Record<string, number>>> {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-reopen-'))
  try {
    const file = join(folder, 'p.earshot')
    copyFileSync(kept, file)
    copyFileSync(`${kept}.journal`, `${file}.journal`)
    const desk = await deskOn(file)
    const start = performance.now()
    const project = must(await desk.openProject({ id: ID, ...(password === '' ? {} : { password }) }, quietTask))
    const opened = performance.now()
    must(await desk.slice({ by: [], where: [] }, quietTask))
    const sliced = performance.now()
    must(await desk.codebook({ where: [] }, quietTask))
    const counted = performance.now()
    if (project.unsaved !== OPERATIONS) throw new Error(`${project.unsaved} operations came back`)
    return {
      'opened after the crash': opened - start,
      'first slice after that': sliced - opened,
      'codebook after that': counted - sliced,
      'journal MB': statSync(`${kept}.journal`).size / 1e6,
      'file MB': statSync(kept).size / 1e6,
      'peak memory MB': process.resourceUsage().maxRSS / 1024,
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
}

if (what === 'make') await make()
console.log(JSON.stringify(what === 'make' ? {} : await open()))
// The one that was made is left as a crash leaves it.
process.exit(0)
