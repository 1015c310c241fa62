import { buildOutline } from '../../../shared/report/build-outline'
import { applyEdits } from '../../../shared/report/edits/apply-edits'
import { addPage, remarkOn, saySentence } from '../../../shared/report/edits/change-edits'
import { NO_EDITS, type Edits } from '../../../shared/report/edits/edits'
import { sentencesOf } from '../../../shared/report/edits/sentences'
import { EARSHOT_BRAND, type Brand } from '../../../shared/report/layout/brand'
import type { Outline } from '../../../shared/report/outline'
import { HOSTILE, poisoned } from './hostile'

const DOT = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='

/** Pieces that some format, parser, formatter or spreadsheet takes for more than text. */
const PIECES = [
  ...HOSTILE.filter((text) => text.length < 200),
  '<', '>', '&', '"', "'", '`', '\\', '(', ')', '[', ']', '{', '}', '%', '#', '$', '/', '|', '~', '^', '\u00A0',
  '&amp;', '&#0;', '&#xFFFE;', '&lt;b&gt;', '&nbsp;', '&bogus;', '<!--', '-->', '--', '<?xml version="1.1"?>', '?>', '<!DOCTYPE a [<!ENTITY b "c">]>',
  '</a:t></a:r>', '</t></si>', '</style>', '</script>', '</title>', '</svg>', '<img src=x onerror=alert(1)>', '" onload="alert(1)', "' style='x", 'javascript:alert(1)', 'url(http://x)', '@import', '\\3c ',
  '=1+1', '+1', '-1', '@x', '\t=1', '\uFF1D1', '\uFF0B1', '\uFF20x', '=cmd|\u0027 /C calc\u0027!A0', '=WEBSERVICE("http://x")', 'R1C1', "'=1",
  '_x0000_', '_x000D_', '_x005F_x0041_', '_X0041_', 'x0041_', '__', '(\\)', ') Tj', '<</S/JavaScript>>', 'endstream endobj', '%PDF-', 'stream\n', '\\u0041', '\\000',
  '\u0000', '\u0008', '\u000B', '\u000C', '\u001B[31m', '\u007F', '\u0085', '\u009F', '\uFEFF', '\uFFFD', '\uFFFE', '\uFFFF', '\u{1FFFE}', '\u{10FFFF}', '\uE000',
  '\uD800', '\uDC00', '\uDBFF', '\uD83D', '\uDE00\uD83D', '\u{1F600}', '👨‍👩‍👧', '🏳️‍🌈', '🇰🇷', '1️⃣', '𠮷', '𝒳',
  '\u202A', '\u202E', '\u202C', '\u2066', '\u2069', '\u200E', '\u200F', '\u200B', '\u200D', '\u2028', '\u2029', '\u00AD', '\u2060', '\u034F',
  'שלום', 'مرحبا', 'हिन्दी', 'ไทย', '한글', '가각', '\u1100\u1161\u11A8', '日本', 'e\u0301', 'Z\u0351\u0346\u0357', 'ﬁ', 'İ', 'ß',
  '\r', '\n', '\r\n', '\t', ' ', '  ', '\n\n', 'null', 'undefined', 'NaN', 'true', '-0', '1e999', '1,000', '2024-01-01', 'toString', 'hasOwnProperty',
  '{n}', '{', "'{'", '{a, select, other {}}', '%s', '${x}', '<#>', '../..', 'CON', 'http://example.com', 'a@b.c', '010-1234-5678',
] as const

/** Texts from a seed: mostly a few pieces, here and there one of the known ones or a very long one. */
export function hostileTexts(seed: number): () => string {
  let state = seed >>> 0
  const below = (limit: number): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % limit
  }
  const piece = (): string => (below(4) === 0 ? String.fromCharCode(below(0x10000)) : (PIECES[below(PIECES.length)] ?? ''))
  return () => {
    const kind = below(400)
    if (kind === 0) return piece().repeat(40_000).slice(0, 32_760 + below(20))
    if (kind < 20) return HOSTILE[below(HOSTILE.length - 2)] ?? ''
    return Array.from({ length: 1 + below(kind < 60 ? 60 : 7) }, piece).join('')
  }
}

export interface Batch {
  readonly outline: Outline
  readonly brand: Brand
  /** How many texts are in it. */
  readonly texts: number
}

/** A summary all of whose texts are hostile: names, values, codes, quotes, words of the filter, edits and brand. */
export function batchOf(seed: number): Batch {
  const make = hostileTexts(seed)
  let texts = 0
  const next = (): string => {
    texts += 1
    return make()
  }
  const outline = buildOutline(poisoned(next), seed % 2 === 0 ? 'ko' : 'en')
  const ids = outline.slides.map(({ id }) => id)
  const remarked = ids.slice(1).reduce((edits: Edits, id) => remarkOn(edits, id, next()), addPage(NO_EDITS, { id: 'own:a', title: next(), text: `${next()}\n${next()}` }, ids, ids[1] ?? ''))
  const edited = outline.slides.reduce((edits: Edits, slide, at) => {
    const [first] = sentencesOf(slide).slice(at % 2)
    return first === undefined || at % 3 > 0 ? edits : saySentence(edits, slide.id, first, null, next())
  }, remarked)
  const brand: Brand = { ...EARSHOT_BRAND, name: next(), logo: seed % 3 === 0 ? { type: 'image/png', data: DOT, width: 300, height: 90 } : null }
  return { outline: applyEdits(outline, edited).outline, brand, texts }
}
