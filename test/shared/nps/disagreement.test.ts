import { expect, test } from 'vitest'
import { disagreementOf } from '../../../shared/nps/disagreement'

const at = (contribution: number, margin: number) => ({ contribution, low: contribution - margin, high: contribution + margin })

test.each([
  ['the same', at(-3, 1), at(-3, 1), null],
  ['nearby', at(-3, 1), at(-1.5, 1), null],
  ['ends that touch', at(-3, 1), at(-1, 1), null],
  ['apart', at(-3, 0.5), at(-1, 0.5), 'apart'],
  ['apart the other way round', at(1, 0.5), at(3, 0.5), 'apart'],
  ['opposite signs, however near', at(-0.1, 5), at(0.1, 5), 'sign'],
  ['nothing against something', at(0, 1), at(0.5, 1), null],
] as const)('%s', (_, plain, adjusted, disagreement) => {
  expect(disagreementOf(plain, adjusted)).toBe(disagreement)
})
