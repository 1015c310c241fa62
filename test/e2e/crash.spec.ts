import { chromium, expect, test, type BrowserContext, type LaunchOptions, type Page } from '@playwright/test'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import initSqlJs from 'sql.js'
import type { Fault } from '../../shared/base/fault'
import type { SourceFile } from '../../shared/ingest/types'
import type { Change } from '../../shared/model/operation'
import type { EngineInput, EngineMethod, EngineOutput, ProjectView } from '../../shared/protocol/engine-api'

const KILLS = process.env['EARSHOT_SOAK'] ? 500 : 50
/** One kill in so many takes the whole browser, not just the page's process. */
const BROWSER_EVERY = 10
/** Far longer than the slowest step takes. */
const STALLED_MS = 15_000
const SEED = Number(process.env['EARSHOT_SEED'] ?? 20_261_122)
const assets = resolve(import.meta.dirname, '../../out/renderer/assets')

// Traces of pages that are killed cannot be kept.
test.use({ trace: 'off' })

/** What the page does next; its label is how the log names it, null for what is no operation. */
interface Step {
  readonly label: string | null
  readonly calls: readonly (readonly [method: EngineMethod, input: unknown])[]
}
type Outcome = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly fault: Fault }

declare global {
  interface Window {
    engine(method: string, input: unknown): Promise<Outcome>
    /** Tells the test what the last step came to; resolves to the next one. */
    report(outcome: Outcome | null): Promise<Step>
  }
}

/** Runs in every page: the engine's worker, spoken to as the window does. */
function startEngine(address: string): void {
  let worker: Worker | null = null
  let last = 0
  window.engine = (method, input) => {
    worker ??= new Worker(address, { type: 'module' })
    const from = worker
    const id = (last += 1)
    return new Promise((done, fail) => {
      const hear = ({ data }: MessageEvent<{ id: number; kind: string; result: Outcome; message: string }>): void => {
        if (data.id !== id || data.kind === 'progress') return
        from.removeEventListener('message', hear)
        if (data.kind === 'reply') done(data.result)
        else fail(new Error(data.message))
      }
      from.addEventListener('message', hear)
      from.postMessage({ kind: 'request', id, method, input })
    })
  }
}

/** Runs in the page until it is killed: one step after the other, each reported before the next begins. */
async function work(): Promise<void> {
  let outcome: Outcome | null = null
  for (;;) {
    const step = await window.report(outcome)
    for (const [method, input] of step.calls) {
      outcome = await window.engine(method, input)
      if (!outcome.ok) break
    }
  }
}

const csvFile = (name: string, text: string): SourceFile => ({ name: `${name}.csv`, bytes: new TextEncoder().encode(text) })

class Driver {
  /** Labels of the operations that the log must hold, in order; what came in between kills is settled after each. */
  readonly log: string[] = ['create']
  /** What the page is at: it may or may not get into the log. */
  pending: Step | null = null
  acknowledged = 0
  trouble: string | null = null
  private state = SEED >>> 0
  private counter = 0
  private kill: (() => void) | null = null
  private left = 0

