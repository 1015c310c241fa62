import { fault } from '../base/fault'
import type { Result } from '../base/result'
import { ok, refuse } from '../base/result'
import type { Encoding } from '../model/role'
import { utf8Of } from '../base/utf8'
import { couldBeKorean, isChinese, isJapanese, isKorean } from './likely-script'
import { isMacintosh } from './likely-western'
import { mendUtf8 } from './mend-utf8'
import type { Decoder, SourceFile } from './types'

/** A file's text as valid UTF-8 without a byte order mark: the file's own bytes where they are that already. */
export interface Utf8Text {
  readonly bytes: Uint8Array
  /** Of the file; pure ASCII counts as `utf-8`. */
  readonly encoding: Encoding
  /** Characters that could not be read. */
  readonly damaged: number
}

const UTF16_SAMPLE = 4096
const UTF16_NUL_SHARE = 0.3
const CONTROL_SHARE = 0.01
/** Some programs pad with them, and they are left out. */
const NUL_SHARE = 0.05
const TEXT_SAMPLE = 65_536

/**
 * Tried in order after byte order marks, the NUL pattern and UTF-8; the whole file must decode, and make sense in the
 * encoding's own script. A few syllables of Korean are less certain than any Japanese or Chinese.
 */
const LADDER: readonly { readonly encoding: Encoding; readonly isLikely: (text: string, bytes: Uint8Array) => boolean }[] = [
  { encoding: 'cp949', isLikely: isKorean },
  { encoding: 'shift_jis', isLikely: isJapanese },
  { encoding: 'gb18030', isLikely: isChinese },
  { encoding: 'cp949', isLikely: couldBeKorean },
  { encoding: 'macintosh', isLikely: (text, bytes) => isMacintosh(bytes) && isText(utf8Of(text.slice(0, TEXT_SAMPLE))) },
  { encoding: 'windows-1252', isLikely: (text) => isText(utf8Of(text.slice(0, TEXT_SAMPLE))) },
]

/** Text of `file` in `wanted`, or else in the first encoding that fits all of its bytes. Refuses what fits none. */
export function toUtf8(file: SourceFile, decoder: Decoder, wanted?: Encoding): Result<Utf8Text> {
  const { name, bytes } = file
  const certain = wanted ?? byteOrderMark(bytes) ?? nulPattern(bytes)
  if (certain) {
    const text = recode(bytes, decoder, certain)
    if (text) return ok({ bytes: text, encoding: certain, damaged: 0 })
    const mended = certain === 'utf-8' ? mendUtf8(withoutMark(bytes)) : null
    return mended ? ok({ ...mended, encoding: certain }) : refuse(fault('encoding', { file: name, encoding: certain }))
  }
  const isUtf8 = decoder.isUtf8(bytes)
  if (isUtf8 && isText(bytes)) return ok({ bytes, encoding: 'utf-8', damaged: 0 })
  const mended = isUtf8 || !isText(bytes) ? null : mendUtf8(bytes)
  if (mended) return ok({ ...mended, encoding: 'utf-8' })
  const texts = new Map<Encoding, string | null>()
  for (const { encoding, isLikely } of isUtf8 ? [] : LADDER) {
    const known = texts.get(encoding)
    const text = known === undefined ? decoder.decode(bytes, encoding) : known
    // Korean is asked about twice, and decoded once.
    if (encoding === 'cp949') texts.set(encoding, text)
    if (text !== null && isLikely(text, bytes)) return ok({ bytes: utf8Of(text), encoding, damaged: 0 })
  }
  return refuse(fault('unsupported-file', { file: name, what: 'binary' }))
}

function recode(bytes: Uint8Array, { decode, isUtf8 }: Decoder, encoding: Encoding): Uint8Array | null {
  if (encoding === 'utf-8') return isUtf8(bytes) ? withoutMark(bytes) : null
  const text = decode(bytes, encoding)
  return text === null ? null : utf8Of(text)
}

const withoutMark = (bytes: Uint8Array): Uint8Array => (byteOrderMark(bytes) === 'utf-8' ? bytes.subarray(3) : bytes)

function byteOrderMark(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  return null
}

/** UTF-16 without a byte order mark shows in the NUL halves of its ASCII characters. */
function nulPattern(bytes: Uint8Array): Encoding | null {
  const sample = bytes.subarray(0, UTF16_SAMPLE)
  const nuls = [0, 0]
  sample.forEach((byte, at) => {
    if (byte === 0) nuls[at % 2]! += 1
  })
  const enough = (sample.length / 2) * UTF16_NUL_SHARE
  const [even, odd] = [nuls[0]!, nuls[1]!]
  if (odd > enough && even < odd / 10) return 'utf-16le'
  if (even > enough && odd < even / 10) return 'utf-16be'
  return null
}

/** No table of text is full of control characters; a picture or a program is. */
function isText(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, TEXT_SAMPLE)
  let controls = 0
  let nuls = 0
  for (const code of sample) {
    if (code === 0) nuls += 1
    else if (code < 32 && code !== 9 && code !== 10 && code !== 13) controls += 1
  }
  return controls <= sample.length * CONTROL_SHARE && nuls <= sample.length * NUL_SHARE
}
