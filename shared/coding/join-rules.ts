import { parseRule } from './parse-rule'
import { leavesOf } from './map-rule'

/** A rule that matches what either does. Neither needs brackets: OR binds weaker than everything else. */
export function joinRules(a: string, b: string): string {
  const [first, second] = [a.trim(), b.trim()]
  if (first === '' || second === '' || first === second) return first || second
  return `${first} | ${second}`
}

/** The rule with another one in the place of the code that `isMeant` knows by its names; null where it cannot be written. */
export function inlined(rule: string, isMeant: (name: string) => boolean, by: string): string | null {
  const parsed = parseRule(rule)
  if (!parsed.ok) return rule
  const places = leavesOf(parsed.rule).filter((leaf) => leaf.kind === 'code' && isMeant(leaf.name))
  if (places.length > 0 && by.trim() === '') return null
  return places.toReversed().reduce((text, { at, end }) => `${text.slice(0, at)}(${by.trim()})${text.slice(end)}`, rule)
}
