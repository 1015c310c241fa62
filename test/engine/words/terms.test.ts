import fc from 'fast-check'
import { expect, test } from 'vitest'
import { quietTask } from '../../../shared/base/task'
import { answerTerms } from '../../../shared/engine/words/terms'
import { logOddsOf } from '../../../shared/nps/log-odds'
import { addWave, must, newProject, type TestRow } from '../../helpers/project'

const WORDS = ['late', 'price', 'friendly', 'fine', 'agent', '42', 'x'] as const
const row = fc.record({
  score: fc.option(fc.integer({ min: 0, max: 10 })),
  words: fc.array(fc.constantFrom(...WORDS), { maxLength: 6 }),
  industry: fc.constantFrom('A', 'B'),
})

test('counts comments by word and group, and ranks by log-odds', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 30, maxLength: 80 }), fc.boolean(), async (rows, filtered) => {
      const project = await newProject()
      const asRow = ({ score, words, industry }: (typeof rows)[number]): TestRow => ({ score, day: null, cells: [words.join(' '), industry] })
      await addWave(project, 'w', ['Why', 'Industry'], rows.map(asRow), quietTask, ['comment', 'segment'])
      const where = filtered ? [{ kind: 'values' as const, dimension: { kind: 'field' as const, field: 'Industry' }, values: ['A'] }] : []
      const { detractors, others, terms } = must(await answerTerms(project, where, quietTask))
      const counted = rows.filter(({ score, words, industry }) => score !== null && words.length > 0 && (!filtered || industry === 'A'))
      const [low, high] = [counted.filter(({ score }) => score! <= 6), counted.filter(({ score }) => score! > 6)]
      expect([detractors, others]).toEqual([low.length, high.length])
      const using = (among: typeof rows, word: string): number => among.filter(({ words }) => words.some((each) => each === word)).length
      const expected = ['late', 'price', 'friendly', 'fine', 'agent'].filter((word) => using(counted, word) >= 5)
      expect(terms.map(({ term }) => term).toSorted()).toEqual(expected.toSorted())
      for (const term of terms) expect([term.detractors, term.others]).toEqual([using(low, term.term), using(high, term.term)])
      const odds = logOddsOf(terms.map((term) => [term.detractors, term.others]))
      terms.forEach(({ score }, at) => expect(score).toBe(odds[at]!.z))
      expect(terms.every(({ score }, at) => at === 0 || score <= terms[at - 1]!.score)).toBe(true)
    }),
    { seed: 20_261_123, numRuns: 40 },
  )
})
