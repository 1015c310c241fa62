import { spawn, type ChildProcess } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, watch, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createNodePlatform } from '../../electron/node/node-platform'
import { openNodeStore } from '../../electron/shelf/node-store'
import { quietTask } from '../../shared/base/task'
import { openProject } from '../../shared/engine/project/open-project'
import type { Figure } from '../../shared/nps/types'
import { commandLine, ended, surveyPath } from '../helpers/command-line'
import { must } from '../helpers/project'

const FILMS = surveyPath('nsmc-naver-movie/nsmc_20k_dev.csv')
const RANDOM_KILLS = process.env['EARSHOT_SOAK'] ? 100 : 3
const SEED = Number(process.env['EARSHOT_SEED'] ?? 20_261_122)
const folder = mkdtempSync(join(tmpdir(), 'earshot-killed-'))
const at = (name: string): string => join(folder, name)
const cli = commandLine()
/** Rows of the small files. */
const FEW = 120
let seconds = 0
let state = SEED >>> 0

const random = (): number => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32
/** Files that belong to `project` and are not it. */
const beside = (project: string): string[] => readdirSync(folder).filter((name) => name.startsWith(`${basename(project)}.`))

beforeAll(async () => {
  // On the same scale as the films: different scales are never added up.
  const rows = Array.from({ length: FEW }, (_, row) => `${1 + (row % 10)},comment ${row}\n`).join('')
  for (const name of ['few.csv', 'more.csv']) writeFileSync(at(name), `score,note ${name}\n${rows}`)
  await cli.json('import', at('few.csv'), '--project', at('few.earshot'), '--treat-as-nps')
  const began = Date.now()
  await cli.json('import', FILMS, '--project', at('timed.earshot'), '--treat-as-nps')
  seconds = (Date.now() - began) / 1000
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true }))

/** Kills `child` once a file whose name matches appears in the folder; resolves when it has ended. */
async function killAt(child: ChildProcess, name: RegExp): Promise<void> {
  const watcher = watch(folder, (_, file) => {
    if (file !== null && name.test(file)) child.kill('SIGKILL')
  })
  await ended(child)
  watcher.close()
}

/** What the next commands make of a project whose import was killed: all of it, or nothing of it. */
async function expectWhole(project: string, existed: boolean): Promise<void> {
  const known = await cli.run('nps', '--project', project, '--json')
  if (existed || known.code === 0) {
    expect(known.stderr).toBe('')
    const { total } = JSON.parse(known.stdout) as { total: Figure }
    expect(existed ? [FEW, 20000 + FEW] : [20000]).toContain(total.n)
  } else {
    expect(known.stderr).toMatch(/^error no-project: /)
    expect(existsSync(project)).toBe(false)
  }
  const before = known.code === 0 ? (JSON.parse(known.stdout) as { total: Figure }).total.n : 0
  await cli.json('import', at('more.csv'), '--project', project, '--treat-as-nps')
  expect(beside(project)).toEqual([])
  expect(await cli.json('nps', '--project', project)).toMatchObject({ total: { n: before + FEW } })
}

