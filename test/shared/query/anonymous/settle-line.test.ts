import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isSafe, setOf } from '../../../../shared/query/anonymous/row-set'
import { settleLine } from '../../../../shared/query/anonymous/settle-line'
import { loadCase } from '../../../helpers/statistics-cases'
import { filling, madeAnswers, scored, setsOf, type MadeAnswer } from './tables'

const RUNS = process.env['EARSHOT_SOAK'] ? 50_000 : 1500

function hiddenOf(made: readonly MadeAnswer[], values: number, k: number, personOf?: (at: number) => number): readonly boolean[] {
  const hidden = Array.from({ length: values }, () => false)
  settleLine(scored(made, personOf), setOf(made.length, () => true), setsOf(made, 0, values), hidden, k)
  return hidden
}

it('sup-002: hides the second smallest beside a small one', () => {
  expect(hiddenOf(filling([[14], [9], [3]]), 3, 5)).toEqual([false, true, true])
})

it('sup-004: hides a group in which all are the same, and what would give it away', () => {
  const { input, expected } = loadCase<{ threshold: number; scores: number[] }, { n_ok: boolean; show_distribution: boolean }>('sup-004')
  const same = input.scores.map(() => ({ group: 0, values: [0] }))
  const answers = [...same, ...filling([[0], [9], [8]])]
  expect(expected).toMatchObject({ n_ok: true, show_distribution: false })
  expect(hiddenOf(answers, 3, input.threshold)).toEqual([true, false, true])
})

it('counts people, not answers', () => {
  const answers = filling([[12], [9]])
  expect(hiddenOf(answers, 2, 5)).toEqual([false, false])
  expect(hiddenOf(answers, 2, 5, (at) => (at < 12 ? at % 4 : at))).toEqual([true, true])
})

it('shows no unsafe value, and none can be worked out from the total', () => {
  fc.assert(
    fc.property(madeAnswers([6], 60), fc.integer({ min: 2, max: 6 }), (made, k) => {
      const answers = scored(made)
      const sets = setsOf(made, 0, 6)
      const hidden = hiddenOf(made, 6, k)
      const sizes = sets.map((_, at) => made.filter(({ values: [value] }) => value === at).length)
      const rest = sizes.reduce((sum, size, at) => sum + (hidden[at] ? size : 0), 0)
      const unknown = sizes.filter((size, at) => hidden[at] && size > 0).length
      sets.forEach((set, at) => hidden[at] || expect(isSafe(answers, set, k)).toBe(true))
      if (rest === 0) return
      const groups = new Set(made.flatMap(({ group, values: [value] }) => (hidden[value!] ? [group] : [])))
      // Each hidden value may be 1, or all that is left beside one for each of the others.
      const isSettled = rest - unknown >= k && groups.size > 1
      expect(isSettled || !hidden.includes(false)).toBe(true)
    }),
    { numRuns: RUNS },
  )
})
