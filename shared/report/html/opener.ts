import type { Evidence } from '../evidence'
import type { Outline } from '../outline'
import { escapeXml } from '../pptx/xml'

/** Markup of a number that opens its responses. */
export interface Opener {
  /** `text` as a button if the responses of the query are there, else by itself. */
  readonly number: (text: string, ref: string | null | undefined) => string
  /** A word behind a sentence that opens its responses; nothing where they are not there. */
  readonly behind: (ref: string | null) => string
  /** The same for several queries by their names. */
  readonly sources: (refs: readonly string[]) => string
}

export const rowsId = (ref: string): string => `q-${ref}`

/** A page without the responses has plain numbers. */
export function openerOf({ queries }: Outline, evidence: Evidence | null, words: { readonly show: string; readonly behind: string }): Opener {
  const labels = new Map(queries.map(({ id, label }) => [id, label]))
  const button = (text: string, ref: string, name: string): string =>
    `<button type="button" class="${name}" popovertarget="${rowsId(ref)}" title="${escapeXml(labels.get(ref) ?? '')}">${escapeXml(text)}</button>`
  const has = (ref: string | null | undefined): ref is string => typeof ref === 'string' && evidence?.counted.has(ref) === true
  return {
    number: (text, ref) => (has(ref) && /\d/.test(text) ? button(text, ref, 'open') : escapeXml(text)),
    behind: (ref) => (has(ref) ? ` ${button(words.show, ref, 'open small')}` : ''),
    sources: (refs) => {
      const known = refs.filter(has)
      if (known.length === 0) return ''
      return `<p class="sources">${escapeXml(words.behind)} ${known.map((ref) => button(labels.get(ref) ?? ref, ref, 'open')).join(' ')}</p>`
    },
  }
}
