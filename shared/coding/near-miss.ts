import { assertNever } from '../base/assert'
import { finalOf, isHangul } from '../text/hangul'
import { hasParticles, isWordWithTail } from '../text/particles'
import { baseForms } from '../text/base-forms'
import { withoutPossessive } from '../text/possessive'
import { stemOf } from '../text/stem'
import { Tokens, tokenize } from '../text/tokenize'
import { compileRules } from './compile-rules'
import { commonStart } from './needles'
import type { Rule, WordRule } from './rule'

/**
 * Shorter words of other scripts begin and end too many words that have nothing to do with them: art, fee. In the
 * middle of words even longer ones do: love in gloves, form in performance.
 */
const FEWEST_LETTERS = 4
const FEWEST_WITHIN = 6

/** A word of a normalized text that nearly is a word of the rule, [from, to). */
export interface NearWord {
  readonly word: string
  readonly from: number
  readonly to: number
}

export interface NearMissFinder {
  /** Texts of which every normalized text with such a word contains at least one. */
  readonly needles: readonly string[]
  readonly wordsIn: (normalized: string) => readonly NearWord[]
  /** Whether the text holds such a word, or a word of the rule. */
  readonly touches: (normalized: string) => boolean
  /** The form of each word that finds it when it is added to the rule, by how often the words occur. */
  readonly forms: (counts: ReadonlyMap<string, number>) => ReadonlyMap<string, string>
}

/**
 * Finds words that contain a word of `rule`, or share its English stem, and that nothing in `ready` matches: the same
 * rule with the codes it names written out. Words that must be absent do not count. Null for a rule without words.
 */
export function nearMissFinder(rule: Rule, ready: Rule): NearMissFinder | null {
  const wanted = wordsOf(rule)
  if (wanted.length === 0) return null
  const tests = wanted.map(isNear)
  const { index } = compileRules([ready])
  const tokens = new Tokens()
  const needles = [...new Set(wanted.map(needleOf))]
  const isClose = (word: string): boolean => tests.some((test) => test(word))
  return {
    needles,
    wordsIn(text) {
      tokenize(text, tokens)
      const found: NearWord[] = []
      for (let token = 0; token < tokens.count; token++) {
        const [from, to] = [tokens.starts[token]!, tokens.ends[token]!]
        const word = text.slice(from, to)
        if (isClose(word) && (index.find(text, from, to)?.terms.length ?? 0) === 0) found.push({ word: withoutPossessive(word), from, to })
      }
      return found
    },
    touches(text) {
      if (!needles.some((needle) => text.includes(needle))) return false
      tokenize(text, tokens)
      for (let token = 0; token < tokens.count; token++) if (isClose(text.slice(tokens.starts[token]!, tokens.ends[token]!))) return true
      return false
    },
    forms(counts) {
      /** What is no more than a particle tells nothing, also where the word is always written with the same one. */
      const withoutParticles = (word: string): string | null => {
        for (let length = 2; isHangul(word) && length < word.length; length++) {
          const base = word.slice(0, length)
          if (isClose(base) && isWordWithTail(word, length) && hasParticles(word.slice(length), finalOf(base))) return base
        }
        return null
      }
      const bases = baseForms(new Map([...counts].filter(([word]) => isHangul(word))))
      const formOf = (word: string): string => {
        const base = withoutParticles(word) ?? bases.get(word)
        return base !== undefined && isClose(base) ? base : word
      }
      return new Map([...counts.keys()].map((word) => [word, formOf(word)]))
    },
  }
}

/** The words that make the rule match: those that no NOT stands before. */
function wordsOf(rule: Rule): readonly WordRule[] {
  switch (rule.kind) {
    case 'word':
      return [rule]
    case 'and':
    case 'or':
      return rule.parts.flatMap(wordsOf)
    case 'sentence':
      return wordsOf(rule.part)
    case 'near':
      return (rule.negated ? rule.left : [...rule.left, ...rule.right]).flatMap(wordsOf)
    case 'phrase':
    case 'regex':
    case 'code':
    case 'condition':
    case 'not':
      return []
    default:
      return assertNever(rule)
  }
}

function needleOf({ text, match }: WordRule): string {
  return match === 'whole' && !isHangul(text) ? commonStart(stemOf(text)) : text
}

function isNear({ text, match }: WordRule): (word: string) => boolean {
  if (isHangul(text)) return text.length > 1 ? (word) => word.includes(text) : (word) => word.startsWith(text) || word.endsWith(text)
  const stem = match === 'whole' ? stemOf(text) : null
  const isPart = (word: string): boolean =>
    text.length >= FEWEST_WITHIN ? word.includes(text) : text.length >= FEWEST_LETTERS && (word.startsWith(text) || word.endsWith(text))
  return (word) => (stem !== null && stemOf(word) === stem) || isPart(word)
}
