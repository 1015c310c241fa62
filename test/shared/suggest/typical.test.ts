import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byTypicality } from '../../../shared/suggest/typical'

describe('texts that are like the others', () => {
  it('come first, whatever the endings of their words', () => {
    const texts = ['a green elephant went swimming', 'delivery was late again', 'late deliveries, again', '배송이 늦어요', 'deliveries are late']
    const order = byTypicality(texts)
    expect(order.slice(0, 3).toSorted((a, b) => a - b)).toEqual([1, 2, 4])
  })

  it('are of a usual length', () => {
    const texts = ['late delivery', 'late delivery of the parcel', 'late delivery of a parcel', 'delivery of my parcel late', `late delivery ${'of the parcel and so on '.repeat(9)}`]
    expect(byTypicality(texts).at(-1)).toBe(4)
  })

  it('are each there once, and repeating a word does not help', () => {
    fc.assert(
      fc.property(fc.array(fc.string(), { maxLength: 12 }), (texts) => {
        expect(byTypicality(texts).toSorted((a, b) => a - b)).toEqual(texts.map((_, at) => at))
      }),
    )
    expect(byTypicality(['price price pric', 'support price xx', 'support delivery'])[0]).toBe(1)
  })
})
