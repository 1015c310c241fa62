import { readFont } from '../../electron/node/node-platform'
import type { FontFiles } from '../../shared/report/font/fonts'

/** The face of documents, from its package. */
export const FONTS: FontFiles = { regular: await readFont('regular'), bold: await readFont('bold') }
