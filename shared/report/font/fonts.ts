import { readWoff, type FontTables } from './sfnt'
import { withTabularDigits } from './tabular'

/** The weights in which a document is set. */
export type FontWeight = 'regular' | 'bold'

/** Fonts as WOFF files of TrueType outlines, by weight. */
export type FontFiles = Readonly<Record<FontWeight, Uint8Array>>

/** The faces of a document: figures stand below each other in the weight of tables, not in that of titles. */
export const facesOf = ({ regular, bold }: FontFiles): Readonly<Record<FontWeight, FontTables>> => ({
  regular: withTabularDigits(readWoff(regular)),
  bold: readWoff(bold),
})
