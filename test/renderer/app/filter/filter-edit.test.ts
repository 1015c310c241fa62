import { expect, test } from 'vitest'
import { clauseOf, keptFilter, placeOf, putBack, takeUp, toggled, withoutCode, withWaveName } from '../../../../renderer/app/filter/filter-edit'
import { orderValues } from '../../../../renderer/app/figures/order-values'
import { wordsOf } from '../../../../renderer/app/words/words'
import type { ProjectView } from '../../../../shared/protocol/engine-api'
import type { Clause, Dimension } from '../../../../shared/query/types'

const industry: Dimension = { kind: 'field', field: 'f1' }
const wave = (...values: string[]): Clause => ({ kind: 'values', dimension: { kind: 'wave' }, values })
const finance: Clause = { kind: 'values', dimension: industry, values: ['Finance'], source: 'slice:field:f1' }
const price: Clause = { kind: 'codes', codes: ['c1'], has: true }
const text: Clause = { kind: 'text', text: 'refund' }
const filter = [finance, price, text]

test('a condition keeps its place and its source while it is changed, emptied and filled again', () => {
  const taken = takeUp(filter, 0)
  const empty = clauseOf({ kind: 'values', dimension: industry, values: [] }, taken.taken?.source)
  expect(putBack(taken, empty)).toEqual([price, text])
  const again = clauseOf({ kind: 'values', dimension: industry, values: ['Travel'] }, taken.taken?.source)
  expect(putBack(taken, again)).toEqual([{ ...finance, values: ['Travel'] }, price, text])
})

test('a new condition comes last; one on the same thing is gone on with', () => {
  expect(placeOf(filter, { kind: 'values', dimension: industry, values: [] })).toBe(0)
  expect(placeOf(filter, { kind: 'codes', codes: [], has: true })).toBe(1)
  expect(placeOf(filter, { kind: 'values', dimension: { kind: 'score' }, values: [] })).toBe(3)
  // Two texts are two conditions.
  expect(placeOf(filter, { kind: 'text', text: '' })).toBe(3)
  expect(putBack(takeUp(filter, 3), text)).toEqual([...filter, text])
})

test.each([
  [{ kind: 'text', text: '  ' }, null],
  [{ kind: 'text', text: ' refund ' }, { kind: 'text', text: 'refund' }],
  [{ kind: 'codes', codes: [], has: true }, null],
  [{ kind: 'codes', codes: 'any', has: false }, { kind: 'codes', codes: 'any', has: false }],
] as const)('%o comes to %o', (draft, clause) => {
  expect(clauseOf(draft, undefined)).toEqual(clause)
})

test('values go in and out', () => {
  expect(toggled(['a', null], 'b')).toEqual(['a', null, 'b'])
  expect(toggled(['a', null], null)).toEqual(['a'])
})

test('what the project no longer has is no condition any more', () => {
  const project = {
    fields: [{ id: 'f1', role: 'segment' }],
    waves: [{ name: 'July' }],
    periods: ['month'],
  } as unknown as ProjectView
  const kept = [finance, price, text, wave('July')]
  expect(keptFilter(kept, project)).toBe(kept)
  expect(keptFilter([wave('July', 'August'), wave('August')], project)).toEqual([wave('July')])
  expect(keptFilter([{ kind: 'values', dimension: { kind: 'field', field: 'f9' }, values: ['x'] }], project)).toEqual([])
  expect(withWaveName([wave('June', 'May'), price], 'June', 'July')).toEqual([wave('July', 'May'), price])
})

test('values to choose from stand in the order of what they are', () => {
  const ordered = (dimension: Dimension, counts: readonly (readonly [string | null, number])[], chosen: readonly string[] = []) =>
    orderValues(
      dimension,
      counts.map(([value, responses]) => ({ value, responses })),
      chosen,
      wordsOf('en'),
    ).map(({ label, n }) => `${label} ${n}`)
  expect(ordered(industry, [[null, 9], ['Travel', 3], ['Finance', 5]], ['Gone'])).toEqual(['Finance 5', 'Travel 3', 'Gone 0', '(blank) 9'])
  expect(ordered({ kind: 'score' }, [['9', 1], ['10', 2], ['0', 3]])).toEqual(['10 2', '9 1', '0 3'])
  expect(ordered({ kind: 'period', unit: 'quarter' }, [['2025-Q4', 1], ['2026-Q1', 2]])).toEqual(['2026 Q1 2', '2025 Q4 1'])
  expect(ordered({ kind: 'group' }, [['detractors', 5], ['promoters', 1], ['passives', 2]])).toEqual(['Promoters 1', 'Passives 2', 'Detractors 5'])
})

test('a code that is gone leaves no condition on it, and all others as they are', () => {
  const by: Clause = { kind: 'origin', origin: 'hand', codes: ['a', 'b'] }
  const all: Clause = { kind: 'origin', origin: 'hand', codes: 'any' }
  const has: Clause = { kind: 'codes', codes: ['a'], has: true }
  expect(withoutCode([by, all, has], 'a')).toEqual([all])
  const kept = [all, has]
  expect(withoutCode(kept, 'b')).toBe(kept)
})
