import fc from 'fast-check'
import { expect, it } from 'vitest'
import { quietTask } from '../../shared/base/task'
import { answerSlice } from '../../shared/engine/figures/answers'
import { createMemoryStore } from '../../shared/engine/project/memory-store'
import type { Project } from '../../shared/engine/project/project'
import { operateCode } from '../../shared/engine/codebook/operate-code'
import { removeCode, saveCode } from '../../shared/engine/codebook/save-code'
import { tagVerbatims } from '../../shared/engine/tags/tag'
import { tagsOf } from '../../shared/engine/tags/tagging'
import { answerVerbatims } from '../../shared/engine/comments/verbatims'
import { removeWave, renameWave } from '../../shared/engine/project/waves'
import type { CodeProperties } from '../../shared/model/code-properties'
import type { Clause } from '../../shared/query/types'
import { naiveList, naivelyLive, naivePasses, naiveResponses } from '../helpers/naive-verbatims'
import { addWave, must, newProject, reopen, type TestRow } from '../helpers/project'

const TEXTS = ['the price', 'late delivery', 'price and late', '배송이 늦어요', '고객센터', '', 'fine']
const RULES = ['price', 'late', 'late OR 늦*', 'price -late', 'NOT price', '"고객 센터"', '']
const cell = fc.constantFrom(...TEXTS)
const rows: fc.Arbitrary<readonly TestRow[]> = fc.array(
  fc.record({
    score: fc.option(fc.integer({ min: 0, max: 10 })),
    day: fc.constant(null),
    aside: fc.nat(5).map((one) => one === 0),
    cells: fc.tuple(cell, cell),
  }),
  { minLength: 1, maxLength: 8 },
)

const properties: fc.Arbitrary<CodeProperties> = fc.oneof(
  fc.record({ exclusive: fc.constantFrom('topic', 'topic', 'mood', null) }),
  fc.record({ questions: fc.constantFrom(['Why'], ['More'], ['Why', 'More'], ['Gone'], null) }),
  fc.record({ archived: fc.constantFrom<(true | null)[]>(true, null) }),
)
const OPERATIONS = ['move', 'merge', 'split', 'archive', 'restore'] as const
const verdict = fc.constantFrom<('add' | 'remove' | 'clear')[]>('add', 'remove', 'clear')
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('tag' as const), at: fc.array(fc.nat(), { minLength: 1, maxLength: 3 }), code: fc.nat(), verdict }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('tag where' as const), text: fc.constantFrom('price', 'late', ''), code: fc.nat(), verdict }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('add code' as const), rule: fc.constantFrom(...RULES), parent: fc.nat() }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('edit code' as const), rule: fc.constantFrom(...RULES), code: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove code' as const), code: fc.nat() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('operate' as const), on: fc.constantFrom(...OPERATIONS), code: fc.nat(), other: fc.nat() }) },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('say of code' as const), code: fc.nat(), said: properties }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('redo' as const) }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('import' as const), rows }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove wave' as const), wave: fc.nat() }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('rename wave' as const), wave: fc.nat() }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

const nth = <T>(list: readonly T[], number: number): T | undefined => list[number % Math.max(1, list.length)]

async function take(project: Project, one: Step, files: Map<string, readonly TestRow[]>): Promise<void> {
  const { code: codes, wave: waves } = project.registers
  const code = 'code' in one ? (nth([...codes.keys()], one.code) ?? 'none') : ''
  switch (one.kind) {
    case 'tag': {
      const all = naiveList(naiveResponses(project, (wave) => files.get(wave) ?? []), [], 'file')
      const verbatims = one.at.flatMap((at) => nth(all, at)?.verbatim ?? [])
      await tagVerbatims(project, { verbatims, code, verdict: one.verdict }, quietTask)
      break
    }
    case 'tag where': {
      const where: Clause[] = [{ kind: 'text', text: one.text }]
      await tagVerbatims(project, { verbatims: { where }, code, verdict: one.verdict }, quietTask)
      break
    }
    case 'add code': {
      const parent = nth([null, ...codes.keys()], one.parent) ?? null
      await saveCode(project, { id: null, name: `code ${project.revision}`, parent, rule: one.rule, description: '', color: '' })
      break
    }
    case 'edit code': {
      const before = codes.get(code)
      if (before) await saveCode(project, { ...before, id: code, rule: one.rule })
      break
    }
    case 'operate': {
      const other = nth([...codes.keys()], one.other) ?? 'none'
      const verbatims = naiveList(naiveResponses(project, (wave) => files.get(wave) ?? []), [], 'file').map(({ verbatim }) => verbatim)
      const more = { parent: one.other % 3 === 0 ? null : other, before: other, into: other, name: `split ${project.revision}`, verbatims }
      await operateCode(project, { id: code, kind: one.on, ...more })
      break
    }
    case 'say of code': {
      const before = codes.get(code)
      if (before) await saveCode(project, { ...before, ...one.said, id: code })
      break
    }
    case 'remove code':
      await removeCode(project, code)
      break
    case 'undo':
      await project.undo()
      break
    case 'redo':
      await project.redo()
      break
    case 'import': {
      const name = `wave ${project.revision}`
      files.set(`w-${name}`, one.rows)
      await addWave(project, name, ['Why', 'More'], one.rows, quietTask, ['comment', 'comment'])
      break
    }
    case 'remove wave':
      await removeWave(project, nth([...waves.keys()], one.wave) ?? 'none')
      break
    case 'rename wave':
      await renameWave(project, nth([...waves.keys()], one.wave) ?? 'none', `renamed ${project.revision}`)
      break
  }
}

