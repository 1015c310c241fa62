import { fault } from '../base/fault'
import { LARGEST_FILE } from '../base/largest-file'
import { apostropheDropped } from '../base/formula-cell'
import type { Result } from '../base/result'
import { ok, refuse } from '../base/result'
import type { Task } from '../base/task'
import { isOwnExport } from '../model/own-export'
import type { Encoding } from '../model/role'
import type { Assembled } from './assemble-table'
import { detectFormat } from './detect-format'
import { mapTexts } from './map-texts'
import { OWN_PRESET } from './own-table'
import { recognisePreset } from './presets'
import { readDelimited } from './read-delimited'
import { readWorkbook } from './read-workbook'
import { toUtf8 } from './to-utf8'
import type { Decoder, RawTable, RejectedRow, ReadOptions, SourceFile } from './types'

/** Other bytes read as these as well, also those of encodings that are not tried. */
const GUESSED: ReadonlySet<Encoding> = new Set<Encoding>(['shift_jis', 'gb18030', 'macintosh', 'windows-1252'])

/** Tools that put an apostrophe before what a spreadsheet could take for a formula. */
const ADDS_APOSTROPHES: ReadonlySet<string> = new Set(['typeform', 'formbricks', 'limesurvey'])

/**
 * Reads a survey export as a table of text. Refuses what is no table (`unsupported-file`, `encrypted-file`,
 * `not-readable`), has no rows (`empty-file`), is not in the encoding asked for (`encoding`), or is larger than
 * 300 MB or 5,000 columns (`too-large`).
 */
export async function readTable(
  file: SourceFile,
  options: ReadOptions,
  decoder: Decoder,
  task: Task,
): Promise<Result<RawTable>> {
  if (file.bytes.length === 0) return refuse(fault('empty-file', { file: file.name }))
  if (file.bytes.length > LARGEST_FILE.survey) return refuse(fault('too-large', { file: file.name, what: '> 300 MB' }))
  const format = detectFormat(file)
  if (!format.ok) return format
  if (format.value === 'zip') return refuse(fault('unsupported-file', { file: file.name, what: 'ZIP' }))
  const isWorkbook = format.value === 'xlsx'
  const read = await (isWorkbook ? fromWorkbook(file, options, task) : fromText(file, options, decoder, task))
  if (!read.ok) return read
  const { tool, ...table } = read.value.table
  if (table.rows === 0 && table.rejected.length === 0) return refuse(fault('empty-file', { file: file.name }))
  const preset = presetOf(table, tool ?? null)
  return ok({
    file: file.name,
    ...read.value.source,
    preset,
    ...table,
    ...(preset !== null && ADDS_APOSTROPHES.has(preset) ? { columns: table.columns.map((column) => mapTexts(column, apostropheDropped)) } : {}),
    ...(read.value.codebook ? { codebook: read.value.codebook } : {}),
  })
}

function presetOf({ headers, rejected }: Pick<Assembled, 'headers' | 'rejected'>, tool: string | null): string | null {
  if (isOwnExport(headers)) return OWN_PRESET
  return recognisePreset(headers)?.name ?? tool ?? (rejected.some(isSalesforce) ? 'salesforce' : null)
}

const isSalesforce = ({ code, cells }: RejectedRow): boolean =>
  code === 'footer' && cells.some((cell) => /salesforce\.com/i.test(cell))

interface Read {
  readonly source: Pick<RawTable, 'format' | 'encoding' | 'delimiter' | 'sheet' | 'sheets'>
  readonly table: Assembled
  readonly codebook?: readonly (readonly string[])[]
}

async function fromWorkbook(file: SourceFile, options: ReadOptions, task: Task): Promise<Result<Read>> {
  const workbook = await readWorkbook(file, options, task)
  if (!workbook.ok) return workbook
  const { sheet, sheets, table, codebook } = workbook.value
  const source = { format: 'xlsx', encoding: null, delimiter: null, sheet, sheets } as const
  return ok(codebook ? { source, table, codebook } : { source, table })
}

async function fromText(file: SourceFile, options: ReadOptions, decoder: Decoder, task: Task): Promise<Result<Read>> {
  const decoded = toUtf8(file, decoder, options.encoding)
  if (!decoded.ok) return decoded
  const read = await readDelimited(decoded.value.bytes, file.name, options, task)
  if (!read.ok) return read
  const { delimiter, table } = read.value
  const format = delimiter === '\t' ? 'tsv' : 'csv'
  const { encoding, damaged } = decoded.value
  const source = { format, encoding, delimiter, sheet: null, sheets: [] } as const
  if (damaged > 0) return ok({ source, table: { ...table, warnings: [{ code: 'damaged-text', params: { count: damaged } }, ...table.warnings] } })
  if (options.encoding || !GUESSED.has(encoding)) return ok({ source, table })
  return ok({ source, table: { ...table, warnings: [{ code: 'encoding-guessed', params: { encoding } }, ...table.warnings] } })
}
