import fc from 'fast-check'
import { expect, test } from 'vitest'
import { excerptOf, spansWithin } from '../../../../renderer/app/code/excerpt'

test('a short text, or one that matches at its start, is as it is', () => {
  expect(excerptOf('late again', [{ from: 0, to: 4 }])).toEqual({ text: 'late again', cut: 0 })
  expect(excerptOf('x'.repeat(700), []).text).toBe(`${'x'.repeat(600)} …`)
})

test('a long one is folded around its first match, at the start of a word', () => {
  const text = `${'word '.repeat(60)}late ${'end '.repeat(200)}`
  const from = text.indexOf('late')
  const excerpt = excerptOf(text, [{ from: from + 100, to: from + 103 }, { from, to: from + 4 }])
  expect(excerpt.text.startsWith('… word ')).toBe(true)
  expect(excerpt.text.endsWith(' …')).toBe(true)
  expect(excerpt.text.indexOf('late')).toBeLessThan(80)
  const [, span] = spansWithin([{ from: from + 100, to: from + 103 }, { from, to: from + 4 }], excerpt)
  expect(excerpt.text.slice(span!.from, span!.to)).toBe('late')
})

test('spans that are left mark the same words', () => {
  const word = fc.constantFrom('late', 'a', '배송이', 'price', '😀', '  ')
  fc.assert(
    fc.property(fc.array(word, { minLength: 1, maxLength: 200 }), fc.nat(), fc.nat(9), (words, at, length) => {
      const text = words.join(' ')
      const from = at % text.length
      const span = { from, to: Math.min(text.length, from + length) }
      const excerpt = excerptOf(text, [span])
      for (const left of spansWithin([span], excerpt)) expect(excerpt.text.slice(left.from, left.to)).toBe(text.slice(span.from, span.to))
      expect(spansWithin([span], excerpt)).toHaveLength(1)
    }),
  )
})
