import { IntlMessageFormat } from 'intl-messageformat'
import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { FAULT_CODES } from '../../../shared/base/fault'
import { STAGES } from '../../../shared/base/task'
import { REJECT_CODES, WARNING_CODES } from '../../../shared/ingest/types'
import { CATALOGUES, faultText, translator, type MessageKey } from '../../../shared/locale/translate'
import { INTENTS } from '../../../shared/model/operation'
import { KINDS, ROLES } from '../../../shared/model/role'

const messages = Object.entries<string>(CATALOGUES.en)

/** Names of the values that a message takes, at any depth. */
function namesIn(message: string, locale: string): string[] {
  const names = new Set<string>()
  const visit = (value: unknown): void => {
    if (Array.isArray(value)) value.forEach(visit)
    else if (typeof value === 'object' && value !== null) {
      const { type, value: name } = value as { type?: number; value?: unknown }
      // 0 is literal text, 7 the # of a plural; everything else names a value.
      if (typeof type === 'number' && type !== 0 && type !== 7 && typeof name === 'string') names.add(name)
      Object.values(value).forEach(visit)
    }
  }
  visit(new IntlMessageFormat(message, locale, undefined, { ignoreTag: true, captureLocation: false }).getAst())
  return [...names].sort()
}

describe('the catalogues', () => {
  it('have the same keys in every language', () => {
    expect(Object.keys(CATALOGUES.ko).sort()).toEqual(Object.keys(CATALOGUES.en).sort())
  })

  it.each(messages)('%s takes the same values in both languages', (key, english) => {
    const korean = CATALOGUES.ko[key as MessageKey]
    expect(korean.trim()).not.toBe('')
    expect(namesIn(korean, 'ko')).toEqual(namesIn(english, 'en'))
  })

  it('have words for every code', () => {
    const keys = new Set(messages.map(([key]) => key))
    const wanted = [
      ...FAULT_CODES.flatMap((code) => [`fault.${code}`, `fault.${code}.hint`]),
      ...WARNING_CODES.map((code) => `warning.${code}`),
      ...REJECT_CODES.map((code) => `problem.${code}`),
      ...INTENTS.map((intent) => `intent.${intent}`),
      ...ROLES.map((role) => `role.${role}`),
      ...KINDS.map((kind) => `kind.${kind}`),
      ...STAGES.map((stage) => `stage.${stage}`),
    ]
    expect(wanted.filter((key) => !keys.has(key))).toEqual([])
  })

  it('put values into faults', () => {
    const text = faultText({ code: 'scale', params: { waves: '"Q1"', scale: '1-10' } }, translator('ko'))
    expect(text.message).toBe('"Q1"의 점수는 0-10이 아니라 1-10 척도입니다.')
  })

  it('name an option on the command line alone', () => {
    const scale = { code: 'scale', params: { waves: '"Q1"', scale: '1-10' } } as const
    expect(faultText(scale, translator('en')).hint).toContain('“Treat as NPS”')
    expect(faultText(scale, translator('en'), 'cli').hint).toContain('--treat-as-nps')
    const options = messages.filter(([key, text]) => /(^|\s)--\w/.test(text) && !key.endsWith('.cli'))
    expect(options.map(([key]) => key)).toEqual([])
  })

  it('put words on the command line in the place of the window’s', () => {
    const own = messages.map(([key]) => key).filter((key) => key.endsWith('.cli'))
    expect(own.filter((key) => !messages.some(([other]) => `${other}.cli` === key))).toEqual([])
  })

  it('tell nobody in the window how a file is made', () => {
    // In Korean as well: what is not said in Korean would stand there in English.
    const inside = /\b(sqlite|sha|hash|schema|pragma|journal|checksum|crc|snapshot|wal|errno|opfs|frames?|trailer|database)\b|해시|스키마|저널|체크섬|스냅샷|트레일러|데이터베이스|프라그마/iu
    const window = [...messages, ...Object.entries<string>(CATALOGUES.ko)].filter(([key]) => !key.endsWith('.cli'))
    expect(window.filter(([, text]) => inside.test(text))).toEqual([])
  })

  it('have the quotes of print', () => {
    // A rule is written with straight quotation marks.
    const straight = [...messages, ...Object.entries<string>(CATALOGUES.ko)].filter(
      ([key, text]) => /["']/.test(text) && !/^(rule|code\.(help|book\.empty))/.test(key),
    )
    expect(straight).toEqual([])
  })
})

it.each(['en', 'ko'])('no key stands twice, in one file or two: %s', (locale) => {
  const folder = new URL(`../../../shared/locale/${locale}/`, import.meta.url)
  const keys = readdirSync(folder).flatMap((name) =>
    [...readFileSync(new URL(name, folder), 'utf8').matchAll(/^ {2}'([\w.-]+)':/gm)].map(([, key]) => key!),
  )
  expect(keys.length).toBe(Object.keys(CATALOGUES.en).length)
  expect(new Set(keys).size).toBe(keys.length)
})
