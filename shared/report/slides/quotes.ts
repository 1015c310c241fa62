import { isMasked } from '../edits/masked'
import type { OutlineQuote, QuotesSlide } from '../outline'
import type { Phrases } from '../phrases'
import type { Quote } from '../types'
import type { Context } from './context'
import { sourceNote } from './context'
import { GROUPS } from './groups'

const PER_SLIDE = 6
const MAX_SLIDES = 2
const TEXT_WIDTH = 260
const NAMED = 3
/** Room for the names in a title, all together and each, in Latin letters. */
const [NAMES, LONGEST] = [72, 44]
/** Below this nobody is quoted: the group could be told from its words. */
export const ENOUGH = 10

/** Pain points, then bright spots, then what stands for neither, six quotes to a page. */
export function quotesSlides(context: Context): QuotesSlide[] {
  const { quotes, responses } = context.data
  if (responses.scored < ENOUGH) return []
  const of = (side: Quote['side']): readonly Quote[] => quotes.filter((quote) => quote.side === side)
  const sides = ([['pain', 1], ['bright', 1], [null, MAX_SLIDES]] as const).filter(([side]) => side !== null || of('pain').length + of('bright').length === 0)
  return sides.flatMap(([side, most]) => pagesOf(context, of(side), side, most))
}

function pagesOf(context: Context, quotes: readonly Quote[], side: Quote['side'], most: number): readonly QuotesSlide[] {
  const { words } = context
  const { say } = words
  const shown = quotes.slice(0, PER_SLIDE * most)
  const pages = Math.ceil(shown.length / PER_SLIDE)
  const perSlide = Math.ceil(shown.length / Math.max(1, pages))
  const left = quotes.length - shown.length
  const maskNote = say('report.quotes.masked')
  return Array.from({ length: pages }, (_, at) => {
    const here = shown.slice(at * perSlide, (at + 1) * perSlide)
    const plainTitle = side !== null ? say(`report.quotes.${side}.plain`) : pages === 1 ? say('report.quotes.title') : say('report.quotes.title.page', { page: at + 1, pages })
    return {
      id: side ?? `quotes:${at + 1}`,
      kind: 'quotes',
      title: side === null ? plainTitle : titleOf(context, here, side),
      plainTitle,
      quotes: here.map((quote) => outlineQuote(words, quote)),
      foot: [
        ...(here.some(({ text }) => isMasked(text)) ? [maskNote] : []),
        ...(left > 0 && at === pages - 1 ? [say('report.quotes.more', { n: left })] : []),
      ],
      maskNote,
      notes: [say('report.note.quotes'), sourceNote(context)],
    }
  })
}

function titleOf({ words }: Context, quotes: readonly Quote[], side: 'pain' | 'bright'): string {
  const named = [...new Set(quotes.flatMap(({ code }) => code ?? []))].slice(0, NAMED)
  const codes = named.map((code) => words.label(code, Math.min(LONGEST, Math.floor(NAMES / named.length))))
  const names = words.both(codes)
  const isByGroup = quotes.every(({ group }) => group === (side === 'pain' ? 'detractors' : 'promoters'))
  return words.say(side === 'bright' ? (isByGroup ? 'report.quotes.bright' : 'report.quotes.bright.other') : isByGroup ? 'report.quotes.pain' : 'report.quotes.pain.other', { names })
}

/** A quote in the summary's words. */
export const outlineQuote = (words: Phrases, quote: Quote): OutlineQuote => ({
  key: quote.slot,
  tone: quote.group ?? 'low',
  code: quote.code,
  head: head(words, quote),
  text: words.label(quote.text, TEXT_WIDTH),
  source: words.say('report.quotes.source', {
    question: words.label(quote.question, 60),
    wave: words.label(quote.wave, 30),
    line: quote.line,
  }),
})

function head(words: Phrases, { score, group: own, code }: Quote): string {
  const named = code === null ? {} : { code: words.label(code, 44) }
  if (score === null) return words.say(code === null ? 'report.quotes.unscored' : 'report.quotes.unscored.code', named)
  const group = GROUPS.find((entry) => entry.group === own)
  const params = { group: words.say(group?.one ?? 'report.passive'), score, ...named }
  return words.say(code === null ? 'report.quotes.head' : 'report.quotes.head.code', params)
}
