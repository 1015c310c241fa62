import { expect, test } from 'vitest'
import { webDecode } from '../../../renderer/engine/web-decode'
import { DECODE_SAMPLES } from './decode-samples'

test.each(DECODE_SAMPLES)('%s %j', (encoding, bytes, text) => {
  expect(webDecode(Uint8Array.from(bytes), encoding)).toBe(text)
})
