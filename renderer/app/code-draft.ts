import type { CodeDraft, CodebookEntry } from '../../shared/protocol/engine-api'
import { freeColor } from './code-palette'

/** What the editor starts from: a code as it is, or for null a new one. */
export function draftOf(codes: readonly CodebookEntry[], code: string | null): CodeDraft {
  const saved = codes.find(({ id }) => id === code)
  if (!saved) return { id: null, name: '', parent: null, rule: '', description: '', color: freeColor(codes.map(({ color }) => color)) }
  const { id, name, parent, rule, description, color } = saved
  return { id, name, parent, rule, description, color }
}

export const sameDraft = (a: CodeDraft, b: CodeDraft): boolean =>
  a.name === b.name &&
  a.parent === b.parent &&
  a.rule === b.rule &&
  a.description === b.description &&
  a.color === b.color

/** Codes that can be the parent of a code: neither itself nor what lies below it. */
export function possibleParents(codes: readonly CodebookEntry[], code: string | null): readonly CodebookEntry[] {
  const below = new Set<string | null>(code === null ? [] : [code])
  // In the order of the codebook a parent comes before its children.
  for (const { id, parent } of codes) if (parent !== null && below.has(parent)) below.add(id)
  return codes.filter(({ id }) => !below.has(id))
}
