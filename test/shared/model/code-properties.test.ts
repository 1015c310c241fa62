import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanTexts, joinTexts, propertiesOf, splitTexts, withProperties } from '../../../shared/model/code-properties'
import type { Code } from '../../../shared/model/records'

const CODE: Code = { name: 'Late', parent: null, rule: 'late', description: '', color: '#4477aa', position: 0 }

test('what is said replaces, null takes away, what is not said stays', () => {
  const full: Code = { ...CODE, direction: 'praise', exclusive: 'mood', mustHit: ['a'], archived: true }
  expect(withProperties(full, { direction: null, mustHit: [], mustMiss: ['b'] })).toEqual({ ...CODE, exclusive: 'mood', archived: true, mustMiss: ['b'] })
  expect(withProperties(full, propertiesOf(full))).toEqual(full)
  expect(Object.keys(withProperties(full, propertiesOf(CODE)))).toEqual(Object.keys(CODE))
})

test('clean texts come back from a cell', () => {
  const text = fc.array(fc.constantFrom('a', ' ', '|', '||', ' || ', '\n', '늦어요'), { maxLength: 6 }).map((parts) => parts.join(''))
  fc.assert(
    fc.property(fc.array(text), (texts) => {
      const clean = cleanTexts(texts)
      expect(splitTexts(joinTexts(clean))).toEqual(clean)
      expect(cleanTexts(clean)).toEqual(clean)
    }),
  )
})

test('a cell of nothing but blanks between words is read like any other', () => {
  const long = `a${' '.repeat(500_000)}b`
  expect(splitTexts(`${long} || c`)).toEqual([long, 'c'])
})
