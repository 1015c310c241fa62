import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quietTask } from '../../shared/base/task'
import { ERASED } from '../../shared/engine/erase/erase-record'
import { eraseRespondents, findRespondents, foundRespondents } from '../../shared/engine/erase/erase-respondent'
import { createMemoryStore } from '../../shared/engine/project/memory-store'
import type { Project } from '../../shared/engine/project/project'
import { stateHash } from '../../shared/engine/project/state-hash'
import { verifyProject } from '../../shared/engine/recover/verify-project'
import type { Change, Intent } from '../../shared/model/operation'
import { nothingKept } from '../helpers/erase-survey'
import { must, newProject, reopen } from '../helpers/project'
import { importPeople, type PersonAnswer } from '../helpers/twin-projects'

const RUNS = Number(process.env['EARSHOT_RUNS'] ?? (process.env['EARSHOT_SOAK'] === undefined ? 40 : 1000))
const PERSON = 'respondent-canary-7'
const CANARIES = [PERSON, 'zelda@canary.example', 'quite unlike what anybody else would ever write', 'Platinum-Canary']

/** A survey of 12 rows, some of which are the person's. */
const answers = (wave: number): fc.Arbitrary<readonly PersonAnswer[]> =>
  fc.array(fc.record({ mine: fc.boolean(), score: fc.option(fc.integer({ min: 0, max: 10 })), aside: fc.boolean(), blank: fc.boolean() }), { minLength: 1, maxLength: 12 }).map((rows) =>
    rows.map(({ mine, score, aside, blank }, at): PersonAnswer => {
      const line = at + 2
      const who = mine ? { respondent: PERSON, email: CANARIES[1]!, plan: CANARIES[3]! } : { respondent: `r${at}`, email: `r${at}@example.com`, plan: ['Free', 'Team'][at % 2]! }
      const why = mine ? `"${CANARIES[2]}"\nnumber ${line}` : `it was fine, or so ${line}`
      return { line, id: `${wave}-${line}`, ...who, why: blank ? '' : why, score, ...(aside ? { aside } : {}) }
    }),
  )

type Step =
  | { readonly kind: 'tag' | 'note'; readonly wave: number; readonly line: number; readonly on: boolean }
  | { readonly kind: 'code' | 'setting'; readonly value: number }
  | { readonly kind: 'import' | 'remove'; readonly wave: number }
  | { readonly kind: 'undo' | 'redo' | 'save' }

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constantFrom('tag' as const, 'note' as const), wave: fc.nat(1), line: fc.integer({ min: 2, max: 13 }), on: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('code' as const, 'setting' as const), value: fc.nat(3) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('import' as const, 'remove' as const), wave: fc.nat(1) }) },
  { weight: 5, arbitrary: fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const, 'save' as const) }) },
)

const AT = '2026-01-01T00:00:00.000Z'
const put = async (project: Project, intent: Intent, change: Omit<Change, 'before'>): Promise<boolean> => {
  const before = project.registers[change.register].get(change.id) ?? null
  if (JSON.stringify(before) === JSON.stringify(change.after)) return false
  must(await project.change(intent, [{ ...change, before } as Change]))
  return true
}

/** Does a step; false where there is nothing that it would do. */
async function take(project: Project, waves: readonly (readonly PersonAnswer[])[], step: Step, isOwn: boolean): Promise<boolean> {
  switch (step.kind) {
    case 'tag':
    case 'note': {
      if (!project.registers.wave.has(`w-${step.wave}`)) return false
      const place = { wave: `w-${step.wave}`, line: step.line, field: 'Why' }
      const said = { ...place, coder: 'ana', at: AT }
      const id = `${place.wave}/${place.line}/${place.field}`
      if (step.kind === 'tag') return put(project, 'tag', { register: 'decision', id: `${id}/price`, after: step.on ? { ...said, code: 'price', verdict: 'add' } : null } as Omit<Change, 'before'>)
      const text = isOwn ? `ask ${CANARIES[1]}: ${CANARIES[2]}` : 'ask again'
      return put(project, 'mark', { register: 'mark', id: `${id}/note`, after: step.on ? { ...said, kind: 'note', text } : null } as Omit<Change, 'before'>)
    }
    case 'code':
      return put(project, 'codebook', { register: 'code', id: 'price', after: { name: 'Price', parent: null, rule: ['price', 'cost', '', 'dear'][step.value]!, description: '', color: 'c1', position: 1 } } as Omit<Change, 'before'>)
    case 'setting':
      return put(project, 'setting', { register: 'setting', id: 'letters', after: { value: `${step.value}` } } as Omit<Change, 'before'>)
    case 'import':
      if (project.registers.wave.has(`w-${step.wave}`)) return false
      await importPeople(project, `${step.wave}`, waves[step.wave]!)
      return true
    case 'remove':
      return put(project, 'remove-wave', { register: 'wave', id: `w-${step.wave}`, after: null } as Omit<Change, 'before'>)
    case 'undo':
    case 'redo':
      return (await project[step.kind]()).ok
    case 'save':
      must(await project.save())
      return true
  }
}

