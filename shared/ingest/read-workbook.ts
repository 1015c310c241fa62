import readXlsxFile from 'read-excel-file/universal'
import { fault } from '../base/fault'
import type { Result } from '../base/result'
import { ok, refuse } from '../base/result'
import type { Task } from '../base/task'
import { CODEBOOK_HEAD, isOwnExport } from '../model/own-export'
import type { Assembled } from './assemble-table'
import { MAX_COLUMNS, TableAssembler, tooWide } from './assemble-table'
import { guardZip } from './guard-zip'
import { recognisePreset } from './presets'
import { sheetNames } from './sheet-names'
import type { ReadOptions, SourceFile } from './types'

export interface Workbook {
  readonly sheet: string
  /** Every sheet that there is to choose from. */
  readonly sheets: readonly string[]
  readonly table: Assembled
  /** Records of the sheet of codes beside an export of our own. */
  readonly codebook?: readonly (readonly string[])[]
}

const ROWS_AT_A_TIME = 2000
const EXCEL_DIGITS = 15

/**
 * Reads one sheet with its cells as text: the one that `options` name, or else, of those a person sees, the one that looks
 * like an export. Lines are the sheet's row numbers. Refuses what the ZIP guard refuses, a missing sheet, and a workbook
 * that does not parse. Error cells are blank.
 */
export async function readWorkbook(file: SourceFile, options: ReadOptions, task: Task): Promise<Result<Workbook>> {
  const refused = guardZip(file)
  if (refused) return refuse(refused)
  task.report(0.2, 'reading')
  await task.breathe()
  const sheets = sheetNames(file.bytes)
  const wanted = options.sheet === undefined ? sheets : [options.sheet]
  const read = await readSheets(file, wanted.length > 0 ? wanted : [1])
  if (!read.ok) return read
  let best: Workbook | null = null
  for (const [at, { sheet, data }] of read.value.entries()) {
    if ((data[0]?.length ?? 0) > MAX_COLUMNS) return tooWide(file.name)
    const table = await assembleSheet(data, options, (done) => task.report(0.5 + (0.5 * (at + done)) / read.value.length, 'reading'), task)
    if (!table) return refuse(fault('cancelled'))
    if (!best || likeness(table) > likeness(best.table)) best = { sheet, sheets, table }
  }
  if (!best) return refuse(fault('empty-file', { file: file.name }))
  const codebook = isOwnExport(best.table.headers) ? read.value.find(({ data }) => isCodebook(data[0] ?? [])) : undefined
  return ok(codebook ? { ...best, codebook: codebook.data.map((row) => row.map(cellText)) } : best)
}

const isCodebook = (header: readonly unknown[]): boolean => CODEBOOK_HEAD.every((name, at) => header[at] === name)

/** Null when cancelled. */
async function assembleSheet(
  data: Sheet['data'],
  options: ReadOptions,
  report: (done: number) => void,
  task: Task,
): Promise<Assembled | null> {
  const assembler = new TableAssembler(options.headerRows, true)
  for (let from = 0; from < data.length; from += ROWS_AT_A_TIME) {
    const rows = data.slice(from, from + ROWS_AT_A_TIME)
    assembler.add(
      rows.map((row) => row.map(cellText)),
      rows.map((_, at) => from + at + 1),
    )
    report(from / data.length)
    await task.breathe()
    if (task.cancelled()) return null
  }
  return assembler.finish()
}

/** Sheets of notes and pivot tables are small; a survey tool's own sheet is known by its headers, whatever its size. */
const likeness = ({ headers, rows }: Assembled): number =>
  rows * headers.length + (rows > 0 && (isOwnExport(headers) || recognisePreset(headers)) ? Number.MAX_SAFE_INTEGER / 2 : 0)

interface Sheet {
  readonly sheet: string
  readonly data: readonly (readonly unknown[])[]
}

async function readSheets(file: SourceFile, sheets: readonly (string | number)[]): Promise<Result<readonly Sheet[]>> {
  const options = { trim: false, sheets: [...sheets] }
  try {
    return ok(await readXlsxFile(file.bytes.slice().buffer, options))
  } catch (error) {
    const what = error instanceof Error ? error.message : 'XLSX'
    return refuse(fault('not-readable', { file: file.name, what }))
  }
}

/** A cell as a person sees it: Excel shows fifteen digits, and dates here are ISO dates of wall time. */
export function cellText(value: unknown): string {
  if (typeof value === 'string') return value.includes('\r') ? value.replace(/\r\n?/g, '\n') : value
  if (typeof value === 'number') return String(Number(value.toPrecision(EXCEL_DIGITS)))
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (value instanceof Date) return dateText(value)
  return ''
}

/** Excel keeps times as fractions of a day, so they are a little off: rounded to the second. */
function dateText(date: Date): string {
  const milliseconds = Math.round(date.getTime() / 1000) * 1000
  if (!Number.isFinite(milliseconds)) return ''
  const [day = '', time = ''] = new Date(milliseconds).toISOString().slice(0, 19).split('T')
  return time === '00:00:00' ? day : `${day} ${time}`
}
