import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPersonal, PERSONAL_KINDS } from '../../../shared/text/find-personal'
import { veilPersonal } from '../../../shared/text/veil-personal'
import { personalCorpus } from './personal-corpus'

const said = (text: string): readonly (readonly [string, string])[] => findPersonal(text).map(({ kind, from, to }) => [kind, text.slice(from, to)])

describe('what is personal in a comment', () => {
  it.each([
    ['900101-1234567', 'rrn', '900101-1234567'],
    ['201130-3123456 (no check digit holds)', 'rrn', '201130-3123456'],
    ['외국인 850731-6000000.', 'rrn', '850731-6000000'],
    ['900101 — 0234567', 'rrn', '900101 — 0234567'],
    ['９００１０１－１２３４５６７', 'rrn', '９００１０１－１２３４５６７'],
    ['9001\u200B01-123\u200B4567', 'rrn', '9001\u200B01-123\u200B4567'],
    ['9 0 0 1 0 1 - 1 2 3 4 5 6 7', 'rrn', '9 0 0 1 0 1 - 1 2 3 4 5 6 7'],
    ['900101-1●●●●●●', 'rrn', '900101-1●●●●●●'],
    ['19900101-1234567', 'rrn', '19900101-1234567'],
    ['000229-3123456', 'rrn', '000229-3123456'],
    ['010-1234-5678', 'phone', '010-1234-5678'],
    ['전화는 ０１０ １２３４ ５６７８요', 'phone', '０１０ １２３４ ５６７８'],
    ['01012345678입니다', 'phone', '01012345678'],
    ['010/1234/5678', 'phone', '010/1234/5678'],
    ['[010]1234-5678', 'phone', '010]1234-5678'],
    ['5500/0055/5555/5559', 'card', '5500/0055/5555/5559'],
    ['2223_0031_2200_3222', 'card', '2223_0031_2200_3222'],
    ['02)123-4567로', 'phone', '02)123-4567'],
    ['(031) 123 4567', 'phone', '(031) 123 4567'],
    ['0212345678', 'phone', '0212345678'],
    ['+82 10 1234 5678', 'phone', '+82 10 1234 5678'],
    ['(415) 555-0132 ext', 'phone', '(415) 555-0132'],
    ['call 415 555 0132', 'phone', '415 555 0132'],
    ['+44 (0)20 7946 0958', 'phone', '+44 (0)20 7946 0958'],
    ['4111 1111 1111 1111', 'card', '4111 1111 1111 1111'],
    ['378282246310005', 'card', '378282246310005'],
    ['write to kim.min-ji+nps@hanbit.co.kr please', 'email', 'kim.min-ji+nps@hanbit.co.kr'],
    ['user＠example.com', 'email', 'user＠example.com'],
    ['여권번호는 M12345678', 'passport', 'M12345678'],
    ['국민 123456-78-901234', 'account', '123456-78-901234'],
    ['pay DE89 3704 0044 0532 0130 00 now', 'account', 'DE89 3704 0044 0532 0130 00'],
  ])('%s', (text, kind, words) => expect(said(text)).toEqual([[kind, words]]))

  it.each(['~', '_', '*', ',', ':', '|', 'ㆍ', '•', '\t', '\n'])('a mobile number parted by %j', (mark) => {
    const number = `010${mark}1234${mark}5678`
    expect(said(`a ${number} b`)).toEqual([['phone', number]])
  })

  it.each([
    '010~1234,5678', '2010,1234,5678', '010,1234,56789', '1010_1234_5678', '5500/0055/5555/5558', '991301-1234567', '990230-1234567', '010229-3123456', '900101-12345678', '1900101-1234567', '8801043012348', '2026-03-04 10:30:00', '4111 1111 1111 1112',
    'ISBN 979-11-5839-717-1', '1588-1234', '192.168.100.200', '$0212345678', 'ORD-010-1234-5678', '10,000,000원', 'a@b', '@minji', 'M12345678', '123456-78-901234', '0.0101234567',
  ])('nothing in %s', (text) => expect(said(text)).toEqual([]))

  it('is found in a labelled corpus, with few false alarms', () => {
    const corpus = personalCorpus(20261123, 3000)
    const hits = new Map<string, { all: number; found: number }>()
    let [right, wrong] = [0, 0]
    for (const { text, holds } of corpus) {
      const found = findPersonal(text)
      for (const { kind, said: words } of holds) {
        const from = text.indexOf(words)
        const isFound = found.some((each) => each.kind === kind && each.from <= from && each.to >= from + words.length)
        const count = hits.get(kind) ?? { all: 0, found: 0 }
        hits.set(kind, { all: count.all + 1, found: count.found + (isFound ? 1 : 0) })
      }
      for (const { kind, from, to } of found) {
        const isRight = holds.some((each) => each.kind === kind && from >= text.indexOf(each.said) && to <= text.indexOf(each.said) + each.said.length)
        if (isRight) right += 1
        else wrong += 1
      }
    }
    const shares = PERSONAL_KINDS.map((kind) => `${kind} ${hits.get(kind)!.found} of ${hits.get(kind)!.all}`)
    console.log(`personal data in ${corpus.length} comments: ${shares.join(', ')} found; ${wrong} of ${right + wrong} found are none`)
    for (const kind of PERSONAL_KINDS) {
      const { all, found } = hits.get(kind)!
      expect([kind, found / all >= (kind === 'rrn' ? 0.98 : 0.95)]).toEqual([kind, true])
    }
    expect(right / (right + wrong)).toBeGreaterThanOrEqual(0.95)
  })

  it('has its places in any text, one behind the other', () => {
    const piece = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('010-1234-5678', '900101-1234567', '\u200B', '𝟎𝟏𝟎', '김', 'a@b.co', '+', '４'))
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const text = pieces.join('')
        let last = 0
        for (const { from, to } of findPersonal(text)) {
          expect(from).toBeGreaterThanOrEqual(last)
          expect(to).toBeGreaterThan(from)
          last = to
        }
        expect(last).toBeLessThanOrEqual(text.length)
        expect(veilPersonal(text)).toHaveLength(text.length)
        const veiled = veilPersonal(text)
        for (const { from, to } of findPersonal(text)) expect(veiled.slice(from, to)).not.toMatch(/[\p{L}\p{N}]/u)
      }),
    )
  })
})
