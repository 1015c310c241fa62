import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chosenValues, pressed, pressedCell, sliceSource, withChoices, withoutOwn } from '../../../../renderer/app/slice/brush'
import type { Clause, Dimension } from '../../../../shared/query/types'

const INDUSTRY: Dimension = { kind: 'field', field: 'f1' }
const QUARTER: Dimension = { kind: 'period', unit: 'quarter' }
const OTHER: Clause = { kind: 'text', text: 'slow' }
const BY_HAND: Clause = { kind: 'values', dimension: INDUSTRY, values: ['Retail'] }

const value = fc.constantFrom(null, 'Finance', 'Retail', 'Travel', 'blank')
const values = fc.option(fc.uniqueArray(value, { minLength: 1 }))

describe('what a press picks', () => {
  test.each([
    [null, 'a', false, ['a']],
    [['a'], 'a', false, null],
    [['a', 'b'], 'a', false, ['a']],
    [['b'], 'a', false, ['a']],
    [null, 'a', true, ['a']],
    [['a'], 'b', true, ['a', 'b']],
    [['a', 'b'], 'a', true, ['b']],
    [['a'], 'a', true, null],
    [[null], null, false, null],
    [['a'], null, true, ['a', null]],
  ] as const)('%j, then %j (adding: %j): %j', (chosen, one, adding, expected) => {
    expect(pressed(chosen, one, adding)).toEqual(expected)
  })

  test('adding twice changes nothing', () => {
    fc.assert(
      fc.property(values, value, (chosen, one) => {
        const twice = pressed(pressed(chosen, one, true), one, true)
        expect(new Set(twice)).toEqual(new Set(chosen))
      }),
    )
  })
})

describe('what a press on a cell picks', () => {
  const none = { rows: null, columns: null }
  test.each([
    ['a cell', none, { row: 'a', column: 'x' }, false, { rows: ['a'], columns: ['x'] }],
    ['the same cell again', { rows: ['a'], columns: ['x'] }, { row: 'a', column: 'x' }, false, none],
    ['another cell', { rows: ['a'], columns: ['x'] }, { row: 'b', column: 'x' }, false, { rows: ['b'], columns: ['x'] }],
    ['a whole row', none, { row: 'a' }, false, { rows: ['a'], columns: null }],
    ['the same row again', { rows: ['a'], columns: null }, { row: 'a' }, false, none],
    ['everything', { rows: ['a'], columns: null }, {}, false, none],
    ['one more cell', { rows: ['a'], columns: ['x'] }, { row: 'b', column: 'y' }, true, { rows: ['a', 'b'], columns: ['x', 'y'] }],
    ['one more row', { rows: ['a'], columns: ['x'] }, { row: 'b' }, true, { rows: ['a', 'b'], columns: ['x'] }],
    ['a row of a column', { rows: null, columns: ['x'] }, { row: 'a' }, true, { rows: ['a'], columns: ['x'] }],
    ['a cell beside a whole column', { rows: null, columns: ['x'] }, { row: 'a', column: 'y' }, true, { rows: null, columns: ['x', 'y'] }],
    ['a cell out again', { rows: ['a', 'b'], columns: ['x'] }, { row: 'b', column: 'x' }, true, { rows: ['a'], columns: ['x'] }],
    ['the last cell out', { rows: ['a'], columns: ['x'] }, { row: 'a', column: 'x' }, true, none],
    ['a blank', none, { row: null, column: null }, false, { rows: [null], columns: [null] }],
  ] as const)('%s', (_, chosen, cell, adding, expected) => {
    expect(pressedCell(chosen, cell, adding)).toEqual(expected)
  })
})

describe('the filter of a chart', () => {
  test('leaves out what was picked in it, and nothing else', () => {
    const filter = withChoices([OTHER, BY_HAND], [{ dimension: INDUSTRY, values: ['Finance'] }])
    expect(filter).toEqual([OTHER, BY_HAND, { kind: 'values', dimension: INDUSTRY, values: ['Finance'], source: 'slice:field:f1' }])
    expect(withoutOwn(filter, [INDUSTRY])).toEqual([OTHER, BY_HAND])
    expect(withoutOwn(filter, [QUARTER])).toBe(filter)
  })

  test('holds what was picked last of each dimension', () => {
    fc.assert(
      fc.property(values, values, values, (first, second, periods) => {
        let filter = withChoices([OTHER], [{ dimension: INDUSTRY, values: first }])
        filter = withChoices(filter, [
          { dimension: QUARTER, values: periods },
          { dimension: INDUSTRY, values: second },
        ])
        expect(chosenValues(filter, INDUSTRY)).toEqual(second)
        expect(chosenValues(filter, QUARTER)).toEqual(periods)
        expect(withoutOwn(filter, [INDUSTRY, QUARTER])).toEqual([OTHER])
        expect(filter.filter(({ source }) => source === sliceSource(INDUSTRY)).length).toBe(second === null ? 0 : 1)
      }),
    )
  })
})
