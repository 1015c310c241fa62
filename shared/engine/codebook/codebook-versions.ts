import { ok, refuse, type Result } from '../../base/result'
import { fault } from '../../base/fault'
import { byCodeName } from '../../coding/expand-rule'
import { codesNamed } from '../../coding/refer'
import type { Change } from '../../model/operation'
import type { Code } from '../../model/records'
import type { CodebookChange, CodebookVersion } from '../../protocol/engine-api'
import { eachRow } from '../db/query'
import type { Project } from '../project/project'
import { canonicalJson } from '../project/state-hash'

type CodeChange = Extract<Change, { register: 'code' }>

interface CodeStep {
  readonly at: string
  readonly author: string
  readonly step: CodebookVersion['step']
  readonly changes: readonly CodeChange[]
}

/** What was read of the log so far. */
interface Read {
  seq: number
  version: number
  /** Since which version the rule of each code is as it is. */
  readonly since: Map<string, number>
}

const readOf = new WeakMap<Project, Read>()

/** Within a text a quotation mark has a backslash before it, so that this finds nothing but the changes of codes. */
const OF_CODES = `instr(changes, '"register":"code"') > 0`

/** The acknowledged operations behind `after` that changed codes, in order. */
function eachStep(project: Project, after: number, visit: (step: CodeStep) => void): void {
  const sql = `SELECT at, author, undoes, redoes, changes FROM operation WHERE seq > ? AND seq <= ? AND ${OF_CODES} ORDER BY seq`
  eachRow(project.db, sql, [after, project.acknowledged], ([at, author, undoes, redoes, changes]) => {
    const all = JSON.parse(String(changes)) as readonly Change[]
    const step = undoes !== null ? 'undone' : redoes !== null ? 'redone' : 'done'
    visit({ at: String(at), author: String(author), step, changes: all.filter((change): change is CodeChange => change.register === 'code') })
  })
}

/** Only what the log has gained is read. */
function readLog(project: Project): Read {
  const read = readOf.get(project) ?? { seq: 0, version: 0, since: new Map<string, number>() }
  readOf.set(project, read)
  if (read.seq === project.acknowledged) return read
  eachStep(project, read.seq, ({ changes }) => {
    read.version += 1
    for (const { id, before, after } of changes) {
      if (after === null) read.since.delete(id)
      else if (before?.rule !== after.rule) read.since.set(id, read.version)
    }
  })
  read.seq = project.acknowledged
  return read
}

/** Number of the present codebook; 0: there never was one. */
export const codebookVersion = (project: Project): number => readLog(project).version

/** Tells of codes since which version their rules are as they are, with those of the codes that they name. */
export function ruleVersions(project: Project): (code: string) => number {
  const { since, version } = readLog(project)
  const { code: codes } = project.registers
  const idOf = byCodeName([...codes].map(([id, { name }]) => [name, id] as const))
  const latest = (id: string, seen: Set<string>): number => {
    seen.add(id)
    const named = codesNamed(codes.get(id)?.rule ?? '').flatMap((name) => idOf(name) ?? [])
    return Math.max(since.get(id) ?? version, ...named.filter((each) => !seen.has(each)).map((each) => latest(each, seen)))
  }
  return (code) => latest(code, new Set())
}

/** All versions, the latest first, with what changed in each. */
export function codebookVersions(project: Project): readonly CodebookVersion[] {
  const versions: CodebookVersion[] = []
  eachStep(project, 0, ({ changes, ...step }) => {
    versions.push({ ...step, version: versions.length + 1, changes: changes.flatMap(changesOf) })
  })
  return versions.reverse()
}

function changesOf({ before, after }: CodeChange): readonly CodebookChange[] {
  if (before === null) return after === null ? [] : [{ kind: 'added', name: after.name }]
  const { name } = before
  if (after === null) return [{ kind: 'removed', name }]
  const differs = (...properties: readonly (keyof Code)[]): boolean =>
    properties.some((property) => canonicalJson(before[property] ?? null) !== canonicalJson(after[property] ?? null))
  const kinds: readonly (CodebookChange['kind'] | false)[] = [
    differs('rule') && 'rule',
    differs('mustHit', 'mustMiss') && 'examples',
    differs('parent', 'position') && 'place',
    differs('archived') && (after.archived ? 'archived' : 'restored'),
    differs('description', 'color', 'direction', 'exclusive', 'questions') && 'details',
  ]
  const renamed: readonly CodebookChange[] = differs('name') ? [{ kind: 'renamed', name, to: after.name }] : []
  return [...renamed, ...kinds.filter((kind) => kind !== false).map((kind): CodebookChange => ({ kind, name }))]
}

/** The codes of a version; null where there is no such version. */
export function codesOfVersion(project: Project, version: number): ReadonlyMap<string, Code> | null {
  const codes = new Map<string, Code>()
  let reached = 0
  eachStep(project, 0, ({ changes }) => {
    if (reached === version) return
    reached += 1
    for (const { id, after } of changes) {
      if (after === null) codes.delete(id)
      else codes.set(id, after)
    }
  })
  return reached === version && version > 0 ? codes : null
}

/**
 * Makes a version the present codebook, as one operation. Words on codes that it lacks stay in the project, for when they
 * come back.
 */
export async function restoreVersion(project: Project, version: number): Promise<Result<null>> {
  const then = codesOfVersion(project, version)
  if (!then) return refuse(fault('busy'))
  const { code: now } = project.registers
  const changes = [...new Set([...now.keys(), ...then.keys()])].flatMap((id): Change[] => {
    const [before, after] = [now.get(id) ?? null, then.get(id) ?? null]
    return canonicalJson(before) === canonicalJson(after) ? [] : [{ register: 'code', id, before, after }]
  })
  if (changes.length === 0) return ok(null)
  const done = await project.change('codebook', changes)
  return done.ok ? ok(null) : done
}