/** What the tags say, in words that do not depend on where rows lie. */
async function said(project: Project): Promise<unknown> {
  const { columns, comments, codes, any, verbatims, coded } = await tagsOf(project)
  const marked = (marks: readonly Uint8Array[]): string[] =>
    comments.flatMap(({ wave, field, span }, at) =>
      [...marks[at]!].flatMap((one, row) => (one ? [`${wave.id} ${columns.lines[span.first + row]} ${field}`] : [])),
    )
  return {
    verbatims,
    coded,
    any: marked(any).sort(),
    codes: codes.map(({ id, n, parts }) => ({
      id,
      n,
      has: marked(parts.map(({ has }) => has)).sort(),
      byHand: comments.flatMap(({ wave, field, span }, at) =>
        parts[at]!.byHand.map((row) => `${wave.id} ${columns.lines[span.first + row]} ${field}`),
      ).sort(),
    })),
  }
}

function naivelySaid(project: Project, files: ReadonlyMap<string, readonly TestRow[]>, order: readonly string[]): unknown {
  const verbatims = naiveResponses(project, (wave) => files.get(wave) ?? []).flatMap((response) => response.verbatims)
  const names = (some: typeof verbatims): string[] => some.map(({ wave, line, field }) => `${wave} ${line} ${field}`).sort()
  const any = verbatims.filter((one) => one.codes.size > 0)
  return {
    verbatims: verbatims.length,
    coded: any.length,
    any: names(any),
    codes: order.map((id) => {
      const having = verbatims.filter((one) => one.codes.has(id))
      return { id, n: having.length, has: names(having), byHand: names(verbatims.filter((one) => one.byHand.has(id))) }
    }),
  }
}

const FILTERS: readonly (readonly Clause[])[] = [
  [{ kind: 'codes', codes: 'any', has: false }],
  [{ kind: 'codes', codes: 'any', has: true }, { kind: 'text', text: 'price' }],
]

async function listed(project: Project, where: readonly Clause[]): Promise<unknown> {
  const { verbatims } = must(await answerVerbatims(project, { where, order: 'file', first: 0, count: 999 }, quietTask))
  const { total, responses } = must(await answerSlice(project, { by: [], where }))
  const codesOf = ({ tags }: (typeof verbatims)[number]): string => tags.flatMap(({ code, has }) => (has ? [code] : [])).sort().join(' ')
  return { verbatims: verbatims.map((one) => `${one.wave} ${one.line} ${one.field}: ${codesOf(one)}`), n: total.n, responses }
}

function naivelyListed(project: Project, files: ReadonlyMap<string, readonly TestRow[]>, where: readonly Clause[]): unknown {
  const all = naiveResponses(project, (wave) => files.get(wave) ?? [])
  const passing = all.filter((response) => where.every((clause) => naivePasses(response, clause)))
  return {
    verbatims: naiveList(all, where, 'file').map(
      ({ verbatim: { wave, line, field, codes } }) => `${wave} ${line} ${field}: ${[...codes].sort().join(' ')}`,
    ),
    n: passing.filter(({ score }) => score !== null).length,
    responses: passing.length,
  }
}

it('tags after any history are those of matching every rule on every comment anew', async () => {
  await fc.assert(
    fc.asyncProperty(rows, fc.array(fc.tuple(step, fc.boolean()), { maxLength: 25 }), async (first, steps) => {
      const store = createMemoryStore()
      const project = await newProject(store)
      const files = new Map<string, readonly TestRow[]>()
      await take(project, { kind: 'import', rows: first }, files)
      for (const rule of ['price', 'late OR 늦*']) await take(project, { kind: 'add code', rule, parent: 0 }, files)
      for (const [one, looks] of steps) {
        await take(project, one, files)
        // Not after every step, so that several changes lie between two looks.
        if (!looks) continue
        const order = (await tagsOf(project)).codes.map(({ id }) => id)
        expect(order).toEqual(naivelyLive(project.registers.code).map(([id]) => id))
        expect(await said(project)).toEqual(naivelySaid(project, files, order))
        for (const where of FILTERS) expect(await listed(project, where)).toEqual(naivelyListed(project, files, where))
      }
      const again = await reopen(store)
      expect(await said(again)).toEqual(await said(project))
      expect(await again.hash()).toBe(await project.hash())
      // Thousands of open databases would not fit into memory.
      await Promise.all([again.close(), project.close()])
    }),
    { numRuns: process.env['EARSHOT_SOAK'] ? 3000 : 80 },
  )
}, 600_000)

it('tags of many comments are those of each alone', async () => {
  const project = await newProject()
  const many = Array.from({ length: 9000 }, (_, at): TestRow => ({ score: at % 11, day: null, cells: [TEXTS[(at * 7 + (at >> 5)) % TEXTS.length]!, ''] }))
  const files = new Map<string, readonly TestRow[]>()
  await take(project, { kind: 'import', rows: many }, files)
  for (const rule of RULES) await take(project, { kind: 'add code', rule, parent: 0 }, files)
  expect(await said(project)).toEqual(naivelySaid(project, files, (await tagsOf(project)).codes.map(({ id }) => id)))
  const where: Clause[] = [{ kind: 'text', text: '늦' }]
  await tagVerbatims(project, { verbatims: { where }, code: [...project.registers.code.keys()][0]!, verdict: 'add' }, quietTask)
  expect(await said(project)).toEqual(naivelySaid(project, files, (await tagsOf(project)).codes.map(({ id }) => id)))
})
