import { NO_EDITS, type Edits, type OwnPage, type QuotePlace, type SentenceEdit, type Stale } from './edits'
import { inOrder } from './order'
import type { Sentence } from './sentences'

/** Which sentence an edit is about. */
const isAbout = (slide: string, key: string) => (edit: SentenceEdit): boolean => edit.slide === slide && edit.key === key

/** Puts a slide at another place among those that are shown; what is left out or not there now keeps its neighbours. */
export function moveSlide(edits: Edits, shown: readonly string[], id: string, to: number): Edits {
  const others = shown.filter((each) => each !== id)
  if (others.length === shown.length) return edits
  const place = Math.max(0, Math.min(to, others.length))
  return { ...edits, order: inOrder([...others.slice(0, place), id, ...others.slice(place)], edits.order) }
}

/** Leaves a slide out; `shown` are the slides before it goes, so that it comes back to its place. */
export const leaveOut = (edits: Edits, id: string): Edits => (edits.out.includes(id) ? edits : { ...edits, out: [...edits.out, id] })

/** Brings a slide back, with the quotes that were left out on it. */
export const bringBack = (edits: Edits, id: string, quotes: readonly string[] = []): Edits => ({
  ...edits,
  out: edits.out.filter((each) => each !== id),
  quotes: edits.quotes.filter(({ key, pick }) => pick !== null || !quotes.includes(key)),
})

/** Says a sentence in other words; in the generated ones, it is no longer edited. `edit` is the one there is. */
export function saySentence(edits: Edits, slide: string, generated: Sentence, edit: SentenceEdit | null, text: string): Edits {
  const key = edit?.key ?? generated.key
  const others = edits.sentences.filter((each) => each !== edit && !isAbout(slide, key)(each))
  if (text === generated.text) return { ...edits, sentences: others }
  return { ...edits, sentences: [...others, { slide, key: generated.key, of: generated.of, was: generated.text, text }] }
}

/** Takes the new text of a sentence whose numbers have changed. */
export const takeNew = (edits: Edits, { edit }: Stale): Edits => ({
  ...edits,
  sentences: edits.sentences.filter((each) => !isAbout(edit.slide, edit.key)(each)),
})

/** Keeps the words of such a sentence for the new numbers, too. */
export const keepMine = (edits: Edits, { edit, now }: Stale): Edits => ({
  ...edits,
  sentences: edits.sentences.map((each) => (isAbout(edit.slide, edit.key)(each) ? { ...each, was: now } : each)),
})

/** Remarks something on a slide; blank: nothing. */
export const remarkOn = (edits: Edits, slide: string, text: string): Edits => ({
  ...edits,
  remarks: [...edits.remarks.filter((each) => each.slide !== slide), ...(text.trim() === '' ? [] : [{ slide, text }])],
})

/** Adds a page of words behind the slide `after`. */
export const addPage = (edits: Edits, page: OwnPage, shown: readonly string[], after: string): Edits =>
  moveSlide({ ...edits, pages: [...edits.pages, page] }, [...shown, page.id], page.id, shown.indexOf(after) + 1)

export const rewritePage = (edits: Edits, page: OwnPage): Edits => ({
  ...edits,
  pages: edits.pages.map((each) => (each.id === page.id ? page : each)),
})

export const removePage = (edits: Edits, id: string): Edits => ({
  ...edits,
  pages: edits.pages.filter((each) => each.id !== id),
  order: edits.order.filter((each) => each !== id),
  out: edits.out.filter((each) => each !== id),
  remarks: edits.remarks.filter((each) => each.slide !== id),
})

/** Puts another comment in the place of a quote, or (null) none; undefined: the picked one again. */
export const setQuote = (edits: Edits, key: string, pick: QuotePlace | null | undefined): Edits => ({
  ...edits,
  quotes: [...edits.quotes.filter((each) => each.key !== key), ...(pick === undefined ? [] : [{ key, pick }])],
})

/** Everything as generated. */
export const resetAll = (): Edits => NO_EDITS
