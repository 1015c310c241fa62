import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createProjectShelf } from '../../electron/shelf/project-shelf'
import { seededRandom } from '../../shared/base/seeded-random'
import { quietTask } from '../../shared/base/task'
import { createProject, openProject } from '../../shared/engine/project/open-project'
import type { Project } from '../../shared/engine/project/project'
import type { Result } from '../../shared/base/result'
import { diskKey, leastAt, statesAt, type CrashState } from '../helpers/crash-states'
import { createFakeFiles, type Disk, type FakeFiles } from '../helpers/fake-files'
import { importWave, keptProject, leftOn, openOn, operationsOf, PROJECT_FILE, tag } from '../helpers/kept-project'
import { must, testPlatform } from '../helpers/project'

const SEED = Number(process.env['EARSHOT_SEED'] ?? 20_261_122)
const IS_SOAK = process.env['EARSHOT_SOAK'] !== undefined
const SAMPLED = Number(process.env['EARSHOT_SAMPLED'] ?? (IS_SOAK ? 50_000 : 60))
if (IS_SOAK) vi.setConfig({ testTimeout: 3_600_000 })
const SAMPLES_A_HISTORY = 1000
const ALL = Infinity
const random = seededRandom(SEED)
const sha = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64')
let tried = 0
afterAll(() => {
  vi.resetConfig()
  console.log(`${tried} different disks after power cuts, 0 torn, 0 acknowledged operations lost (seed ${SEED})`)
})

/** Everything that was asked for, in order, and how many of it had been acknowledged at which moment. */
interface Told {
  readonly operations: readonly string[]
  readonly acknowledged: readonly (readonly [moment: number, operations: number])[]
}

/** Does steps one after the other and notes when each was acknowledged. */
async function told(files: FakeFiles, first: Project, steps: readonly ((project: Project) => Promise<Result<unknown> | Project>)[]): Promise<Told> {
  let project = first
  const acknowledged: [number, number][] = [[files.effects.length, operationsOf(project).length]]
  for (const step of steps) {
    const outcome = await step(project)
    if ('ok' in outcome) must(outcome)
    else project = outcome
    acknowledged.push([files.effects.length, operationsOf(project).length])
  }
  return { operations: operationsOf(project), acknowledged }
}

const leastOf = (moment: number, acknowledged: Told['acknowledged']): number =>
  acknowledged.reduce((most, [at, count]) => (at <= moment ? Math.max(most, count) : most), 0)

/** Opens what a power cut left; what was acknowledged by then is there, in order, and nothing that nobody asked for. */
async function expectWhole({ moment, disk }: CrashState, { operations, acknowledged }: Told, open: (files: FakeFiles) => Promise<Result<Project>>): Promise<FakeFiles> {
  const files = createFakeFiles(leftOn(disk))
  const project = must(await open(files))
  const there = operationsOf(project)
  const least = leastOf(moment, acknowledged)
  expect(there, `power cut before effect ${moment}`).toEqual(operations.slice(0, there.length))
  expect(there.length, `power cut before effect ${moment}`).toBeGreaterThanOrEqual(least)
  expect(project.db.exec('PRAGMA quick_check')[0]?.values).toEqual([['ok']])
  await project.close()
  tried += 1
  return files
}

/** Each disk once: many mixtures leave the same. */
function* different(states: Iterable<CrashState>, { acknowledged }: Told, seen = new Set<string>()): Generator<CrashState> {
  for (const state of states) {
    const key = `${leastOf(state.moment, acknowledged)} ${diskKey(state.disk, sha)}`
    if (seen.has(key)) continue
    seen.add(key)
    yield state
  }
}

function* everyState({ base, effects }: FakeFiles, from: number): Generator<CrashState> {
  for (let moment = from; moment <= effects.length; moment++) yield* statesAt(base, effects, moment, ALL, random)
}

