import { utf8Of } from '../../base/utf8'
import { getU16, getU32, putU32 } from './pages'
import { APPLICATION_ID, FORMAT } from './schema'

/** In all files of ours alike: identity, page size, versions, reserved bytes, fractions. */
const START = [...utf8Of('SQLite format 3\0'), 0x10, 0x00, 1, 1, 0, 64, 32, 32]
const PAGE_BYTES = 4096

/**
 * A copy of a damaged database with the parts of its header set right that every file of ours has alike, its length a whole number of
 * pages: a flipped bit there should not keep what lies in the pages from being read.
 */
export function mendHeader(database: Uint8Array): Uint8Array {
  const said = getU16(database, 16)
  const isSize = said >= 512 && (said & (said - 1)) === 0
  const size = isSize ? said : PAGE_BYTES
  const pages = Math.ceil(database.length / size)
  const mended = new Uint8Array(pages * size)
  mended.set(database)
  mended.set(START)
  if (isSize) mended.set(database.subarray(16, 18), 16)
  putU32(mended, 28, pages)
  // Nothing is written to it: no page of it is free.
  putU32(mended, 32, 0)
  putU32(mended, 36, 0)
  putU32(mended, 44, 4)
  putU32(mended, 52, 0)
  putU32(mended, 56, 1)
  const format = getU32(database, 60)
  if (format < 1 || format > FORMAT) putU32(mended, 60, FORMAT)
  putU32(mended, 68, APPLICATION_ID)
  return mended
}