  random(): number {
    return (this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32
  }

  /** Resolves at a random moment while the page is at work. */
  readonly randomMoment = (): Promise<void> => {
    this.left = 1 + Math.floor(this.random() * 9)
    const delay = this.random() * 40
    return new Promise((done) => {
      this.kill = () => setTimeout(done, delay)
    })
  }

  report(project: string, outcome: Outcome | null): Step {
    if (outcome?.ok && this.pending?.label) {
      this.log.push(this.pending.label)
      this.acknowledged += 1
    } else if (outcome && !outcome.ok && !outcome.fault.code.startsWith('nothing-to-')) {
      this.trouble ??= `${this.pending?.label}: ${JSON.stringify(outcome.fault)}`
    }
    if (outcome && (this.left -= 1) === 0) this.kill?.()
    this.pending = this.nextStep(project)
    return this.pending
  }

  private nextStep(project: string): Step {
    const dice = this.random()
    const name = `k${(this.counter += 1)}`
    if (dice < 0.4) {
      const csv = csvFile(name, `code,rule\n${name},word${this.counter}*\nfixed,price\n`)
      return { label: `codebook ${name}`, calls: [['code', { csv }]] }
    }
    if (dice < 0.6) return { label: 'undo', calls: [['undo', null]] }
    if (dice < 0.72) return { label: 'redo', calls: [['redo', null]] }
    if (dice < 0.8) return { label: null, calls: [['closeProject', null], ['openProject', { id: project }]] }
    const rows = Array.from({ length: 30 }, (_, row) => `${row % 11},${name} word${row} price`)
    const file = csvFile(name, ['Score,Comment', ...rows].join('\n'))
    return { label: `import ${name}`, calls: [['plan', { file, options: {} }], ['importPlan', null]] }
  }
}

/** The log of an exported project, as labels; and whether its tables are what the log says. */
async function readLog(bytes: Buffer): Promise<string[]> {
  const sql = await initSqlJs()
  const db = new sql.Database(bytes)
  const rows = db.exec('SELECT intent, undoes, redoes, changes FROM operation ORDER BY seq')[0]?.values ?? []
  const registers = new Map<string, unknown>()
  const broken: string[] = []
  const labels = rows.map(([intent, undoes, redoes, text]) => {
    const changes = JSON.parse(String(text)) as readonly Change[]
    for (const { register, id, before, after } of changes) {
      const key = `${register} ${id}`
      if (JSON.stringify(registers.get(key) ?? null) !== JSON.stringify(before)) broken.push(key)
      registers.set(key, after)
    }
    if (undoes !== null) return 'undo'
    if (redoes !== null) return 'redo'
    const names = changes.flatMap((change) => {
      if (change.register === 'code' && change.after && change.after.name !== 'fixed') return [change.after.name]
      return change.register === 'wave' && change.after ? [change.after.name] : []
    })
    return [String(intent), ...names].join(' ')
  })
  expect(broken, 'changes that do not follow from those before').toEqual([])
  for (const register of ['code', 'wave', 'field', 'setting']) {
    const stored = db.exec(`SELECT count(*) FROM ${register}`)[0]?.values[0]?.[0]
    expect(stored).toBe([...registers].filter(([key, record]) => key.startsWith(`${register} `) && record !== null).length)
  }
  expect(db.exec('PRAGMA integrity_check')[0]?.values).toEqual([['ok']])
  db.close()
  return labels
}

async function call<M extends EngineMethod>(page: Page, method: M, input: EngineInput<M>): Promise<EngineOutput<M>> {
  const answer = page.evaluate(([name, value]) => window.engine(name, value), [method, input] as const)
  const outcome = await within(answer, () => `${method} was not answered`)
  if (!outcome.ok) throw new Error(`${method}: ${JSON.stringify(outcome.fault)}`)
  return outcome.value as EngineOutput<M>
}

/** What comes of `awaited`, or an error that says what did not happen. */
async function within<T>(awaited: Promise<T>, trouble: () => string): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(trouble())), STALLED_MS)
  })
  return Promise.race([awaited, late]).finally(() => clearTimeout(timer))
}

/** Opens the project as the start screen would. The lock of a page that is just gone may still be held for a moment. */
async function openAgain(page: Page, id: string): Promise<void> {
  expect(await call(page, 'projects', null)).toEqual([expect.objectContaining({ id, name: 'Crash' })])
  await expect
    .poll(() => page.evaluate((project) => window.engine('openProject', { id: project }), id), { intervals: [20, 50, 100], timeout: 10_000 })
    .toMatchObject({ ok: true })
}

const exported = async (page: Page): Promise<Buffer> => {
  const text = await page.evaluate(async () => {
    const outcome = await window.engine('exportProject', null)
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.fault))
    const reader = new FileReader()
    const read = new Promise((done) => reader.addEventListener('load', done))
    reader.readAsDataURL(new Blob([(outcome.value as { bytes: Uint8Array<ArrayBuffer> }).bytes]))
    await read
    return typeof reader.result === 'string' ? reader.result : ''
  })
  return Buffer.from(text.slice(text.indexOf(',') + 1), 'base64')
}

/** Names of what is kept of a project. `planted` is made first: something that a crash kept from being removed. */
const filesOf = (page: Page, id: string, planted?: string): Promise<string[]> =>
  page.evaluate(
    async ([project, plant]) => {
      const folder = await (await (await navigator.storage.getDirectory()).getDirectoryHandle('projects')).getDirectoryHandle(project)
      if (plant !== undefined) await folder.getFileHandle(plant, { create: true })
      const names: string[] = []
      for await (const name of folder.keys()) names.push(name)
      return names.sort()
    },
    [id, planted] as const,
  )

interface Processes {
  readonly processInfo: readonly { readonly type: string; readonly id: number }[]
}