function sampledState({ base, effects }: FakeFiles, from: number): CrashState {
  const moment = from + Math.floor(random() * (effects.length - from + 1))
  const [state] = [...statesAt(base, effects, moment, 1, () => random())]
  return state!
}

let saved: Disk
let unsaved: Disk
beforeAll(async () => {
  saved = await keptProject(false)
  unsaved = await keptProject(true)
})

const STEPS = {
  tag: (project: Project) => tag(project, 2 + Math.floor(random() * 9)),
  undo: (project: Project) => project.undo(),
  save: (project: Project) => project.save(),
  import: (project: Project) => importWave(project, `wave ${random()}`),
}
type StepName = keyof typeof STEPS

describe('every disk that a power cut can leave', () => {
  it.each<readonly [string, () => Disk, readonly StepName[]]>([
    ['a tag', () => saved, ['tag']],
    ['two tags after others', () => unsaved, ['tag', 'tag']],
    ['an undo', () => unsaved, ['undo']],
    ['a save', () => unsaved, ['save']],
    ['a save of what is saved', () => saved, ['save']],
    ['an import', () => saved, ['import']],
  ])('in %s has all that was acknowledged', async (_, base, names) => {
    const files = createFakeFiles(base())
    const project = must(await openOn(files))
    const from = files.effects.length
    const story = await told(files, project, names.map((name) => STEPS[name]))
    expect(files.effects.length - from).toBeLessThanOrEqual(10)
    for (const state of different(everyState(files, from), story)) await expectWhole(state, story, openOn)
  })
})

describe('every disk that a second power cut can leave, at any step of recovering from a first', () => {
  it.each<readonly [string, () => Disk, StepName]>([
    ['a tag', () => unsaved, 'tag'],
    ['a save', () => unsaved, 'save'],
    ['an import', () => saved, 'import'],
  ])('in %s has all that was acknowledged', async (_, base, name) => {
    const files = createFakeFiles(base())
    const project = must(await openOn(files))
    const from = files.effects.length
    const story = await told(files, project, [STEPS[name]])
    const states = [...different(everyState(files, from), story)]
    // Spread over all moments where it is no soak.
    const step = IS_SOAK ? 1 : Math.ceil(states.length / 6)
    for (const state of states.filter((_state, at) => at % step === 0)) {
      const recovering = createFakeFiles(leftOn(state.disk))
      const again = must(await openOn(recovering))
      // Opened, and brought into the file.
      if (again.unsaved > 0) must(await again.save())
      await again.close()
      const seen = new Set<string>()
      for (let moment = 0; moment <= recovering.effects.length; moment++) {
        const seconds = statesAt(recovering.base, recovering.effects, moment, IS_SOAK ? 64 : 6, random)
        for (const { disk } of different(seconds, { ...story, acknowledged: [] }, seen)) await expectWhole({ moment: state.moment, disk }, story, openOn)
      }
    }
  })
})

it('a power cut in a long history, and again while that is recovered from, loses nothing', async () => {
  const names: readonly StepName[] = ['tag', 'tag', 'undo', 'tag', 'import', 'save']
  for (let left = SAMPLED; left > 0; left -= SAMPLES_A_HISTORY) {
    const files = createFakeFiles(saved)
    const again = async (project: Project): Promise<Project> => {
      await project.close()
      return must(await openOn(files))
    }
    const steps = Array.from({ length: 60 }, () => (random() < 0.12 ? again : STEPS[names[Math.floor(random() * names.length)]!]))
    const story = await told(files, must(await openOn(files)), [STEPS.tag, ...steps])
    const seen = new Set<string>()
    for (let turn = 0; turn < Math.min(left, SAMPLES_A_HISTORY); turn++) {
      for (const state of different([sampledState(files, 0)], story, seen)) {
        const recovered = await expectWhole(state, story, openOn)
        // The second power cut: what the first left, or what the recovery made of it, is acknowledged still.
        const second = sampledState(recovered, 0)
        await expectWhole({ ...second, moment: state.moment }, story, openOn)
      }
    }
  }
})

