import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import { normaliseText, parseDelimited } from '../../ingest/parse-delimited'
import { toUtf8 } from '../../ingest/to-utf8'
import type { Decoder, SourceFile } from '../../ingest/types'
import { voteDelimiter } from '../../ingest/vote-delimiter'

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
  return ok(tableOf(decoded.value.bytes))
}

/** The same of its bytes as UTF-8. */
export function tableOf(bytes: Uint8Array): TextTable {
  const text = normaliseText(bytes)
  const { delimiter, width } = voteDelimiter(text, ',')
  const rows: (readonly string[])[] = []
  const lines: number[] = []
  for (const batch of parseDelimited(text, { delimiter, quoted: true }, width)) {
    for (const record of batch.records) rows.push(record)
    for (const line of batch.lines) lines.push(line)
  }
  return { rows, lines }
}
