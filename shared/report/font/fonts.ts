/** The weights in which a document is set. */
export type FontWeight = 'regular' | 'bold'

/** Fonts as WOFF files of TrueType outlines, by weight. */
export type FontFiles = Readonly<Record<FontWeight, Uint8Array>>
