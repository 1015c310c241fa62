import { expect, test } from 'vitest'
import { nodeDecoder } from '../../../electron/node/node-decode'
import { DECODE_SAMPLES } from './decode-samples'

test.each(DECODE_SAMPLES)('%s %j', (encoding, bytes, text) => {
  expect(nodeDecoder.decode(Uint8Array.from(bytes), encoding)).toBe(text)
})

test.each(DECODE_SAMPLES.filter(([encoding]) => encoding === 'utf-8'))('%s %j is valid or not', (_, bytes, text) => {
  expect(nodeDecoder.isUtf8(Uint8Array.from(bytes))).toBe(text !== null)
})

test('only the bytes of the view are decoded', () => {
  const bytes = Uint8Array.from([0x41, 0xb0, 0xa1, 0x42]).subarray(1, 3)
  expect(nodeDecoder.decode(bytes, 'cp949')).toBe('가')
})
