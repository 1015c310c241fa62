import { seededRandom } from '../../../shared/base/seeded-random'
import type { PersonalKind } from '../../../shared/text/find-personal'

/** A comment with what is personal in it, made up: kind and the words as written. */
export interface Labelled {
  readonly text: string
  readonly holds: readonly { readonly kind: PersonalKind; readonly said: string }[]
}

const BEFORE = {
  any: ['상담원이 불친절했어요. ', '배송이 늦어서 화가 납니다 ', 'Great product, but ', 'The app crashed twice today. ', '', '3번이나 말했는데 ', 'I waited 45 minutes!! ', '환불 안 되나요?\n', '2026년 3월에 샀는데 ', '(작년 가입) '],
  phone: ['연락처는 ', '제 번호 ', 'please call me at ', '전화 주세요: ', 'TEL ', 'my cell is ', 'hp) ', '', '남편 번호는 ', 'Reach us on '],
  email: ['메일은 ', 'write to ', '답변은 ', 'contact: ', 'mailto:', '<', '"', 'e-mail ', '회신: '],
  card: ['카드번호 ', 'my card ', 'charged twice on ', '결제한 카드는 ', 'Visa ', ''],
  rrn: ['주민번호 ', '주민등록번호: ', '외국인등록번호 ', '본인 확인 때 ', 'my RRN is ', 'ARC no. ', '', '제 주민번호가 '],
  passport: ['여권번호 ', 'my passport is ', '여권 ', 'Passport No. '],
  account: ['국민은행 ', '환불 계좌 ', '카카오뱅크 ', '신한 ', 'bank account ', '농협 '],
} as const
const AFTER = ['', '.', ' 입니다', ' 로 연락 주세요', '으로 부탁드립니다!', ' thanks', ', please fix it', '\n빨리 처리해 주세요', ')', ' / 김민지', '? 왜 물어보나요']

