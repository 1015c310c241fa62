import { fault } from '../../base/fault'
import { formulaRestored } from '../../base/formula-cell'
import { refuse, type Result } from '../../base/result'
import { textOfUtf8 } from '../../base/utf8'
import { readCodebook, type CodebookEntry } from '../../coding/read-codebook'
import { isXml, readQdc } from '../../coding/read-qdc'
import { toUtf8 } from '../../ingest/to-utf8'
import type { Decoder, SourceFile } from '../../ingest/types'
import { tableOf } from './text-table'

const XML_HEAD = 256

/** The codes in a codebook file, a CSV or REFI-QDA's exchange format. Refuses what is no text, no codebook (`codebook`) or holds a wrong rule (`rule`). */
export function codesIn(decoder: Decoder, file: SourceFile): Result<readonly CodebookEntry[]> {
  if (file.bytes.length === 0) return refuse(fault('empty-file', { file: file.name }))
  const decoded = toUtf8(file, decoder)
  if (!decoded.ok) return decoded
  if (isXml(textOfUtf8(decoded.value.bytes.subarray(0, XML_HEAD)))) return readQdc(textOfUtf8(decoded.value.bytes))
  const { rows, lines } = tableOf(decoded.value.bytes)
  // As our own export makes them safe for spreadsheets: a rule may begin with a minus.
  return readCodebook(rows.map((row) => row.map(formulaRestored)), lines)
}
