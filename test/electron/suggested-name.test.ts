import { expect, it } from 'vitest'
import { suggestedName } from '../../electron/suggested-name'

it.each([
  ['요약 2026-Q3.pptx', '요약 2026-Q3.pptx'],
  ['../../etc/passwd', '_.._etc_passwd'],
  ['C:\\Users\\x.csv', 'C__Users_x.csv'],
  ['a\u0000b\u202ec.csv', 'a_b_c.csv'],
  ['...', 'earshot'],
  ['', 'earshot'],
  ['name. ', 'name'],
])('%j becomes %j', (name, harmless) => {
  expect(suggestedName(name)).toBe(harmless)
})
