import { fault } from '../base/fault'
import { ok, refuse, type Result } from '../base/result'
import { normaliseText, parseDelimited } from '../ingest/parse-delimited'
import { toUtf8 } from '../ingest/to-utf8'
import type { Decoder, SourceFile } from '../ingest/types'
import { voteDelimiter } from '../ingest/vote-delimiter'

export interface TextTable {
  readonly rows: readonly (readonly string[])[]
  /** The line at which each row starts. */
  readonly lines: readonly number[]
}

/** The rows of a small file of separated values that is no survey. Refuses what is empty or no text. */
export function readTextTable(decoder: Decoder, file: SourceFile): Result<TextTable> {
  if (file.bytes.length === 0) return refuse(fault('empty-file', { file: file.name }))
  const decoded = toUtf8(file, decoder)
  if (!decoded.ok) return decoded
  const text = normaliseText(decoded.value.bytes)
  const { delimiter, width } = voteDelimiter(text, ',')
  const rows: (readonly string[])[] = []
  const lines: number[] = []
  for (const batch of parseDelimited(text, { delimiter, quoted: true }, width)) {
    rows.push(...batch.records)
    lines.push(...batch.lines)
  }
  return ok({ rows, lines })
}
