import readXlsxFile from 'read-excel-file/universal'
import { fault } from '../base/fault'
import type { Result } from '../base/result'
import { ok, refuse } from '../base/result'
import type { Task } from '../base/task'
import type { Assembled } from './assemble-table'
import { MAX_COLUMNS, TableAssembler, tooWide } from './assemble-table'
import { guardZip } from './guard-zip'
import { sheetNames } from './sheet-names'
import type { ReadOptions, SourceFile } from './types'

export interface Workbook {
  readonly sheet: string
  /** Every sheet that there is to choose from. */
  readonly sheets: readonly string[]
  readonly table: Assembled
}

const ROWS_AT_A_TIME = 2000
const EXCEL_DIGITS = 15

/**
 * Reads one sheet, the first unless `options` name another, with its cells as text. Lines are the sheet's row numbers.
 * Refuses what the ZIP guard refuses, a missing sheet, and a workbook that does not parse. Error cells are blank.
 */
export async function readWorkbook(file: SourceFile, options: ReadOptions, task: Task): Promise<Result<Workbook>> {
  const refused = guardZip(file)
  if (refused) return refuse(refused)
  task.report(0.2, 'reading')
  await task.breathe()
  const sheet = await readSheet(file, options.sheet)
  if (!sheet.ok) return sheet
  const assembler = new TableAssembler(options.headerRows, true)
  const { data } = sheet.value
  if ((data[0]?.length ?? 0) > MAX_COLUMNS) return tooWide(file.name)
  for (let from = 0; from < data.length; from += ROWS_AT_A_TIME) {
    const rows = data.slice(from, from + ROWS_AT_A_TIME)
    assembler.add(
      rows.map((row) => row.map(cellText)),
      rows.map((_, at) => from + at + 1),
    )
    task.report(0.5 + (0.5 * from) / data.length, 'reading')
    await task.breathe()
    if (task.cancelled()) return refuse(fault('cancelled'))
  }
  return ok({ sheet: sheet.value.sheet, sheets: sheetNames(file.bytes), table: assembler.finish() })
}

interface Sheet {
  readonly sheet: string
  readonly data: readonly (readonly unknown[])[]
}

async function readSheet(file: SourceFile, wanted: string | undefined): Promise<Result<Sheet>> {
  const options = { trim: false, sheets: [wanted ?? 1] }
  try {
    const [sheet] = await readXlsxFile(file.bytes.slice().buffer, options)
    if (sheet) return ok(sheet)
  } catch (error) {
    const what = error instanceof Error ? error.message : 'XLSX'
    return refuse(fault('not-readable', { file: file.name, what }))
  }
  return refuse(fault('empty-file', { file: file.name }))
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
