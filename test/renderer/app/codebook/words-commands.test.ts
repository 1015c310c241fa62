import { describe, expect, test } from 'vitest'
import { withRule } from '../../../../renderer/app/codebook/code-draft'
import { createSession } from '../../../../renderer/app/session'
import { suggestedFor } from '../../../../renderer/app/code/suggested'
import { wordsFilter } from '../../../../renderer/app/codebook/words-commands'
import { fault } from '../../../../shared/base/fault'
import { ok, refuse } from '../../../../shared/base/result'
import type { EngineApi } from '../../../../shared/protocol/engine-api'
import type { Clause } from '../../../../shared/query/types'
import { openCode } from '../../../helpers/open-code'

const WORDS = { ones: 4, others: 6, total: 1, rows: [{ word: 'late', search: 'late', rule: 'late', n: 3, rest: 1, times: 2, strength: 5 }] }

async function setUp(patch: Partial<EngineApi> = {}, preferences?: Record<string, string>) {
  const suggestTags: EngineApi['suggestTags'] = ({ verbatims }) =>
    Promise.resolve(ok({ byHand: 9, fewest: 8, learned: 1, verbatims: verbatims.map(() => [{ code: 'c1', score: 0.9, why: [] }, { code: 'c2', score: 0.6, why: [] }]) }))
  const opened = await openCode(20, { suggestTags, ...patch }, preferences)
  const suggested = () => suggestedFor(opened.session.get().words, opened.current()).map(({ code }) => code)
  return { ...opened, suggested }
}

describe('words', () => {
  test('are about what passes the filter, but for the search that one of them set; lists about codes regard no choice of codes', () => {
    const search: Clause = { kind: 'text', text: 'late', source: 'code:search' }
    const other: Clause = { kind: 'text', text: 'price' }
    const codes: Clause = { kind: 'codes', codes: ['c1'], has: true }
    const { words } = createSession('en', 'light').get()
    const filter = [search, other, codes]
    expect(wordsFilter({ words: { ...words, choice: 'detractors' }, filter })).toEqual([other, codes])
    expect(wordsFilter({ words: { ...words, choice: 'uncovered' }, filter })).toEqual([other])
  })

  test('are asked for again without those of the list before', async () => {
    const asked: unknown[] = []
    const { session, commands } = await setUp({
      words: ({ list }) => {
        asked.push(list)
        return Promise.resolve(ok(WORDS))
      },
    })
    const first = commands.loadWords()
    commands.listWords('detractors')
    await Promise.all([first, commands.loadWords()])
    expect(asked).toEqual(['uncovered', 'detractors'])
    expect(session.get().words).toMatchObject({ waiting: false, answer: { kind: 'words', choice: 'detractors', words: WORDS } })
  })

  test('say why they could not be counted', async () => {
    const { session, commands } = await setUp({ words: () => Promise.resolve(refuse(fault('busy'))) })
    await commands.loadWords()
    expect(session.get().words.answer).toMatchObject({ kind: 'fault', fault: { code: 'busy' } })
  })

  test('open the editor on a new code, or on the one that rules are added to', async () => {
    const { session, commands } = await setUp()
    commands.ruleFrom('late', '~late')
    expect(session.get().code.editor).toEqual({ code: null, added: { name: 'late', rule: '~late' } })
    const [code] = session.get().code.codebook!.codes
    commands.addRulesTo(code!.id)
    commands.ruleFrom('late', '~late')
    expect(session.get().code.editor).toMatchObject({ code: code!.id })
    commands.addRulesTo('gone')
    commands.ruleFrom('late', '~late')
    expect(session.get().code.editor).toMatchObject({ code: null })
  })

  test.each([
    ['', '', 'late', 'late'],
    ['Delivery', 'parcel', 'Delivery', 'parcel | late'],
    ['Delivery', 'parcel | late', 'Delivery', 'parcel | late'],
    ['Delivery', 'late OR parcel', 'Delivery', 'late OR parcel'],
    ['', 'slow delivery ', 'late', 'slow delivery | late'],
  ])('a rule is joined to “%s”: “%s”', (name, rule, expectedName, expectedRule) => {
    const draft = { id: null, name, parent: null, rule, description: '', color: '' }
    expect(withRule(draft, { name: 'late', rule: 'late' })).toEqual({ name: expectedName, rule: expectedRule })
  })
})

describe('suggested tags', () => {
  test('are of the verbatim under the cursor, and gone once answered', async () => {
    const { commands, suggested, current, calls } = await setUp()
    await commands.suggestTags()
    expect(suggested()).toEqual(['c1', 'c2'])
    const accepting = commands.acceptSuggestion(current()!, 'c1')
    expect(suggested()).toEqual(['c2'])
    await accepting
    await commands.refuseSuggestion(current()!, 'c2')
    expect(suggested()).toEqual([])
    expect(calls.filter((method) => method === 'tag')).toHaveLength(2)
    await commands.moveTo(1)
    await commands.suggestTags()
    expect(suggested()).toEqual(['c1', 'c2'])
    await commands.moveTo(2)
    expect(suggested()).toEqual([])
  })

  test('can be turned off, for good', async () => {
    const { commands, suggested, preferences, calls } = await setUp()
    await commands.suggestTags()
    commands.suggest(false)
    await commands.suggestTags()
    expect(suggested()).toEqual([])
    expect(preferences['suggestions']).toBe('off')
    const asked = calls.filter((method) => method === 'suggestTags').length
    const again = await setUp({}, preferences)
    await again.commands.suggestTags()
    expect([asked, again.suggested()]).toEqual([1, []])
  })
})
