import { beforeEach, describe, expect, it } from 'vitest'
import { fault } from '../../../shared/base/fault'
import { refuse } from '../../../shared/base/result'
import { quietTask } from '../../../shared/base/task'
import { createDesk } from '../../../shared/engine/desk'
import type { AuditItem, AuditRequest, EngineApi, Verbatim } from '../../../shared/protocol/engine-api'
import { createMemoryShelf } from '../../helpers/memory-shelf'
import { must, testPlatform } from '../../helpers/project'

const COMMENTS = [
  '배송이 늦어요',
  '배송비가 비싸요',
  '배송비는 무료배송이 아니면 비싸요',
  '무료배송 좋아요',
  'Deliveries were late, all deliveries',
  'The delivery was late',
  'Redelivery, delivered at last',
  'Refund at last, far too late for me',
  '배송비 환불은 배송처럼 늦네요',
  'It just works',
]
const cancelled = { ...quietTask, cancelled: () => true }

let desk: EngineApi
beforeEach(async () => {
  desk = createDesk(await testPlatform(), createMemoryShelf())
  const rows = COMMENTS.map((comment, at) => `r${at},2026-01-${10 + at},${at},"${comment}",${at % 2 === 0 ? 'Finance' : ''}`)
  const text = `Response ID,Submitted,How likely are you to recommend us?,Why?,Industry\n${rows.join('\n')}\n`
  const file = { name: 'survey.csv', bytes: new TextEncoder().encode(text) }
  must(await desk.plan({ file, options: { roles: { 4: 'comment', 5: 'segment' } } }, quietTask))
  must(await desk.createProject({ name: 'Acme' }, quietTask))
  must(await desk.importPlan(null, quietTask))
})

const save = async (name: string, rule: string): Promise<string> =>
  must(await desk.saveCode({ id: null, name, parent: null, rule, description: '', color: '' }, quietTask)).id
const verbatims = async (): Promise<readonly Verbatim[]> =>
  must(await desk.verbatims({ where: [], order: 'file', first: 0, count: 50 }, quietTask)).verbatims
const having = async (code: string): Promise<readonly string[]> =>
  (await verbatims()).filter(({ tags }) => tags.some((tag) => tag.code === code && tag.has)).map(({ text }) => text)

describe('formatRule', () => {
  it('gives the tidy spelling, and refuses what is wrong', async () => {
    expect(must(await desk.formatRule({ rule: '(price)  OR NOT cost' }, quietTask))).toBe('price | -cost')
    expect(await desk.formatRule({ rule: '(price' }, quietTask)).toMatchObject({ ok: false, fault: { code: 'rule' } })
  })
})

describe('explainTag', () => {
  it('says which part of the rule fails, with codes and conditions', async () => {
    await save('Late', 'late | 늦*')
    const code = await save('Refund late', 'refund #Late score<=6 (Industry="Finance" | date<2026-01-01)')
    const why = async (line: number) => must(await desk.explainTag({ verbatim: (await verbatims())[line]!, code }, quietTask))
    const { holds, root } = await why(7)
    expect(holds).toBe(false)
    expect(root!.parts.map((part) => [part.rule, part.holds])).toEqual([
      ['refund', true],
      ['#Late', true],
      ['score<=6', false],
      ['Industry=Finance | date<2026-01-01', false],
    ])
    expect(root!.parts[2]!.why).toEqual({ kind: 'condition', cell: '7' })
    expect(root!.parts[3]!.parts.map((part) => part.why)).toEqual([
      { kind: 'condition', cell: '' },
      { kind: 'condition', cell: '2026-01-17' },
    ])
    expect(root!.parts[1]!.parts[0]!.spans).toEqual([{ start: 24, end: 28 }])
    expect(await desk.explainTag({ verbatim: (await verbatims())[0]!, code: 'gone' }, quietTask)).toEqual(refuse(fault('busy')))
  })

  it('agrees with the tags', async () => {
    const code = await save('Late', '(late | 늦*) -refund')
    for (const verbatim of await verbatims()) {
      const { holds } = must(await desk.explainTag({ verbatim, code }, quietTask))
      expect(holds).toBe(verbatim.tags.some((tag) => tag.code === code && tag.byRule))
    }
  })
})

describe('nearMisses', () => {
  const near = async (rule: string) => must(await desk.nearMisses({ code: null, rule }, quietTask))

  it('are words that contain a word of the rule, counted by comment where the rule finds nothing', async () => {
    const found = await near('배송')
    expect(found.map(({ word, n }) => [word, n])).toEqual([
      ['무료배송', 2],
      ['배송비', 2],
    ])
    const { example } = found[1]!
    expect(example).toMatchObject({ text: '배송비가 비싸요', line: 3 })
    expect(example.matched.map(({ from, to }) => example.text.slice(from, to))).toEqual(['배송비가'])
  })

  it('are other forms of an English word', async () => {
    expect((await near('delivery')).map(({ word, n }) => [word, n])).toEqual([
      ['deliveries', 1],
      ['redelivery', 1],
    ])
    // The stem of delivery is another one: deliveri.
    expect((await near('~deliver')).map(({ word }) => word)).toEqual(['deliveries', 'delivery'])
  })

  it('are found when they are added to the rule', async () => {
    for (const rule of ['배송', 'delivery', 'late -refund', '배송 NEAR/3 늦*']) {
      for (const { word, n } of await near(rule)) {
        const [before, after] = await Promise.all(
          [rule, `${rule} | ${word}`].map(async (draft) => must(await desk.previewRule({ code: null, rule: draft }, quietTask)).n),
        )
        expect(after! - before!, word).toBe(n)
      }
    }
  })

  it('leave out what the rule wants absent, what it knows, and wrong rules', async () => {
    expect((await near('배송 -배송비')).map(({ word }) => word)).toEqual(['무료배송'])
    expect(await near('배송*')).toMatchObject([{ word: '무료배송', n: 1 }])
    expect(await near('-works')).toEqual([])
    expect(await near('')).toEqual([])
    expect(await desk.nearMisses({ code: null, rule: 'a OR' }, quietTask)).toMatchObject({ ok: false, fault: { code: 'rule' } })
    expect(await desk.nearMisses({ code: null, rule: '배송' }, cancelled)).toEqual(refuse(fault('cancelled')))
  })
})

