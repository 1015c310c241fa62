import fc from 'fast-check'
import { expect, it } from 'vitest'
import { markText, readMarks, type FlatMark } from '../../../shared/model/own-marks'
import { MARK_KINDS } from '../../../shared/model/records'

const name = fc.string({ unit: fc.constantFrom('a', ' ', '|', '"', '\\', '\n', '=', '한', ','), minLength: 1, maxLength: 8 })
const mark = fc
  .record<FlatMark>({
    kind: fc.constantFrom(...MARK_KINDS),
    text: name.filter((text) => text.trim() !== ''),
    coder: name,
    at: fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }).map((date) => date.toISOString()),
    question: fc.option(name),
  })
  .map((one) => (one.kind === 'note' ? one : { ...one, text: '' }))

it('marks read as a person would write them, and come back as they were', () => {
  const at = '2026-07-01T10:00:00.000Z'
  expect(markText([{ kind: 'quote', text: '', coder: 'Mina', at, question: null }, { kind: 'note', text: 'ask Kim', coder: 'J', at, question: 'Why?' }])).toBe(
    `quote | Mina | ${at}\nnote | J | ${at} | ask Kim | Why?`,
  )
  fc.assert(fc.property(fc.array(mark), (marks) => {
      expect(readMarks(markText(marks))).toEqual(marks)
    }), { numRuns: 500 })
})

it.each(['', 'quote', 'quote | Mina', 'maybe | Mina | 2026-07-01', 'note | Mina | 2026-07-01', 'quote | Mina | yesterday'])('are not guessed from %j', (text) => {
  expect(readMarks(text)).toEqual([])
})
