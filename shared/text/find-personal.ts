import { dayOfMonthExists, isCard, isIban, isShopCode } from './personal-checks'
import { plainText } from './plain-digits'

export const PERSONAL_KINDS = ['email', 'phone', 'card', 'rrn', 'passport', 'account'] as const
/** `rrn`: Korean resident and foreigner registration numbers. */
export type PersonalKind = (typeof PERSONAL_KINDS)[number]

/** Something in a text that tells who a person is: from (inclusive) and to (exclusive), in UTF-16 units. */
export interface Personal {
  readonly kind: PersonalKind
  readonly from: number
  readonly to: number
}

interface Pattern {
  readonly kind: PersonalKind
  readonly shape: RegExp
  /** Whether what fits the shape is one. `before`: what stands in front of it, some thirty characters. */
  readonly holds?: (found: RegExpExecArray, before: string, after: string) => boolean
}

// Each shape is tried where a number can begin and looks at no more than some forty characters, so that the time is linear.
const GAP = '[ ]?[-.]?[ ]?'
const AREA = '(?:2|3[1-3]|4[1-4]|5[1-5]|6[1-4]|50\\d|60|70|80)'
const BANK =
  /(?:계좌|입금|송금|환불|국민|신한|우리은행|우리|하나|농협|기업|카카오 ?뱅크|카뱅|토스 ?뱅크|케이 ?뱅크|새마을금고|우체국|수협|신협|씨티|제일|은행|뱅크|\b(?:bank|acct|account)\b)[^\d\n]{0,20}$/iu
const PASSPORT = /(?:여권|passport)[^\d\n]{0,20}$/iu
const ORDER = /(?:주문|송장|운송장|접수|예약|결제|승인|상품|제품|일련|시리얼|바코드|\b(?:order|invoice|tracking|ticket|booking|serial|sku|ean|isbn|ref(?:erence)?)\b)[^\d\n]{0,10}$/iu
const AMOUNT = /^ ?(?:원|달러|만|천|개|건|명|점|회|%|krw|won|usd|px|mm|cm|kg|ml|mb|gb|ms)/iu

const CALL = /(?:전화|연락처|핸드폰|휴대폰|번호는|\b(?:call|phone|tel|mobile|cell|text|reach|whatsapp|number)\b)[^\d\n]{0,16}$/iu

