import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cellAt, eachValue, lengthOf } from '../../../shared/table/column'
import { ColumnBuilder, columnOf } from '../../../shared/table/column-builder'

describe('ColumnBuilder', () => {
  it('keeps every cell, cut out of a longer text or not', () => {
    const cell = fc.oneof(fc.constantFrom('', 'a', 'b', '가격', '__proto__', 'constructor'), fc.string(), fc.string({ unit: 'grapheme' }))
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 200 }), fc.string(), (cells, around) => {
        const builder = new ColumnBuilder()
        for (const text of cells) builder.pushSlice(`${around}${text}${around}`, around.length, around.length + text.length)
        const column = builder.build()
        expect(Array.from({ length: lengthOf(column) }, (_, row) => cellAt(column, row))).toEqual(cells)
        expect(column.kind).toBe(columnOf(cells).kind)
      }),
    )
  })

  it('numbers few values and keeps many as they are', () => {
    const few = columnOf(Array.from({ length: 50_000 }, (_, row) => `value ${row % 9000}`))
    expect(few.kind).toBe('coded')
    const many = columnOf(Array.from({ length: 50_000 }, (_, row) => `value ${row}`))
    expect(many.kind).toBe('plain')
    expect(cellAt(many, 49_999)).toBe('value 49999')
    expect(cellAt(many, 3)).toBe('value 3')
    const counts = new Map<string, number>()
    eachValue(few, (value, rows) => counts.set(value, rows))
    expect(counts.size).toBe(9000)
    expect([...counts.values()].reduce((sum, rows) => sum + rows)).toBe(50_000)
  })
})
