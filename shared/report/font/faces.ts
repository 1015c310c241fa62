import { base64 } from '../base64'
import type { FontFiles, FontWeight } from './fonts'
import { readWoff, writeWoff } from './sfnt'
import { subsetFont } from './subset'

const WEIGHTS: Readonly<Record<FontWeight, number>> = { regular: 400, bold: 700 }

/** The letters of `text` as the face "Report" of a style sheet, both weights, with nothing to fetch. */
export const fontFaces = (fonts: FontFiles, text: string): string =>
  (['regular', 'bold'] as const)
    .map((weight) => {
      const file = base64(writeWoff(subsetFont(readWoff(fonts[weight]), text)))
      return `@font-face{font-family:Report;font-weight:${WEIGHTS[weight]};src:url(data:font/woff;base64,${file}) format("woff")}`
    })
    .join('\n')
