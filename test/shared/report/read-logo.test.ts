import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readLogo } from '../../../shared/report/read-logo'

const word = (value: number): number[] => [value >> 8, value & 255]
const png = (width: number, height: number, more: readonly number[] = []): Uint8Array =>
  Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52, 0, 0, ...word(width), 0, 0, ...word(height), 8, 6, 0, 0, 0, ...more])
const jpeg = (width: number, height: number, before: readonly number[] = []): Uint8Array =>
  Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, ...word(before.length + 2), ...before, 0xff, 0xc2, 0, 17, 8, ...word(height), ...word(width), 3, 0, 0, 0])

it('reads the size of a PNG and of a JPEG, and keeps every byte', () => {
  const size = fc.integer({ min: 1, max: 10_000 })
  const bytes = fc.array(fc.integer({ min: 0, max: 255 }), { maxLength: 50 })
  fc.assert(
    fc.property(size, size, bytes, (width, height, more) => {
      for (const [type, file] of [['image/png', png(width, height, more)], ['image/jpeg', jpeg(width, height, more)]] as const)
        expect(readLogo(file)).toEqual({ type, width, height, data: Buffer.from(file).toString('base64') })
    }),
  )
})

it('reads nothing else', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
      expect(readLogo(bytes)).toBeNull()
    }),
  )
  expect(readLogo(new TextEncoder().encode('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'))).toBeNull()
  expect(readLogo(png(0, 5))).toBeNull()
  expect(readLogo(png(20_000, 5))).toBeNull()
  expect(readLogo(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 0]))).toBeNull()
})
