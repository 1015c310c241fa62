import { RE2JS, RE2JSSyntaxException } from 're2js'
import { normalize } from '../text/normalize'
import { isTooWide } from './pattern-width'
import type { RuleErrorCode } from './rule-error'

/** A regular expression that is matched in linear time, whatever it is. */
export interface Pattern {
  /** Whether a normalized text has the pattern anywhere: much sooner than to find where. */
  readonly isIn: (text: string) => boolean
  /** Visits the places of the pattern in a normalized text, in order, until it answers false. */
  readonly find: (text: string, visit: (start: number, end: number) => boolean) => void
}

export type CompiledPattern =
  | { readonly ok: true; readonly pattern: Pattern }
  | { readonly ok: false; readonly code: RuleErrorCode; readonly piece: string }

/** What RE2 leaves out because it cannot be matched in linear time: look-around, back-references, possessive and atomic groups. */
const NON_LINEAR = /^\(\?<?[=!>]|^\\[1-9k]/

/** The longest pattern that is looked at. */
const LONGEST = 10_000
/** A pattern that has made so many states, and one for so few letters that it was read with, is sooner tried step by step. */
const MANY_STATES = 2000
const LETTERS_A_STATE = 20

/** Makes a pattern of what stands between the slashes of a rule, or says what is wrong with it. */
export function compilePattern(source: string): CompiledPattern {
  if (source.length > LONGEST) return { ok: false, code: 'regex-slow', piece: source.slice(0, 20) }
  let compiled: RE2JS
  try {
    compiled = RE2JS.compile(foldPattern(source), RE2JS.CASE_INSENSITIVE)
  } catch (error) {
    if (!(error instanceof RE2JSSyntaxException)) throw error
    const piece = String(error.getPattern() ?? source).replace(/^\(\?i\)/, '')
    if (NON_LINEAR.test(piece)) return { ok: false, code: 'regex-unsupported', piece }
    return { ok: false, code: 'regex-wrong', piece }
  }
  if (fitsNothing(compiled)) return { ok: false, code: 'regex-empty', piece: source }
  if (isTooWide(compiled)) return { ok: false, code: 'regex-slow', piece: source }
  return {
    ok: true,
    pattern: {
      isIn: lookIn(compiled),
      find(text, visit) {
        const matcher = compiled.matcher(text)
        while (matcher.find()) if (matcher.end() > matcher.start() && !visit(matcher.start(), matcher.end())) return
      },
    },
  }
}

/** By states, of which each is worked out once and then kept; step by step where nearly every letter needs a new one. */
function lookIn(compiled: RE2JS): Pattern['isIn'] {
  const { dfa } = compiled.re2()
  let [letters, states, kept] = [0, 0, 0]
  let byStates = true
  return (text) => {
    if (!byStates) return compiled.matcher(text).find()
    const found = compiled.test(text)
    letters += text.length
    // They are all forgotten when they take too much memory.
    states += dfa.stateCount < kept ? dfa.stateCount : dfa.stateCount - kept
    kept = dfa.stateCount
    byStates = states < MANY_STATES || states * LETTERS_A_STATE < letters
    if (!byStates) dfa.clearCache()
    return found
  }
}

/** What may stand before and after a place: nothing, a letter, another sign, a line end. No pattern asks about more. */
const SIDES = ['', '_', '\0', '\n']

/** Whether a pattern finds a place without a letter somewhere: it would at nearly every word, and be tried anew at each. */
const fitsNothing = (compiled: RE2JS): boolean =>
  SIDES.some((before) =>
    SIDES.some((after) => {
      const matcher = compiled.matcher(before + after)
      while (matcher.find()) if (matcher.end() === matcher.start()) return true
      return false
    }),
  )

/** Letters beyond ASCII as texts have them; ASCII is left as it is, since \S is not \s. */
const foldPattern = (source: string): string => source.normalize('NFC').replace(/[^\0-\x7f]/gu, (letter) => normalize(letter).text)
