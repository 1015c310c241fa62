import { invariant } from '../base/assert'
import { fault } from '../base/fault'
import { refuse, type Result } from '../base/result'
import type { Task } from '../base/task'
import type { Locale } from '../locale/translate'
import type { Change } from '../model/operation'
import type { ProjectStore, Shelf } from '../protocol/store'
import { codeName, sampleCodebook } from '../sample/codebook'
import { HAND_TAGGED, HAND_TAGS, SAMPLE_CODER } from '../sample/hand-tags'
import { RESPONSE_ID, sampleWaves, type SampleWave } from '../sample/sample-waves'
import { WORDS } from '../sample/words'
import { cellAt } from '../table/column'
import { codeProject } from './codebook/code-project'
import { decisionId } from './tags/decision-index'
import { importPlan, planFile, readFile } from './import/import-file'
import { createMemoryStore } from './project/memory-store'
import { unlockStore } from './locked/unlock-store'
import { createProject, openProject } from './project/open-project'
import type { Platform } from './platform'
import type { Project } from './project/project'

/** The sample is known by its place on the shelf, whatever it is called; another sample would have another number. */
export const SAMPLE_ID = 'sample-1'

/**
 * The sample project of this shelf, made now if there is none. It is made in memory and put on the shelf as a whole, so
 * that cancelling or a crash leaves nothing half done. All of it belongs to the project's birth: undo does not take it
 * apart.
 */
export async function openSample(platform: Platform, shelf: Shelf, locale: Locale, task: Task, password: string | null = null): Promise<Result<Project>> {
  const kept = await shelf.open(SAMPLE_ID)
  if (kept.ok) {
    const opened = await openKept(platform, kept.value, password, task)
    // A place without a project: a crash came before its first snapshot, and nothing can be lost.
    if (opened.ok || opened.fault.code !== 'no-project') return opened
  } else if (kept.fault.code !== 'no-project') return kept

  const made = await makeSample(platform, locale, task)
  if (!made.ok) return made
  const store = await shelf.create(SAMPLE_ID)
  if (!store.ok) return store
  const written = await store.value.writeSnapshot(made.value)
  if (written.ok) return openKept(platform, store.value, null, task)
  await store.value.close()
  await shelf.remove(SAMPLE_ID)
  return written
}

async function openKept(platform: Platform, store: ProjectStore, password: string | null, task: Task): Promise<Result<Project>> {
  const unlocked = await unlockStore(platform, store, password, store.name ?? SAMPLE_ID, task)
  const project = unlocked.ok ? await openProject(platform, unlocked.value, store.name ?? SAMPLE_ID, task) : unlocked
  if (!project.ok) await store.close()
  return project
}

/** The sample as the bytes of a project file. */
async function makeSample(platform: Platform, locale: Locale, task: Task): Promise<Result<Uint8Array>> {
  const project = await createProject({ ...platform, author: SAMPLE_CODER }, createMemoryStore(), WORDS[locale].project)
  if (!project.ok) return project
  try {
    return await fill(project.value, locale, task)
  } finally {
    await project.value.close()
  }
}

async function fill(project: Project, locale: Locale, task: Task): Promise<Result<Uint8Array>> {
  const waves = sampleWaves(locale)
  const steps: readonly ((task: Task) => Promise<Result<unknown>>)[] = [
    ...waves.map((wave) => (step: Task) => importWave(project, wave, step)),
    () => codeProject(project, fileOf('codebook.csv', sampleCodebook(locale)), 'create'),
    () => project.change('create', handTags(project, waves, locale)),
  ]
  const quiet: Task = { ...task, report: () => undefined }
  for (const [at, step] of steps.entries()) {
    task.report(at / (steps.length + 1), 'storing')
    await task.breathe()
    if (task.cancelled()) return refuse(fault('cancelled'))
    const done = await step(quiet)
    if (!done.ok) return done
  }
  task.report(steps.length / (steps.length + 1), 'saving')
  await task.breathe()
  return task.cancelled() ? refuse(fault('cancelled')) : project.snapshot(quiet)
}

const fileOf = (name: string, text: string): { name: string; bytes: Uint8Array } => ({ name, bytes: new TextEncoder().encode(text) })

async function importWave(project: Project, { file, name, text }: SampleWave, task: Task): Promise<Result<unknown>> {
  const options = { wave: name }
  const read = await readFile(project.platform, fileOf(file, text), options, task)
  if (!read.ok) return read
  const plan = await planFile(read.value, options, project)
  return plan.ok ? importPlan(project, read.value, plan.value, task, 'create') : plan
}

/** Some comments that the rules take wrongly, put right by hand. */
function handTags(project: Project, waves: readonly SampleWave[], locale: Locale): readonly Change[] {
  const { registers, columns, platform } = project
  const { headers } = WORDS[locale]
  const file = waves.find(({ quarter }) => quarter === HAND_TAGGED)?.file
  const placed = columns.waves.find(({ wave }) => wave.file === file)
  invariant(placed, 'the tagged wave is in the sample')
  const { id: wave, span } = placed
  const fieldOf = (header: string): string => keyOf(registers.field, ({ label }) => label === header)
  const ids = columns.text(fieldOf(RESPONSE_ID))
  const lines = new Map(Array.from({ length: span.rows }, (_, at) => [cellAt(ids, span.first + at), columns.lines[span.first + at]!]))
  const at = platform.now()
  return HAND_TAGS.map(({ response, question, code: key, verdict }): Change => {
    const line = lines.get(String(response))
    invariant(line !== undefined, `response ${response} is in the sample`)
    const code = keyOf(registers.code, ({ name }) => name === codeName(key, locale))
    const place = { wave, line, field: fieldOf(headers[question]) }
    const after = { ...place, code, coder: SAMPLE_CODER, at, verdict }
    return { register: 'decision', id: decisionId(place, code), before: null, after }
  })
}

function keyOf<T>(records: ReadonlyMap<string, T>, is: (record: T) => boolean): string {
  const [found] = [...records].find(([, record]) => is(record)) ?? []
  invariant(found !== undefined, 'the sample has what its coder speaks of')
  return found
}
