import type { Locale } from '../../locale/translate'
import type { Paragraph, Run, TextBlock } from '../layout/blocks'
import type { Color } from '../layout/look'
import { escapeXml } from './xml'

const HANGUL = /[\u1100-\u11FF\u3130-\u318F\uA960-\uA97F\uAC00-\uD7FF]/

/**
 * The attributes that name the language of `text`, for spelling and for what letters stand between: Hangul is Korean
 * in an English deck, too. With Korean the other language of the line is English.
 */
export const languageOf = (text: string, locale: Locale): string =>
  locale === 'ko' || HANGUL.test(text) ? 'lang="ko-KR" altLang="en-US"' : 'lang="en-US"'

/** How letters look: the size in points. */
export interface Look {
  readonly size: number
  readonly color: Color
  readonly bold?: boolean
  readonly italic?: boolean
}

export const fill = (color: Color): string => `<a:solidFill><a:schemeClr val="${color}"/></a:solidFill>`
const hundredths = (points: number): number => Math.round(points * 100)

/** The properties of a run, without what `given` says already. */
function runProperties(name: string, text: string, locale: Locale, look: Look, given: Look | null): string {
  const attributes = [
    languageOf(text, locale),
    given?.size === look.size ? '' : `sz="${hundredths(look.size)}"`,
    (given?.bold ?? false) === (look.bold ?? false) ? '' : `b="${look.bold ? 1 : 0}"`,
    (given?.italic ?? false) === (look.italic ?? false) ? '' : `i="${look.italic ? 1 : 0}"`,
    'dirty="0"',
  ].filter((entry) => entry !== '')
  const inside = given?.color === look.color ? '' : fill(look.color)
  return `<a:${name} ${attributes.join(' ')}${inside === '' ? '/>' : `>${inside}</a:${name}>`}`
}

/** A run; where its text breaks the line, a break stands. */
function runMarkup(run: Run, locale: Locale, given: Look | null): string {
  const properties = runProperties('rPr', run.text, locale, run, given)
  return run.text
    .split(/\r\n|\r|\n/)
    .map((line) => (line === '' ? '' : `<a:r>${properties}<a:t>${escapeXml(line)}</a:t></a:r>`))
    .join(`<a:br>${properties}</a:br>`)
}

export interface ParagraphLook {
  readonly align: 'left' | 'right' | 'center'
  /** Room below, in points. */
  readonly after: number
  /** What the place gives by itself; null: nothing. */
  readonly given: { readonly look: Look; readonly after: number } | null
}

const ALIGNED = { left: 'l', right: 'r', center: 'ctr' } as const
const spaceAfter = (points: number): string => `<a:spcAft><a:spcPts val="${hundredths(points)}"/></a:spcAft>`

/** A paragraph. An empty one keeps its place. */
export function paragraphMarkup(runs: readonly Run[], locale: Locale, { align, after, given }: ParagraphLook): string {
  const space = after === (given?.after ?? 0) ? '' : spaceAfter(after)
  const aligned = given === null ? ` algn="${ALIGNED[align]}"` : ''
  const properties = aligned === '' && space === '' ? '' : `<a:pPr${aligned}${space === '' ? '/>' : `>${space}</a:pPr>`}`
  const last = runs.at(-1) ?? { text: '', ...(given?.look ?? { size: 10, color: 'tx1' as const }) }
  const end = runProperties('endParaRPr', last.text, locale, last, given?.look ?? null)
  return `<a:p>${properties}${runs.map((run) => runMarkup(run, locale, given?.look ?? null)).join('')}${end}</a:p>`
}

/** The paragraphs of a block; a text body must have one. */
export function paragraphsMarkup(block: Pick<TextBlock, 'align' | 'paragraphs'>, locale: Locale, given: ParagraphLook['given']): string {
  const paragraphs: readonly Paragraph[] = block.paragraphs.length === 0 ? [{ runs: [], after: 0 }] : block.paragraphs
  return paragraphs.map(({ runs, after }) => paragraphMarkup(runs, locale, { align: block.align, after, given })).join('')
}

/** What a level of a list style says, `level` from 1. */
export const levelStyle = (level: number, look: Look, after = 0, align: ParagraphLook['align'] = 'left'): string =>
  `<a:lvl${level}pPr marL="0" indent="0" algn="${ALIGNED[align]}" defTabSz="914400" rtl="0" eaLnBrk="1" latinLnBrk="0" hangingPunct="1">` +
  `<a:spcBef><a:spcPts val="0"/></a:spcBef>${spaceAfter(after)}<a:buNone/>` +
  `<a:defRPr sz="${hundredths(look.size)}" b="${look.bold ? 1 : 0}" i="0" kern="1200">${fill(look.color)}` +
  `<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl${level}pPr>`

const [FIRST, LAST] = [1, 9] as const
export const LEVELS = Array.from({ length: LAST }, (_, at) => FIRST + at)

/** The same look on all nine levels. */
export const levelStyles = (look: Look, after = 0): string => LEVELS.map((level) => levelStyle(level, look, after)).join('')
