import { normalize } from '../text/normalize'
import { heightOf, mapRule } from './map-rule'
import { parseRule } from './parse-rule'
import type { CodeRule, Rule } from './rule'
import type { RuleError, RuleErrorCode } from './rule-error'

/** The rule of the code of that name; undefined where there is no such code. */
export type RuleOfCode = (name: string) => string | undefined

export type ExpandedRule =
  | { readonly ok: true; readonly rule: Rule | null }
  | { readonly ok: false; readonly error: RuleError }

/** More words than this come of codes that name each other over and over. */
const MOST_LEAVES = 20_000
/** How many codes may name each other one below the other, and how deep in brackets they may come to be: all is walked to its end. */
const DEEPEST = 20
const HIGHEST = 1000

/** Finds what belongs to a code by its name in a rule: as written, else without regard to case and width. */
export function byCodeName<T>(named: Iterable<readonly [name: string, value: T]>): (name: string) => T | undefined {
  const exact = new Map<string, T>()
  const alike = new Map<string, T>()
  for (const [name, value] of named) {
    exact.set(name.normalize('NFC'), value)
    alike.set(normalize(name).text, value)
  }
  return (name) => exact.get(name) ?? alike.get(normalize(name).text)
}

/** The rules of codes by their names. */
export const rulesByName = (codes: Iterable<{ readonly name: string; readonly rule: string }>): RuleOfCode =>
  byCodeName(Array.from(codes, ({ name, rule }) => [name, rule] as const))

/** In the place of a code without a rule: it is nowhere. */
export const nothingAt = ({ at, end }: Pick<Rule, 'at' | 'end'>): Rule => ({ kind: 'or', parts: [], at, end })

/** A rule that names no other codes: theirs stand in their place. Refuses unknown codes and those that name each other in a circle. */
export function expandRule(rule: Rule | null, ruleOf: RuleOfCode): ExpandedRule {
  if (rule === null) return { ok: true, rule }
  let error: RuleError | null = null
  let leaves = 0
  /** `named` is where the rule itself speaks of the codes whose rules are being read, `within` which those are. */
  const expand = (part: Rule, named: CodeRule | null, within: readonly string[], above: number): Rule => {
    const height = above + heightOf(part)
    return mapRule(part, (leaf) => {
      if (error) return leaf
      const place = named ?? (leaf.kind === 'code' ? leaf : null)
      if (++leaves > MOST_LEAVES && place) return refuse('code-large', place)
      return leaf.kind === 'code' ? expandCode(leaf.name, place!, within, height) : leaf
    })
  }
  const expandCode = (name: string, place: CodeRule, within: readonly string[], height: number): Rule => {
    const text = ruleOf(name)
    if (text === undefined) return refuse('code-unknown', place)
    if (within.includes(text)) return refuse('code-circle', place)
    if (within.length === DEEPEST || height > HIGHEST) return refuse('code-large', place)
    const parsed = parseRule(text)
    if (!parsed.ok) return refuse('code-wrong', place)
    return parsed.rule ? expand(parsed.rule, place, [...within, text], height) : nothingAt(place)
  }
  const refuse = (code: RuleErrorCode, place: CodeRule): Rule => {
    error ??= { at: place.at, code, piece: place.name }
    return place
  }
  const expanded = expand(rule, null, [], 0)
  return error ? { ok: false, error } : { ok: true, rule: expanded }
}
