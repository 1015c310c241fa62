import { fault } from '../base/fault'
import { ok, refuse, type Result } from '../base/result'
import type { Task } from '../base/task'
import type { Code } from '../model/records'
import type { CodebookTrial, TrialCode } from '../protocol/engine-api'
import { codesOfVersion } from './codebook-versions'
import type { Project } from './project'
import { tagsOf, type Tags } from './tagging'

/** The codes of a version over all waves, beside those of today. */
export async function tryVersion(project: Project, version: number, task: Task): Promise<Result<CodebookTrial>> {
  const codes = codesOfVersion(project, version)
  if (!codes) return refuse(fault('busy'))
  const past = await tagsOf(withCodes(project, codes), task)
  const today = await tagsOf(project, task)
  if (task.cancelled()) return refuse(fault('cancelled'))
  const nOf = ({ codes: all }: Tags, id: string): number | null => all.find((each) => each.id === id)?.n ?? null
  const trial = (tags: Tags): readonly TrialCode[] =>
    tags.codes.map(({ id, code: { name, color } }) => {
      const newName = project.registers.code.get(id)?.name ?? name
      return { id, name, renamed: newName === name ? null : newName, color, past: nOf(past, id), today: nOf(today, id) }
    })
  const known = new Set(past.codes.map(({ id }) => id))
  return ok({
    version,
    verbatims: today.verbatims,
    coded: { past: past.coded, today: today.coded },
    codes: [...trial(past), ...trial(today).filter(({ id }) => !known.has(id))],
  })
}

/** The project as it is, but for its codes. For looking only: what it finds out about comments, both know. */
const withCodes = (project: Project, code: ReadonlyMap<string, Code>): Project =>
  Object.create(project, { registers: { value: { ...project.registers, code } } }) as Project
