import { normalize } from '../text/normalize'
import { leavesOf } from './map-rule'
import { parseRule } from './parse-rule'

const PLAIN_NAME = /^[\p{L}\p{N}_]+$/u

/** How a rule names a code; null for a name that cannot be told from its quotation marks. */
export function reference(name: string): string | null {
  if (PLAIN_NAME.test(name)) return `#${name}`
  return normalize(name).text.includes('"') ? null : `#"${name}"`
}

/** The codes that a rule names, as it writes them. */
export function codesNamed(rule: string): readonly string[] {
  if (!/[#\uff03]/.test(rule)) return []
  const parsed = parseRule(rule)
  return parsed.ok ? leavesOf(parsed.rule).flatMap((leaf) => (leaf.kind === 'code' ? [leaf.name] : [])) : []
}

/**
 * The rule with a code, which `isMeant` knows by any of its names in rules, under another name, its signs left as they
 * are; null where it cannot be written.
 */
export function renamedIn(rule: string, isMeant: (name: string) => boolean, to: string): string | null {
  const parsed = parseRule(rule)
  if (!parsed.ok) return rule
  const written = reference(to)
  let renamed = rule
  for (const leaf of leavesOf(parsed.rule).toReversed()) {
    if (leaf.kind !== 'code' || !isMeant(leaf.name)) continue
    if (written === null) return null
    renamed = renamed.slice(0, leaf.at) + written + renamed.slice(leaf.end)
  }
  return renamed
}
