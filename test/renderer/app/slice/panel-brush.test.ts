import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { pressedPanel, type PanelPressed, type PanelsChosen } from '../../../../renderer/app/slice/panel-brush'

const NONE: PanelsChosen = { rows: null, columns: null, each: null }
const cell: PanelPressed = { row: 'Pro', column: 'KR', each: 'Finance' }

describe('picking where three fields meet', () => {
  test.each([
    ['a cell', NONE, cell, false, { rows: ['Pro'], columns: ['KR'], each: ['Finance'] }],
    ['the same again takes it back', { rows: ['Pro'], columns: ['KR'], each: ['Finance'] }, cell, false, NONE],
    ['another one replaces it', { rows: ['Pro'], columns: ['KR'], each: ['Finance'] }, { ...cell, each: 'Retail' }, false, { rows: ['Pro'], columns: ['KR'], each: ['Retail'] }],
    ['a whole panel', NONE, { each: null }, false, { rows: null, columns: null, each: [null] }],
    ['a row of a panel', NONE, { row: null, each: 'Retail' }, false, { rows: [null], columns: null, each: ['Retail'] }],
    ['one more widens every side', { rows: ['Pro'], columns: ['KR'], each: ['Finance'] }, { row: 'Free', column: 'KR', each: 'Retail' }, true, { rows: ['Pro', 'Free'], columns: ['KR'], each: ['Finance', 'Retail'] }],
    ['taken out again: first its panel', { rows: ['Pro', 'Free'], columns: ['KR'], each: ['Finance', 'Retail'] }, { row: 'Free', column: 'KR', each: 'Retail' }, true, { rows: ['Pro', 'Free'], columns: ['KR'], each: ['Finance'] }],
    ['then its row', { rows: ['Pro', 'Free'], columns: ['KR'], each: ['Finance'] }, { row: 'Free', column: 'KR', each: 'Finance' }, true, { rows: ['Pro'], columns: ['KR'], each: ['Finance'] }],
    ['at last everything', { rows: ['Pro'], columns: ['KR'], each: ['Finance'] }, cell, true, NONE],
  ] as const)('%s', (_, chosen, pressed, adding, expected) => {
    expect(pressedPanel(chosen, pressed, adding)).toEqual(expected)
  })

  test('what is pressed is picked, unless it was: then less is', () => {
    const value = fc.constantFrom(null, 'a', 'b', 'c')
    const chosen = fc.option(fc.uniqueArray(value, { minLength: 1, maxLength: 4 }))
    const side = fc.option(value, { nil: undefined })
    fc.assert(
      fc.property(fc.record({ rows: chosen, columns: chosen, each: chosen }), side, side, value, (before, row, column, each) => {
        const place: PanelPressed = { ...(row === undefined ? {} : { row }), ...(column === undefined ? {} : { column }), each }
        const after = pressedPanel(before, place, true)
        const holds = (list: readonly (string | null)[] | null, one: string | null | undefined): boolean => one === undefined || list === null || list.includes(one)
        const isIn = (all: PanelsChosen): boolean => holds(all.rows, row) && holds(all.columns, column) && holds(all.each, each)
        const any = before.rows !== null || before.columns !== null || before.each !== null
        const size = (all: PanelsChosen): number => [all.rows, all.columns, all.each].reduce((sum, list) => sum + (list?.length ?? 0), 0)
        if (!any || !isIn(before)) expect(isIn(after)).toBe(true)
        else expect(size(after)).toBeLessThan(size(before))
      }),
    )
  })
})
