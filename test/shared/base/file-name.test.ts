import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileName } from '../../../shared/base/file-name'

test.each([
  ['Sample: Harbor', 'Sample - Harbor'],
  ['예시: 하버', '예시 - 하버'],
  ['Sample: Harbor.pptx', 'Sample - Harbor.pptx'],
  ['요약 2026-Q3.pptx', '요약 2026-Q3.pptx'],
  ['NPS 2026/Q3', 'NPS 2026-Q3'],
  ['EMEA / APAC', 'EMEA - APAC'],
  ['EMEA | APAC: Q3', 'EMEA - APAC - Q3'],
  ['at 10:30', 'at 10-30'],
  ['Why? “Price” <b>*"too much"*</b>', 'Why “Price” btoo much-b'],
  ['../../etc/passwd', 'etc-passwd'],
  ['C:\\Users\\x.csv', 'C-Users-x.csv'],
  ['a\u0000b\u202ec.csv', 'a bc.csv'],
  ['two\nlines\tand  blanks', 'two lines and blanks'],
  ['name. ', 'name'],
  ['Q1...', 'Q1'],
  ['.hidden', 'earshot.hidden'],
  ['--force', 'force'],
  ['...', 'earshot'],
  ['', 'earshot'],
  ['???.csv', 'earshot.csv'],
  ['con', '_con'],
  ['NUL.tar.gz', '_NUL.tar.gz'],
  ['Com1.csv', '_Com1.csv'],
  ['lpt¹', '_lpt¹'],
  ['Control', 'Control'],
  ['한글'.normalize('NFD'), '한글'],
  ['👩‍💻 팀', '👩‍💻 팀'],
  ['con-.csv.', '_con.csv'],
  ['half \ud83d of a pair', 'half of a pair'],
  ['x'.repeat(300), 'x'.repeat(180)],
  [`${'가'.repeat(100)}.earshot`, `${'가'.repeat(57)}.earshot`],
  [`${'가'.repeat(59)} ${'나'.repeat(59)}`, '가'.repeat(59)],
  [`${'x'.repeat(175)}-.abcdefghijklmnop`, `${'x'.repeat(175)}.abc`],
])('%j becomes %j', (name, safe) => {
  expect(fileName(name)).toBe(safe)
})

const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.array(fc.constantFrom(':', '/', ' ', '.', '-', '|', 'con', 'a', '가', 'ᄀ', 'ᅡ', '\u200b', '?', '_', '.csv'), { maxLength: 40 }).map((parts) => parts.join('')),
)

test('whatever it is made of, every system takes the name, and it stays as it is', () => {
  fc.assert(
    fc.property(hostile, (name) => {
      const safe = fileName(name)
      expect(safe).not.toMatch(/[\p{Cc}\p{Cs}<>:"/\\|?*\u202a-\u202e\u2066-\u2069]|^[\s.-]|[\s.]$/u)
      expect(safe).not.toMatch(/^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i)
      expect(new TextEncoder().encode(safe).length).toBeLessThanOrEqual(180)
      expect(safe.normalize('NFC')).toBe(safe)
      expect(fileName(safe)).toBe(safe)
    }),
    { numRuns: 500 },
  )
})