test(`loses no acknowledged change in ${KILLS} kills (seed ${SEED})`, async ({ launchOptions, baseURL }) => {
  test.setTimeout(KILLS * 20_000)
  const [script, ...more] = readdirSync(assets).filter((name) => /^worker-.*\.js$/.test(name))
  expect({ script, more }).toEqual({ script: expect.any(String) as unknown, more: [] })
  // The origin of an incognito window lives in memory; this one lies in a folder.
  const profile = mkdtempSync(join(tmpdir(), 'earshot-profile-'))
  const driver = new Driver()
  let project = ''
  let browserPid = 0

  const launch = async (options: LaunchOptions): Promise<BrowserContext> => {
    const context = await chromium.launchPersistentContext(profile, { ...options, bypassCSP: true })
    await context.addInitScript(startEngine, `${baseURL}assets/${script}`)
    await context.exposeBinding('report', (_, outcome: Outcome | null) => driver.report(project, outcome))
    return context
  }
  const openPage = async (context: BrowserContext): Promise<Page> => {
    const page = await context.newPage()
    // Of the app's origin, but without the app, which would start an engine of its own.
    await page.goto(`${baseURL}no-such-page`)
    return page
  }
  const pidsOf = async (context: BrowserContext, type: string): Promise<readonly number[]> => {
    const session = await context.browser()!.newBrowserCDPSession()
    const { processInfo } = (await session.send('SystemInfo.getProcessInfo')) as Processes
    await session.detach()
    return processInfo.filter((process_) => process_.type === type).map(({ id }) => id)
  }

  /** Another page in the same browser; null where the browser did not get over the loss, and is killed as well. */
  const reopen = async (from: BrowserContext, lost: Page): Promise<Page | null> => {
    try {
      await within(lost.close(), () => 'the lost page did not close')
      return await within(openPage(from), () => 'no new page')
    } catch (error) {
      console.log(`the browser had to be killed too: ${String(error)}`)
      process.kill(browserPid, 'SIGKILL')
      return null
    }
  }

  /** A browser whose profile lost its last browser so rudely does not always come up: that is not what is tested here. */
  const start = async (tries = 3): Promise<readonly [BrowserContext, Page]> => {
    const launching = launch(launchOptions)
    try {
      const started = await within(launching, () => 'no new browser')
      browserPid = (await within(pidsOf(started, 'browser'), () => 'no process of the new browser'))[0]!
      return [started, await within(openPage(started), () => 'no page in the new browser')]
    } catch (error) {
      void launching.then((stuck) => stuck.close()).catch(() => undefined)
      if (tries === 1) throw error
      return start(tries - 1)
    }
  }

  let [context, page] = await start()
  try {
    const view: ProjectView = await call(page, 'createProject', { name: 'Crash' })
    project = view.id
    const extras: string[] = []
    for (let kill = 1; kill <= KILLS; kill++) {
      const wholeBrowser = kill % BROWSER_EVERY === 0
      const pids = await within(pidsOf(context, wholeBrowser ? 'browser' : 'renderer'), () => `kill ${kill}: no processes`)
      const gone: Promise<unknown> = wholeBrowser ? context.waitForEvent('close') : page.waitForEvent('crash')
      const moment = driver.randomMoment()
      const working = page.evaluate(work)
      await within(Promise.race([moment, working]), () => `kill ${kill}: the page stopped at ${JSON.stringify(driver.pending)}`)
      working.catch(() => undefined)
      for (const pid of pids) process.kill(pid, 'SIGKILL')
      await within(gone, () => `kill ${kill}: the kill was not heard of`)
      const again = wholeBrowser ? null : await reopen(context, page)
      if (again) page = again
      else [context, page] = await start()
      await openAgain(page, project)
      const log = await readLog(await within(exported(page), () => `kill ${kill}: no export`))
      expect(log.slice(0, driver.log.length), `kill ${kill}`).toEqual(driver.log)
      const beyond = log.slice(driver.log.length)
      if (beyond.length > 0) expect(beyond, `kill ${kill}`).toEqual([driver.pending?.label])
      extras.push(...beyond)
      driver.log.push(...beyond)
      expect(driver.trouble).toBeNull()
    }
    expect(await filesOf(page, project, 'snapshot-0')).toContain('snapshot-0')
    await call(page, 'code', { csv: csvFile('last', 'code,rule\nlast,word\n') })
    await call(page, 'closeProject', null)
    const kept = (await filesOf(page, project)).map((name) => name.replace(/[1-9]\d*/, 'N'))
    expect([...new Set(kept)]).toEqual(['card.json', 'journal', 'snapshot-N', 'snapshot-N.kept', 'snapshot-N.ok'])
    expect(kept.length, 'the newest and two before it').toBeLessThanOrEqual(8)
    console.log(`${driver.acknowledged} acknowledged changes, ${KILLS} kills, 0 lost; ${extras.length} made but not yet acknowledged`)
    expect(driver.acknowledged).toBeGreaterThan(2 * KILLS)
  } finally {
    await context.close()
    rmSync(profile, { recursive: true, force: true })
  }
})
