export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

const DEFAULT_SIZE = { width: 1280, height: 820 } as const
const VISIBLE = 80

/** The remembered bounds, or the default size when there are none or the window would lie off every display. */
export function readBounds(json: string, displays: readonly Area[]): Area | typeof DEFAULT_SIZE {
  const area = parseArea(json)
  if (area === null) return DEFAULT_SIZE
  const reachable = displays.some(
    (display) =>
      area.x + area.width >= display.x + VISIBLE &&
      area.x <= display.x + display.width - VISIBLE &&
      area.y >= display.y &&
      area.y <= display.y + display.height - VISIBLE,
  )
  return reachable ? area : DEFAULT_SIZE
}

function parseArea(json: string): Area | null {
  try {
    const value: unknown = JSON.parse(json)
    if (typeof value !== 'object' || value === null) return null
    if (!('x' in value) || !('y' in value) || !('width' in value) || !('height' in value)) return null
    const { x, y, width, height } = value
    if (!isWhole(x) || !isWhole(y) || !isWhole(width) || !isWhole(height)) return null
    return width >= 400 && height >= 300 ? { x, y, width, height } : null
  } catch {
    return null
  }
}

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value)
