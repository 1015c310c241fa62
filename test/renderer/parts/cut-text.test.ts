import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cutText } from '../../../renderer/parts/cut-text'

const text = fc.string({ maxLength: 30 })
const spans = fc.array(
  fc.record({ from: fc.nat(35), to: fc.nat(35), color: fc.constantFrom('#4477aa', '#ee6677', null) }),
  { maxLength: 5 },
)

test('the pieces are the text, and every character lies in the spans that it lies in', () => {
  fc.assert(
    fc.property(text, spans, (whole, marks) => {
      const pieces = cutText(whole, marks)
      expect(pieces.map((piece) => piece.text).join('')).toBe(whole)
      for (const piece of pieces) {
        for (let at = piece.at; at < piece.at + piece.text.length; at++)
          expect(piece.marks).toEqual(marks.filter(({ from, to }) => from <= at && at < to))
      }
    }),
  )
})
