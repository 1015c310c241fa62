import { fault } from '../base/fault'
import { ok, refuse, type Result } from '../base/result'
import { joinTexts, PROPERTY_COLUMNS, type PropertyColumn } from '../model/code-properties'
import { readNotes, type Note, type NoteName } from './qdc-notes'
import { readCodebook, type CodebookEntry } from './read-codebook'
import { readXml, type XmlElement } from './read-xml'

const PROPERTIES = Object.keys(PROPERTY_COLUMNS) as readonly PropertyColumn[]
const HEADER = ['code', 'parent', 'rule', 'description', 'color', ...PROPERTIES] as const
const GUID = /^\{?([0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})\}?$/i
const COLOR = /^#[0-9a-f]{6}$/i

interface FoundCode {
  readonly row: readonly string[]
  readonly line: number
  readonly guid: string | null
  readonly hasNotes: boolean
}

/** Whether a text is XML rather than a table. */
export const isXml = (text: string): boolean => /^\ufeff?\s*<[?!A-Za-z]/.test(text)

/**
 * The codes of a codebook in the exchange format of REFI-QDA: names, colours, tree and descriptions of any program, and of
 * our own all that a CSV holds. Names that are there twice, which other programs allow, get their parent's beside them.
 * Refuses what is not well-formed or declares a document type (`codebook`), and what `readCodebook` refuses.
 */
export function readQdc(text: string): Result<readonly CodebookEntry[]> {
  const read = readXml(text)
  if (!read.ok) return wrong(`codebook.xml-${read.what}`, read.line)
  if (read.root.name !== 'CodeBook') return wrong('codebook.no-qdc', read.root.line)
  const found: FoundCode[] = []
  const taken = new Names()
  const walk = (elements: readonly XmlElement[], parent: string): void => {
    for (const element of elements.filter(({ name }) => name === 'Code')) {
      const code = codeOf(element, parent, taken)
      found.push(code)
      walk(element.children, code.row[0]!)
    }
  }
  walk(read.root.children.filter(({ name }) => name === 'Codes').flatMap(({ children }) => children), '')
  const entries = readCodebook([HEADER, ...found.map(({ row }) => row)], [1, ...found.map(({ line }) => line)])
  if (!entries.ok) return entries
  const byName = new Map(found.map((code) => [code.row[0]!, code]))
  return ok(
    entries.value.map((entry): CodebookEntry => {
      const { guid = null, hasNotes = false } = byName.get(entry.name) ?? {}
      const known = guid === null ? {} : { guid }
      if (hasNotes) return { ...entry, ...known }
      // Nothing is said of its rule and properties: it keeps what it has.
      const { name, parent, description, color, line } = entry
      return { name, parent, rule: '', description, color, line, ...known, keepsRule: true }
    }),
  )
}

/** The names so far. */
class Names {
  private readonly taken = new Set<string>()
  /** By name: the number that comes next behind it. */
  private readonly next = new Map<string, number>()

  has(name: string): boolean {
    return this.taken.has(name)
  }

  /** The name, with a number behind it where it is there already. */
  take(base: string): string {
    let name = base
    while (name !== '' && this.taken.has(name)) {
      const number = this.next.get(base) ?? 2
      this.next.set(base, number + 1)
      name = `${base} (${number})`
    }
    this.taken.add(name)
    return name
  }
}

function codeOf({ attributes, children, line }: XmlElement, parent: string, taken: Names): FoundCode {
  const { description, notes } = readNotes(children.find(({ name }) => name === 'Description')?.text ?? '')
  const valueOf = (name: NoteName): readonly string[] => (notes ?? []).flatMap(([each, value]: Note) => (each === name ? [value] : []))
  const own = (valueOf('name')[0] ?? attributes.get('name') ?? '').normalize('NFC').trim()
  const base = taken.has(own) && parent !== '' ? `${own} (${parent})` : own
  const name = taken.take(base)
  const color = attributes.get('color') ?? ''
  const cells = [name, parent, valueOf('rule')[0] ?? '', valueOf('description')[0] ?? description, COLOR.test(color) ? color : '']
  const properties = PROPERTIES.map((column) => joinTexts(valueOf(column)))
  return { row: [...cells, ...properties], line, guid: GUID.exec(attributes.get('guid') ?? '')?.[1]?.toLowerCase() ?? null, hasNotes: notes !== null }
}

const wrong = (what: string, line: number): ReturnType<typeof refuse> => refuse(fault('codebook', { what, line }))
