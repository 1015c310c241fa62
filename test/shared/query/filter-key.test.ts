import { expect, it } from 'vitest'
import { filterKey } from '../../../shared/query/filter-key'
import type { Clause } from '../../../shared/query/types'

const groups: Clause = { kind: 'values', dimension: { kind: 'group' }, values: ['promoters', null, 'detractors'] }
const text: Clause = { kind: 'text', text: 'slow' }

it('is the same for what asks for the same', () => {
  const turned: Clause = { source: 'chart', values: ['detractors', 'promoters', null], dimension: { kind: 'group' }, kind: 'values' }
  expect(filterKey([turned, text])).toBe(filterKey([text, groups]))
  expect(filterKey([{ kind: 'except', where: [turned, text] }])).toBe(filterKey([{ kind: 'except', where: [text, { ...groups, source: 'x' }] }]))
})

it('is another one for whatever asks for something else', () => {
  const filters: readonly (readonly Clause[])[] = [
    [],
    [groups],
    [text],
    [groups, text],
    [{ kind: 'except', where: [groups, text] }],
    [{ kind: 'except', where: [groups] }, text],
    [{ ...groups, values: ['promoters'] }],
    [{ ...groups, values: ['promoters', 'null'] }],
    [{ ...groups, values: ['promoters', null] }],
    [{ kind: 'moved', from: [groups], to: [text], before: null, after: null }],
    [{ kind: 'moved', from: [text], to: [groups], before: null, after: null }],
  ]
  expect(new Set(filters.map(filterKey)).size).toBe(filters.length)
})
