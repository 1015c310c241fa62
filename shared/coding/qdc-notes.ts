import { PROPERTY_COLUMNS, type PropertyColumn } from '../model/code-properties'

/**
 * What the exchange format has no place for stands in the description of a code, behind this line, one thing a line:
 * `rule: price OR cost`. Other programs show it as text and hand it back.
 */
const MARKER = '--- Earshot: rule and examples, kept for the way back ---'

/** `name` and `description` only where the file cannot hold them as they are. */
export const NOTE_NAMES = ['name', 'description', 'rule', ...(Object.keys(PROPERTY_COLUMNS) as PropertyColumn[])] as const
export type NoteName = (typeof NOTE_NAMES)[number]
export type Note = readonly [name: NoteName, value: string]

/** Characters that no XML document holds. */
const UNFIT = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu

/** The text with a sign in the place of what no XML document holds. */
export const fitForXml = (text: string): string => text.replace(UNFIT, '\ufffd')

/** A description with the notes behind it. */
export const withNotes = (description: string, notes: readonly Note[]): string =>
  [...(description === '' ? [] : [description, '']), MARKER, ...notes.map(([name, value]) => `${name}: ${written(value)}`)].join('\n')

/** Values of one line stand as they are. */
function written(value: string): string {
  if (value === value.trim() && value !== '' && !/^"|[\n\r\u2028\u2029]/.test(value) && fitForXml(value) === value) return value
  return JSON.stringify(value).replace(UNFIT, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

/** A description without its notes, and those; null: it has none. */
export function readNotes(text: string): { readonly description: string; readonly notes: readonly Note[] | null } {
  const lines = text.split('\n')
  const at = lines.findLastIndex((line) => line.trim() === MARKER)
  if (at < 0) return { description: text.trim(), notes: null }
  const notes = lines.slice(at + 1).flatMap((line): Note[] => {
    const [, key, value = ''] = /^\s*(\w+): ?([^]*)$/.exec(line) ?? []
    const name = NOTE_NAMES.find((known) => known === key)
    return name ? [[name, unquoted(value.trim())]] : []
  })
  return { description: lines.slice(0, at).join('\n').trim(), notes }
}

function unquoted(value: string): string {
  if (!value.startsWith('"')) return value
  try {
    const parsed: unknown = JSON.parse(value)
    return typeof parsed === 'string' ? parsed : value
  } catch {
    return value
  }
}
