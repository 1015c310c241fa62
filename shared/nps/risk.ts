import { Z95 } from './normal'

/** A ratio with its 95 % interval. */
export interface Ratio {
  readonly ratio: number
  readonly low: number
  readonly high: number
}

/** Of those with and without something, how many it happened to, and how many not. */
export interface FourCells {
  readonly withYes: number
  readonly withNo: number
  readonly withoutYes: number
  readonly withoutNo: number
}

const HALF = 0.5

/** A cell without anybody makes ratios infinite: then half a case is added to each (Haldane, Anscombe). */
function filled(cells: FourCells): FourCells {
  const { withYes, withNo, withoutYes, withoutNo } = cells
  if (Math.min(withYes, withNo, withoutYes, withoutNo) > 0) return cells
  return { withYes: withYes + HALF, withNo: withNo + HALF, withoutYes: withoutYes + HALF, withoutNo: withoutNo + HALF }
}

const ratioOf = (ratio: number, error: number): Ratio => ({
  ratio,
  low: ratio * Math.exp(-Z95 * error),
  high: ratio * Math.exp(Z95 * error),
})

/** How many times as likely it is with as without: a / (a + b) over c / (c + d), interval on the logarithm (Katz 1978). Null where a side is empty. */
export function riskRatio(cells: FourCells): Ratio | null {
  if (cells.withYes + cells.withNo === 0 || cells.withoutYes + cells.withoutNo === 0) return null
  const { withYes: a, withNo: b, withoutYes: c, withoutNo: d } = filled(cells)
  return ratioOf(a / (a + b) / (c / (c + d)), Math.sqrt(1 / a - 1 / (a + b) + 1 / c - 1 / (c + d)))
}

/** Ratio of the odds, with Woolf's interval (1955). Null where a side is empty. */
export function oddsRatio(cells: FourCells): Ratio | null {
  if (cells.withYes + cells.withNo === 0 || cells.withoutYes + cells.withoutNo === 0) return null
  const { withYes: a, withNo: b, withoutYes: c, withoutNo: d } = filled(cells)
  return ratioOf((a * d) / (b * c), Math.sqrt(1 / a + 1 / b + 1 / c + 1 / d))
}
