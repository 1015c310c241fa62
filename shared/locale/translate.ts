import { IntlMessageFormat } from 'intl-messageformat'
import type { Fault } from '../base/fault'
import { anonymousEn } from './en/anonymous'
import { appEn } from './en/app'
import { bandsEn } from './en/bands'
import { codeEn } from './en/code'
import { codesEn } from './en/codes'
import { compareEn } from './en/compare'
import { copyEn } from './en/copy'
import { dataEn } from './en/data'
import { deckEn } from './en/deck'
import { deskEn } from './en/desk'
import { deskFilterEn } from './en/desk-filter'
import { driversEn } from './en/drivers'
import { eraseEn } from './en/erase'
import { faultEn } from './en/fault'
import { filterEn } from './en/filter'
import { keysEn } from './en/keys'
import { methodEn } from './en/method'
import { paperEn } from './en/paper'
import { passwordEn } from './en/password'
import { personalEn } from './en/personal'
import { proofEn } from './en/proof'
import { recoveryEn } from './en/recovery'
import { reportEn } from './en/report'
import { reportFindingsEn } from './en/report-findings'
import { reportRowsEn } from './en/report-rows'
import { restEn } from './en/rest'
import { ruleEn } from './en/rule'
import { shellEn } from './en/shell'
import { sidesEn } from './en/sides'
import { sliceEn } from './en/slice'
import { startEn } from './en/start'
import { summaryEn } from './en/summary'
import { summaryEditEn } from './en/summary-edit'
import { trendEn } from './en/trend'
import { warningEn } from './en/warning'
import { whyEn } from './en/why'
import { wordsEn } from './en/words'
import { anonymousKo } from './ko/anonymous'
import { appKo } from './ko/app'
import { bandsKo } from './ko/bands'
import { codeKo } from './ko/code'
import { codesKo } from './ko/codes'
import { compareKo } from './ko/compare'
import { copyKo } from './ko/copy'
import { dataKo } from './ko/data'
import { deckKo } from './ko/deck'
import { deskKo } from './ko/desk'
import { deskFilterKo } from './ko/desk-filter'
import { driversKo } from './ko/drivers'
import { eraseKo } from './ko/erase'
import { faultKo } from './ko/fault'
import { filterKo } from './ko/filter'
import { keysKo } from './ko/keys'
import { methodKo } from './ko/method'
import { paperKo } from './ko/paper'
import { passwordKo } from './ko/password'
import { personalKo } from './ko/personal'
import { proofKo } from './ko/proof'
import { recoveryKo } from './ko/recovery'
import { reportKo } from './ko/report'
import { reportFindingsKo } from './ko/report-findings'
import { reportRowsKo } from './ko/report-rows'
import { restKo } from './ko/rest'
import { ruleKo } from './ko/rule'
import { shellKo } from './ko/shell'
import { sidesKo } from './ko/sides'
import { sliceKo } from './ko/slice'
import { startKo } from './ko/start'
import { summaryKo } from './ko/summary'
import { summaryEditKo } from './ko/summary-edit'
import { trendKo } from './ko/trend'
import { warningKo } from './ko/warning'
import { whyKo } from './ko/why'
import { wordsKo } from './ko/words'

export const LOCALES = ['en', 'ko'] as const
export type Locale = (typeof LOCALES)[number]

/** One message per key and language, in ICU message format: `{n, number}`, `{n, plural, one {# row} other {# rows}}`. */
export const CATALOGUES = {
  en: {
    ...anonymousEn,
    ...appEn,
    ...bandsEn,
    ...codeEn,
    ...codesEn,
    ...compareEn,
    ...copyEn,
    ...dataEn,
    ...deckEn,
    ...deskEn,
    ...deskFilterEn,
    ...driversEn,
    ...eraseEn,
    ...faultEn,
    ...filterEn,
    ...keysEn,
    ...methodEn,
    ...paperEn,
    ...passwordEn,
    ...personalEn,
    ...proofEn,
    ...recoveryEn,
    ...reportEn,
    ...reportFindingsEn,
    ...reportRowsEn,
    ...restEn,
    ...ruleEn,
    ...shellEn,
    ...sidesEn,
    ...sliceEn,
    ...startEn,
    ...summaryEn,
    ...summaryEditEn,
    ...trendEn,
    ...warningEn,
    ...whyEn,
    ...wordsEn,
  },
  ko: {
    ...anonymousKo,
    ...appKo,
    ...bandsKo,
    ...codeKo,
    ...codesKo,
    ...compareKo,
    ...copyKo,
    ...dataKo,
    ...deckKo,
    ...deskKo,
    ...deskFilterKo,
    ...driversKo,
    ...eraseKo,
    ...faultKo,
    ...filterKo,
    ...keysKo,
    ...methodKo,
    ...paperKo,
    ...passwordKo,
    ...personalKo,
    ...proofKo,
    ...recoveryKo,
    ...reportKo,
    ...reportFindingsKo,
    ...reportRowsKo,
    ...restKo,
    ...ruleKo,
    ...shellKo,
    ...sidesKo,
    ...sliceKo,
    ...startKo,
    ...summaryKo,
    ...summaryEditKo,
    ...trendKo,
    ...warningKo,
    ...whyKo,
    ...wordsKo,
  },
} as const satisfies Record<Locale, Readonly<Record<string, string>>>

export type MessageKey = keyof (typeof CATALOGUES)['en']
export type MessageParams = Readonly<Record<string, string | number>>
export type Translate = (key: MessageKey, params?: MessageParams) => string

const compiled = new Map<string, IntlMessageFormat>()

/** The words of one language. A key that the catalogue lacks does not compile; both catalogues have the same keys. */
export function translator(locale: Locale): Translate {
  const messages: Readonly<Record<MessageKey, string>> = CATALOGUES[locale]
  return (key, params = {}) => {
    const cacheKey = `${locale}:${key}`
    let format = compiled.get(cacheKey)
    if (!format) {
      format = new IntlMessageFormat(messages[key], locale, undefined, { ignoreTag: true })
      compiled.set(cacheKey, format)
    }
    return String(format.format(params))
  }
}

/** A fault in words: what went wrong, and what to do about it; on the command line that is an option, not a button. */
export function faultText(
  fault: Fault,
  translate: Translate,
  place: 'window' | 'cli' = 'window',
): { readonly message: string; readonly hint: string } {
  const params = fault.code === 'rule' || fault.code === 'codebook' ? wordedParams(fault.params, translate) : fault.params
  const say = (key: keyof typeof faultEn): string => {
    const own = `${key}.cli`
    return translate(place === 'cli' && Object.hasOwn(faultEn, own) ? (own as keyof typeof faultEn) : key, params)
  }
  return { message: say(`fault.${fault.code}`), hint: say(`fault.${fault.code}.hint`) }
}

/** What is wrong with a rule or a codebook travels as the key of its words. */
function wordedParams(params: Fault['params'], translate: Translate): Fault['params'] {
  const worded = (value: string | number | undefined): string | number =>
    typeof value === 'string' && Object.hasOwn(ruleEn, value) ? translate(value as keyof typeof ruleEn, params) : (value ?? '')
  return { ...params, what: worded(params['what']), hint: worded(params['hint']) }
}