it('a power cut while the app makes a project, keeps it as a file and goes on loses nothing', async () => {
  const files = createFakeFiles()
  const shelf = createProjectShelf('/p/app/projects', undefined, files)
  const store = must(await shelf.create('p1'))
  const first = must(await createProject(await testPlatform(), store, 'Kept'))
  must(await first.save())
  await shelf.describe('p1', '{"name":"Kept"}')
  const from = files.effects.length
  const steps = [
    (project: Project) => importWave(project, 'first'),
    STEPS.tag,
    STEPS.save,
    STEPS.tag,
    () => shelf.keep('p1', '/p/kept.earshot'),
    STEPS.tag,
    STEPS.save,
    STEPS.undo,
    () => shelf.keep('p1', '/p/other.earshot'),
    STEPS.tag,
  ]
  const story = await told(files, first, steps)
  const open = async (disk: FakeFiles): Promise<Result<Project>> => {
    const later = createProjectShelf('/p/app/projects', undefined, disk)
    expect((await later.list()).map(({ id }) => id)).toContain('p1')
    const kept = await later.open('p1')
    return kept.ok ? openProject(await testPlatform(), kept.value, 'p1', quietTask) : kept
  }
  const seen = new Set<string>()
  for (let turn = 0; turn < Math.min(SAMPLED, 5000); turn++) {
    for (const state of different([sampledState(files, from)], story, seen)) {
      const recovered = await expectWhole(state, story, open)
      await expectWhole({ ...sampledState(recovered, 0), moment: state.moment }, story, open)
    }
  }
})

/** The lock of a process that was killed; it did not get round to removing it. */
function dropLock(files: FakeFiles): void {
  files.remove(`${PROJECT_FILE}.lock`)
}

it.each<StepName>(['tag', 'save', 'import'])('who goes on after a %s that was killed at any call loses nothing to a power cut', async (name) => {
  const first = createFakeFiles(saved)
  const whole = must(await openOn(first))
  first.trouble({})
  must(await STEPS[name](whole))
  // An import has many calls; every third is enough where it is no soak.
  for (let nth = 1; nth <= first.calls(); nth += name === 'import' && !IS_SOAK ? 3 : 1) {
    const files = createFakeFiles(saved)
    const killed = must(await openOn(files))
    files.trouble({ fails: (call) => (call >= nth ? 'EIO' : null) })
    await STEPS[name](killed)
    files.trouble({})
    dropLock(files)
    const next = must(await openOn(files))
    const from = files.effects.length
    const story = await told(files, next, [STEPS.tag])
    for (let moment = from; moment <= files.effects.length; moment++) {
      const states = statesAt(files.base, files.effects, moment, 4, () => random())
      for (const state of different(moment === files.effects.length ? [...states, leastState(files)] : states, story)) {
        await expectWhole(state, { ...story, acknowledged: story.acknowledged.slice(1) }, openOn)
      }
    }
  }
})

const leastState = ({ base, effects }: FakeFiles): CrashState => ({ moment: effects.length, disk: leastAt(base, effects, effects.length) })

it('the app goes on with the journal that a killed command left beside the file, and it does not come back', async () => {
  const files = createFakeFiles(unsaved)
  const shelf = createProjectShelf('/p/app/projects', undefined, files)
  const { project: id } = must(shelf.admit(PROJECT_FILE))
  const from = files.effects.length
  const first = must(await openProject(await testPlatform(), must(await shelf.open(id)), id, quietTask))
  const story = await told(files, first, [STEPS.tag, STEPS.tag])
  const open = async (disk: FakeFiles): Promise<Result<Project>> => {
    const kept = await createProjectShelf('/p/app/projects', undefined, disk).open(id)
    return kept.ok ? openProject(await testPlatform(), kept.value, id, quietTask) : kept
  }
  await expectWhole(leastState(files), story, open)
  for (let turn = 0; turn < 40; turn++) await expectWhole(sampledState(files, from), story, open)
})
