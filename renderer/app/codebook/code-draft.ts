import { propertiesOf, type CodeProperties } from '../../../shared/model/code-properties'
import type { CodeDraft, CodebookEntry } from '../../../shared/protocol/engine-api'
import { freeColor } from './code-palette'
import type { AddedRule } from '../code/code-state'

/** A code as the editor holds it: nothing left unsaid. */
export type FullDraft = CodeDraft & Required<CodeProperties>

const NO_PROPERTIES: Required<CodeProperties> = { direction: null, exclusive: null, mustHit: null, mustMiss: null, archived: null, questions: null }

/** What the editor starts from: a code as it is, or for null a new one. */
export function draftOf(codes: readonly CodebookEntry[], code: string | null): FullDraft {
  const saved = codes.find(({ id }) => id === code)
  if (!saved) {
    const color = freeColor(codes.map((each) => each.color))
    return { id: null, name: '', parent: null, rule: '', description: '', color, ...NO_PROPERTIES }
  }
  const { id, name, parent, rule, description, color } = saved
  return { id, name, parent, rule, description, color, ...propertiesOf(saved) }
}

export const sameDraft = (a: CodeDraft, b: CodeDraft): boolean =>
  a.name === b.name &&
  a.parent === b.parent &&
  a.rule === b.rule &&
  a.description === b.description &&
  a.color === b.color &&
  (Object.keys(NO_PROPERTIES) as (keyof CodeProperties)[]).every((name) => sameProperty(a[name] ?? null, b[name] ?? null))

/** None of a property is the same however it is said. */
function sameProperty(a: CodeProperties[keyof CodeProperties], b: CodeProperties[keyof CodeProperties]): boolean {
  const said = (value: typeof a): unknown => (Array.isArray(value) && value.length === 0) || value === '' ? null : value
  return JSON.stringify(said(a)) === JSON.stringify(said(b))
}

/** A draft with a rule more; a code without a name gets one. */
export function withRule(draft: CodeDraft, { name, rule }: AddedRule): Pick<CodeDraft, 'name' | 'rule'> {
  const before = draft.rule.trim()
  const isThere = before.split(/\s+(?:\||OR)\s+/).includes(rule)
  return { name: draft.name.trim() === '' ? name : draft.name, rule: before === '' || isThere ? before || rule : `${before} | ${rule}` }
}

/** Codes that can be the parent of a code: neither itself nor what lies below it. */
export function possibleParents(codes: readonly CodebookEntry[], code: string | null): readonly CodebookEntry[] {
  const below = new Set<string | null>(code === null ? [] : [code])
  // In the order of the codebook a parent comes before its children.
  for (const { id, parent } of codes) if (parent !== null && below.has(parent)) below.add(id)
  return codes.filter(({ id }) => !below.has(id))
}
