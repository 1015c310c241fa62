import { fault } from '../base/fault'
import { ok, refuse, type Result } from '../base/result'
import type { Task } from '../base/task'
import { PALETTE } from '../coding/palette'
import { readCodebook } from '../coding/read-codebook'
import { FATE, type OwnWavePlan } from '../ingest/types'
import type { Change } from '../model/operation'
import type { Code, Decision, WaveCounts } from '../model/records'
import { codebookChanges } from './code-project'
import { decisionId } from './decision-index'
import type { importWave } from './import-file'
import type { ReadFile } from './read-file'
import type { Project } from './project'

type ImportOne = typeof importWave

/**
 * Brings the waves of an export back, each as one operation with the coders' words on it, and with the first of them the
 * codes: the whole codebook where the project has none, else those that a coder's word needs. A wave that is refused
 * or cancelled takes back the ones before it.
 */
export async function importOwnWaves(
  project: Project,
  read: ReadFile,
  waves: readonly OwnWavePlan[],
  task: Task,
  importOne: ImportOne,
): Promise<Result<WaveCounts>> {
  let total: WaveCounts = { accepted: 0, setAside: 0, duplicates: 0, rejected: 0, scored: 0, commented: 0 }
  let made = 0
  for (const [at, wave] of waves.entries()) {
    const step: Task = { ...task, report: (done, stage) => task.report((at + done) / waves.length, stage) }
    const revision = project.revision
    const done = task.cancelled() ? refuse(fault('cancelled')) : await importOwnWave(project, read, wave, step, importOne)
    if (!done.ok) {
      for (; made > 0; made--) await project.undo()
      return done
    }
    if (project.revision > revision) made += 1
    total = sum(total, done.value)
  }
  return ok(total)
}

function importOwnWave(
  project: Project,
  read: ReadFile,
  { plan, source, hands }: OwnWavePlan,
  task: Task,
  importOne: ImportOne,
): Promise<Result<WaveCounts>> {
  const words = [...hands].flatMap(([row, tags]) => (plan.fates[row] === FATE.accepted ? tags.map((tag) => ({ row, tag })) : []))
  const codes = codeChanges(project, read, new Set(words.map(({ tag }) => tag.code)))
  const idOf = new Map([...project.registers.code].map(([id, { name }]) => [name, id]))
  for (const { id, after } of codes) if (after) idOf.set((after as Code).name, id)
  const further = (wave: string, fields: readonly string[]): readonly Change[] => {
    const decisions = words.flatMap(({ row, tag: { code, question, verdict, coder, at } }): Change[] => {
      const id = idOf.get(codeKey(code))
      const field = fields[question - 1]
      if (id === undefined || field === undefined) return []
      const after: Decision = { wave, line: plan.table.lines[row]!, field, code: id, coder, at, verdict }
      const decision = decisionId(after, id)
      return [{ register: 'decision', id: decision, before: project.registers.decision.get(decision) ?? null, after }]
    })
    return [...codes, ...new Map(decisions.map((change) => [change.id, change])).values()]
  }
  const file = { ...read.file, name: plan.table.file }
  return importOne(project, { file, source: () => Promise.resolve(source) }, plan, task, 'import', further)
}

const codeKey = (name: string): string => name.normalize('NFC').trim()

/** The codes that are not there yet: all of the file's for a project without any, else those that are spoken of. */
function codeChanges(project: Project, { table }: ReadFile, spoken: ReadonlySet<string>): readonly Change[] {
  const { registers, platform } = project
  const records = table.codebook ?? []
  const read = records.length > 0 ? readCodebook(records, records.map((_, at) => at + 1)) : null
  const entries = read?.ok ? read.value : []
  const changes: Change[] = registers.code.size === 0 && entries.length > 0 ? [...codebookChanges(project, entries)] : []
  const there = new Set([...registers.code.values()].map(({ name }) => name))
  for (const { after } of changes) if (after) there.add((after as Code).name)
  let position = Math.max(-1, ...[...registers.code.values()].map((code) => code.position)) + 1 + changes.length
  for (const said of spoken) {
    const name = codeKey(said)
    if (name === '' || there.has(name)) continue
    there.add(name)
    const entry = entries.find((each) => each.name === name)
    const parent = [...registers.code].find(([, code]) => code.name === entry?.parent)?.[0] ?? null
    const { rule = '', description = '', color = PALETTE[position % PALETTE.length]! } = entry ?? {}
    changes.push({ register: 'code', id: platform.newId(), before: null, after: { name, parent, rule, description, color, position } })
    position += 1
  }
  return changes
}

const sum = (a: WaveCounts, b: WaveCounts): WaveCounts => ({
  accepted: a.accepted + b.accepted,
  setAside: a.setAside + b.setAside,
  duplicates: a.duplicates + b.duplicates,
  rejected: a.rejected + b.rejected,
  scored: a.scored + b.scored,
  commented: a.commented + b.commented,
})