const PATTERNS: readonly Pattern[] = [
  {
    kind: 'rrn',
    shape: /((?:19|20)(?=\d\d[ ]?[-./]?[ ]?\d\d[ ]?[-./]?[ ]?\d\d[ ]{0,2}-))?(\d\d)([ ]?[-./]?[ ]?)(0[1-9]|1[0-2])\3(0[1-9]|[12]\d|3[01])([ ]{0,2}[-_~.:/]{0,3}[ ]{0,2})(\d)[\d*●•○◯■xX]{6}(?![\d*])/uy,
    holds: isRegistration,
  },
  {
    kind: 'rrn',
    shape: /()(\d) (\d) ([01]) (\d) ([0-3]) (\d)[ ]{1,3}(-?)[ ]{0,3}(\d)(?: \d){6}(?! ?\d)/uy,
    holds: ([, , y1, y2, m1, m2, d1, d2, , gender]) => dayOfMonthExists(`${y1}${y2}`, `${m1}${m2}`, `${d1}${d2}`, gender!),
  },
  { kind: 'card', shape: /[3-69]\d{3}(?:([ ]?[-./_]?[ ]?)\d{4}\1\d{4}\1\d{4}(?:\1\d{3})?|([ ]?[-.]?[ ]?)\d{6}\2\d{4,5})(?!\d)/uy, holds: ([text]) => isCard(text) },
  { kind: 'card', shape: /2[2-7]\d\d([ ]?[-./_]?[ ]?)\d{4}\1\d{4}\1\d{4}(?!\d)/uy, holds: ([text]) => isCard(text) },
  { kind: 'account', shape: /\d{2,6}(?:-\d{2,7}){1,3}(?![\d])|\d{10,14}(?!\d)/uy, holds: ([text], before) => BANK.test(before) && !isMobile(text) && countDigits(text) >= 9 && countDigits(text) <= 16 },
  { kind: 'passport', shape: /\d{7,9}(?![\dA-Za-z])/uy, holds: (_, before) => PASSPORT.test(before) },
  // Mobile numbers, however they are parted.
  { kind: 'phone', shape: new RegExp(`(?:\\(01[016789]\\)|01[016789][)\\]]?)${GAP}\\d{3,4}${GAP}\\d{4}(?![\\dA-Za-z]|-\\d)`, 'uy') },
  { kind: 'phone', shape: /01[016789]([/~_*,:|ㆍᆞ•\t\n])\d{3,4}\1\d{4}(?!\d)|010[ ](?:\d{2}[ ]){3}\d{2}(?!\d)|0 1 [016789](?: \d){8}(?! ?\d)|01[016789][ ]?-{1,3}[ ]?\d{3,4}[ ]?-{1,3}[ ]?\d{4}(?!\d)/uy },
  { kind: 'phone', shape: new RegExp(`(?:\\(\\+82\\)|(?:\\+|00)[ ]?82)${GAP}\\(?0?\\)?(?:1[016789]|${AREA})${GAP}\\d{3,4}${GAP}\\d{4}(?!\\d)`, 'uy') },
  { kind: 'phone', shape: /82[ ]?[-.) ][ ]?\(?0?\)?1[016789][ ]?[-. ]?\d{3,4}[ ]?[-. ]?\d{4}(?!\d)|8210\d{8}(?!\d)/uy },
  // Lines in Korea.
  { kind: 'phone', shape: new RegExp(`(?:\\(0${AREA}\\)[ ]?-?|0${AREA}(?:[ ]?[-.)][ ]?|[ ]))\\d{3,4}[ ]?[-. ][ ]?\\d{4}(?![\\dA-Za-z]|-\\d)`, 'uy') },
  { kind: 'phone', shape: /0(?:2|3[1-3]|4[1-4]|5[1-5]|6[1-4]|70)\d{7,8}(?![\dA-Za-z])/uy, holds: ([text], before, after) => text.length >= 9 && text.length <= 11 && !ORDER.test(before) && !AMOUNT.test(after) },
  // Elsewhere.
  { kind: 'phone', shape: /\+[ ]?[1-9]\d{0,2}(?:[ ]{0,2}[-./]?[ ]?(?:\(\d{1,5}\)|\d{1,5})){1,6}(?!\d)/uy, holds: ([text], _, after) => countDigits(text) >= 8 && countDigits(text) <= 15 && !AMOUNT.test(after) && !/^[,.]\d/u.test(after) },
  { kind: 'phone', shape: /00[1-9]\d{0,2}(?:[ ]?[-. ][ ]?(?:\(\d{1,5}\)|\d{1,5})){2,6}(?!\d)/uy, holds: ([text]) => countDigits(text) >= 11 && countDigits(text) <= 16 },
  { kind: 'phone', shape: /(?:1[-. ])?(?:\([2-9]\d{2}\)[ ]?|[2-9]\d{2}[-.])[2-9]\d{2}[-. ]\d{4}(?![\d]|[-.]\d)/uy, holds: (_, before, after) => !ORDER.test(before) && !AMOUNT.test(after) },
  { kind: 'phone', shape: /[2-9]\d{2}[ ][2-9]\d{2}[ -]\d{4}(?![\d]|[-.]\d)|[2-9]\d{9}(?!\d)|[2-9]\d{2}-\d{4}(?![\d]|[-.]\d)/uy, holds: (_, before, after) => CALL.test(before) && !AMOUNT.test(after) },
  { kind: 'phone', shape: /(?:\(0(?:7\d{3}|20|1\d{2,3})\)[ -]?\d{3,4}[ -]?\d{3,4}|0(?:7\d{3}[ -]?\d{3}[ -]?\d{3}|20[ -]?[378]\d{3}[ -]?\d{4}|1\d{2,3}[ -]\d{3}[ -]?\d{3,4}))(?!\d|[-.]\d)/uy },
  { kind: 'phone', shape: /(?:\(0\d{1,4}\)[ ]?|0\d{1,4}(?:\)[ ]?|-))\d{2,4}-\d{3,4}(?!\d|[-.]\d)/uy, holds: ([text], before) => !ORDER.test(before) && countDigits(text) >= 9 && countDigits(text) <= 11 },
]

const LETTERED: readonly Pattern[] = [
  { kind: 'account', shape: /[A-Z]{2}\d{2}(?:[ ]?[A-Z0-9]{4}){2,7}(?:[ ]?[A-Z0-9]{1,3})?(?![A-Za-z0-9])/uy, holds: ([text]) => isIban(text) },
  { kind: 'passport', shape: /[A-Za-z]{1,2}\d{6,8}(?![A-Za-z0-9])|[A-Za-z]\d{3}[A-Za-z]\d{4}(?![A-Za-z0-9])/uy, holds: (_, before) => PASSPORT.test(before) },
]

