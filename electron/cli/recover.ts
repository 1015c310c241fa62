import { existsSync } from 'node:fs'
import type { FaultCode } from '../../shared/base/fault'
import { ok, type Result } from '../../shared/base/result'
import { unlockRemains } from '../../shared/engine/locked/locked-remains'
import { sealFile } from '../../shared/engine/locked/locked-file'
import { openProject } from '../../shared/engine/project/open-project'
import type { Platform } from '../../shared/engine/platform'
import { recoverProject } from '../../shared/engine/recover/recover-project'
import type { Recovery } from '../../shared/protocol/recovery'
import type { ProjectStore } from '../../shared/protocol/store'
import { keptAside } from '../shelf/app-folder'
import { replaceFile } from '../disk/atomic-file'
import { generationsOf, listGenerations, readGeneration } from '../shelf/generations'
import { createNodePlatform } from '../node/node-platform'
import { besideOf } from '../disk/beside'
import { openNodeStore, storageFault } from '../shelf/node-store'
import { nodeTask } from '../node/node-task'
import type { Answer, Arguments } from './command'
import { unlock } from './session'

interface Given {
  readonly args: Arguments
  /** What became of a damaged project; null where it was whole. */
  readonly note: Answer | null
}

/**
 * The same command, on what can be had of its project: a project that opens is left alone, for one that does not, a recovered one
 * is written to a file of its own beside it. The damaged file is never touched.
 */
export async function recovering(args: Arguments, givenPassword: string | null): Promise<Result<Given>> {
  const path = args.one('project')
  if (path === undefined || !existsSync(path)) return ok({ args, note: null })
  const platform = await createNodePlatform()
  const store = openNodeStore(path, 'read')
  if (!store.ok) return store
  const opened = await opens(platform, store.value, path)
  if (!opened.ok && ASKING.has(opened.fault.code)) return opened
  if (opened.ok) return ok({ args, note: null })
  const aside = keptAside(path)
  const folder = aside === null ? null : generationsOf(aside)
  const left = {
    file: await store.value.readSnapshot(),
    store: await journalOf(store.value, path, aside),
    generations: folder === null ? [] : listGenerations(folder),
    readGeneration: (name: string) => Promise.resolve(folder === null ? null : readGeneration(folder, name)),
  }
  const unlocked = await unlockRemains(platform, left, givenPassword, nodeTask)
  if (!unlocked.ok) return unlocked
  const { lock, remains } = unlocked.value
  const recovered = await recoverProject(platform, remains, path, nodeTask)
  if (!recovered.ok) return recovered
  const bytes = lock ? await sealFile(lock, 1, recovered.value.bytes, (part) => platform.sha256(part)) : recovered.value.bytes
  const file = freeName(path)
  try {
    await replaceFile(file, bytes)
  } catch (error) {
    return storageFault(error)
  }
  const { recovery } = recovered.value
  const note = { json: { file, ...recovery }, text: [`Recovered ${path} as ${file}`, ...recoveryLines(recovery)].join('\n') }
  return ok({ args: { ...args, one: (name) => (name === 'project' ? file : args.one(name)) }, note })
}

/** Nothing is damaged: only the password is missing. */
const ASKING: ReadonlySet<FaultCode> = new Set<FaultCode>(['password', 'wrong-password'])

async function opens(platform: Platform, store: ProjectStore, path: string): Promise<Result<null>> {
  const unlocked = await unlock(platform, store, path)
  const opened = unlocked.ok ? await openProject(platform, unlocked.value, path, nodeTask) : unlocked
  if (!opened.ok) return opened
  await opened.value.close()
  return ok(null)
}

/** The journal beside the file, or the one that the desktop app keeps of it. */
async function journalOf(beside: ProjectStore, path: string, aside: string | null): Promise<Pick<ProjectStore, 'readJournal' | 'readBatch'>> {
  if (aside === null || (await beside.readJournal()).length > 0) return beside
  const kept = openNodeStore(path, 'read', aside)
  return kept.ok ? kept.value : beside
}

/** `NAME.recovered.earshot`, or the first such name with a number that is free. */
function freeName(path: string): string {
  const stem = path.replace(/\.earshot$/i, '')
  for (let number = 1; ; number++) {
    const name = besideOf(stem, `.recovered${number === 1 ? '' : `-${number}`}.earshot`)
    if (!existsSync(name)) return name
  }
}

const FROM: Readonly<Record<Recovery['from'], (recovery: Recovery) => string>> = {
  file: () => 'the file is whole, its journal is not',
  generation: ({ savedAt }) => `from the snapshot that the app kept at ${String(savedAt)}`,
  rest: () => 'from what can still be read of the file',
}

function recoveryLines(recovery: Recovery): readonly string[] {
  const { operations, responses, lastChange, lostOperations, lostResponses, unprovenResponses, lostHistory, assumedAnonymous } = recovery
  return [
    `There: ${FROM[recovery.from](recovery)}; ${operations} changes up to ${lastChange}, ${responses} responses`,
    ...(lostOperations > 0 ? [`Lost: ${lostOperations} changes after that`] : []),
    ...(lostResponses > 0 ? [`Lost: ${lostResponses} responses that cannot be read`] : []),
    ...(lostHistory ? ['Lost: the history of changes; what the project says now is there as far as it can be read'] : []),
    ...(unprovenResponses > 0 ? [`Unproven: ${unprovenResponses} responses were read from the damaged file, and nothing shows that their cells are as they were`] : []),
    ...(assumedAnonymous ? ['Nobody can tell any more whether the project was anonymous, so what was recovered is: small groups stay hidden, for good'] : []),
    'The damaged file is as it was.',
  ]
}
