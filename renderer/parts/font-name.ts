import type { ChartColors } from './chart-colors'
import { TEXT_SIZE, TEXT_WEIGHT, type Font } from './picture'

/** A font as a canvas wants it. */
export const fontName = ({ size = TEXT_SIZE, weight = TEXT_WEIGHT }: Font, { font }: Pick<ChartColors, 'font'>): string => `${weight} ${size}px ${font}`
