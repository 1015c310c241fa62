import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { keyText } from '../../../../renderer/app/code/code-list'
import { hasCode, tagged, toggleOf, type TagAct, type Verdict } from '../../../../renderer/app/code/code-tags'
import type { Tag, Verbatim } from '../../../../shared/protocol/engine-api'
import { verbatimOf } from '../../../helpers/fake-verbatims'

const ORDER = ['a', 'b', 'c']
const act = (verdict: Verdict, code = 'a', verbatims: TagAct['verbatims'] = null): TagAct => ({
  code,
  verdict,
  coder: 'Mina',
  at: '2026-07-12T14:03:00Z',
  verbatims,
})
const rule = (code: string): Tag => ({ code, has: true, byRule: true, matched: [{ from: 0, to: 3 }], byHand: null })
const hand = (code: string): Tag => ({ code, has: true, byRule: false, matched: [], byHand: { coder: 'Jun', at: 'earlier' } })
const removed = (code: string): Tag => ({ ...rule(code), has: false, byHand: { coder: 'Jun', at: 'earlier' } })

/** What the register of words says afterwards: verdict by hand, else the rule. */
function naive(byRule: boolean, decision: 'add' | 'remove' | null): { has: boolean; shown: boolean } {
  const has = decision ? decision === 'add' : byRule
  return { has, shown: has || byRule }
}

const tags = fc
  .subarray(ORDER)
  .chain((codes) =>
    fc.tuple(...codes.map((code) => fc.constantFrom(rule(code), hand(code), removed(code)))),
  ) as fc.Arbitrary<Tag[]>
const verdicts = fc.constantFrom<Verdict>('add', 'remove', 'clear')

describe('a word on a verbatim', () => {
  test('a hand beats the rule, clearing leaves the rule to decide, in the order of the codebook', () => {
    fc.assert(
      fc.property(tags, verdicts, fc.constantFrom(...ORDER), (before, verdict, code) => {
        const after = tagged(verbatimOf(2, { tags: before }), act(verdict, code), ORDER)
        const byRule = before.some((tag) => tag.code === code && tag.byRule)
        const wanted = naive(byRule, verdict === 'clear' ? null : verdict)
        expect(hasCode(after, code)).toBe(wanted.has)
        const tag = after.tags.find((each) => each.code === code)
        expect(tag !== undefined).toBe(wanted.shown)
        if (tag) expect(tag.byHand).toEqual(verdict === 'clear' ? null : { coder: 'Mina', at: '2026-07-12T14:03:00Z' })
        expect(after.tags.filter((each) => each.code !== code)).toEqual(before.filter((each) => each.code !== code))
        expect(after.tags.map((each) => each.code)).toEqual(ORDER.filter((id) => after.tags.some((each) => each.code === id)))
      }),
    )
  })

  test('said twice, it says the same', () => {
    fc.assert(
      fc.property(tags, verdicts, (before, verdict) => {
        const once = tagged(verbatimOf(2, { tags: before }), act(verdict), ORDER)
        expect(tagged(once, act(verdict), ORDER)).toEqual(once)
      }),
    )
  })

  test('leaves other verbatims the objects that they are', () => {
    const [one, other] = [verbatimOf(2), verbatimOf(3)]
    const about = new Set([keyText(one)])
    expect(tagged(other, act('add', 'a', about), ORDER)).toBe(other)
    expect(hasCode(tagged(one, act('add', 'a', about), ORDER), 'a')).toBe(true)
    expect(tagged(one, act('clear'), ORDER)).toBe(one)
  })
})

describe('pressing the key of a code', () => {
  const press = (verbatims: readonly Verbatim[]): readonly Verbatim[] => {
    const { verdict, about } = toggleOf(verbatims, 'a')
    const said = act(verdict, 'a', new Set(about.map(keyText)))
    return verbatims.map((verbatim) => tagged(verbatim, said, ORDER))
  }
  const some = fc
    .array(tags, { minLength: 1, maxLength: 5 })
    .map((all) => all.map((each, at) => verbatimOf(at + 2, { tags: each })))

  test('gives it to all when any lacks it, else takes it from all', () => {
    fc.assert(
      fc.property(some, (before) => {
        const wanted = before.some((verbatim) => !hasCode(verbatim, 'a'))
        expect(press(before).map((verbatim) => hasCode(verbatim, 'a'))).toEqual(before.map(() => wanted))
      }),
    )
  })

  test.each([
    ['no tag', []],
    ['a rule tag', [rule('a')]],
  ])('pressed twice on %s, everything is as it was', (_, before) => {
    expect(press(press([verbatimOf(2, { tags: before })]))).toEqual([verbatimOf(2, { tags: before })])
  })

  test('on a verbatim that only a hand has coded, it leaves no word behind', () => {
    expect(toggleOf([verbatimOf(2, { tags: [hand('a')] })], 'a').verdict).toBe('clear')
    expect(toggleOf([verbatimOf(2, { tags: [rule('a')] })], 'a').verdict).toBe('remove')
  })
})

describe('codes of one group', () => {
  test('what is added takes the others’ place: one by rule says so, one by hand is gone', () => {
    const before = verbatimOf(2, { tags: [rule('a'), hand('b')] })
    const added = { ...act('add', 'c'), rivals: ['a', 'b'] }
    expect(tagged(before, added, ORDER).tags).toEqual([
      { ...rule('a'), has: false, lostTo: 'c' },
      { code: 'c', has: true, byRule: false, matched: [], byHand: { coder: 'Mina', at: added.at } },
    ])
    expect(tagged(before, { ...act('remove', 'c'), rivals: ['a', 'b'] }, ORDER)).toBe(before)
  })

  test('one that lost is added by hand, as its rule would lose again', () => {
    const lost = verbatimOf(2, { tags: [{ ...rule('a'), has: false, lostTo: 'b' }] })
    expect(toggleOf([lost], 'a').verdict).toBe('add')
    expect(tagged(lost, act('add'), ORDER).tags[0]).not.toHaveProperty('lostTo')
  })
})
