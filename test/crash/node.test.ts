import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { build } from 'vite'
import { openNodeStore } from '../../electron/shelf/node-store'
import { allRows, oneValue } from '../../shared/engine/db/query'
import { quietTask } from '../../shared/base/task'
import { unlockStore } from '../../shared/engine/locked/unlock-store'
import { openProject } from '../../shared/engine/project/open-project'
import { must, testPlatform } from '../helpers/project'

const IS_SOAK = process.env['EARSHOT_SOAK'] !== undefined
const KILLS = Number(process.env['EARSHOT_KILLS'] ?? (IS_SOAK ? 500 : 50))
/** Operations between two kills, at most; saves and imports take longest and are one in so many. */
const [LINES, DICE] = IS_SOAK ? [460, 80] : [40, 20]
/** A project is left after so many kills: its log only grows. */
const KILLS_A_PROJECT = 25
const SEED = Number(process.env['EARSHOT_SEED'] ?? 20_261_122)
const folder = mkdtempSync(join(tmpdir(), 'earshot-crash-'))
const root = resolve(import.meta.dirname, '../..')
// Inside the project, where its packages are found.
const built = join(root, 'test', 'results', 'crash')
const writer = join(built, 'writer.mjs')

beforeAll(async () => {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    // In one piece it is at work sooner; sql.js looks for its other file beside itself.
    ssr: { noExternal: true, external: ['sql.js'] },
    build: {
      ssr: resolve(root, 'test/crash/writer.ts'),
      outDir: built,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: 'writer.mjs' } },
    },
  })
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true }))

function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32
}

/** Runs the writer, kills it `delay` ms after its `lines`-th line, and returns the lines that it got out. */
function runAndKill(path: string, seed: number, lines: number, delay: number, password: string): Promise<string[]> {
  const child = spawn(process.execPath, [writer, path, String(seed), String(DICE), password], { stdio: ['ignore', 'pipe', 'pipe'] })
  let out = ''
  let errors = ''
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()))
  child.stdout.on('data', (data: Buffer) => {
    out += data.toString()
    if (out.split('\n').length > lines) setTimeout(() => child.kill('SIGKILL'), delay)
  })
  return new Promise((resolve_, reject) => {
    child.on('close', (code, signal) => {
      if (signal === 'SIGKILL') resolve_(out.split('\n').slice(0, -1))
      else reject(new Error(`the writer ended by itself (${code}): ${errors}`))
    })
  })
}

it.each([
  ['', KILLS, ''],
  [' of a project with a password', Math.ceil(KILLS / 5), 'four plain words here'],
])(`loses no acknowledged operation%s in %i kills (seed ${SEED})`, async (_, kills, password) => {
  const random = generator(SEED)
  let path = ''
  let acknowledged: string[] = []
  let all = 0
  for (let kill = 0; kill < kills; kill++) {
    if (kill % KILLS_A_PROJECT === 0) {
      path = join(folder, `crash-${kill}-${password.length}.earshot`)
      acknowledged = []
    }
    const lines = await runAndKill(path, Math.floor(random() * 2 ** 32), 1 + random() * LINES, random() * 6, password)
    const now = lines.flatMap((line) => (line.startsWith('ack ') ? [line.slice(4)] : []))
    acknowledged.push(...now)
    all += now.length
    const waves = lines.flatMap((line) => (line.startsWith('wave ') ? [line.slice(5)] : []))

    const store = must(openNodeStore(path, 'write'))
    if (!(await store.readSnapshot())) {
      // Killed before the very first save: nothing can have been promised beyond the journal.
      expect(acknowledged).toEqual([])
      await store.close()
      continue
    }
    const platform = await testPlatform()
    const unlocked = must(await unlockStore(platform, store, password, path, quietTask))
    expect((unlocked.lock === null) === (password === '')).toBe(true)
    const project = must(await openProject(platform, unlocked, path, quietTask))
    const logged = new Set(allRows(project.db, 'SELECT id FROM operation').map(([id]) => id))
    expect(acknowledged.filter((id) => !logged.has(id)), `kill ${kill}`).toEqual([])
    const history = allRows(project.db, "SELECT changes FROM operation WHERE intent = 'import'").map(([changes]) => String(changes)).join()
    expect(waves.filter((id) => !history.includes(JSON.stringify(id)))).toEqual([])
    expect(oneValue(project.db, 'PRAGMA integrity_check')).toBe('ok')
    await project.close()
  }
  console.log(`${all} acknowledged operations, ${kills} kills, 0 lost`)
  expect(all).toBeGreaterThan((IS_SOAK ? 200 : 5) * kills)
}, 3_600_000)
