import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import type { Code } from '../../model/records'
import type { CodebookTrial, TrialCode } from '../../protocol/engine-api'
import { codesOfVersion } from './codebook-versions'
import type { Project } from '../project/project'
import { addMarks, countOf } from '../tags/tag-parts'
import { tagsOf, type Tags } from '../tags/tagging'

/** The codes of a version over all waves, beside those of today. */
export async function tryVersion(project: Project, version: number, task: Task): Promise<Result<CodebookTrial>> {
  const codes = codesOfVersion(project, version)
  if (!codes) return refuse(fault('busy'))
  const past = await tagsOf(withCodes(project, codes), task)
  const today = await tagsOf(project, task)
  if (task.cancelled()) return refuse(fault('cancelled'))
  const counts = new Map([past, today].map((tags) => [tags, countsOf(tags)]))
  const nOf = (tags: Tags, id: string): number | null => counts.get(tags)!.get(id) ?? null
  const trial = (tags: Tags): readonly TrialCode[] =>
    tags.codes.map(({ id, code: { name, color }, depth }) => {
      const newName = project.registers.code.get(id)?.name ?? name
      return { id, name, renamed: newName === name ? null : newName, color, depth, past: nOf(past, id), today: nOf(today, id) }
    })
  const known = new Set(past.codes.map(({ id }) => id))
  return ok({
    version,
    verbatims: today.verbatims,
    coded: { past: past.coded, today: today.coded },
    codes: [...trial(past), ...trial(today).filter(({ id }) => !known.has(id))],
  })
}

/** How many verbatims have each code, or one below it. */
function countsOf({ codes, comments }: Tags): ReadonlyMap<string, number> {
  return new Map(
    codes.map(({ id, n, depth }, at) => {
      const end = codes.findIndex((other, place) => place > at && other.depth <= depth)
      const branch = codes.slice(at, end < 0 ? undefined : end)
      if (branch.length === 1) return [id, n]
      const marks = comments.map(({ span }, place) => {
        const some = new Uint8Array(span.rows)
        for (const { parts } of branch) addMarks(some, parts[place]!.has)
        return countOf(some)
      })
      return [id, marks.reduce((sum, count) => sum + count, 0)]
    }),
  )
}

/** The project as it is, but for its codes. For looking only: what it finds out about comments, both know. */
const withCodes = (project: Project, code: ReadonlyMap<string, Code>): Project =>
  Object.create(project, { registers: { value: { ...project.registers, code } } }) as Project
