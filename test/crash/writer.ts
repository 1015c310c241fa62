import { writeSync } from 'node:fs'
import { ok } from '../../shared/base/result'
import { quietTask } from '../../shared/base/task'
import { LEAST_COST } from '../../shared/engine/locked/key-cost'
import { makeLock } from '../../shared/engine/locked/lock'
import { lockableStore } from '../../shared/engine/locked/lockable-store'
import { unlockStore } from '../../shared/engine/locked/unlock-store'
import { createProject, openProject } from '../../shared/engine/project/open-project'
import type { Project } from '../../shared/engine/project/project'
import { createNodePlatform } from '../../electron/node/node-platform'
import { openNodeStore } from '../../electron/shelf/node-store'
import { addWave } from '../helpers/project'

// Changes a project as fast as it can until it is killed; says `ack ID` for every operation that was acknowledged.
// With a password the project has it from the first byte on.
const [path = '', seedText = '1', dice = '20', password = ''] = process.argv.slice(2)
let state = Number(seedText) >>> 0

function random(below: number): number {
  state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
  return Math.floor((state / 2 ** 32) * below)
}

const say = (line: string): void => void writeSync(1, `${line}\n`)

async function open(): Promise<Project> {
  const store = openNodeStore(path, 'write')
  if (!store.ok) throw new Error(JSON.stringify(store.fault))
  const platform = await createNodePlatform('crash')
  const isThere = (await store.value.readSnapshot()) !== null
  const lock = isThere || password === '' ? null : await makeLock(platform.crypto, password, LEAST_COST)
  const unlocked = isThere ? await unlockStore(platform, store.value, password, path, quietTask) : ok(lockableStore(platform, store.value, lock))
  if (!unlocked.ok) throw new Error(JSON.stringify(unlocked.fault))
  const opened = isThere ? await openProject(platform, unlocked.value, path, quietTask) : await createProject(platform, unlocked.value, 'Crash')
  if (!opened.ok) throw new Error(JSON.stringify(opened.fault))
  return opened.value
}

async function step(project: Project): Promise<void> {
  // Saves and imports are one in so many.
  const kind = random(Number(dice))
  const id = `s${random(5)}`
  const before = project.registers.setting.get(id) ?? null
  if (kind === 0) {
    await project.save()
  } else if (kind === 1) {
    const name = `wave ${process.pid} ${state}`
    const rows = Array.from({ length: 200 }, (_, row) => ({ score: row % 11, day: 20_000 + row, cells: [`v${row % 7}`, `${state}`] }))
    await addWave(project, name, ['Field', 'Other'], rows)
    say(`wave w-${name}`)
  } else if (kind < 5) {
    const undone = await project.undo()
    if (undone.ok) say(`ack ${undone.value.id}`)
  } else if (kind < 7) {
    const redone = await project.redo()
    if (redone.ok) say(`ack ${redone.value.id}`)
  } else {
    const set = await project.change('setting', [{ register: 'setting', id, before, after: { value: String(state) } }])
    if (set.ok) say(`ack ${set.value.id}`)
  }
}

const project = await open()
if (project.unsaved > 0) await project.save()
say('ready')
for (;;) {
  await step(project)
  // Lets the pipe and the signal through.
  await new Promise((resolve) => setImmediate(resolve))
}
