import fc from 'fast-check'
import { expect, it } from 'vitest'
import { maskPersonal } from '../../../shared/text/mask'
import { maskerOf } from '../../../shared/text/mask-names'

const name = fc.constantFrom('김민준', 'Kim Min', 'Anna', '이서', 'ANNA KIM', ' Lee ', 'a', '12', 'İpek', 'José')
const text = fc.array(fc.oneof(name, fc.constantFrom('님이', ' ', 'says', ', ', 'anna', '010-1234-5678', 'kim\u200Bmin', '김\u200B민준', 'a@b.co', '!', 'Annabel')), { maxLength: 12 }).map((parts) => parts.join(''))

it('masks what looking for every name masks', () => {
  fc.assert(
    fc.property(fc.uniqueArray(name, { maxLength: 8 }), fc.array(text, { maxLength: 5 }), (names, texts) => {
      const mask = maskerOf(names)
      for (const each of texts) expect(mask(each)).toBe(maskPersonal(each, names))
    }),
    { numRuns: 2000 },
  )
})
