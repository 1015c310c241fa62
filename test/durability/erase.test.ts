import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openNodeStore } from '../../electron/shelf/node-store'
import { seededRandom } from '../../shared/base/seeded-random'
import type { Result } from '../../shared/base/result'
import { quietTask } from '../../shared/base/task'
import { eraseRespondents, findRespondents, type Erasure } from '../../shared/engine/erase/erase-respondent'
import { createProject } from '../../shared/engine/project/open-project'
import type { Project } from '../../shared/engine/project/project'
import { diskKey, leastAt, statesAt } from '../helpers/crash-states'
import { createFakeFiles, type Disk, type FakeFiles } from '../helpers/fake-files'
import { nothingKept } from '../helpers/erase-survey'
import { leftOn, openOn, PROJECT_FILE, saidOn, type Said } from '../helpers/kept-project'
import { must, testPlatform } from '../helpers/project'
import { importPeople, type PersonAnswer } from '../helpers/twin-projects'

const IS_SOAK = process.env['EARSHOT_SOAK'] !== undefined
if (IS_SOAK) vi.setConfig({ testTimeout: 3_600_000 })
const random = seededRandom(Number(process.env['EARSHOT_SEED'] ?? 20_261_123))
const PERSON = 'CUST-99817'
const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64')
let tried = 0
afterAll(() => {
  vi.resetConfig()
  console.log(`erasing: ${tried} different disks, on each all is as it was, or the person is gone from it`)
})

const ROWS = Array.from({ length: 6 }, (_, at): PersonAnswer => {
  const respondent = at === 2 ? PERSON : `c${at}`
  return { line: at + 2, id: `r${at}`, respondent, email: '', why: `${respondent} says so`, plan: 'Free', score: at }
})

/** A project on a disk; with a second wave and a name in its journal where asked for. */
async function kept(unsaved: boolean): Promise<Disk> {
  const files = createFakeFiles()
  const project = must(await createProject(await testPlatform(), must(openNodeStore(PROJECT_FILE, 'write', undefined, files)), 'Kept'))
  await importPeople(project, 'first', ROWS)
  must(await project.save())
  if (unsaved) await importPeople(project, 'second', ROWS)
  await project.close()
  return files.now()
}

const erase = async (project: Project): Promise<Result<Erasure>> =>
  eraseRespondents(project, must(findRespondents(project, { value: PERSON })), { keys: ['0'], keep: [] }, nothingKept, quietTask)

const hasTrace = ({ names, contents }: Disk): boolean =>
  [...names.values()].some((what) => typeof what === 'number' && Buffer.from(contents.get(what) ?? []).includes(PERSON))

let saved: Disk
let unsaved: Disk
beforeAll(async () => {
  saved = await kept(false)
  unsaved = await kept(true)
})

/** What a disk says when it is opened next, and that nothing of the person is left where that is gone. */
async function judge(disk: Disk, before: string, after: string, says: string): Promise<Said> {
  const files = createFakeFiles(leftOn(disk))
  const said = await saidOn(disk, files)
  expect([before, after], says).toContain(said.hash)
  expect(hasTrace(files.now()), says).toBe(said.hash === before)
  tried += 1
  return said
}

async function outcome(base: Disk): Promise<{ readonly files: FakeFiles; readonly from: number; readonly before: string; readonly after: string }> {
  const files = createFakeFiles(base)
  const project = must(await openOn(files))
  const before = await project.hash()
  const from = files.effects.length
  const erased = must(await erase(project))
  return { files, from, before, after: await erased.project.hash() }
}

describe.each<readonly [string, () => Disk]>([
  ['a saved project', () => saved],
  ['one with changes in its journal', () => unsaved],
])('erasing somebody from %s', (_, base) => {
  it('is done or has not begun on every disk that a power cut can leave', async () => {
    const { files, from, before, after } = await outcome(base())
    const seen = new Set<string>()
    let [old, gone] = [0, 0]
    for (let moment = from; moment <= files.effects.length; moment++) {
      for (const { disk } of statesAt(files.base, files.effects, moment, Infinity, random)) {
        const isDone = moment === files.effects.length
        const key = `${isDone} ${diskKey(disk, sha)}`
        if (seen.has(key)) continue
        seen.add(key)
        const { hash } = await judge(disk, before, after, `power cut before effect ${moment}`)
        // What was said to be done is.
        if (isDone) expect(hash).toBe(after)
        if (hash === before) old += 1
        else gone += 1
      }
    }
    expect(old).toBeGreaterThan(0)
    expect(gone).toBeGreaterThan(0)
  })

  it('is done or has not begun where any call of the file system fails, once or for ever', async () => {
    const { before, after } = await outcome(base())
    const first = createFakeFiles(base())
    const whole = must(await openOn(first))
    first.trouble({})
    must(await erase(whole))
    const calls = first.calls()
    for (let nth = 1; nth <= calls; nth++) {
      for (const forever of [false, true]) {
        const files = createFakeFiles(base())
        const project = must(await openOn(files))
        files.trouble({ fails: (call) => ((forever ? call >= nth : call === nth) ? 'EIO' : null) })
        const result = await erase(project)
        const says = `call ${nth} of ${calls}, ${forever ? 'for ever' : 'once'}`
        files.trouble({})
        const now = result.ok ? result.value.project : project
        const change = await now.change('rename', [{ register: 'setting', id: 'name', before: now.registers.setting.get('name') ?? null, after: { value: 'Kept' } }])
        // Where nobody can say which file survives, nothing more is taken on.
        if (!change.ok) expect(change.fault.code, says).toBe('uncertain')
        await now.close()
        for (const disk of [files.now(), leastAt(files.base, files.effects, files.effects.length)]) {
          const { hash } = await judge(disk, before, after, says)
          if (result.ok) expect(hash, says).toBe(after)
          else if (change.ok) expect(hash, says).toBe(before)
        }
      }
    }
  })
})
