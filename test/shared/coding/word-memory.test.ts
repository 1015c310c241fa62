import fc from 'fast-check'
import { expect, test } from 'vitest'
import { WordMemory } from '../../../shared/coding/word-memory'

test('gives for every word what is found for it, however often and wherever it stands', () => {
  const word = fc.oneof(fc.constantFrom('', 'a', '배송', 'x'.repeat(60)), fc.string({ maxLength: 6 }))
  fc.assert(
    fc.property(fc.array(word, { maxLength: 200 }), (words) => {
      const asked: string[] = []
      const memory = new WordMemory((text, start, end) => {
        const one = text.slice(start, end)
        asked.push(one)
        return `found ${one}`
      })
      for (const one of [...words, ...words]) expect(memory.at(`<${one}>`, 1, 1 + one.length)).toBe(`found ${one}`)
      const short = asked.filter(({ length }) => length <= 40)
      expect(new Set(short).size).toBe(short.length)
    }),
    { seed: 20_261_123 },
  )
})

test('goes on when it was full', () => {
  const memory = new WordMemory((text, start, end) => text.slice(start, end))
  let wrong = 0
  for (let at = 0; at < 600_000; at++) if (memory.at(String(at % 400_000), 0, String(at % 400_000).length) !== String(at % 400_000)) wrong += 1
  expect(wrong).toBe(0)
})
