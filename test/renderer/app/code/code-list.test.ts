import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  KEPT_PAGES,
  keyText,
  mapVerbatims,
  PAGE_ROWS,
  pagesBetween,
  placeOf,
  verbatimAt,
  withPage,
  type VerbatimList,
} from '../../../../renderer/app/code/code-list'
import { verbatimOf } from '../../../helpers/fake-verbatims'

const all = Array.from({ length: 150.5 * PAGE_ROWS }, (_, at) => verbatimOf(at + 2))
/** A place on the second page. */
const SECOND = 1.5 * PAGE_ROWS
const page = (number: number) => ({
  total: all.length,
  first: number * PAGE_ROWS,
  verbatims: all.slice(number * PAGE_ROWS, (number + 1) * PAGE_ROWS),
})
const listOf = (numbers: readonly number[]): VerbatimList =>
  numbers.reduce<VerbatimList>((list, number) => withPage(list, page(number)), { total: 0, pages: new Map() })

test('holds of the whole list the pages that came, and nothing else', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(150), { maxLength: 20 }), fc.nat(all.length), (numbers, place) => {
      const here = numbers.includes(Math.floor(place / PAGE_ROWS)) ? (all[place] ?? null) : null
      expect(verbatimAt(listOf(numbers), place)).toBe(here)
    }),
  )
})

test('lets go of the pages farthest from the one that came last', () => {
  const list = listOf(Array.from({ length: KEPT_PAGES + 20 }, (_, number) => number))
  expect(list.pages.size).toBe(KEPT_PAGES)
  expect(Math.min(...list.pages.keys())).toBe(20)
  expect(Math.min(...withPage(list, page(0)).pages.keys())).toBe(0)
})

test('names the pages between two places', () => {
  fc.assert(
    fc.property(fc.nat(7_000), fc.nat(300), fc.nat(7_000), (first, more, total) => {
      const wanted = new Set<number>()
      for (let place = first; place <= Math.min(first + more, total - 1); place++) wanted.add(Math.floor(place / PAGE_ROWS))
      expect(pagesBetween(first, first + more, total)).toEqual([...wanted])
    }),
  )
})

describe('a verbatim', () => {
  test('is found again, the nearest of several', () => {
    const list = listOf([0, 1])
    expect(placeOf(list, keyText(all[SECOND]!), 0)).toBe(SECOND)
    expect(placeOf(list, keyText(all[2 * PAGE_ROWS]!), 0)).toBeNull()
  })

  test('that does not change keeps its page the same object', () => {
    const list = listOf([0, 1])
    const changed = mapVerbatims(list, (verbatim) => (verbatim === all[SECOND] ? { ...verbatim, score: 0 } : verbatim))
    expect(changed.pages.get(0)).toBe(list.pages.get(0))
    expect(verbatimAt(changed, SECOND)?.score).toBe(0)
  })
})
