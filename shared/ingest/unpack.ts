import { unzipSync } from 'fflate'
import { fault } from '../base/fault'
import { ok, refuse, type Result } from '../base/result'
import { detectFormat } from './detect-format'
import { guardZip, ZIP_LIMITS } from './guard-zip'
import type { SourceFile } from './types'
import { zipParts } from './zip-parts'

const EXPORT = /\.(csv|tsv|tab|txt|xlsx)$/i
/** What Macs put beside the files, and what tells of an export without being one. */
const BESIDE = /(^|\/)(__MACOSX\/|\._|read ?me)/i
const MOST_NAMED = 5

/**
 * The one survey export in a ZIP, as most tools send it; any other file as it is. Refuses a ZIP that holds none or
 * several (`zip`), and one that would harm (`too-large`, `not-readable`).
 */
export function unpack(file: SourceFile): Result<SourceFile> {
  const format = detectFormat(file)
  if (!format.ok || format.value !== 'zip') return ok(file)
  const exports = (zipParts(file.bytes) ?? []).filter((name) => EXPORT.test(name) && !BESIDE.test(name))
  const [name] = exports
  if (name === undefined || exports.length > 1) {
    const names = exports.slice(0, MOST_NAMED).join(', ') + (exports.length > MOST_NAMED ? ', …' : '')
    return refuse(fault('zip', { file: file.name, count: exports.length, names }))
  }
  const harm = guardZip(file, ZIP_LIMITS, EXPORT)
  if (harm) return refuse(harm)
  const bytes = unzipSync(file.bytes, { filter: (part) => part.name === name })[name]
  return bytes ? ok({ name: name.replace(/^.*\//, ''), bytes }) : refuse(fault('not-readable', { file: file.name, what: name }))
}
