import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { utf8Of } from '../../../shared/base/utf8'
import { cellAt, eachValue, lengthOf } from '../../../shared/table/column'
import { ColumnBuilder, columnOf } from '../../../shared/table/column-builder'

describe('ColumnBuilder', () => {
  it('keeps every cell, cut out of a longer text or not', () => {
    const cell = fc.oneof(fc.constantFrom('', 'a', 'b', '가격', '__proto__', 'constructor'), fc.string(), fc.string({ unit: 'grapheme' }))
    fc.assert(
      fc.property(fc.array(cell, { maxLength: 200 }), fc.array(cell, { maxLength: 20 }), fc.string(), (cells, again, around) => {
        const builder = new ColumnBuilder()
        const texts = cells
        const bytes = utf8Of(texts.join(around))
        const gap = utf8Of(around).length
        let at = 0
        const starts = Uint32Array.from(texts, (text) => (at += utf8Of(text).length + gap) - utf8Of(text).length - gap)
        const ends = starts.map((start, cell) => start + utf8Of(texts[cell]!).length)
        const none = { hashes: new Int32Array(texts.length), doubled: new Uint8Array(texts.length) }
        builder.pushBlock(bytes, { count: texts.length, width: 1, starts, ends, ...none }, 0)
        for (const text of again) builder.push(text)
        const column = builder.build()
        expect(Array.from({ length: lengthOf(column) }, (_, row) => cellAt(column, row))).toEqual([...texts, ...again])
        expect(column).toEqual(columnOf([...texts, ...again]))
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
