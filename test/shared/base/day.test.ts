import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isIsoDay } from '../../../shared/base/day'

test.each(['2026-02-28', '2024-02-29', '2000-02-29', '0001-01-01', '9999-12-31'])('%s is a day', (text) => expect(isIsoDay(text)).toBe(true))

test.each(['2026-02-31', '2026-13-45', '2023-02-29', '1900-02-29', '2026-00-10', '2026-04-31', '2026-7-1', '2026-07-31 10:00', ' 2026-07-31', '20260731', ''])(
  '“%s” is none',
  (text) => expect(isIsoDay(text)).toBe(false),
)

test('days are those that the platform’s calendar has', () => {
  const part = (most: number) => fc.integer({ min: 0, max: most })
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 9999 }), part(15), part(35), (year, month, day) => {
      const date = new Date(Date.UTC(year, month - 1, day))
      const there = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
      const text = [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-')
      expect(isIsoDay(text)).toBe(there)
    }),
  )
})