describe.each([
  ['a new project', false],
  ['a project that is there', true],
])('an import into %s, killed', (_, existed) => {
  const begin = (name: string): { project: string; child: ChildProcess } => {
    const project = at(`${name}-${existed ? 'old' : 'new'}.earshot`)
    if (existed) copyFileSync(at('few.earshot'), project)
    return { project, child: cli.start('import', FILMS, '--project', project, '--treat-as-nps') }
  }

  it.each([
    ['before it does anything', /\.lock$/],
    ['while it keeps the rows', /\.batch-\w+\.\d+\.tmp$/],
    ['once the rows are kept', /\.batch-\w+$/],
    ['while it writes the operation', /\.journal$/],
    ['while it saves', /\.earshot\.\d+\.tmp$/],
  ])('%s, leaves all or nothing', async (_when, file) => {
    const { project, child } = begin(`at-${file.source.length}`)
    await killAt(child, file)
    expect(child.signalCode).toBe('SIGKILL')
    const lock = `${project}.lock`
    // Killed before it could sign its lock: nobody can tell from somebody at work until some time has passed.
    if (readFileSync(lock).length === 0) utimesSync(lock, 0, 0)
    await expectWhole(project, existed)
  })

  it(`at random, ${RANDOM_KILLS} times (seed ${SEED}), leaves all or nothing`, async () => {
    for (let kill = 0; kill < RANDOM_KILLS; kill++) {
      const { project, child } = begin(`random-${kill}`)
      const timer = setTimeout(() => child.kill('SIGKILL'), 1000 * seconds * (0.2 + 0.8 * random()))
      await ended(child)
      clearTimeout(timer)
      if (existsSync(`${project}.lock`)) utimesSync(`${project}.lock`, 0, 0)
      await expectWhole(project, existed)
    }
  }, 600_000)
})

it('a project that another command is writing is left alone', async () => {
  const project = at('busy.earshot')
  const first = cli.start('import', FILMS, '--project', project, '--treat-as-nps', '--json')
  const done = ended(first)
  await new Promise<void>((taken) => {
    const watcher = watch(folder, (_, file) => {
      if (file !== `${basename(project)}.lock`) return
      watcher.close()
      taken()
    })
  })
  first.kill('SIGSTOP')
  await cli.refused('locked', 'import', at('few.csv'), '--project', project)
  first.kill('SIGCONT')
  expect(await done).toMatchObject({ code: 0, stderr: '' })
  expect(await cli.json('nps', '--project', project)).toMatchObject({ total: { n: 20000 } })
})

/** Runs a command that may write no file of more than `kilobytes`: to it the disk is full. */
function cramped(kilobytes: number, ...args: readonly string[]): ReturnType<typeof ended> {
  const limits = `ulimit -f ${kilobytes * 2}; exec "$0" "$@"`
  return ended(spawn('/bin/sh', ['-c', limits, process.execPath, cli.script, ...args], { stdio: ['ignore', 'pipe', 'pipe'] }))
}

describe.skipIf(process.platform === 'win32')('when there is no room to save', () => {
  it('an import changes nothing', async () => {
    for (const project of [at('cramped-new.earshot'), at('cramped-old.earshot')]) {
      const existed = project.includes('old')
      if (existed) copyFileSync(at('few.earshot'), project)
      const { code, stderr } = await cramped(200, 'import', FILMS, '--project', project, '--treat-as-nps')
      expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/^error storage: .+\n.+\n$/) as unknown })
      expect(beside(project)).toEqual([])
      expect(existsSync(project)).toBe(existed)
      if (existed) expect(readFileSync(project).equals(readFileSync(at('few.earshot')))).toBe(true)
    }
  })

  it('what an interrupted command left is kept until there is', async () => {
    const path = at('interrupted.earshot')
    copyFileSync(at('few.earshot'), path)
    const project = must(await openProject(await createNodePlatform(), must(openNodeStore(path, 'write')), path, quietTask))
    const name = project.registers.setting.get('name') ?? null
    must(await project.change('rename', [{ register: 'setting', id: 'name', before: name, after: { value: 'Renamed' } }]))
    await project.close()
    const [file, journal] = [readFileSync(path), readFileSync(`${path}.journal`)]

    const { code, stderr } = await cramped(8, 'import', at('more.csv'), '--project', path)
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/^error storage: /) as unknown })
    expect(readFileSync(path).equals(file)).toBe(true)
    expect(readFileSync(`${path}.journal`).equals(journal)).toBe(true)

    await cli.json('import', at('few.csv'), '--project', path)
    expect(beside(path)).toEqual([])
    const saved = must(await openProject(await createNodePlatform(), must(openNodeStore(path, 'read')), path, quietTask))
    expect(saved.name).toBe('Renamed')
    await saved.close()
  })
})