/** Too few digits for a number of anybody's, and no address. */
const WORTH = /[@\uFF20\uFE6B]|(?:\p{N}\P{N}{0,8}){6}/u

/** False where a text surely holds nothing that `findPersonal` finds; told many times as fast. */
export const mayHoldPersonal = (text: string): boolean => WORTH.test(text)

/**
 * The e-mail addresses, phone numbers, payment cards, Korean registration numbers, passports and bank accounts in a text, in
 * order and apart from one another. Full-width digits, dashes and spaces of all kinds and characters without width hide nothing.
 * Passports and accounts are known by the words in front of them (or, an IBAN, by its check digits).
 */
export function findPersonal(text: string): readonly Personal[] {
  if (!mayHoldPersonal(text)) return []
  const plain = plainText(text)
  const found = [...emailsIn(plain.text)]
  const taken = found.map(({ from, to }) => [from, to] as const)
  let mail = 0
  for (let at = 0; at < plain.text.length; at++) {
    while (mail < taken.length && taken[mail]![1] <= at) mail++
    const [start = Infinity, end = 0] = taken[mail] ?? []
    if (at >= start) {
      at = end - 1
      continue
    }
    const number = numberAt(plain.text, at)
    if (!number || number.to > start) continue
    found.push(number)
    at = number.to - 1
  }
  return found.sort((a, b) => a.from - b.from).map(({ kind, from, to }) => ({ kind, from: plain.at(from), to: plain.at(to - 1) + widthAt(text, plain.at(to - 1)) }))
}

const widthAt = (text: string, at: number): number => (text.codePointAt(at)! > 0xffff ? 2 : 1)

function numberAt(text: string, at: number): Personal | null {
  const char = text.charCodeAt(at)
  const isDigit = char >= 48 && char <= 57
  const isLetter = (char >= 65 && char <= 90) || (char >= 97 && char <= 122)
  if (!isDigit && !isLetter && char !== 43 && char !== 40) return null
  const previous = text.charAt(at - 1)
  if (isLetter ? /[A-Za-z0-9]/u.test(previous) || !/\d/u.test(text.slice(at + 1, at + 3)) : /\d/u.test(previous)) return null
  // The rest of a longer number: `1,010-…`, `3.14`, `2024-010-…`.
  if (isDigit && /\d[-.,/]$/u.test(text.slice(Math.max(0, at - 2), at))) return null
  const before = text.slice(Math.max(0, at - 40), at)
  if (isDigit && (/(?:[$₩￦€£#]|[A-Za-z][-_])$/u.test(before) || (/[A-Za-z]$/u.test(before) && /^\d{10}/u.test(text.slice(at, at + 10)))) && !/(?:tel|phone|ph|hp|mobile|cell|fax|no|rrn|card|visa|master|amex)[-_]?$/iu.test(before)) return null
  for (const { kind, shape, holds } of isLetter ? LETTERED : PATTERNS) {
    shape.lastIndex = at
    const match = shape.exec(text)
    if (!match) continue
    const to = at + match[0].length
    if (!holds || holds(match, before, text.slice(to, to + 6))) return { kind, from: at, to }
  }
  return null
}

function isRegistration([text, century, year, , month, day, gap, gender]: RegExpExecArray, before: string, after: string): boolean {
  if (!dayOfMonthExists(year!, month!, day!, gender!)) return false
  if (AMOUNT.test(after) && gap === '') return false
  if (century !== undefined) return century === '19' ? /[1256]/u.test(gender!) : /[3478]/u.test(gender!)
  // Numbers of orders begin with a day, too: there the digit of the century must be that of somebody living.
  if (ORDER.test(before)) return gap !== '' && /[1-8]/u.test(gender!)
  return gap !== '' || !isShopCode(text)
}

function* emailsIn(text: string): Generator<Personal> {
  let from = 0
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const name = /[\p{L}\p{N}!#$%&'*+/=?^_`{|}~.-]{1,64}$/u.exec(text.slice(Math.max(from, at - 64), at))?.[0].replace(/^[.'/{|`-]+/u, '')
    const host = /^(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,8}(?:[A-Za-z]{2,24}|xn--[A-Za-z0-9]{2,40}|한국|닷컴)/u.exec(text.slice(at + 1, at + 255))?.[0]
    if (!name || !host) continue
    from = at + 1 + host.length
    yield { kind: 'email', from: at - name.length, to: from }
  }
}

const countDigits = (text: string): number => text.replace(/\D/gu, '').length
const isMobile = (text: string): boolean => /^01[016789]/u.test(text) && countDigits(text) >= 10 && countDigits(text) <= 11
