import type { Outline, OutlineQuote, OwnSlide, Slide } from '../outline'
import type { Edits, OwnPage, QuotePlace, SentenceEdit, Stale } from './edits'
import { findSentences } from './find-sentence'
import { isMasked } from './masked'
import { inOrder } from './order'
import { roomFor, tidy, tidyPage, tidyRemark, TITLE_ROOM } from './room'
import { sentencesOf, withSentences } from './sentences'

export interface Edited {
  readonly outline: Outline
  /** Edited sentences whose numbers have changed; they stay as edited. */
  readonly stale: readonly Stale[]
  /** Slides that are left out, in their order, with the other edits. */
  readonly left: readonly Slide[]
}

/** Gives the words of a comment that was picked by hand; null where it is no longer there. */
export type QuoteAt = (place: QuotePlace, key: string) => OutlineQuote | null

/** The outline as somebody wants it. Words are cleaned and cut to the room that they have, wherever they come from. */
export function applyEdits(outline: Outline, edits: Edits, quoteAt: QuoteAt = () => null): Edited {
  const stale: Stale[] = []
  const made = new Map<string, Slide>()
  for (const slide of outline.slides) {
    const said = say(withQuotes(slide, edits, quoteAt), edits.sentences.filter((edit) => edit.slide === slide.id))
    stale.push(...said.stale)
    made.set(slide.id, remarked(said.slide, edits))
  }
  for (const page of edits.pages) if (!made.has(page.id)) made.set(page.id, remarked(ownSlide(page), edits))
  const ids = inOrder(edits.order.filter((id) => made.has(id)), [...made.keys()])
  const out = new Set(edits.out)
  const slides = ids.flatMap((id) => made.get(id) ?? [])
  const isLeft = (slide: Slide): boolean => out.has(slide.id) || ('quotes' in slide && slide.quotes.length === 0)
  return { outline: { ...outline, slides: slides.filter((slide) => !isLeft(slide)) }, stale, left: slides.filter(isLeft) }
}

function say(slide: Slide, edits: readonly SentenceEdit[]): { readonly slide: Slide; readonly stale: readonly Stale[] } {
  if (edits.length === 0) return { slide, stale: [] }
  const found = findSentences(edits, sentencesOf(slide))
  const texts = new Map<string, string>()
  const stale: Stale[] = []
  for (const [edit, sentence] of found) {
    texts.set(sentence.key, tidy(edit.text, roomFor(slide.kind, edit)))
    if (sentence.text !== edit.was && sentence.text !== edit.text) stale.push({ edit, now: sentence.text })
  }
  return { slide: withSentences(slide, texts), stale }
}

/** The slide with the quotes that somebody wants; its generated title names no theme that is not shown. */
export function withQuotes(slide: Slide, { quotes }: Edits, quoteAt: QuoteAt): Slide {
  if (quotes.length === 0 || !('quotes' in slide)) return slide
  const edited = new Map(quotes.map(({ key, pick }) => [key, pick]))
  const shown = slide.quotes.flatMap((quote) => {
    const pick = edited.get(quote.key)
    if (pick === undefined) return [quote]
    return pick === null ? [] : [quoteAt(pick, quote.key) ?? quote]
  })
  const foot = slide.foot.filter((line) => line !== slide.maskNote)
  const title = aboutTheSame(slide.quotes, shown) ? slide.title : slide.plainTitle
  return { ...slide, title, quotes: shown, foot: shown.some(({ text }) => isMasked(text)) ? [slide.maskNote, ...foot] : foot }
}

/** Whether a title that names the themes and the group of the ones suits the others. */
function aboutTheSame(before: readonly OutlineQuote[], now: readonly OutlineQuote[]): boolean {
  const [themes, shown] = [before, now].map((quotes) => new Set(quotes.map(({ code }) => code)))
  const tones = new Set(before.map(({ tone }) => tone))
  return themes!.size === shown!.size && [...themes!].every((theme) => shown!.has(theme)) && now.every(({ tone }) => tones.has(tone))
}

function remarked(slide: Slide, { remarks }: Edits): Slide {
  const remark = tidyRemark(remarks.find((each) => each.slide === slide.id)?.text ?? '')
  return remark === '' ? slide : { ...slide, remark }
}

const ownSlide = ({ id, title, text }: OwnPage): OwnSlide => ({ id, kind: 'own', title: tidy(title, TITLE_ROOM), body: tidyPage(text), notes: [] })