describe('tryRule', () => {
  const texts = [
    { text: '가격이 too HIGH', cells: { score: '3', Industry: 'Finance' } },
    { text: 'fair price', cells: { score: '9', Industry: 'Retail' } },
  ]
  const found = async (rule: string) => {
    const tried = must(await desk.tryRule({ rule, texts, codes: [{ name: 'Late delivery', rule: 'high' }] }, quietTask))
    return tried.map((spans, at) => spans?.map(({ from, to }) => texts[at]!.text.slice(from, to)) ?? null)
  }

  it('says what a rule matches in given texts', async () => {
    expect(await found('price | 가격')).toEqual([['가격이'], ['price']])
    expect(await found('score<=6 industry=finance')).toEqual([[], null])
    expect(await found('#"late delivery" -price')).toEqual([['HIGH'], null])
    expect(await found('')).toEqual([null, null])
  })

  it.each([
    ['(price', 'bracket-unclosed'],
    ['#gone', 'code-unknown'],
    ['plan=free', 'condition-unknown'],
  ])('refuses %s', async (rule, code) => {
    const refused = await desk.tryRule({ rule, texts, codes: [] }, quietTask)
    expect(refused).toMatchObject({ ok: false, fault: { code: 'rule', params: { what: `rule.${code}` } } })
  })
})

describe('auditing a rule', () => {
  const request = (code: string, patch: Partial<AuditRequest> = {}): AuditRequest => ({ code, flagged: 2, unflagged: 3, seed: 1, ...patch })
  const textsOf = (items: readonly AuditItem[], stratum: AuditItem['stratum']) =>
    items.filter((item) => item.stratum === stratum).map(({ text }) => text)

  it('draws every stratum by itself, the same again for the same seed', async () => {
    const code = await save('배송', '배송')
    const sample = must(await desk.auditSample(request(code), quietTask))
    expect(sample.sizes).toEqual({ flagged: 2, near: 3, other: 5 })
    expect(['flagged', 'near', 'other'].map((stratum) => textsOf(sample.items, stratum as 'flagged').length)).toEqual([2, 1, 2])
    expect(must(await desk.auditSample(request(code), quietTask))).toEqual(sample)
    const others = await Promise.all([2, 3, 4].map(async (seed) => must(await desk.auditSample(request(code, { seed }), quietTask)).items))
    expect(others.some((items) => JSON.stringify(items) !== JSON.stringify(sample.items))).toBe(true)
  })

  it('takes all there is when asked for more, each once', async () => {
    const code = await save('배송', '배송')
    const { items } = must(await desk.auditSample(request(code, { flagged: 60, unflagged: 150 }), quietTask))
    expect(items.map(({ text }) => text).toSorted()).toEqual(COMMENTS.toSorted())
    expect(textsOf(items, 'flagged').toSorted()).toEqual(['배송비 환불은 배송처럼 늦네요', '배송이 늦어요'])
    expect(textsOf(items, 'near').toSorted()).toEqual(['무료배송 좋아요', '배송비가 비싸요', '배송비는 무료배송이 아니면 비싸요'])
    for (const { stratum, matched } of items) expect(matched.length > 0).toBe(stratum === 'flagged')
  })

  it('goes by the rule, not by coders’ words', async () => {
    const code = await save('Works', 'works')
    const all = await verbatims()
    must(await desk.tag({ verbatims: [all[0]!], code, verdict: 'add' }, quietTask))
    must(await desk.tag({ verbatims: [all[9]!], code, verdict: 'remove' }, quietTask))
    const { sizes, items } = must(await desk.auditSample(request(code), quietTask))
    expect(sizes.flagged).toBe(1)
    expect(textsOf(items, 'flagged')).toEqual(['It just works'])
  })

  it('keeps corrections as one operation', async () => {
    const code = await save('Late', 'late')
    expect(await having(code)).toEqual([COMMENTS[4], COMMENTS[5], COMMENTS[7]])
    const all = await verbatims()
    const corrected = must(await desk.correct({ code, add: [all[0]!, all[8]!], remove: [all[4]!] }, quietTask))
    expect(corrected.undo).toBe('tag')
    expect(await having(code)).toEqual([COMMENTS[0], COMMENTS[5], COMMENTS[7], COMMENTS[8]])
    must(await desk.undo(null, quietTask))
    expect(await having(code)).toEqual([COMMENTS[4], COMMENTS[5], COMMENTS[7]])
    const missing = { ...all[0]!, line: 999 }
    expect(await desk.correct({ code, add: [missing], remove: [] }, quietTask)).toEqual(refuse(fault('busy')))
  })

  it('of a code that is gone, or cancelled, is refused', async () => {
    expect(await desk.auditSample(request('gone'), quietTask)).toEqual(refuse(fault('busy')))
    const code = await save('Late', 'late')
    expect(await desk.auditSample(request(code), cancelled)).toEqual(refuse(fault('cancelled')))
  })
})