/** As many comments as asked for, the same for a seed: two thirds hold something personal, one third only looks like it. */
export function personalCorpus(seed: number, size: number): readonly Labelled[] {
  const random = seededRandom(seed)
  const below = (most: number): number => Math.floor(random() * most)
  const pick = <T>(items: readonly T[]): T => items[below(items.length)]!
  const digits = (count: number): string => Array.from({ length: count }, () => below(10)).join('')
  const two = (from: number, to: number): string => String(from + below(to - from + 1)).padStart(2, '0')
  const wide = (text: string): string => text.replace(/[0-9-]/gu, (char) => String.fromCharCode(char.charCodeAt(0) + 0xfee0))
  const hidden = (text: string): string => [...text].map((char) => (random() < 0.3 ? char + pick(['\u200B', '\u200D', '\u2060', '\u00AD', '\uFEFF']) : char)).join('').replace(/\p{Cf}+$/u, '')
  const disguised = (text: string): string => (random() < 0.12 ? wide(text) : random() < 0.12 ? hidden(text) : text)
  const gap = (): string => pick(['-', '-', '-', ' ', '.', '', ' - ', '\u2013', '\u2014', '\u2011', '\u2212', '－', '·', '\u00A0', '\u3000'])

  const rrn = (): string => {
    const day = `${two(40, 139).slice(-2)}${two(1, 12)}${two(1, 28)}`
    const last = `${below(10)}${digits(6)}`
    const shape = below(12)
    if (shape === 0) return `${day.slice(0, 2)}${day.slice(2, 4)}${day.slice(4)}-${last.slice(0, 1)}******`
    if (shape === 1) return disguised(`${day} ${last}`)
    if (shape === 2) return disguised(`${day}--${last}`)
    if (shape === 3) return `${day.slice(0, 2)}.${day.slice(2, 4)}.${day.slice(4)}-${last}`
    if (shape === 4) return day.startsWith('8') ? `${day}-${last}` : disguised(`${day}${last}`)
    return disguised(`${day}${pick(['-', '-', '-', ' - ', '\u2013', '\u2014', '\u2010', '\u2011', '\u2212', '－', 'ㅡ', '~', '_', '\uFE63', ' – '])}${last}`)
  }
  const mobile = (): string => {
    const mark = gap()
    return disguised(`010${mark}${digits(4)}${mark}${digits(4)}`)
  }
  const phone = (): string => {
    const shape = below(14)
    const mark = pick(['-', '-', ' ', '.'])
    if (shape < 6) return mobile()
    if (shape === 6) return disguised(`${pick(['011', '016', '017', '019'])}-${2 + below(8)}${digits(2)}-${digits(4)}`)
    if (shape === 7) return `${pick(['02', '031', '051', '064', '070', '0505'])}${pick(['-', ')', ' '])}${2 + below(8)}${digits(3)}-${digits(4)}`
    if (shape === 8) return `+82${pick([' ', '-', ''])}10${mark}${digits(4)}${mark}${digits(4)}`
    if (shape === 9) return `${pick(['+82 (0)10-', '82-10-', '0082-10-'])}${digits(4)}-${digits(4)}`
    if (shape === 10) return `${pick(['(', ''])}${2 + below(8)}${digits(2)}`.replace(/^\((\d+)/u, '($1) ').replace(/^(\d+)$/u, '$1-') + `${2 + below(8)}${digits(2)}-${digits(4)}`
    if (shape === 11) return `+1 ${2 + below(8)}${digits(2)} ${2 + below(8)}${digits(2)} ${digits(4)}`
    if (shape === 12) return pick([`+44 20 7${digits(3)} ${digits(4)}`, `07${digits(3)} ${digits(6)}`, `+49 30 ${digits(7)}`, `+81-90-${digits(4)}-${digits(4)}`])
    return `(0${pick(['2', '31', '51'])})${2 + below(8)}${digits(2)}-${digits(4)}`
  }
  const email = (): string => {
    const name = pick(['minji.kim', 'kim_minji', 'j.doe+nps', 'a', 'hong82', 'sales-team', 'o.brien', '민지', 'MJ.Kim99'])
    const host = pick(['naver.com', 'gmail.com', 'hanmail.net', 'corp.co.kr', 'mail.example.org', 'sub-domain.io', '한빛.한국', 'KAKAO.COM'])
    return random() < 0.1 ? `${name}＠${host}` : `${name}@${host}`
  }
  const card = (): string => {
    const [head, length] = pick([['4', 16], ['5' + String(1 + below(5)), 16], ['34', 15], ['37', 15], ['3528', 16], ['6011', 16], ['9410', 16], ['2221', 16]] as const)
    const body = head + digits(length - head.length - 1)
    const sum = [...body].reverse().reduce((all, digit, at) => all + (at % 2 === 1 ? Number(digit) : Number(digit) * 2 - (Number(digit) > 4 ? 9 : 0)), 0)
    const whole = `${body}${(10 - (sum % 10)) % 10}`
    const mark = pick(['-', ' ', '', '', '\u00A0', '–'])
    return disguised(length === 15 ? [whole.slice(0, 4), whole.slice(4, 10), whole.slice(10)].join(mark) : whole.match(/.{4}/gu)!.join(mark))
  }
  const passport = (): string => pick([`M${digits(8)}`, `M${digits(3)}A${digits(4)}`, `S${digits(8)}`])
  const account = (): string => pick([`${digits(6)}-${digits(2)}-${digits(6)}`, `110-${digits(3)}-${digits(6)}`, `3333-${digits(2)}-${digits(7)}`, `302-${digits(4)}-${digits(4)}-${digits(2)}`])
  const makers = { rrn, phone, email, card, passport, account } as const

  const harmless = (): string =>
    pick([
      () => `가격이 ${1 + below(999)},${digits(3)},000원이나 해요`,
      () => `₩${1 + below(99)}${digits(5)} for this`,
      () => `주문번호 ${2020 + below(7)}${two(1, 12)}${two(1, 28)}-00${digits(5)} 확인 바랍니다`,
      () => `order no. ${1 + below(9)}${digits(8)} never came`,
      () => `Order #${digits(10)} is late`,
      () => `ORD-${2020 + below(7)}-${digits(6)} was wrong`,
      () => `송장 ${5 + below(4)}${digits(11)} 조회가 안 됩니다`,
      () => `${2020 + below(7)}-${two(1, 12)}-${two(1, 28)} ${two(0, 23)}:${two(0, 59)}:${two(0, 59)} 에 멈췄어요`,
      () => `${2020 + below(7)}.${two(1, 12)}.${two(1, 28)} ~ ${2020 + below(7)}.${two(1, 12)}.${two(1, 28)} 이용`,
      () => `Since ${two(1, 28)}/${two(1, 12)}/${2020 + below(7)} it works`,
      () => `${two(1, 12)}-${two(1, 28)}-${2020 + below(7)} 10:30~11:30`,
      () => `version ${below(20)}.${below(20)}.${below(1000)}.${digits(4)} is slow`,
      () => `v${below(9)}.${below(20)}.${below(20)}-build.${digits(8)}`,
      () => `화면 1920x1080, 2560*1440 에서 깨져요`,
      () => `size 120-200-3000 mm or 300 x 400 x 1200`,
      () => `ISBN 978-89-${digits(4)}-${digits(3)}-${below(10)} 책`,
      () => `ISBN 97911${digits(8)}`,
      () => `바코드 88010${digits(8)} 인식 안 됨`,
      () => `고객센터 1588-${digits(4)} 연결이 안 돼요`,
      () => `NPS 9-10, score 8/10, 0-10점`,
      () => `점수는 10 9 8 7 6 5 중에 7`,
      () => `server 192.168.${below(255)}.${below(255)} times out`,
      () => `error 0x${digits(8)} and code ${digits(5)}-${digits(3)}`,
      () => `서버 응답 ${digits(4)}ms, ${digits(3)},${digits(3)} rows`,
      () => `@minji 님 말씀대로 @support 에 말했어요`,
      () => `the price went from 1200000 to 1500000 a year`,
      () => `17${digits(11)} is the timestamp in the log`,
      () => `${digits(3)}% 할인, 2+1 행사, 24/7 상담`,
      () => `모델명 SM-G${digits(3)}N, 시리얼 R${digits(9)}`,
      () => `계좌 이체 한도가 5000000원`,
      () => `은행에서 2026-03-04 에 방문`,
      () => `3.14159265358979 and 1e10`,
      () => `card declined 3 times, 4 digits 1234`,
      () => `여권 사진 3.5 x 4.5 cm`,
      () => `사업자 등록번호 ${100 + below(900)}-${two(1, 99)}-${digits(5)}`,
    ])()

  return Array.from({ length: size }, (_, at): Labelled => {
    if (at % 3 === 0) return { text: pick(BEFORE.any) + harmless() + pick(['', '.', ' ㅠㅠ', ' thanks']), holds: [] }
    const kind = at % 29 === 1 ? pick(['passport', 'account'] as const) : pick(['rrn', 'rrn', 'phone', 'phone', 'email', 'card'] as const)
    const said = makers[kind]()
    const before = kind === 'email' && said.startsWith('민지') ? 'write to ' : pick(BEFORE[kind])
    return { text: `${pick(BEFORE.any)}${before}${said}${kind === 'email' ? pick(['', ' 입니다', ' 로 주세요', ', thanks', '>']) : pick(AFTER)}`, holds: [{ kind, said }] }
  })
}
