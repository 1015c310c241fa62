import fc from 'fast-check'
import { expect, it } from 'vitest'
import { canonicalJson } from '../../../shared/engine/project/state-hash'

/** The same by the definition: every object's keys in order, undefined ones left out. */
function naiveJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(naiveJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, item]) => item !== undefined)
  const sorted = entries.sort(([a], [b]) => (a < b ? -1 : 1))
  return `{${sorted.map(([key, item]) => `${JSON.stringify(key)}:${naiveJson(item)}`).join(',')}}`
}

const key = fc.oneof(fc.constantFrom('b', 'a', '10', '9', 'á', '값', 'constructor', ''), fc.string({ maxLength: 4 }))
const { value } = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, 0, -1.5),
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(key, fc.oneof({ weight: 5, arbitrary: tie('value') }, { weight: 1, arbitrary: fc.constant(undefined) }), { maxKeys: 4 }),
  ),
}))

it('canonical JSON sorts the keys of every object and leaves out what is undefined', () => {
  fc.assert(
    fc.property(value, (one) => {
      expect(canonicalJson(one)).toBe(naiveJson(one))
    }),
    { numRuns: 2000 },
  )
})
