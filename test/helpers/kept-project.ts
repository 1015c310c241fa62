import { hostname } from 'node:os'
import { openNodeStore } from '../../electron/shelf/node-store'
import { quietTask } from '../../shared/base/task'
import type { Result } from '../../shared/base/result'
import { createProject, openProject } from '../../shared/engine/project/open-project'
import type { Project } from '../../shared/engine/project/project'
import { createFakeFiles, type Disk, type FakeFiles } from './fake-files'
import { must, testPlatform, tryWave } from './project'

export const PROJECT_FILE = '/p/q.earshot'

/** Opens the project on a disk in memory, as the command line does. */
export async function openOn(files: FakeFiles): Promise<Result<Project>> {
  const store = openNodeStore(PROJECT_FILE, 'write', undefined, files)
  if (!store.ok) return store
  const opened = await openProject(await testPlatform(), store.value, PROJECT_FILE, quietTask)
  if (!opened.ok) await store.value.close()
  return opened
}

export interface Said {
  readonly hash: string
  /** Ids of its operations. */
  readonly operations: readonly string[]
}

/** A disk as another process finds it: who had its locks, or was taking one over, is gone. */
export function leftOn({ names, contents }: Disk): Disk {
  const gone = new TextEncoder().encode(JSON.stringify({ pid: 2 ** 22 + 1, host: hostname() }))
  const locks = [...names].filter(([path, what]) => path.includes('.lock') && typeof what === 'number' && (contents.get(what)?.length ?? 0) > 0)
  return { names, contents: new Map([...contents, ...locks.map(([, what]) => [Number(what), gone] as const)]) }
}

/** What the project on a disk says to who opens it next. */
export async function saidOn(disk: Disk, files = createFakeFiles(leftOn(disk))): Promise<Said> {
  const project = must(await openOn(files))
  const said = { hash: await project.hash(), operations: operationsOf(project) }
  await project.close()
  return said
}

export const operationsOf = (project: Project): readonly string[] =>
  (project.db.exec('SELECT id FROM operation ORDER BY seq')[0]?.values ?? []).map(([id]) => String(id))

/** A verdict on one verbatim. */
export const tag = (project: Project, line: number): Promise<Result<unknown>> => {
  const id = `w-first/${line}/Note/price`
  const before = project.registers.decision.get(id) ?? null
  const after = { wave: 'w-first', line, field: 'Note', code: 'price', coder: 'ana', at: '2026-01-01T00:00:00.000Z', verdict: 'add' as const }
  return project.change('tag', [{ register: 'decision', id, before, after }])
}

export const importWave = (project: Project, name: string): Promise<Result<unknown>> =>
  tryWave(project, name, ['Note'], Array.from({ length: 12 }, (_, row) => ({ score: row % 11, day: 20_000 + row, cells: [`${name} ${row}`] })))

/** A project as a closed file with rows, tags and, where asked for, changes that lie in its journal. */
export async function keptProject(unsaved: boolean): Promise<Disk> {
  const files = createFakeFiles()
  const store = must(openNodeStore(PROJECT_FILE, 'write', undefined, files))
  const project = must(await createProject(await testPlatform(), store, 'Kept'))
  must(await importWave(project, 'first'))
  must(await tag(project, 2))
  must(await project.save())
  if (unsaved) {
    must(await tag(project, 3))
    must(await importWave(project, 'second'))
    must(await tag(project, 4))
  }
  await project.close()
  return files.now()
}
