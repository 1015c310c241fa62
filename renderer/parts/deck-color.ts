import { hexOf, PAPER, type Color, type Tint } from '../../shared/report/layout/look'

/** A colour of the page, as the brand of the frame around it has it. */
export const deckColor = (color: Color): string => `var(--deck-${color}, ${hexOf(color)})`

/** The fill of a cell in the brand's colours. */
export const deckTint = ({ color, strength }: Tint): string =>
  `color-mix(in srgb, ${deckColor(color)} ${(100 * strength).toFixed(1)}%, ${deckColor(PAPER)})`
