import { describe, expect, test } from 'vitest'
import { RULE_ERRORS } from '../../../shared/coding/rule-error'
import { PALETTE } from '../../../shared/coding/palette'
import { readCodebook } from '../../../shared/coding/read-codebook'
import { faultText, translator } from '../../../shared/locale/translate'
import { ruleEn } from '../../../shared/locale/en/rule'

const read = (...rows: readonly (readonly string[])[]) => readCodebook(rows, rows.map((_, index) => 10 * index + 1))
const HEADER = ['code', 'parent', 'rule', 'description', 'color']

test('columns in any order, others ignored, blank rows skipped, colours given', () => {
  const result = read(
    ['\ufeffColor', 'note', ' Rule ', 'CODE', 'parent', 'description'],
    ['', '', '', '', '', ''],
    ['#ABC', 'x', '배송 OR "늦은 배송"', '배송', '물류', '배송 이야기'],
    ['', '', '', '가격', '', ''],
  )
  expect(result).toEqual({
    ok: true,
    value: [
      { name: '물류', parent: null, rule: '', description: '', color: PALETTE[0], line: 21 },
      { name: '배송', parent: '물류', rule: '배송 OR "늦은 배송"', description: '배송 이야기', color: '#aabbcc', line: 21 },
      { name: '가격', parent: null, rule: '', description: '', color: PALETTE[1], line: 31 },
    ],
  })
})

test('a parent comes before its children wherever it stands; columns may be missing', () => {
  const result = read(
    ['code', 'parent'],
    ['late', 'delivery'],
    ['delivery', 'operations'],
    ['operations', ''],
    ['late 2', 'delivery'],
  )
  expect(result.ok && result.value.map(({ name, line }) => [name, line])).toEqual([
    ['operations', 31],
    ['delivery', 21],
    ['late', 11],
    ['late 2', 41],
  ])
})

test('names like those of built-in things are names', () => {
  const result = read(['code', 'parent'], ['__proto__', 'constructor'], ['toString', '__proto__'])
  expect(result.ok && result.value.map((entry) => entry.name)).toEqual(['constructor', '__proto__', 'toString'])
})

test('given colours are not given again, and colours never run out', () => {
  const rows = Array.from({ length: 40 }, (_, index) => [`c${index}`, '', '', '', index === 0 ? PALETTE[0]! : ''])
  const result = read(HEADER, ...rows)
  const colors = result.ok ? result.value.map((entry) => entry.color) : []
  expect(colors.filter((color) => color === PALETTE[0])).toHaveLength(1)
  expect(colors.every((color) => /^#[0-9a-f]{6}$/.test(color))).toBe(true)
  expect(new Set(colors.slice(0, PALETTE.length)).size).toBe(PALETTE.length)
})

const book = (what: string, params: object) => ({ code: 'codebook', params: { what: `codebook.${what}`, ...params } })

describe('refusals', () => {
  test.each([
    [[], book('no-code-column', { line: 1 })],
    [[['name', 'rule'], ['a', 'b']], book('no-code-column', { line: 1 })],
    [[['code', 'Code']], book('column-twice', { name: 'code' })],
    [[HEADER, ['', 'a', 'b', '', '']], book('no-code', { line: 11 })],
    [[HEADER, ['a'], ['b'], [' a ']], book('code-twice', { name: 'a', first: 11, line: 31 })],
    [[HEADER, ['a', '', '', '', 'red;']], book('color', { color: 'red;', line: 11 })],
    [[HEADER, ['a', 'a']], book('cycle', { name: 'a', line: 11 })],
    [[HEADER, ['x', 'a'], ['a', 'b'], ['b', 'a']], book('cycle', { name: 'a', line: 21 })],
    [
      [HEADER, ['a', '', 'fine'], ['배송', '', '👍배송 (지연']],
      {
        code: 'rule',
        params: { code: '배송', line: 21, at: 5, what: 'rule.bracket-unclosed', hint: 'rule.bracket-unclosed.hint' },
      },
    ],
  ])('%j', (rows, fault) => {
    expect(read(...rows)).toMatchObject({ ok: false, fault })
  })

  test('are put into words in both languages', () => {
    const wrongRule = read(HEADER, ['배송', '', '배송 (지연'])
    const wrongBook = read(HEADER, ['a', 'a'])
    if (wrongRule.ok || wrongBook.ok) throw new Error('accepted')
    expect(faultText(wrongRule.fault, translator('en'))).toEqual({
      message: 'The rule of “배송” is wrong at character 4 (line 11): this bracket is never closed.',
      hint: 'Add a closing bracket: (late OR slow) delivery.',
    })
    expect(faultText(wrongRule.fault, translator('ko')).message).toBe(
      '“배송”의 규칙이 4번째 글자에서 잘못되었습니다(11번째 줄): 괄호가 닫히지 않았습니다.',
    )
    expect(faultText(wrongBook.fault, translator('en')).message).toBe(
      'The codebook cannot be read: the code “a” is its own parent by way of others (line 11).',
    )
  })

  test('have words and a hint for every error of a rule', () => {
    for (const code of RULE_ERRORS) {
      expect(ruleEn).toHaveProperty([`rule.${code}`])
      expect(ruleEn).toHaveProperty([`rule.${code}.hint`])
    }
  })
})

describe('the columns beyond the first five', () => {
  const HEAD = ['code', 'direction', 'exclusive', 'must_hit', 'must_miss', 'archived', 'questions']

  test('are read, a blank cell as none', () => {
    const result = read(
      HEAD,
      ['late', ' Complaint', 'mood', 'late again || -x ||  too late || late again', 'not late', 'YES', 'Why || What else'],
      ['fine', 'either', '', ' || ', '', 'no', ''],
    )
    expect(result.ok && result.value).toMatchObject([
      {
        direction: 'complaint',
        exclusive: 'mood',
        mustHit: ['late again', '-x', 'too late'],
        mustMiss: ['not late'],
        archived: true,
        questions: ['Why', 'What else'],
      },
      { direction: null, exclusive: null, mustHit: null, mustMiss: null, archived: null, questions: null },
    ])
  })

  test('say nothing where they are not there', () => {
    const result = read(['code', 'must_hit'], ['late', 'too late'])
    expect(result.ok && Object.keys(result.value[0]!).sort()).toEqual(['color', 'description', 'line', 'mustHit', 'name', 'parent', 'rule'])
  })

  test.each([
    ['direction', 'bad'],
    ['archived', 'perhaps'],
  ])('refuse a cell of %s that says nothing', (column, cell) => {
    expect(read(['code', column], ['late', cell])).toMatchObject({ ok: false, fault: { params: { what: `codebook.${column}`, name: 'late', cell } } })
  })
})
