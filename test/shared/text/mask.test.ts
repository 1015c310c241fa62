import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MASK } from '../../../shared/text/cover'
import { maskPersonal } from '../../../shared/text/mask'
import { createNameFinder } from '../../../shared/text/mask-names'

describe('what is personal', () => {
  it.each([
    ['write to kim.min-ji+nps@hanbit.co.kr please', `write to ${MASK} please`],
    ['메일은 minji@한빛.한국 으로', `메일은 ${MASK} 으로`],
    ['user＠example.com', MASK],
    ['(see <a.b@c.io>)', `(see <${MASK}>)`],
    ['call 010-1234-5678', `call ${MASK}`],
    ['call 010 1234 5678 now', `call ${MASK} now`],
    ['01012345678입니다', `${MASK}입니다`],
    ['０１０-１２３４-５６７８', MASK],
    ['010\u200B12345678', MASK],
    ['02)123-4567로 주세요', `${MASK}로 주세요`],
    ['+82 10-1234-5678', MASK],
    ['(415) 555-0132 ext', `${MASK} ext`],
    ['주민번호 900101-1234567 입니다', `주민번호 ${MASK} 입니다`],
    ['9001011234567', MASK],
    ['900101 - 1234567', MASK],
    ['900101–5234567', MASK],
    ['900101-1******', MASK],
    ['201130-3123456', MASK],
    ['외국인 850731-6000000.', `외국인 ${MASK}.`],
    ['card 4111 1111 1111 1111', `card ${MASK}`],
  ])('is masked: %s', (text, masked) => expect(maskPersonal(text)).toBe(masked))

  it.each([
    'Since 2026-03-04 it works',
    'on 3/12/2025 we moved',
    'between 2024-2026 it grew',
    'We pay 1,200,000 won',
    'version 12.4.1 fixed it',
    'Score 10 of 10, 400 people, 3 questions',
    'a @ b, and 50% off',
    '3분기보다 20% 빨라졌어요',
    'Order 123456 came late',
  ])('is not: %s', (text) => expect(maskPersonal(text)).toBe(text))
})

describe('names', () => {
  it.each([
    ['김민지님이 도와주셨어요', ['김민지'], `${MASK}님이 도와주셨어요`],
    ['Thanks to Anna Schmidt and anna', ['Anna Schmidt', 'Anna'], `Thanks to ${MASK} and ${MASK}`],
    ['Annapolis is fine', ['Anna'], 'Annapolis is fine'],
    ['Joanna is fine', ['Anna'], 'Joanna is fine'],
    ['홍길동무', ['길동'], '홍길동무'],
    ['Ed is fine', ['Ed'], 'Ed is fine'],
    ['12345 is fine', ['12345'], '12345 is fine'],
    ['O’Brien called', ['O’Brien'], `${MASK} called`],
    ['김민준김민준', ['김민준'], `${MASK}${MASK}`],
    ['김민준이서연 두 분', ['김민준', '이서연'], `${MASK}${MASK} 두 분`],
    ['김민준님'.normalize('NFD'), ['김민준'], `${MASK}${'님'.normalize('NFD')}`],
    ['김민준님', ['김민준'.normalize('NFD')], `${MASK}님`],
    ['김민준 매니저', ['김 민준'], `${MASK} 매니저`],
    ['민준님 덕분에, 민준 씨가', ['김민준'], `${MASK}님 덕분에, ${MASK} 씨가`],
    ['지원이 느리고 수정 씨앗', ['김지원', '이수정'], '지원이 느리고 수정 씨앗'],
    ['민준님, 궁민님', ['남궁민준', '김수한무'], `${MASK}님, 궁민님`],
    ['Thanks to Mina, and Kim’s team', ['Mina Kim'], `Thanks to ${MASK}, and ${MASK}’s team`],
    ['"I asked (Anna) and Anna-Lena"', ['Schmidt, Anna'], `"I asked (${MASK}) and Anna-Lena"`],
    ['Will it rain? Price is high, it will.', ['Will Price'], 'Will it rain? Price is high, it will.'],
  ])('%s', (text, names, masked) => expect(maskPersonal(text, names)).toBe(masked))

  it('has its places in the text as it was written', () => {
    const find = createNameFinder(['김민준', 'José Núñez', 'Mina Kim'])
    const called = (text: string): readonly string[] => find(text).map(({ from, to }) => text.slice(from, to))
    expect(called('José Núñez'.normalize('NFD'))).toEqual(['José Núñez'.normalize('NFD')])
    expect(called(`각 ${'김민준님'.normalize('NFD')}, 김\u200B민준김민준`)).toEqual(['김민준'.normalize('NFD'), '김\u200B민준', '김민준'])
    expect(called('ask Mi\u00ADna Kim, or Mina’s team')).toEqual(['Mi\u00ADna Kim', 'Mina'])
    expect(find('nobody is named, 각'.normalize('NFD'))).toEqual([])
  })

  it('leaves a text that holds nobody as it was written', () => {
    const text = '가격이 비싸요'.normalize('NFD')
    expect(maskPersonal(text, ['김민준', 'Mina Kim'])).toBe(text)
  })

  it('that are masked are not there any more, and nothing else changes without any', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(maskPersonal(maskPersonal(text))).toBe(maskPersonal(text))
    }))
    const digits = fc.array(fc.constantFrom('-', ' ', '.', ''), { minLength: 7, maxLength: 12 })
    fc.assert(fc.property(digits, (marks) => {
      expect(maskPersonal(`call ${marks.map((mark, at) => `${(at * 7 + 9) % 10}${mark}`).join('').replace(/\D+$/, '')} please`)).toBe(`call ${MASK} please`)
    }))
  })

  it('finds the same names among thousands of others, in any order', () => {
    const others = Array.from({ length: 5000 }, (_, at) => `Zq${at.toString(36).replaceAll(/\d/g, 'w')}v`)
    const word = fc.constantFrom('Mina', 'mina', 'Mina Kim', 'Kim', '김민아', '김민아님', 'İpek', 'Ipek', 'terminal', 'called', 'the', 'price', '', ', ', 'a@b.co')
    const names = fc.uniqueArray(fc.constantFrom('Mina Kim', 'Mina', 'KIM', '김민아', 'İpek', ' Ipek ', 'Al'), { maxLength: 7 })
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), names, (words, wanted) => {
        const text = words.join(' ')
        const masked = maskPersonal(text, wanted)
        expect(maskPersonal(text, [...others, ...wanted.toReversed(), ...others.slice(0, 9)])).toBe(masked)
        for (const name of wanted.filter((each) => each.trim().length > 2 || /^\p{Script=Hangul}+$/u.test(each))) {
          expect(` ${masked} `.toLowerCase()).not.toContain(` ${name.trim().toLowerCase()} `)
        }
      }),
      { numRuns: 60 },
    )
  })
})
