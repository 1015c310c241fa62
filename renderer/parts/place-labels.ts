/** A point that wants its name beside it; `width` and `height` are those of the name. */
export interface NamedPoint {
  readonly x: number
  readonly y: number
  readonly radius: number
  readonly width: number
  readonly height: number
}

interface Box {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const GAP = 3

const meet = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom

const holds = (outer: Box, inner: Box): boolean =>
  inner.left >= outer.left && inner.right <= outer.right && inner.top >= outer.top && inner.bottom <= outer.bottom

/** Where the name of a point could stand: beside it, then above and below. */
function placesOf({ x, y, radius, width, height }: NamedPoint): readonly Box[] {
  const box = (left: number, top: number): Box => ({ left, top, right: left + width, bottom: top + height })
  const [beside, away] = [radius + GAP, radius + 1]
  return [
    box(x + beside, y - height / 2),
    box(x - beside - width, y - height / 2),
    box(x - width / 2, y - away - height),
    box(x - width / 2, y + away),
    box(x + radius, y - away - height),
    box(x + radius, y + away),
    box(x - radius - width, y - away - height),
    box(x - radius - width, y + away),
  ]
}

/**
 * Left upper corners for the names of points, the first point first; null for a name that would lie over another name or
 * point, or beyond the `field`.
 */
export function placeLabels(points: readonly NamedPoint[], field: Box): readonly ({ readonly x: number; readonly y: number } | null)[] {
  const dots = points.map(({ x, y, radius }): Box => ({ left: x - radius, top: y - radius, right: x + radius, bottom: y + radius }))
  const placed: Box[] = []
  return points.map((point, at) => {
    const isFree = (box: Box): boolean =>
      holds(field, box) && !placed.some((other) => meet(box, other)) && !dots.some((dot, of) => of !== at && meet(box, dot))
    const found = placesOf(point).find(isFree)
    if (!found) return null
    placed.push(found)
    return { x: found.left, y: found.top }
  })
}
