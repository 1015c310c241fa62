import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quietTask } from '../../../shared/base/task'
import { answerSlice } from '../../../shared/engine/figures/answers'
import { importPlan, planFile, readFile } from '../../../shared/engine/import/import-file'
import { methodOf, saveMethod } from '../../../shared/engine/settings/method'
import type { Project } from '../../../shared/engine/project/project'
import type { PlanOptions } from '../../../shared/ingest/types'
import { GROUPS, type Group } from '../../../shared/nps/group'
import { figureOf } from '../../../shared/nps/figure'
import { scoreInterval } from '../../../shared/nps/score-interval'
import { wald } from '../../../shared/nps/wald'
import { STANDARD_METHOD } from '../../../shared/query/method'
import type { Clause, Dimension, Slice } from '../../../shared/query/types'
import { must, newProject } from '../../helpers/project'

interface Answer {
  readonly person: string
  readonly score: number | null
  readonly month: number
  readonly industry: string
}

const MONTH: Dimension = { kind: 'period', unit: 'month' }
const options: PlanOptions = { roles: { 1: 'respondent', 2: 'score', 3: 'date', 4: 'segment' } }

async function projectOf(answers: readonly Answer[]): Promise<Project> {
  const project = await newProject()
  const lines = answers.map(({ person, score, month, industry }) => `${person},${score ?? ''},2026-0${month}-10,${industry}`)
  const bytes = new TextEncoder().encode(`${['Customer,Score,Date,Industry', ...lines].join('\n')}\n`)
  const read = must(await readFile(project.platform, { name: 'a.csv', bytes }, options, quietTask))
  const done = await importPlan(project, read, must(await planFile(read, options, project)), quietTask)
  must(done)
  return project
}

const oneField = (project: Project): Dimension => ({ kind: 'field', field: project.fields().find(({ name }) => name === 'Industry')!.id })

/** The answers that count: read from the back, the first with a score of each person (in each month, if asked) stays. */
function latestOf(answers: readonly Answer[], perMonth: boolean): readonly Answer[] {
  const seen = new Set<string>()
  const byTime = answers.map((answer, at) => ({ answer, at })).sort((a, b) => b.answer.month - a.answer.month || b.at - a.at)
  return byTime
    .filter(({ answer: { person, score, month } }) => {
      if (score === null) return false
      if (person === '') return true
      const key = perMonth ? `${month} ${person}` : person
      if (seen.has(key)) return false
      seen.add(key)
      return true
    })
    .map(({ answer }) => answer)
}

function counted(answers: readonly Answer[]) {
  const within = (low: number, high: number): number => answers.filter(({ score }) => score! >= low && score! <= high).length
  return { promoters: within(9, 10), passives: within(7, 8), detractors: within(0, 6) }
}

const countsOf = ({ promoters, passives, detractors }: Slice['total']) => ({ promoters, passives, detractors })

const answer = fc.record({
  person: fc.constantFrom('', 'ann', 'bob', '김수진', 'dee'),
  score: fc.option(fc.integer({ min: 0, max: 10 }), { freq: 6 }),
  month: fc.integer({ min: 1, max: 4 }),
  industry: fc.constantFrom('Finance', 'Retail'),
})

describe('each person once', () => {
  it('counts the latest scored answer of each, in all or in each period', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(answer, { minLength: 12, maxLength: 40 }), async (answers) => {
        const project = await projectOf(answers)
        const industry = oneField(project)
        must(await saveMethod(project, { ...STANDARD_METHOD, perPerson: true }))
        const slice = async (by: readonly Dimension[]): Promise<Slice> => must(await answerSlice(project, { by, where: [] }))
        const all = latestOf(answers, false)
        const monthly = latestOf(answers, true)

        const whole = await slice([])
        expect(countsOf(whole.total)).toEqual(counted(all))
        expect(whole.responses).toBe(answers.length)
        for (const { key, figure } of (await slice([industry])).rows) expect(countsOf(figure)).toEqual(counted(all.filter((each) => each.industry === key[0])))

        const crossed = await slice([MONTH, industry])
        expect(countsOf(crossed.total)).toEqual(counted(all))
        for (const { key, figure } of crossed.rows) {
          const here = monthly.filter((each) => `2026-0${each.month}` === key[0] && each.industry === key[1])
          expect(countsOf(figure)).toEqual(counted(here))
        }
        for (const { key, figure } of crossed.margins![0]!) expect(countsOf(figure)).toEqual(counted(monthly.filter((each) => `2026-0${each.month}` === key[0])))
        for (const { key, figure } of crossed.margins![1]!) expect(countsOf(figure)).toEqual(counted(all.filter((each) => each.industry === key[0])))
      }),
      { numRuns: 25 },
    )
  })
})

describe('the method of a project', () => {
  const answers = Array.from({ length: 12 }, (_, at): Answer => ({ person: `p${at}`, score: at % 11, month: 1, industry: 'Finance' }))

  it('is the standard until it is chosen, and again after undo', async () => {
    const project = await projectOf(answers)
    expect(methodOf(project)).toEqual(STANDARD_METHOD)
    must(await saveMethod(project, { ...STANDARD_METHOD, interval: 'score' }))
    expect(methodOf(project).interval).toBe('score')
    must(await project.undo())
    expect(methodOf(project)).toEqual(STANDARD_METHOD)
  })

  it('makes the interval of every figure', async () => {
    const project = await projectOf(answers)
    const counts = counted(answers)
    const intervals = { 'adjusted-wald': figureOf(counts), score: scoreInterval(counts)!, wald: wald(counts)! }
    for (const interval of ['adjusted-wald', 'score', 'wald'] as const) {
      must(await saveMethod(project, { ...STANDARD_METHOD, interval }))
      const { total, rows } = must(await answerSlice(project, { by: [oneField(project)], where: [] }))
      for (const { low, high } of [total, rows[0]!.figure]) expect({ low, high }).toEqual({ low: intervals[interval].low, high: intervals[interval].high })
    }
  })
})

describe('people who moved', () => {
  it('are the pairs of their latest answers on both sides', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(answer, { minLength: 12, maxLength: 40 }), async (answers) => {
        const project = await projectOf(answers)
        const months = (...wanted: readonly number[]): Clause[] => [{ kind: 'values', dimension: MONTH, values: wanted.map((month) => `2026-0${month}`) }]
        const [from, to] = [months(1, 2), months(3, 4)]
        const latest = (wanted: readonly number[]): ReadonlyMap<string, number> =>
          new Map(latestOf(answers.filter(({ month }) => wanted.includes(month)), false).flatMap(({ person, score }) => (person === '' ? [] : [[person, score!]])))
        const [earlier, later] = [latest([1, 2]), latest([3, 4])]
        const groupOf = (score: number): Group => (score >= 9 ? 'promoters' : score >= 7 ? 'passives' : 'detractors')
        for (const before of [...GROUPS, null])
          for (const after of [...GROUPS, null]) {
            const clause: Clause = { kind: 'moved', from, to, before, after }
            const expected = [...earlier].filter(([person, score]) => {
              const other = later.get(person)
              return other !== undefined && (before === null || groupOf(score) === before) && (after === null || groupOf(other) === after)
            })
            const { responses, total } = must(await answerSlice(project, { by: [], where: [clause] }))
            expect(responses).toBe(2 * expected.length)
            expect(total.n).toBe(2 * expected.length)
            const rest = must(await answerSlice(project, { by: [], where: [{ kind: 'except', where: [clause] }] }))
            expect(rest.responses).toBe(answers.length - responses)
          }
      }),
      { numRuns: 15 },
    )
  })
})
