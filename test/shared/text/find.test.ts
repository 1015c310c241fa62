import { expect, test } from 'vitest'
import { literally, searched, type Finder } from '../../../shared/text/find'

function places({ length, next }: Finder, text: string): readonly string[] {
  const found: string[] = []
  for (let at = next(text, 0); at >= 0; at = next(text, at + length)) found.push(text.slice(at, at + length))
  return found
}

test.each([
  ['배송', '배송이 늦고 배송비도 비싸요', ['배송', '배송']],
  ['ㅂㅅ', '배송이 늦고 비싸요, 박수 ㅂㅅ', ['배송', '박수', 'ㅂㅅ']],
  ['ㅂㅆ', '배송이 늦고 비싸요', ['비싸']],
  ['고객ㅅㅌ', '고객 센터 고객센터', ['고객센터']],
  ['ㄱㄱ ㅅㅌ', '고객 센터', ['고객 센터']],
  ['ㅋㅋ', 'ㅋㅋㅋ 크기', ['ㅋㅋ']],
  ['ㅠㅠ', '유유 ㅠㅠ', ['ㅠㅠ']],
  ['ㄳ', 'ㄳ 감사', ['ㄳ']],
  ['ㅎ', '힣하', ['힣', '하']],
  ['👍ㅂㅅ', '배송 👍배송', ['👍배송']],
])('a search for %s in %s', (needle, text, found) => {
  expect(places(searched(needle), text)).toEqual(found)
})

test('a consonant that is meant is only itself', () => {
  expect(places(literally('ㅂㅅ'), '배송 ㅂㅅ')).toEqual(['ㅂㅅ'])
})
