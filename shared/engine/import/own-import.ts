import { addCounts } from '../../base/add-counts'
import { ok, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import { PALETTE } from '../../coding/palette'
import { byCodeName } from '../../coding/expand-rule'
import { readCodebook } from '../../coding/read-codebook'
import { codesNamed } from '../../coding/refer'
import { FATE, type OwnHand, type OwnWavePlan } from '../../ingest/types'
import type { Change } from '../../model/operation'
import type { Code, Decision, WaveCounts } from '../../model/records'
import { codeKey } from '../codebook/code-key'
import { joinedRecords } from '../codebook/codebook-sheet'
import { codebookChanges, codeOf } from '../codebook/code-project'
import { decisionId } from '../tags/decision-index'
import { broughtMarks, markChanges, marksThere } from './own-marks'
import { wordsThere, type WordThere } from './own-tags'
import { prepareWave, waveIdOf, type PreparedWave } from './prepare-wave'
import type { Seal } from './import-parts'
import type { Project } from '../project/project'
import type { ReadFile } from './read-file'

/**
 * Brings the waves of an export back as one operation, with the coders' words on them and the codes: the whole codebook
 * where the project has none, else those that a coder's word needs. `bringTags`: also the words on responses that are
 * there already, unless the project says otherwise and has said it later.
 */
export async function importOwnWaves(
  project: Project,
  read: ReadFile,
  plans: readonly OwnWavePlan[],
  bringTags: boolean,
  task: Task,
): Promise<Result<WaveCounts>> {
  const known = new Map(project.registers.field)
  const waves: Prepared[] = []
  for (const own of plans) {
    const file = { ...read.file, name: own.plan.table.file }
    waves.push({ own, prepared: await prepareWave(project, { file, source: () => Promise.resolve(own.source) }, own.plan, known) })
  }
  const total = waves.map(({ prepared }) => prepared.counts).reduce(addCounts, NOTHING)
  const brought = waves.filter(({ prepared }) => prepared.part !== null)
  const there = bringTags ? plans.flatMap((own) => wordsThere(own, project)).filter(({ isOlder }) => !isOlder) : []
  const marked = bringTags ? plans.flatMap((own) => marksThere(own, project)).filter(({ isOlder }) => !isOlder) : []
  if (brought.length + there.length + marked.length === 0) return ok(total)
  const spoken = [...brought.flatMap(({ own }) => wordsOf(own).map(({ tag }) => tag.code)), ...there.map(({ code }) => code)]
  const codes = codeChanges(project, read, spoken, known)
  const idOf = new Map([...project.registers.code].map(([id, { name }]) => [codeKey(name), id]))
  for (const { id, after } of codes) if (after) idOf.set(codeKey((after as Code).name), id)
  const before = [...codes, ...bringingChanges(there, idOf), ...markChanges(project, marked.map(({ mark }) => mark))]
  if (brought.length === 0) {
    const tagged = await project.change('tag', before, task)
    return tagged.ok ? ok(total) : tagged
  }
  const parts = brought.flatMap(({ prepared }) => prepared.part ?? [])
  const changes = (seals: readonly Seal[]): readonly Change[] => [
    ...before,
    ...brought.flatMap((wave, at) => [...wave.prepared.added, ...decisionChanges(project, wave, idOf, waveIdOf(seals[at]!)), ...markChanges(project, broughtMarks(wave.own, wave.prepared.fields, waveIdOf(seals[at]!))), wave.prepared.wave(seals[at]!)]),
  ]
  const done = await project.importRows({ parts, changes }, task)
  return done.ok ? ok(total) : done
}

/** The words as they will be; of several on one place, the last. */
function bringingChanges(words: readonly WordThere[], idOf: ReadonlyMap<string, string>): readonly Change[] {
  const changes = words.flatMap(({ decision, code, before }): Change[] => {
    const id = idOf.get(codeKey(code))
    if (id === undefined) return []
    return [{ register: 'decision', id: decisionId(decision, id), before, after: { ...decision, code: id } }]
  })
  return [...new Map(changes.map((change) => [change.id, change])).values()]
}

interface Prepared {
  readonly own: OwnWavePlan
  readonly prepared: PreparedWave
}

/** The coders' words on the responses that come in. */
const wordsOf = ({ plan, hands }: OwnWavePlan): readonly { readonly row: number; readonly tag: OwnHand }[] =>
  [...hands].flatMap(([row, tags]) => (plan.fates[row] === FATE.accepted ? tags.map((tag) => ({ row, tag })) : []))

function decisionChanges(project: Project, { own, prepared }: Prepared, idOf: ReadonlyMap<string, string>, wave: string): readonly Change[] {
  const changes = wordsOf(own).flatMap(({ row, tag: { code, question, verdict, coder, at } }): Change[] => {
    const id = idOf.get(codeKey(code))
    const field = prepared.fields[question - 1]
    if (id === undefined || field === undefined) return []
    const after: Decision = { wave, line: own.plan.table.lines[row]!, field, code: id, coder, at, verdict }
    const decision = decisionId(after, id)
    return [{ register: 'decision', id: decision, before: project.registers.decision.get(decision) ?? null, after }]
  })
  return [...new Map(changes.map((change) => [change.id, change])).values()]
}

/** The codes that are not there yet: all of the file's for a project without any, else those that are spoken of, and those that their rules name. */
function codeChanges(
  project: Project,
  { table }: ReadFile,
  spoken: readonly string[],
  fields: Project['registers']['field'],
): readonly Change[] {
  const { registers, platform } = project
  const records = joinedRecords(table.codebook ?? [])
  const read = records.length > 0 ? readCodebook(records, records.map((_, at) => at + 1)) : null
  const entries = read?.ok ? read.value : []
  const changes: Change[] = registers.code.size === 0 && entries.length > 0 ? [...codebookChanges(project, entries, fields)] : []
  const there = new Set([...registers.code.values()].map(({ name }) => name))
  for (const { after } of changes) if (after) there.add((after as Code).name)
  let position = Math.max(-1, ...[...registers.code.values()].map((code) => code.position)) + 1 + changes.length
  const ownNamed = byCodeName(entries.map((entry) => [entry.name, entry] as const))
  // Grows while it is walked through.
  const wanted = new Set(spoken.map(codeKey))
  for (const name of wanted) {
    if (name === '' || there.has(name)) continue
    there.add(name)
    const entry = entries.find((each) => each.name === name)
    for (const named of codesNamed(entry?.rule ?? '')) wanted.add(ownNamed(named)?.name ?? '')
    const parent = [...registers.code].find(([, code]) => code.name === entry?.parent)?.[0] ?? null
    const made = entry ?? { name, parent: null, rule: '', description: '', color: PALETTE[position % PALETTE.length]!, line: 0 }
    changes.push({ register: 'code', id: platform.newId(), before: null, after: codeOf(made, null, parent, position, fields) })
    position += 1
  }
  return changes
}

const NOTHING: WaveCounts = { accepted: 0, setAside: 0, duplicates: 0, rejected: 0, scored: 0, commented: 0 }
