import fc from 'fast-check'
import { expect, it } from 'vitest'
import { quietTask } from '../../shared/base/task'
import { answerCodebook } from '../../shared/engine/codebook/codebook'
import { tryVersion } from '../../shared/engine/codebook/codebook-trial'
import { codebookVersion, codebookVersions, codesOfVersion, restoreVersion, ruleVersions } from '../../shared/engine/codebook/codebook-versions'
import { createMemoryStore } from '../../shared/engine/project/memory-store'
import { operateCode } from '../../shared/engine/codebook/operate-code'
import type { Project } from '../../shared/engine/project/project'
import { removeCode, saveCode } from '../../shared/engine/codebook/save-code'
import { tagVerbatims } from '../../shared/engine/tags/tag'
import { tagsOf } from '../../shared/engine/tags/tagging'
import type { Code } from '../../shared/model/records'
import { addWave, must, newProject, reopen } from '../helpers/project'

const RULES = ['price', 'late', '', '"register":"code"']
const step = fc.record({
  kind: fc.constantFrom('add', 'add', 'rule', 'name', 'remove', 'merge', 'archive', 'restore', 'tag', 'undo', 'undo', 'redo', 'save', 'version'),
  code: fc.nat(),
  other: fc.nat(),
  rule: fc.constantFrom(...RULES),
})
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

async function take(project: Project, { kind, code, other, rule }: Step): Promise<void> {
  const ids = [...project.registers.code.keys()]
  const id = ids[code % Math.max(1, ids.length)] ?? 'none'
  const into = ids[other % Math.max(1, ids.length)] ?? 'none'
  const before = project.registers.code.get(id)
  switch (kind) {
    case 'add':
      await saveCode(project, { id: null, name: `code ${project.revision}`, parent: other % 2 ? null : (ids[0] ?? null), rule, description: '', color: '' })
      break
    case 'rule':
      if (before) await saveCode(project, { ...before, id, rule })
      break
    case 'name':
      if (before) await saveCode(project, { ...before, id, name: `"register":"code" ${project.revision}` })
      break
    case 'remove':
      await removeCode(project, id)
      break
    case 'merge':
      await operateCode(project, { kind: 'merge', id, into })
      break
    case 'archive':
    case 'restore':
      await operateCode(project, { kind, id })
      break
    case 'tag':
      await tagVerbatims(project, { verbatims: { where: [] }, code: id, verdict: other % 2 ? 'add' : 'clear' }, quietTask)
      break
    case 'undo':
    case 'redo':
      await project[kind]()
      break
    case 'save':
      await project.save()
      break
    case 'version':
      await restoreVersion(project, 1 + (other % 5))
      break
  }
}

const codesOf = ({ registers }: Project): Readonly<Record<string, Code>> => Object.fromEntries(registers.code)

/** As the codebook counts them: a theme with what lies below it. */
const countsOf = async (project: Project): Promise<[string, number][]> =>
  must(await answerCodebook(project, [], quietTask)).codes.map(({ id, n, withBelow }) => [id, withBelow?.n ?? n])

it('every state of the codebook is a version, and comes back from the log', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 25 }), async (steps) => {
      const store = createMemoryStore()
      const project = await newProject(store)
      await addWave(project, 'wave', ['Why'], ['the price', 'late', 'price and late'].map((text) => ({ score: 5, day: null, cells: [text] })), quietTask, ['comment'])
      const states: Readonly<Record<string, Code>>[] = []
      const since = new Map<string, number>()
      for (const one of steps) {
        const before = codesOf(project)
        await take(project, one)
        const after = codesOf(project)
        if (JSON.stringify(before) === JSON.stringify(after)) continue
        states.push(after)
        for (const [id, { rule }] of Object.entries(after)) if (before[id]?.rule !== rule) since.set(id, states.length)
        // Sometimes looked at on the way, sometimes only at the end.
        if (one.other % 2) expect(codebookVersion(project)).toBe(states.length)
      }
      const again = await reopen(store)
      for (const each of [project, again]) {
        expect(codebookVersion(each)).toBe(states.length)
        expect(codebookVersions(each).map(({ version }) => version)).toEqual(states.map((_, at) => states.length - at))
        expect(codebookVersions(each).every(({ changes }) => changes.length > 0)).toBe(true)
        states.forEach((state, at) => expect(Object.fromEntries(codesOfVersion(each, at + 1)!)).toEqual(state))
        expect([codesOfVersion(each, 0), codesOfVersion(each, states.length + 1)]).toEqual([null, null])
        for (const id of each.registers.code.keys()) expect(ruleVersions(each)(id)).toBe(since.get(id))
      }
      if (states.length > 0) {
        const version = 1 + (steps[0]!.code % states.length)
        const now = await tagsOf(project)
        const trial = must(await tryVersion(project, version, quietTask))
        expect(trial.coded.today).toBe(now.coded)
        const below = new Map(await countsOf(project))
        expect(new Map(trial.codes.flatMap(({ id, today }) => (today === null ? [] : [[id, today]])))).toEqual(below)
        must(await restoreVersion(project, version))
        expect(codesOf(project)).toEqual(states[version - 1])
        const then = await tagsOf(project)
        expect(trial.coded.past).toBe(then.coded)
        expect(trial.codes.flatMap(({ id, past }) => (past === null ? [] : [[id, past]]))).toEqual(await countsOf(project))
      }
      await Promise.all([project.close(), again.close()])
    }),
    { numRuns: process.env['EARSHOT_SOAK'] ? 1000 : 40 },
  )
}, 600_000)

it('a version tells what changed in it', async () => {
  const project = await newProject()
  const id = must(await saveCode(project, { id: null, name: 'Late', parent: null, rule: 'late', description: '', color: '' }))
  const late = project.registers.code.get(id)!
  must(await saveCode(project, { ...late, id, name: 'Slow', rule: 'slow', mustHit: ['slow'], direction: 'complaint' }))
  must(await operateCode(project, { kind: 'archive', id }))
  must(await project.undo())
  must(await project.redo())
  expect(codebookVersions(project).map(({ version, step, author, changes }) => [version, step, author, changes])).toEqual([
    [5, 'redone', 'ana', [{ kind: 'archived', name: 'Slow' }]],
    [4, 'undone', 'ana', [{ kind: 'restored', name: 'Slow' }]],
    [3, 'done', 'ana', [{ kind: 'archived', name: 'Slow' }]],
    [2, 'done', 'ana', [
      { kind: 'renamed', name: 'Late', to: 'Slow' },
      { kind: 'rule', name: 'Late' },
      { kind: 'examples', name: 'Late' },
      { kind: 'details', name: 'Late' },
    ]],
    [1, 'done', 'ana', [{ kind: 'added', name: 'Late' }]],
  ])
})

it('a rule is as new as the newest of those that it names', async () => {
  const project = await newProject()
  const make = async (name: string, rule: string): Promise<string> =>
    must(await saveCode(project, { id: null, name, parent: null, rule, description: '', color: '' }))
  const late = await make('Late', 'late')
  const bad = await make('Bad', '#Late OR bad')
  const worst = await make('Worst', '#Bad worst')
  const versions = (): readonly number[] => [late, bad, worst].map(ruleVersions(project))
  expect(versions()).toEqual([1, 2, 3])
  must(await saveCode(project, { ...project.registers.code.get(late)!, id: late, rule: 'late OR slow' }))
  expect(versions()).toEqual([4, 4, 4])
})
