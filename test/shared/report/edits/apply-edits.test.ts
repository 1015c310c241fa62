import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { figureOf } from '../../../../shared/nps/figure'
import { buildOutline } from '../../../../shared/report/build-outline'
import { applyEdits } from '../../../../shared/report/edits/apply-edits'
import { addPage, bringBack, keepMine, leaveOut, moveSlide, remarkOn, removePage, saySentence, setQuote, takeNew } from '../../../../shared/report/edits/change-edits'
import { NO_EDITS, type Edits } from '../../../../shared/report/edits/edits'
import { sentencesOf } from '../../../../shared/report/edits/sentences'
import { layOut } from '../../../../shared/report/layout/lay-out'
import type { Outline, Slide } from '../../../../shared/report/outline'
import { writePptx } from '../../../../shared/report/write-pptx'
import { FIXTURES, rich } from '../fixtures'
import { HOSTILE } from '../hostile'
import { officeFaults } from '../well-formed'

const english = buildOutline(rich, 'en')
/** The next quarter: every number another, the same stories. */
const later = buildOutline(
  {
    ...rich,
    headline: figureOf({ promoters: 700, passives: 360, detractors: 260 }),
    segments: rich.segments.map((table) => ({
      ...table,
      rows: table.rows.map(({ value, figure }) => ({ value, figure: figureOf({ promoters: figure.promoters + 3, passives: figure.passives, detractors: figure.detractors + 1 }) })),
    })),
  },
  'en',
)
const ids = ({ slides }: Outline): string[] => slides.map(({ id }) => id)
const slide = (outline: Outline, id: string): Slide => {
  const found = outline.slides.find((each) => each.id === id)
  if (!found) throw new Error(`no ${id}`)
  return found
}
const sentence = (outline: Outline, id: string, key: string) => {
  const found = sentencesOf(slide(outline, id)).find((each) => each.key === key)
  if (!found) throw new Error(`no ${key} on ${id}`)
  return found
}
const said = (edits: Edits, id: string, key: string, text: string): Edits => saySentence(edits, id, sentence(english, id, key), null, text)

const slideId = fc.constantFrom(...ids(english), 'segment:gone', 'own:x', 'own:y', '')
const words = fc.oneof(fc.constantFrom('Prices rose in April.', 'We hire.', '', 'A much longer sentence, '.repeat(30)), fc.string({ maxLength: 40 }))
const sentences = english.slides.flatMap((each) => sentencesOf(each).map((one) => ({ slide: each.id, one })))
const anyEdits: fc.Arbitrary<Edits> = fc.record({
  order: fc.array(slideId, { maxLength: 14 }),
  out: fc.array(slideId, { maxLength: 4 }),
  sentences: fc
    .uniqueArray(fc.tuple(fc.constantFrom(...sentences), words), { maxLength: 6, selector: ([{ slide: at, one }]) => `${at} ${one.key}` })
    .map((list) => list.map(([{ slide: at, one }, text]) => ({ slide: at, key: one.key, of: one.of, was: one.text, text }))),
  remarks: fc.uniqueArray(fc.record({ slide: slideId, text: words }), { maxLength: 3, selector: (each) => each.slide }),
  pages: fc.uniqueArray(fc.record({ id: fc.constantFrom('own:x', 'own:y'), title: words, text: words }), { maxLength: 2, selector: ({ id }) => id }),
  quotes: fc.uniqueArray(fc.record({ key: fc.constantFrom('code:c1', 'code:c2', 'code:gone'), pick: fc.constantFrom(null, { wave: 'w', line: 3, field: 'f' }) }), { maxLength: 3, selector: ({ key }) => key }),
})

