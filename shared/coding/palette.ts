/**
 * Colours for codes that have none, told apart by colour-blind readers too: Paul Tol's `muted` and `bright` schemes
 * (Technical note SRON/EPS/TN/09-002), used in turn.
 */
export const PALETTE: readonly string[] = [
  '#4477aa',
  '#ee6677',
  '#228833',
  '#ccbb44',
  '#66ccee',
  '#aa3377',
  '#332288',
  '#44aa99',
  '#882255',
  '#999933',
  '#88ccee',
  '#cc6677',
  '#117733',
  '#ddcc77',
]
