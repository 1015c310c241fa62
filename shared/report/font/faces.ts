import { base64 } from '../base64'
import { facesOf, type FontFiles, type FontWeight } from './fonts'
import { writeWoff } from './sfnt'
import { subsetFont } from './subset'

const WEIGHTS: Readonly<Record<FontWeight, number>> = { regular: 400, bold: 700 }

/** The letters of `text` as the face "Report" of a style sheet, both weights, with nothing to fetch. */
export function fontFaces(fonts: FontFiles, text: string): string {
  const faces = facesOf(fonts)
  return (['regular', 'bold'] as const)
    .map((weight) => {
      const file = base64(writeWoff(subsetFont(faces[weight], text)))
      return `@font-face{font-family:Report;font-weight:${WEIGHTS[weight]};src:url(data:font/woff;base64,${file}) format("woff")}`
    })
    .join('\n')
}
