import { unzipSync, unzlibSync, zipSync } from 'fflate/browser'
import type { AsyncUnzlibOptions, FlateCallback, UnzipCallback, UnzipOptions, Unzipped, ZipOptions, Zippable } from 'fflate/browser'

/**
 * Stands for `fflate` in the built app. Its asynchronous functions start blob: workers, which the content security
 * policy forbids, and then never call back; these do the same work at once, in the worker the engine lives in.
 * Only what is listed here exists: whatever else is imported from `fflate` fails the build.
 */
export {
  Gunzip,
  Gzip,
  Inflate,
  Unzip,
  UnzipInflate,
  UnzipPassThrough,
  Zip,
  ZipDeflate,
  ZipPassThrough,
  deflateSync,
  gunzipSync,
  gzipSync,
  inflateSync,
  strFromU8,
  strToU8,
  unzipSync,
  zipSync,
  zlibSync,
  unzlibSync,
} from 'fflate/browser'

type Stop = () => void
const nothingToStop: Stop = () => undefined

/** `fflate.zip` with or without options; calls back before it returns. */
export function zip(files: Zippable, ...rest: readonly [FlateCallback] | readonly [ZipOptions, FlateCallback]): Stop {
  const [options, done] = rest.length === 1 ? [{}, rest[0]] : rest
  let bytes: Uint8Array<ArrayBuffer>
  try {
    bytes = zipSync(files, options)
  } catch (error) {
    done(flateError(error), new Uint8Array())
    return nothingToStop
  }
  done(null, bytes)
  return nothingToStop
}

/** `fflate.unzip` with or without options; calls back before it returns. */
export function unzip(
  bytes: Uint8Array,
  ...rest: readonly [UnzipCallback] | readonly [UnzipOptions, UnzipCallback]
): Stop {
  const [options, done] = rest.length === 1 ? [{}, rest[0]] : rest
  let files: Unzipped
  try {
    files = unzipSync(bytes, options)
  } catch (error) {
    done(flateError(error), {})
    return nothingToStop
  }
  done(null, files)
  return nothingToStop
}

/** `fflate.unzlib` with or without options; calls back before it returns. */
export function unzlib(bytes: Uint8Array, ...rest: readonly [FlateCallback] | readonly [AsyncUnzlibOptions, FlateCallback]): Stop {
  const done = rest.length === 1 ? rest[0] : rest[1]
  let content: Uint8Array<ArrayBuffer>
  try {
    content = unzlibSync(bytes)
  } catch (error) {
    done(flateError(error), new Uint8Array())
    return nothingToStop
  }
  done(null, content)
  return nothingToStop
}

/** fflate's errors carry a number as their code, by which its callers know them. */
function flateError(error: unknown): Error & { code: number } {
  if (!(error instanceof Error)) throw error
  return Object.assign(error, { code: 'code' in error && typeof error.code === 'number' ? error.code : -1 })
}
