import type { ExplainedPart } from '../../../shared/coding/explain'
import { matchedWords, type MarkedSpan, type ShownCode } from './code-marks'
import type { Words } from '../words/words'

type Spans = ExplainedPart['spans']

/** Words found in a text, each once, in quotation marks. */
function quotedWords(text: string, spans: Spans, { t }: Words): string {
  const found = matchedWords(text, spans.map(({ start, end }) => ({ from: start, to: end })))
  return found.map((word) => t('code.why.word', { word })).join(', ')
}

/** Beside a part of a rule: what was found of it, or why it does not hold. Blank where its parts say it. */
export function partDetail(part: ExplainedPart, text: string, words: Words): string {
  const { t } = words
  const { kind, why, spans } = part
  const found = quotedWords(text, spans, words)
  if (why === null) {
    if (kind === 'condition') return t('proof.row.met')
    if (kind === 'not') return t('proof.row.absent')
    const isGroup = kind === 'and' || kind === 'or' || kind === 'sentence' || kind === 'code'
    return found === '' || isGroup ? '' : t('proof.row.found', { words: found })
  }
  switch (why.kind) {
    case 'missing':
      return t('proof.row.missing')
    case 'none':
      return t('proof.row.none')
    case 'parts':
      return ''
    case 'present':
      return found === '' ? t('proof.row.applies') : t('proof.row.present', { words: found })
    case 'sentences':
      return t('proof.row.sentences')
    case 'side':
      return why.missing === null ? t('proof.row.none') : t('proof.row.side', { missing: why.missing })
    case 'apart':
      return t('proof.row.apart', { distance: why.distance })
    case 'order':
      return t('proof.row.order')
    case 'close':
      return t('proof.row.close')
    case 'no-rule':
      return t('proof.row.rule')
    case 'condition':
      if (why.cell === null) return t('proof.row.field')
      return why.cell === '' ? t('proof.row.blank') : t('proof.row.cell', { cell: why.cell })
  }
}

/** Why the whole fails: a sentence for each part that decides. */
export function reasonsOf(part: ExplainedPart, text: string, words: Words): readonly string[] {
  if (part.decides) return [sentenceOf(part, text, words)]
  const reasons = part.parts.flatMap((each) => reasonsOf(each, text, words))
  if (part.kind !== 'code') return reasons
  return reasons.map((reason) => words.t('proof.say.code', { code: part.rule, reason }))
}

function sentenceOf(part: ExplainedPart, text: string, words: Words): string {
  const { t } = words
  const { why, spans } = part
  const quoted = (found: Spans): string => quotedWords(text, found, words)
  const rule = t('code.why.word', { word: shortened(part.rule) })
  switch (why?.kind) {
    case undefined:
    case 'parts':
      return rule
    case 'missing':
      return t('proof.say.missing', { rule })
    case 'none':
      return t('proof.say.none', { rule })
    case 'present':
      return spans.length === 0 ? t('proof.say.applies', { rule: ruleWithin(part, words) }) : t('proof.say.present', { words: quoted(spans) })
    case 'sentences':
      return t('proof.say.sentences', { rule })
    case 'side': {
      if (why.missing === null) return t('proof.say.sides', { rule })
      const missing = t('code.why.word', { word: shortened(why.missing) })
      return why.found.length === 0 ? t('proof.say.missing', { rule: missing }) : t('proof.say.side', { found: quoted(why.found), missing })
    }
    case 'apart':
      return t('proof.say.apart', { left: quoted(why.left), right: quoted(why.right), gap: why.gap, distance: why.distance })
    case 'order':
    case 'close':
      return t(`proof.say.${why.kind}`, { left: quoted(why.left), right: quoted(why.right), gap: why.gap })
    case 'no-rule':
      return t('proof.say.rule', { rule: part.rule })
    case 'condition': {
      if (why.cell === null) return t('proof.say.field', { rule: part.rule })
      return why.cell === '' ? t('proof.say.blank', { rule: part.rule }) : t('proof.say.cell', { rule: part.rule, cell: why.cell })
    }
  }
}

const LONGEST = 60

/** A long list of words is told by its beginning: all of it stands below. */
const shortened = (rule: string): string => (rule.length <= LONGEST ? rule : `${rule.slice(0, LONGEST).replace(/\s*\|?\s*\S*$/, '')} …`)

/** What a NOT is about. */
const ruleWithin = ({ parts, rule }: ExplainedPart, { t }: Words): string => t('code.why.word', { word: shortened(parts[0]?.rule ?? rule) })

/** Where words of the rule stand in the text, also of parts that fail: those of words, phrases and patterns. */
export function foundSpans({ kind, spans, parts }: ExplainedPart): Spans {
  return kind === 'word' || kind === 'phrase' || kind === 'regex' ? spans : parts.flatMap(foundSpans)
}

/** What to mark in a text of which a rule is explained. */
export const marksOfExplanation = (root: ExplainedPart, code: ShownCode | undefined): readonly MarkedSpan[] =>
  foundSpans(root).map(({ start, end }) => ({ from: start, to: end, color: code?.color ?? null, title: code?.name ?? '' }))