describe('edits of a summary', () => {
  it.each(Object.entries(FIXTURES))('change nothing of %s where there are none', (_, data) => {
    const outline = buildOutline(data, 'ko')
    expect(applyEdits(outline, NO_EDITS)).toEqual({ outline, stale: [], left: [] })
  })

  it('keep every slide, each once, shown or left out', () => {
    fc.assert(
      fc.property(anyEdits, (edits) => {
        const { outline, left } = applyEdits(english, edits)
        const all = [...ids(outline), ...left.map(({ id }) => id)]
        expect([...all].sort()).toEqual([...ids(english), ...edits.pages.map(({ id }) => id)].sort())
      }),
    )
  })

  it('say the same when laid over their own outcome', () => {
    fc.assert(
      fc.property(anyEdits, (edits) => {
        const once = applyEdits(english, edits).outline
        // What is left out is not there to be left out again.
        expect(applyEdits(once, edits).outline).toEqual(once)
      }),
    )
  })

  it('of what is not there are harmless, and wait', () => {
    const strange: Edits = {
      order: ['segment:gone', 'constructor', '__proto__'],
      out: ['toString'],
      sentences: [{ slide: 'title', key: 'body.7', of: 9, was: 'x', text: 'y' }, { slide: 'nowhere', key: 'title', of: 1, was: 'a', text: 'b' }],
      remarks: [{ slide: 'nowhere', text: 'x' }],
      pages: [],
      quotes: [{ key: 'code:gone', pick: null }],
    }
    expect(applyEdits(english, strange)).toEqual({ outline: english, stale: [], left: [] })
    const waiting = leaveOut(remarkOn(NO_EDITS, 'segment:country', 'Korea only from May.'), 'trend')
    const without = { ...english, slides: english.slides.filter(({ id }) => id !== 'segment:country' && id !== 'trend') }
    expect(applyEdits(without, waiting).outline).toEqual(without)
    const back = applyEdits(english, waiting)
    expect(slide(back.outline, 'segment:country').remark).toBe('Korea only from May.')
    expect(back.left.map(({ id }) => id)).toEqual(['trend'])
  })

  it('stay after new data, and say where the numbers behind them have changed', () => {
    const edits = said(said(NO_EDITS, 'segment:tenure', 'body.0', 'Newcomers are the problem.'), 'method', 'title', 'How we counted')
    const { outline, stale } = applyEdits(later, edits)
    expect(slide(outline, 'method').title).toBe('How we counted')
    expect(sentencesOf(slide(outline, 'segment:tenure'))[1]?.text).toBe('Newcomers are the problem.')
    expect(stale).toEqual([{ edit: edits.sentences[0], now: sentence(later, 'segment:tenure', 'body.0').text }])
    const [first] = stale
    if (!first) throw new Error('nothing stale')
    expect(applyEdits(later, keepMine(edits, first))).toMatchObject({ stale: [] })
    expect(applyEdits(later, takeNew(edits, first)).outline.slides.find(({ id }) => id === 'segment:tenure')).toEqual(slide(later, 'segment:tenure'))
    expect(applyEdits(later, takeNew(edits, first)).stale).toEqual([])
  })

  it.each([
    ['a sentence came before it', (body: readonly string[]) => ['New caution.', ...body], 'mine'],
    ['one of several went', (body: readonly string[]) => body.slice(1), 'gone'],
    ['its figures changed and it moved', (body: readonly string[]) => ['New caution.', ...body.map((text) => text.replaceAll(/\d/g, '7'))], 'mine'],
  ])('are about the same words when %s', (_, change, outcome) => {
    const edits = said(NO_EDITS, 'themes', 'body.0', 'mine')
    const slides = english.slides.map((each) => (each.id === 'themes' && 'body' in each ? ({ ...each, body: change(each.body) } as Slide) : each))
    const { outline } = applyEdits({ ...english, slides }, edits)
    const texts = sentencesOf(slide(outline, 'themes')).map(({ text }) => text)
    expect(texts.includes('mine')).toBe(outcome === 'mine')
    expect(texts.includes('New caution.')).toBe(outcome === 'mine')
  })

  it('leave a sentence out, but never a title', () => {
    const edits = said(said(NO_EDITS, 'themes', 'body.0', ''), 'themes', 'title', '  ')
    const texts = sentencesOf(slide(applyEdits(english, edits).outline, 'themes'))
    expect(texts).toHaveLength(sentencesOf(slide(english, 'themes')).length - 1)
    expect(texts[0]?.text).toBe(slide(english, 'themes').title)
  })

  it('move slides, and leave the order of what is hidden alone', () => {
    const moved = moveSlide(NO_EDITS, ids(english), 'themes', 1)
    expect(ids(applyEdits(english, moved).outline).slice(0, 3)).toEqual(['title', 'themes', 'headline'])
    const hidden = leaveOut(moved, 'themes')
    const next = moveSlide(hidden, ids(applyEdits(english, hidden).outline), 'method', 0)
    expect(ids(applyEdits(english, bringBack(next, 'themes')).outline).slice(0, 4)).toEqual(['method', 'title', 'themes', 'headline'])
    expect(ids(english)).toEqual(ids(applyEdits(english, moveSlide(NO_EDITS, ids(english), 'nowhere', 2)).outline))
  })

  it('have pages of one’s own between others, which go without a trace', () => {
    const page = { id: 'own:a', title: 'What we do next', text: 'Call the newcomers.\n\nBy 1 June.' }
    const edits = addPage(NO_EDITS, page, ids(english), 'headline')
    const { outline } = applyEdits(english, edits)
    expect(ids(outline)[2]).toBe('own:a')
    expect(slide(outline, 'own:a')).toMatchObject({ kind: 'own', title: 'What we do next', body: ['Call the newcomers.', 'By 1 June.'] })
    expect(ids(applyEdits(english, removePage(edits, 'own:a')).outline)).toEqual(ids(english))
  })

  it('put other comments in the place of quotes, or none; a page without any is left out', () => {
    const other = { key: 'code:c1', tone: 'passives', code: 'Speed', head: 'Passive', text: 'Another one', source: 'Wave, line 3' } as const
    const place = { wave: 'w', line: 3, field: 'f' }
    const edits = setQuote(setQuote(NO_EDITS, 'code:c1', place), 'code:c3', null)
    const found = slide(applyEdits(english, edits, () => other).outline, 'pain')
    expect(found).toMatchObject({ quotes: [other, {}, {}] })
    expect(slide(applyEdits(english, edits).outline, 'pain')).toMatchObject({ quotes: [{ key: 'code:c1' }, { key: 'code:c6' }, { key: 'code:c7' }] })
    const none = ['c1', 'c3', 'c6', 'c7'].reduce((all, key) => setQuote(all, `code:${key}`, null), NO_EDITS)
    const without = applyEdits(english, none)
    expect(without.left.map(({ id }) => id)).toEqual(['pain'])
    expect(ids(applyEdits(english, bringBack(none, 'pain', ['code:c1', 'code:c3', 'code:c6', 'code:c7'])).outline)).toEqual(ids(english))
  })

  it('leave a page the title that names its themes only while just these are shown', () => {
    const plain = slide(english, 'pain')
    if (plain.kind !== 'quotes') throw new Error('no quotes')
    const [first] = plain.quotes
    const place = { wave: 'w', line: 3, field: 'f' }
    const titleWith = (patch: object): string => slide(applyEdits(english, setQuote(NO_EDITS, first!.key, place), () => ({ ...first!, text: 'Another', ...patch })).outline, 'pain').title
    expect(titleWith({})).toBe(plain.title)
    expect(plain.title).toContain(first!.code!.slice(0, 12))
    for (const patch of [{ code: 'Other' }, { code: null }, { tone: 'promoters' }]) expect(titleWith(patch)).toBe(plain.plainTitle)
    expect(slide(applyEdits(english, setQuote(NO_EDITS, first!.key, null)).outline, 'pain').title).toBe(plain.plainTitle)
    const said = saySentence(setQuote(NO_EDITS, first!.key, null), 'pain', { key: 'title', of: 1, text: plain.plainTitle }, null, 'Mine')
    const edited = applyEdits(english, said)
    expect([slide(edited.outline, 'pain').title, edited.stale]).toEqual(['Mine', []])
  })

  it('say in the foot that something is masked just while a quote with a mask is shown', () => {
    const masked = { key: 'code:c1', tone: 'passives', code: null, head: 'Passive', text: 'Ask ▇▇▇ about it', source: 'Wave, line 3' } as const
    const plain = slide(english, 'pain')
    if (plain.kind !== 'quotes') throw new Error('no quotes')
    const edits = setQuote(NO_EDITS, 'code:c1', { wave: 'w', line: 3, field: 'f' })
    const shown = applyEdits(english, edits, () => masked).outline
    expect(slide(shown, 'pain')).toMatchObject({ foot: [plain.maskNote, ...plain.foot] })
    expect(slide(applyEdits(shown, setQuote(edits, 'code:c1', null)).outline, 'pain')).toMatchObject({ foot: plain.foot })
  })

  it('say what goes with the score and what to look into in other words; their numbers stay what they were counted from', () => {
    const before = slide(english, 'headline')
    if (before.kind !== 'headline') throw new Error('no headline')
    const edits = said(said(NO_EDITS, 'headline', 'explained.0', 'Prices rose in spring.'), 'headline', 'todo', '')
    expect(slide(applyEdits(english, edits).outline, 'headline')).toMatchObject({
      explained: { statements: [{ text: 'Prices rose in spring.', ref: before.explained?.statements[0]?.ref }, ...(before.explained?.statements.slice(1) ?? [])] },
      todo: null,
    })
    const none = before.explained?.statements.reduce((all, _, at) => said(all, 'headline', `explained.${at}`, ''), NO_EDITS) ?? NO_EDITS
    expect(slide(applyEdits(english, none).outline, 'headline')).toMatchObject({ explained: null, todo: before.todo })
  })

  it('keep to the room that there is, whatever is written', async () => {
    const long = HOSTILE.reduce<Edits>(
      (edits, text, at) => {
        const target = sentences[at % sentences.length]
        const next = target ? saySentence(edits, target.slide, target.one, null, text) : edits
        return addPage(remarkOn(next, ids(english)[at % english.slides.length] ?? '', text), { id: `own:${at}`, title: text, text: `${text}\n${text}` }, ids(english), 'title')
      },
      NO_EDITS,
    )
    const { outline } = applyEdits(english, long)
    expect(officeFaults(await writePptx(outline))).toEqual([])
    for (const { blocks } of layOut(outline))
      for (const block of blocks) if (block.kind === 'text') for (const { runs } of block.paragraphs) expect(runs.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(1000)
  })
})
