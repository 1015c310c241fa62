import fc from 'fast-check'
import { expect, test } from 'vitest'
import { placeLabels, type NamedPoint } from '../../../renderer/parts/place-labels'

const FIELD = { left: 0, top: 0, right: 400, bottom: 300 }
const point: fc.Arbitrary<NamedPoint> = fc.record({
  x: fc.integer({ min: 0, max: 400 }),
  y: fc.integer({ min: 0, max: 300 }),
  radius: fc.constant(5),
  width: fc.integer({ min: 10, max: 150 }),
  height: fc.constant(16),
})

test('no name lies over another, over another point or beyond the field', () => {
  fc.assert(
    fc.property(fc.array(point, { maxLength: 30 }), (points) => {
      const places = placeLabels(points, FIELD)
      expect(places).toHaveLength(points.length)
      const boxes = places.flatMap((place, at) => (place ? [{ at, left: place.x, top: place.y, right: place.x + points[at]!.width, bottom: place.y + 16 }] : []))
      for (const { at, left, top, right, bottom } of boxes) {
        expect(left >= FIELD.left && top >= FIELD.top && right <= FIELD.right && bottom <= FIELD.bottom).toBe(true)
        for (const other of boxes) {
          if (other.at !== at) expect(left >= other.right || other.left >= right || top >= other.bottom || other.top >= bottom).toBe(true)
        }
        points.forEach(({ x, y }, of) => {
          if (of !== at) expect(left >= x + 5 || x - 5 >= right || top >= y + 5 || y - 5 >= bottom).toBe(true)
        })
      }
    }),
  )
})

test('the first point is named first, beside it where there is room', () => {
  const near = { x: 100, y: 100, radius: 5, width: 60, height: 16 }
  expect(placeLabels([near, { ...near, x: 390 }], FIELD)).toEqual([{ x: 108, y: 92 }, { x: 322, y: 92 }])
  // Five in one place: the others' point is in the way of none of its own sides.
  expect(placeLabels([near, near], FIELD)[0]).not.toBeNull()
  expect(placeLabels([{ ...near, width: 500 }], FIELD)).toEqual([null])
})
