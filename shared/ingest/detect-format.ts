import { fault } from '../base/fault'
import type { Result } from '../base/result'
import { ok, refuse } from '../base/result'
import type { SourceFile } from './types'

/** Signatures of files that people try by mistake, with the name they know them by. */
const OTHERS: readonly (readonly [signature: string, name: string])[] = [
  ['%PDF', 'PDF'],
  ['\x89PNG', 'PNG'],
  ['GIF8', 'GIF'],
  ['\xff\xd8\xff', 'JPEG'],
  ['\x1f\x8b', 'GZIP'],
  ['7z\xbc\xaf', '7-Zip'],
  ['Rar!', 'RAR'],
  ['SQLite format 3', 'SQLite'],
  ['$FL2', 'SPSS'],
  ['$FL3', 'SPSS'],
  ['PAR1', 'Parquet'],
  ['{\\rtf', 'RTF'],
]
const OLE = '\xd0\xcf\x11\xe0'
const HEAD = 1024

/**
 * What the bytes are, whatever the name says: a workbook, or text. Refuses password-protected and legacy workbooks,
 * HTML that calls itself a workbook, and files that are no tables.
 */
export function detectFormat(file: SourceFile): Result<'xlsx' | 'text'> {
  const head = latin(file.bytes.subarray(0, HEAD))
  if (head.startsWith('PK\x03\x04')) return detectZip(file)
  if (head.startsWith(OLE)) {
    return holds(file.bytes, wide('EncryptedPackage'))
      ? refuse(fault('encrypted-file', { file: file.name }))
      : unsupported(file, 'Excel 97-2003 (XLS)')
  }
  const other = OTHERS.find(([signature]) => head.startsWith(signature))
  if (other) return unsupported(file, other[1])
  const start = head.replace(/^\xef\xbb\xbf/, '').trimStart().toLowerCase()
  if (/^<(!doctype html|html|head|table|meta)\b/.test(start)) return unsupported(file, 'HTML')
  if (/^<\?xml\b/.test(start)) return unsupported(file, 'XML')
  return ok('text')
}

function detectZip(file: SourceFile): Result<'xlsx'> {
  if (holds(file.bytes, 'xl/workbook.xml')) return ok('xlsx')
  if (holds(file.bytes, 'xl/workbook.bin')) return unsupported(file, 'XLSB')
  if (holds(file.bytes, 'opendocument.spreadsheet')) return unsupported(file, 'ODS')
  return holds(file.bytes, 'xl/') ? ok('xlsx') : unsupported(file, 'ZIP')
}

const unsupported = (file: SourceFile, what: string) => refuse(fault('unsupported-file', { file: file.name, what }))

const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes)

const wide = (text: string): string => [...text].join('\0')

function holds(bytes: Uint8Array, text: string): boolean {
  const first = text.charCodeAt(0)
  for (let at = bytes.indexOf(first); at !== -1; at = bytes.indexOf(first, at + 1)) {
    let same = 1
    while (same < text.length && bytes[at + same] === text.charCodeAt(same)) same += 1
    if (same === text.length) return true
  }
  return false
}
