import { fault } from '../base/fault'
import type { Result } from '../base/result'
import { ok, refuse } from '../base/result'
import type { SourceFile } from './types'
import { zipParts } from './zip-parts'

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
 * What the bytes are, whatever the name says: a workbook, an archive, or text. Refuses password-protected and legacy workbooks,
 * HTML that calls itself a workbook, and files that are no tables.
 */
export function detectFormat(file: SourceFile): Result<'xlsx' | 'zip' | 'text'> {
  const head = latin(file.bytes.subarray(0, HEAD))
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return detectZip(file)
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

function detectZip(file: SourceFile): Result<'xlsx' | 'zip'> {
  const parts = zipParts(file.bytes)
  if (parts === null) return refuse(fault('not-readable', { file: file.name, what: 'ZIP' }))
  const has = (name: string): boolean => parts.some((part) => part.startsWith(name))
  if (has('xl/workbook.bin')) return unsupported(file, 'XLSB')
  if (has('xl/')) return ok('xlsx')
  if (has('word/')) return unsupported(file, 'DOCX')
  if (has('ppt/')) return unsupported(file, 'PPTX')
  return has('mimetype') && has('content.xml') ? unsupported(file, 'ODS') : ok('zip')
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
