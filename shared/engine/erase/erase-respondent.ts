import { addCounts } from '../../base/add-counts'
import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import { partOf, type Task } from '../../base/task'
import type { ErasureReceipt, FoundRespondent, Whom } from '../../protocol/erase'
import { planErase, type ErasePlan } from './erase-plan'
import { erasedFile } from './erase-project'
import { findPeople } from './find-person'
import { EMPTY_JOURNAL } from '../journal/journal-end'
import { openDatabase } from '../project/open-database'
import { Project } from '../project/project'

/** People as they were found, and at which revision of their project. */
export interface FoundPeople {
  readonly revision: number
  readonly plans: ReadonlyMap<string, ErasePlan>
}

/** Everybody whom `whom` may mean, and what there is of them. Refuses `no-respondent` and `many-respondents`. */
export function findRespondents(project: Project, whom: Whom): Result<FoundPeople> {
  const people = findPeople(project.db, whom)
  if (!people) return refuse(fault('many-respondents'))
  if (people.length === 0) return refuse(fault('no-respondent'))
  return ok({ revision: project.revision, plans: new Map(people.map((person, at) => [String(at), planErase(project.db, project.registers, person)])) })
}

export const foundRespondents = ({ plans }: FoundPeople): readonly FoundRespondent[] => [...plans].map(([key, { found }]) => ({ key, ...found }))

export interface Erasure {
  readonly receipt: ErasureReceipt
  /** The project from now on; the one before is spent. */
  readonly project: Project
}

/**
 * Erases people as they were found. `dropEarlier` drops what the host keeps of earlier states, for good. Once it is done nothing that the store keeps has a trace of them, and nothing brings them back. Refuses
 * `busy` where the project has changed since they were found.
 */
export async function eraseRespondents(
  project: Project,
  { revision, plans }: FoundPeople,
  { keys, keep }: { readonly keys: readonly string[]; readonly keep: readonly string[] },
  dropEarlier: () => Promise<Result<null>>,
  task: Task,
): Promise<Result<Erasure>> {
  const chosen = [...new Set(keys)].flatMap((key) => plans.get(key) ?? [])
  if (chosen.length === 0) return refuse(fault('no-respondent'))
  if (revision !== project.revision) return refuse(fault('busy'))
  const { platform } = project
  const signed = { id: platform.newId(), at: platform.now(), author: platform.author }
  const mentions = new Set(chosen.flatMap(({ found }) => found.mentions.map(({ id }) => id)))
  const kept = new Set(keep.filter((id) => mentions.has(id)))
  const isStale = (): boolean => revision !== project.revision
  const done = await project.giveWay(
    () => (isStale() ? Promise.resolve(refuse(fault('busy'))) : erasedFile(platform, project.db, chosen, kept, signed, partOf(task, 0, 0.9))),
    dropEarlier,
    task,
  )
  if (!done.ok) return done
  const next = await reopened(project, done.value)
  if (!next.ok) return next
  const receipt: ErasureReceipt = {
    at: signed.at,
    author: signed.author,
    respondents: chosen.length,
    counts: chosen.map(({ found }) => found.counts).reduce(addCounts),
    mentions: { cut: mentions.size - kept.size, kept: kept.size },
  }
  return ok({ receipt, project: next.value })
}

async function reopened({ platform, store, name, revision, figures }: Project, file: Uint8Array): Promise<Result<Project>> {
  const db = await openDatabase(platform, file.slice(), store.name ?? name)
  if (!db.ok) return db
  const project = new Project(platform, db.value, store, EMPTY_JOURNAL)
  // What somebody worked out from the project before is out of date.
  project.revision = revision + 1
  project.figures = figures + 1
  return ok(project)
}
