import type { OutlineQuote, QuotesSlide } from '../outline'
import type { Phrases } from '../phrases'
import type { Quote } from '../types'
import type { Context } from './context'
import { sourceNote } from './context'
import { GROUPS } from './groups'

const PER_SLIDE = 6
const MAX_SLIDES = 2
const TEXT_WIDTH = 260

/** The quotes as they were chosen, six to a slide, at most two slides. */
export function quotesSlides(context: Context): QuotesSlide[] {
  const { data, words } = context
  const { say } = words
  const shown = data.quotes.slice(0, PER_SLIDE * MAX_SLIDES)
  const pages = Math.ceil(shown.length / PER_SLIDE)
  const perSlide = Math.ceil(shown.length / Math.max(1, pages))
  const left = data.quotes.length - shown.length
  return Array.from({ length: pages }, (_, at) => ({
    id: `quotes:${at + 1}`,
    kind: 'quotes',
    title: pages === 1 ? say('report.quotes.title') : say('report.quotes.title.page', { page: at + 1, pages }),
    quotes: shown.slice(at * perSlide, (at + 1) * perSlide).map((quote) => outlineQuote(words, quote)),
    foot: left > 0 && at === pages - 1 ? [say('report.quotes.more', { n: left })] : [],
    notes: [say('report.note.quotes'), sourceNote(context)],
  }))
}

/** A quote in the summary's words. */
export const outlineQuote = (words: Phrases, quote: Quote): OutlineQuote => ({
  key: quote.slot,
  tone: quote.group ?? 'low',
  head: head(words, quote),
  text: words.label(quote.text, TEXT_WIDTH),
  source: words.say('report.quotes.source', {
    question: words.label(quote.question, 60),
    wave: words.label(quote.wave, 30),
    line: quote.line,
  }),
})

function head(words: Phrases, { score, group: own, code }: Quote): string {
  const named = code === null ? {} : { code: words.label(code, 28) }
  if (score === null) return words.say(code === null ? 'report.quotes.unscored' : 'report.quotes.unscored.code', named)
  const group = GROUPS.find((entry) => entry.group === own)
  const params = { group: words.say(group?.one ?? 'report.passive'), score, ...named }
  return words.say(code === null ? 'report.quotes.head' : 'report.quotes.head.code', params)
}
