import { expect, test } from 'vitest'
import { nodeDecode } from '../../../electron/node-decode'
import { DECODE_SAMPLES } from './decode-samples'

test.each(DECODE_SAMPLES)('%s %j', (encoding, bytes, text) => {
  expect(nodeDecode(Uint8Array.from(bytes), encoding)).toBe(text)
})

test('only the bytes of the view are decoded', () => {
  const bytes = Uint8Array.from([0x41, 0xb0, 0xa1, 0x42]).subarray(1, 3)
  expect(nodeDecode(bytes, 'cp949')).toBe('가')
})
