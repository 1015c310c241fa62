import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import { quietTask, type Task } from '../../base/task'
import { withProperties } from '../../model/code-properties'
import type { Change } from '../../model/operation'
import type { Code } from '../../model/records'
import type { CodeOperation } from '../../protocol/engine-api'
import { nameKey, refuseCode } from './code-refusal'
import { decisionId } from '../tags/decision-index'
import { mergedCodes, splitCode } from './merge-codes'
import { movedCode } from './move-code'
import type { Project } from '../project/project'
import { freeColor } from './save-code'
import { canonicalJson } from '../project/state-hash'

/** Does something with a code, as one step to undo. Gives the id of the code that it is about in the end. */
export async function operateCode(project: Project, operation: CodeOperation, task: Task = quietTask): Promise<Result<string>> {
  const { code: codes } = project.registers
  const code = codes.get(operation.id)
  if (!code) return refuse(fault('busy'))
  const planned = await plan(project, code, operation, task)
  if (!planned.ok) return planned
  if (task.cancelled()) return refuse(fault('cancelled'))
  const { id } = planned.value
  const changes = planned.value.changes.filter(({ before, after }) => canonicalJson(before) !== canonicalJson(after))
  if (changes.length === 0) return ok(id)
  const done = await project.change('codebook', changes, task)
  return done.ok ? ok(id) : done
}

interface Planned {
  readonly id: string
  readonly changes: readonly Change[]
}

async function plan(project: Project, code: Code, operation: CodeOperation, task: Task): Promise<Result<Planned>> {
  const { code: codes } = project.registers
  const { id } = operation
  switch (operation.kind) {
    case 'move': {
      const changes = movedCode(codes, id, operation.parent, operation.before)
      return changes ? ok({ id, changes }) : refuseCode('codebook.below-itself', { name: code.name })
    }
    case 'merge': {
      const changes = await mergedCodes(project, id, operation.into, task)
      return changes.ok ? ok({ id: operation.into, changes: changes.value }) : changes
    }
    case 'split':
      return planSplit(project, code, operation)
    case 'archive':
      return ok({ id, changes: [archived(id, code, true)] })
    case 'restore':
      return ok({ id, changes: withAbove(codes, id).map(([each, one]) => archived(each, one, null)) })
  }
}

const archived = (id: string, code: Code, archive: true | null): Change => ({ register: 'code', id, before: code, after: withProperties(code, { archived: archive }) })

/** The code and those above it that are archived. */
function withAbove(codes: ReadonlyMap<string, Code>, id: string): readonly (readonly [string, Code])[] {
  const found = new Map<string, Code>()
  for (let here: string | null = id; here !== null && !found.has(here); ) {
    const code: Code | undefined = codes.get(here)
    if (!code) break
    found.set(here, code)
    here = code.parent
  }
  return [...found].filter(([, code]) => code.archived)
}

function planSplit(project: Project, code: Code, { id, name: given, verbatims }: Extract<CodeOperation, { kind: 'split' }>): Result<Planned> {
  const { code: codes, decision: decisions } = project.registers
  const name = given.normalize('NFC').trim()
  if (name === '') return refuseCode('codebook.no-name')
  if ([...codes.values()].some((each) => nameKey(each.name) === nameKey(name))) return refuseCode('codebook.name-taken', { name })
  const newId = project.platform.newId()
  const copy: Code = { ...code, name, color: freeColor(codes) }
  const words = verbatims.flatMap((key) => {
    const place = decisionId(key, id)
    const word = decisions.get(place)
    return word ? [[place, word] as const] : []
  })
  const placed = movedCode(new Map([...codes, [newId, copy]]), newId, code.parent, nextSibling(codes, id))
  if (!placed) return refuse(fault('busy'))
  const own = placed.find((change) => change.id === newId)
  const others = placed.filter((change) => change.id !== newId)
  return ok({ id: newId, changes: [...splitCode(newId, (own?.after as Code | undefined) ?? copy, words), ...others] })
}

/** The code that follows among those of the same parent. */
function nextSibling(codes: ReadonlyMap<string, Code>, id: string): string | null {
  const { parent } = codes.get(id)!
  const siblings = [...codes].filter(([, code]) => code.parent === parent).sort(([, a], [, b]) => a.position - b.position)
  return siblings[siblings.findIndex(([each]) => each === id) + 1]?.[0] ?? null
}
