import { expect, test } from 'vitest'
import { countedScales, onlyScale, treatableWaves } from '../../../../renderer/app/project/wave-scales'
import type { ProjectView } from '../../../../shared/protocol/engine-api'
import type { Clause } from '../../../../shared/query/types'

const project = (...waves: readonly (readonly [name: string, scale: string, treatAsNps?: boolean, scored?: number])[]) =>
  ({ waves: waves.map(([name, scale, treatAsNps = false, scored = 10]) => ({ name, scale, treatAsNps, scored })) }) as unknown as ProjectView

test('scales that have figures of their own', () => {
  expect(countedScales(project(['a', '0-10'], ['b', '0-10']))).toEqual([])
  expect(countedScales(project(['a', '0-10'], ['b', '1-5']))).toEqual(['0-10'])
  expect(countedScales(project(['a', '1-10', true], ['b', '0-10']))).toEqual(['1-10', '0-10'])
  expect(countedScales(project(['a', '0-10'], ['b', '1-5', false, 0]))).toEqual([])
})

test('waves that can be counted as NPS all the same', () => {
  const { waves } = project(['a', '0-10'], ['b', '1-5'], ['c', '1-5', true], ['d', '0-100'])
  expect(treatableWaves({ waves }).map(({ name }) => name)).toEqual(['b'])
})

test('the waves of one take the place of any choice of waves', () => {
  const text: Clause = { kind: 'text', text: 'late' }
  const before: readonly Clause[] = [{ kind: 'values', dimension: { kind: 'wave' }, values: ['b'] }, text]
  expect(onlyScale(before, project(['a', '0-10'], ['b', '1-5'], ['c', '0-10']), '0-10')).toEqual([
    text,
    { kind: 'values', dimension: { kind: 'wave' }, values: ['a', 'c'] },
  ])
})
