export interface Area {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where the window was; `area` is its size when it is not maximised. */
export interface WindowState {
  readonly area: Area | typeof DEFAULT_SIZE
  readonly maximized: boolean
}

const DEFAULT_SIZE = { width: 1280, height: 820 } as const
const VISIBLE = 80

/** The remembered state, or the default size when there is none or the window would lie off every display. */
export function readWindowState(json: string, displays: readonly Area[]): WindowState {
  const value = parse(json)
  const area = areaOf(value)
  const isReachable = area !== null && displays.some((display) => isOn(area, display))
  return {
    area: isReachable ? area : DEFAULT_SIZE,
    maximized: typeof value === 'object' && value !== null && 'maximized' in value && value.maximized === true,
  }
}

const isOn = (area: Area, display: Area): boolean =>
  area.x + area.width >= display.x + VISIBLE &&
  area.x <= display.x + display.width - VISIBLE &&
  area.y >= display.y &&
  area.y <= display.y + display.height - VISIBLE

function parse(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return null
  }
}

function areaOf(value: unknown): Area | null {
  if (typeof value !== 'object' || value === null) return null
  if (!('x' in value) || !('y' in value) || !('width' in value) || !('height' in value)) return null
  const { x, y, width, height } = value
  if (!isWhole(x) || !isWhole(y) || !isWhole(width) || !isWhole(height)) return null
  return width >= 400 && height >= 300 ? { x, y, width, height } : null
}

const isWhole = (value: unknown): value is number => Number.isSafeInteger(value)
