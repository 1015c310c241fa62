import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quietTask } from '../../../shared/base/task'
import { answerSlice } from '../../../shared/engine/figures/answers'
import { conditionRows } from '../../../shared/engine/rules/condition-rows'
import { createMemoryStore } from '../../../shared/engine/project/memory-store'
import type { Project } from '../../../shared/engine/project/project'
import { selectResponses } from '../../../shared/engine/filter/select'
import type { Change } from '../../../shared/model/operation'
import { countValues } from '../../../shared/query/count-values'
import type { Dimension, ValuesClause } from '../../../shared/query/types'
import { addWave, must, newProject, reopen, type TestRow } from '../../helpers/project'

const OPTIONS = ['Price', 'Support (phone, chat)', 'Speed'] as const
const TOOLS: Dimension = { kind: 'field', field: 'Tools' }
const PLAN: Dimension = { kind: 'field', field: 'Plan' }

const row = fc.record({
  score: fc.option(fc.integer({ min: 0, max: 10 })),
  day: fc.constant(null),
  chosen: fc.subarray([...OPTIONS]),
  plan: fc.constantFrom('', 'Free', 'Pro'),
})
type Answer = (typeof row) extends fc.Arbitrary<infer T> ? T : never

/** So that every run has enough of them to see how cells are joined. */
const CERTAIN: readonly Answer[] = Array.from({ length: 28 }, (_, at) => ({
  score: at % 11,
  day: null,
  chosen: OPTIONS.filter((__, option) => ((at % 7) + 1) >> option & 1),
  plan: at % 2 ? 'Free' : 'Pro',
}))

const toRow = ({ score, day, chosen, plan }: Answer): TestRow => ({ score, day, cells: [chosen.join(', '), plan] })

async function projectOf(answers: readonly Answer[], store = createMemoryStore()): Promise<Project> {
  const project = await newProject(store)
  await addWave(project, 'w', ['Tools', 'Plan'], answers.map(toRow))
  const before = project.registers.field.get('Tools')!
  const change: Change = { register: 'field', id: 'Tools', before, after: { ...before, kind: 'multi' } }
  must(await project.change('import', [change]))
  must(await project.save())
  return project
}

const valuesOf = (answer: Answer, dimension: Dimension): readonly (string | null)[] => {
  if (dimension === TOOLS) return answer.chosen.length === 0 ? [null] : answer.chosen
  return [answer.plan || null]
}

function naive(answers: readonly Answer[], by: readonly Dimension[], scoredOnly = true): Map<string, number> {
  const counts = new Map<string, number>()
  const visit = (answer: Answer, key: readonly (string | null)[]): void => {
    const next = by[key.length]
    if (next) for (const value of valuesOf(answer, next)) visit(answer, [...key, value])
    else counts.set(JSON.stringify(key), (counts.get(JSON.stringify(key)) ?? 0) + (answer.score === null && scoredOnly ? 0 : 1))
  }
  for (const answer of answers) visit(answer, [])
  return counts
}

test('slices and filters go by option: a response counts for each that it has, and once in all', async () => {
  const clause = fc.record({
    kind: fc.constant('values' as const),
    dimension: fc.constantFrom(TOOLS, PLAN),
    values: fc.subarray([null, ...OPTIONS, 'Free', 'Pro', 'Price, Speed']),
  }) satisfies fc.Arbitrary<ValuesClause>
  await fc.assert(
    fc.asyncProperty(fc.array(row, { maxLength: 30 }), fc.array(clause, { maxLength: 2 }), fc.constantFrom([TOOLS], [TOOLS, PLAN], [PLAN, TOOLS]), async (some, where, by) => {
      const answers = [...CERTAIN, ...some]
      const store = createMemoryStore()
      await (await projectOf(answers, store)).close()
      const project = await reopen(store)
      const kept = answers.filter((answer) => where.every(({ dimension, values }) => valuesOf(answer, dimension).some((value) => values.includes(value))))
      const slice = must(await answerSlice(project, { by, where }))
      expect(slice.responses).toBe(kept.length)
      expect(slice.total.n).toBe(kept.filter(({ score }) => score !== null).length)
      const counted = new Map(slice.rows.map(({ key, figure }) => [JSON.stringify(key), figure.n]))
      expect(counted).toEqual(naive(kept, by))
      const values = countValues(await selectResponses(project, where, quietTask), project.columns.dimension(by[0]!))
      const responses = new Map(values.map(({ value, responses: n }) => [JSON.stringify([value]), n]))
      expect(responses).toEqual(naive(kept, [by[0]!], false))
      expect(slice.margins !== undefined).toBe(by.length > 1)
      for (const [at, dimension] of slice.margins ? by.entries() : []) {
        const margin = new Map(slice.margins![at]!.map(({ key, figure }) => [JSON.stringify(key), figure.n]))
        expect(margin).toEqual(naive(kept, [dimension]))
      }
    }),
    { seed: 20_261_123, numRuns: 60 },
  )
})

test('a condition looks at each of several answers', async () => {
  const project = await projectOf(CERTAIN)
  const rowsOf = (operator: '=' | '!=', value: string): readonly boolean[] =>
    [...conditionRows(project.columns, { field: 'Tools', operator, value })].map((one) => one === 1)
  for (const option of OPTIONS) {
    const has = CERTAIN.map(({ chosen }) => chosen.includes(option))
    expect(rowsOf('=', option.toLowerCase())).toEqual(has)
    expect(rowsOf('!=', option)).toEqual(has.map((one) => !one))
  }
  expect(rowsOf('=', 'Price, Speed').some(Boolean)).toBe(false)
})