const saidBy = (project: Project): Promise<string> =>
  stateHash({ ...project.registers, setting: new Map([...project.registers.setting].filter(([id]) => id !== ERASED)) }, (bytes) => project.platform.sha256(bytes))

/** What figures see: of each row that counts its line and score, with the cells. */
function seen(project: Project): readonly string[] {
  const { columns } = project
  const texts = ['Id', 'Customer', 'Why'].filter((field) => project.registers.field.has(field)).map((field) => columns.text(field))
  return columns.waves.flatMap(({ id, span }) =>
    Array.from({ length: span.rows }, (_, at) => span.first + at).map((row) =>
      [id, columns.lines[row], columns.scores[row], columns.days[row], columns.live[row], ...texts.map((text) => (text.kind === 'coded' ? text.values[text.codes[row]!] : text.cell(row)))].join('|'),
    ),
  )
}

test('a project from which somebody was erased is that in which the person never was, also when the rest is undone and redone', async () => {
  let erased = 0
  const waves = fc.tuple(answers(0), answers(1))
  await fc.assert(
    fc.asyncProperty(waves, fc.array(step, { maxLength: 25 }), async (all, steps) => {
      const store = createMemoryStore()
      const opened: Project[] = []
      const kept = (one: Project): Project => {
        opened.push(one)
        return one
      }
      let project = kept(await newProject(store))
      const twin = kept(await newProject())
      const isMine = (wave: number, line: number): boolean => all[wave]!.some((row) => row.line === line && row.respondent === PERSON)
      const others = all.map((rows) => rows.filter(({ respondent }) => respondent !== PERSON))
      await importPeople(project, '0', all[0])
      await importPeople(twin, '0', others[0]!)
      // Whether what can be undone, and what can be redone, is about the person alone.
      const [done, undone]: [boolean[], boolean[]] = [[false], []]
      for (const one of steps) {
        if (one.kind === 'undo' || one.kind === 'redo') {
          if (!(await take(project, all, one, false))) continue
          const [from, to] = one.kind === 'undo' ? [done, undone] : [undone, done]
          const own = from.pop()!
          to.push(own)
          if (!own) expect(await take(twin, others, one, false)).toBe(true)
          continue
        }
        const own = (one.kind === 'tag' || one.kind === 'note') && isMine(one.wave, one.line)
        if (!(await take(project, all, one, own)) || one.kind === 'save') continue
        done.push(own)
        undone.length = 0
        if (!own) expect(await take(twin, others, one, false)).toBe(true)
      }
      if (steps.length % 3 === 0) project = kept(await reopen(store))

      const found = findRespondents(project, { value: PERSON })
      if (!found.ok) {
        expect(all[0].some(({ respondent }) => respondent === PERSON)).toBe(false)
        for (const one of opened) one.discard()
        return
      }
      erased += 1
      const [person, ...more] = foundRespondents(found.value)
      expect(more).toEqual([])
      project = kept(must(await eraseRespondents(project, found.value, { keys: [person!.key], keep: [] }, nothingKept, quietTask)).project)

      expect(await saidBy(project)).toBe(await saidBy(twin))
      expect(seen(project)).toEqual(seen(twin))
      expect(await verifyProject(project.platform, store, 'erased.earshot', quietTask)).toEqual({ ok: true, value: [] })
      const stored = [await store.readSnapshot(), await store.readJournal()].map((bytes) => Buffer.from(bytes ?? []).toString('latin1')).join('')
      expect(CANARIES.filter((canary) => stored.includes(canary))).toEqual([])

      project = kept(await reopen(store))
      for (const way of ['undo', 'redo', 'undo'] as const) {
        for (;;) {
          const [a, b] = [await project[way](), await twin[way]()]
          expect(a.ok).toBe(b.ok)
          expect(await saidBy(project)).toBe(await saidBy(twin))
          if (!a.ok || !b.ok) break
        }
      }
      for (const one of opened) one.discard()
    }),
    { numRuns: RUNS },
  )
  expect(erased).toBeGreaterThan(RUNS / 4)
}, 600_000)
