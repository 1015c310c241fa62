import { invariant } from '../base/assert'
import type { Logo } from './layout/brand'

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] as const
const [IHDR_WIDTH, IHDR_HEIGHT] = [16, 20] as const
const START_OF_FRAME = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf])
const MOST_PIXELS = 10_000

/** A PNG or JPEG as a logo; null for anything else, and for a picture without a size. */
export function readLogo(bytes: Uint8Array): Logo | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const isPng = bytes.length > 24 && PNG.every((byte, at) => bytes[at] === byte)
  const size = isPng ? { width: view.getUint32(IHDR_WIDTH), height: view.getUint32(IHDR_HEIGHT) } : jpegSize(view)
  if (size === null || !isSize(size.width) || !isSize(size.height)) return null
  return { type: isPng ? 'image/png' : 'image/jpeg', data: base64Of(bytes), ...size }
}

const isSize = (pixels: number): boolean => pixels >= 1 && pixels <= MOST_PIXELS

/** The size in the frame header, which follows any number of other segments. */
function jpegSize(view: DataView): { readonly width: number; readonly height: number } | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null
  let at = 2
  while (at + 9 < view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1)
    if (START_OF_FRAME.has(marker)) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    at += 2 + view.getUint16(at + 2)
  }
  return null
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'

function base64Of(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += 3) {
    const [a, b, c] = [bytes[at], bytes[at + 1], bytes[at + 2]]
    invariant(a !== undefined, 'there is a byte')
    const bits = (a << 16) | ((b ?? 0) << 8) | (c ?? 0)
    const digit = (shift: number): string => DIGITS[(bits >> shift) & 63] ?? ''
    parts.push(digit(18), digit(12), b === undefined ? '=' : digit(6), c === undefined ? '=' : digit(0))
  }
  return parts.join('')
}
