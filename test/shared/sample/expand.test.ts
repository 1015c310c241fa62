import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../../shared/base/seeded-random'
import { createDeck } from '../../../shared/sample/chance'
import { TEXTS_EN } from '../../../shared/sample/en/texts'
import { expand } from '../../../shared/sample/expand'
import { INDUSTRIES } from '../../../shared/sample/facts'
import { TEXTS_KO } from '../../../shared/sample/ko/texts'
import { TOPICS, type Texts, type TopicTexts } from '../../../shared/sample/texts'

const SLOTS = { work: '운송장', staff: 'the drivers', site: '병동', name: '김 매니저님', day: '월요일', month: 'May', years: '4', plan: 'Starter', product: '플로우' }

describe('texts of the sample', () => {
  it.each([
    ['{work:이} 늦다', '운송장이 늦다'],
    ['{product:이} 늦다', '플로우가 늦다'],
    ['{work:을} {product:을}', '운송장을 플로우를'],
    ['{site:은} {product:은}', '병동은 플로우는'],
    ['{site:과} {product:과}', '병동과 플로우와'],
    ['{staff:cap} wait', 'The drivers wait'],
    ['{3-3},000 rows', '3,000 rows'],
    ['{10-14/5} seats', '10 seats'],
    ['[same|same] [|]end', 'same end'],
  ])('fills %s', (text, filled) => {
    expect(expand(text, seededRandom(1), SLOTS)).toBe(filled)
  })

  it('makes every choice and every number within its bounds', () => {
    const random = seededRandom(7)
    const made = new Set(Array.from({ length: 200 }, () => expand('[a|b{1-3}|c{10-20/5}]', random, SLOTS)))
    expect([...made].sort()).toEqual(['a', 'b1', 'b2', 'b3', 'c10', 'c15', 'c20'])
  })

  it.each([
    ['English', TEXTS_EN],
    ['Korean', TEXTS_KO],
  ])('are whole in %s', (_, texts: Texts) => {
    const random = seededRandom(3)
    const all = [...Object.values(texts.topics), texts.general, texts.stories].flatMap((group) => Object.values(group).flat() as string[]).filter((text) => text !== '')
    for (const text of all) {
      for (let time = 0; time < 5; time++) {
        const said = expand(text.replace(/^(old|long|new|is8|is10): /, ''), random, SLOTS)
        expect(said, text).not.toMatch(/[[\]{}|]| {2}|^\s*$/)
      }
    }
    expect(new Set(all).size, 'nothing is written twice but for one-word answers').toBeGreaterThan(all.length - 8)
  })

  it('has at least 25 sentences on each topic in each language, and a voice for each industry', () => {
    for (const { topics, voice } of [TEXTS_EN, TEXTS_KO]) {
      for (const topic of TOPICS) {
        const texts: TopicTexts = topics[topic]
        expect(Object.values(texts).flat().length, topic).toBeGreaterThanOrEqual(25)
      }
      expect(Object.keys(voice.trades)).toEqual([...INDUSTRIES])
    }
  })
})

describe('a deck', () => {
  it('gives every item before any of them again, and nothing when none fits', () => {
    const items = ['a', 'b', 'c', 'd', 'e']
    const draw = createDeck(seededRandom(5), items)
    for (let round = 0; round < 3; round++) {
      expect(new Set(Array.from(items, () => draw(() => true)))).toEqual(new Set(items))
    }
    expect(draw((item) => item === 'x')).toBeNull()
    expect(Array.from({ length: 4 }, () => draw((item) => item > 'c'))).toEqual(expect.arrayContaining(['d', 'e', 'd', 'e']))
  })
})
