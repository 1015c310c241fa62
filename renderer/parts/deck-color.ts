import { hexOf, type Color } from '../../shared/report/layout/look'

/** A colour of the page, as the brand of the frame around it has it. */
export const deckColor = (color: Color): string => `var(--deck-${color}, ${hexOf(color)})`
