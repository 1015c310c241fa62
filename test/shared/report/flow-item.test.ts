import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { flow, type Item, type Sheet } from '../../../shared/report/pdf/flow-item'
import type { Pen } from '../../../shared/report/pdf/pen'

const SHEET: Sheet = { width: 500, height: 820, left: 50, right: 50, top: 50, bottom: 70 }
const ROOM = SHEET.height - SHEET.top - SHEET.bottom

interface Placed {
  readonly page: number
  readonly y: number
}

/** Where each item came to stand. */
function placed(items: readonly Omit<Item, 'draw' | 'again'>[]): readonly Placed[] {
  let page = 0
  const found: Placed[] = []
  const pen = { newPage: () => void (page += 1) } as unknown as Pen
  flow(
    pen,
    SHEET,
    items.map((item) => ({ ...item, again: null, draw: (y) => void found.push({ page, y }) })),
  )
  return found
}

const piece = (height: number, keep: boolean, isLoose = false): Omit<Item, 'draw' | 'again'> => ({ height, gap: 10, keep, isLoose })

describe('parts that flow', () => {
  const title = piece(20, true)
  const chart = piece(200, true, true)
  const table = piece(150, false)

  it('stay together where they fit what is left of the page', () => {
    const places = placed([piece(300, false), title, chart, table])
    expect(places.map(({ page }) => page)).toEqual([1, 1, 1, 1])
  })

  it('part a chart from its table where much of the page would stay empty', () => {
    const places = placed([piece(400, false), title, chart, table])
    expect(places.map(({ page }) => page)).toEqual([1, 1, 1, 2])
  })

  it('turn the page with all of them where little is lost', () => {
    const places = placed([piece(580, false), title, chart, table])
    expect(places.map(({ page }) => page)).toEqual([1, 2, 2, 2])
  })

  it('never leave the page, follow one another, and keep what may not be parted together', () => {
    const item = fc.record({ height: fc.integer({ min: 5, max: 300 }), keep: fc.boolean(), isLoose: fc.boolean() })
    fc.assert(
      fc.property(fc.array(item, { minLength: 1, maxLength: 25 }), (all) => {
        const items = all.map(({ height, keep, isLoose }) => piece(height, keep, keep && isLoose))
        const places = placed(items)
        expect(places).toHaveLength(items.length)
        let group = 0
        places.forEach(({ page, y }, at) => {
          expect(y).toBeGreaterThanOrEqual(SHEET.top)
          expect(y + (items[at]?.height ?? 0)).toBeLessThanOrEqual(SHEET.top + ROOM)
          const before = places[at - 1]
          if (!before) return
          expect(page > before.page || y >= before.y + (items[at - 1]?.height ?? 0)).toBe(true)
          if (items[at - 1]?.keep !== true) group = at
          const whole = items.slice(group, at + 1).reduce((sum, { height, gap }) => sum + height + gap, 0)
          const end = items.findIndex(({ keep }, place) => place >= group && !keep)
          const tall = items.slice(group, (end < 0 ? items.length : end + 1)).reduce((sum, { height, gap }) => sum + height + gap, 0)
          if (items[at - 1]?.keep === true && items[at - 1]?.isLoose !== true && whole <= ROOM && tall <= ROOM) expect(page).toBe(before.page)
        })
      }),
      { numRuns: 300 },
    )
  })
})
