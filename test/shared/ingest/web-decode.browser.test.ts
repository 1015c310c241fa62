import { expect, test } from 'vitest'
import { webDecoder } from '../../../renderer/engine/web-decode'
import { DECODE_SAMPLES } from './decode-samples'

test.each(DECODE_SAMPLES)('%s %j', (encoding, bytes, text) => {
  expect(webDecoder.decode(Uint8Array.from(bytes), encoding)).toBe(text)
})

test.each(DECODE_SAMPLES.filter(([encoding]) => encoding === 'utf-8'))('%s %j is valid or not', (_, bytes, text) => {
  expect(webDecoder.isUtf8(Uint8Array.from(bytes))).toBe(text !== null)
})

test('a character may lie across two parts', () => {
  const bytes = new TextEncoder().encode(`${'a'.repeat((1 << 22) - 1)}가`)
  expect(webDecoder.isUtf8(bytes)).toBe(true)
  expect(webDecoder.isUtf8(bytes.subarray(0, -1))).toBe(false)
})
