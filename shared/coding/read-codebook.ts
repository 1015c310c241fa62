import { fault, type Fault } from '../base/fault'
import { ok, refuse, type Result } from '../base/result'
import { PROPERTY_COLUMNS, readProperty, type CodeProperties, type PropertyColumn } from '../model/code-properties'
import { PALETTE } from './palette'
import { parseRule } from './parse-rule'
import type { RuleError } from './rule-error'

/** A code as a file tells of it; its `questions` by the names of their fields. A property of which it has no column is absent. */
export interface CodebookEntry extends CodeProperties {
  readonly name: string
  /** Name of the parent, null for a theme. */
  readonly parent: string | null
  /** As written; blank matches nothing. */
  readonly rule: string
  readonly description: string
  /** #rrggbb, lower case. */
  readonly color: string
  /** 1-based line in the file; for a parent without a row of its own, the line that names it. */
  readonly line: number
  /** The id that other programs know it by. */
  readonly guid?: string
  /** The file says nothing of its rule: a code that is there keeps its own. */
  readonly keepsRule?: true
}

const PROPERTIES = Object.keys(PROPERTY_COLUMNS) as readonly PropertyColumn[]
const COLUMNS = ['code', 'parent', 'rule', 'description', 'color', ...PROPERTIES] as const
type Column = (typeof COLUMNS)[number]

/**
 * The codes of a codebook's `rows`, the first of which names the columns; `lines[i]` is the line at which row i starts.
 * Parents come before their children. Refuses (`codebook`) a missing column code, a row without a code, codes named
 * twice, cycles, colours that are none, and cells of the other columns that say nothing; (`rule`) a wrong rule.
 */
export function readCodebook(
  rows: readonly (readonly string[])[],
  lines: readonly number[],
): Result<readonly CodebookEntry[]> {
  const head = rows.findIndex((row) => !isBlankRow(row))
  const header = rows[head]?.map((name) => clean(name).toLowerCase()) ?? []
  if (!header.includes('code')) return wrong('codebook.no-code-column', lines[head] ?? 1)
  const twice = COLUMNS.find((column) => header.indexOf(column) !== header.lastIndexOf(column))
  if (twice) return wrong('codebook.column-twice', lines[head] ?? 1, { name: twice })

  const entries = new Map<string, CodebookEntry>()
  for (const [index, row] of rows.entries()) {
    if (index <= head || isBlankRow(row)) continue
    const line = lines[index] ?? index + 1
    const given = (column: Column): string => row[header.indexOf(column)] ?? ''
    const cell = (column: Column): string => clean(given(column))
    const name = cell('code')
    if (name === '') return wrong('codebook.no-code', line)
    const before = entries.get(name)
    if (before) return wrong('codebook.code-twice', line, { name, first: before.line })
    const color = cell('color').toLowerCase()
    if (color !== '' && !COLOR.test(color)) return wrong('codebook.color', line, { name, color })
    const parsed = parseRule(cell('rule'))
    if (!parsed.ok) return refuse(ruleFault(name, cell('rule'), parsed.error, line))
    const properties: CodeProperties = {}
    for (const column of PROPERTIES) {
      if (!header.includes(column)) continue
      const said = readProperty(column, given(column))
      if (said === null) return wrong(`codebook.${column}`, line, { name, cell: given(column).trim() })
      Object.assign(properties, said)
    }
    entries.set(name, {
      ...properties,
      name,
      parent: cell('parent') || null,
      rule: cell('rule'),
      description: cell('description'),
      color: color.length === 4 ? color.replace(/[0-9a-f]/g, '$&$&') : color,
      line,
    })
  }
  const cyclic = findCycle(entries)
  if (cyclic) return wrong('codebook.cycle', cyclic.line, { name: cyclic.name })
  return ok(withColors(parentsFirst(entries)))
}

/** A wrong rule of code `name`, as a fault: `at` counts characters from 1, `line` 0 is no file's line. */
export function ruleFault(name: string, rule: string, error: RuleError, line: number): Fault {
  const at = Array.from(rule.slice(0, error.at)).length + 1
  const what = `rule.${error.code}`
  return fault('rule', { code: name, named: name === '' ? 0 : 1, at, what, hint: `${what}.hint`, piece: error.piece, line })
}

const COLOR = /^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/

const clean = (cell: string): string => cell.replace(/^\ufeff/, '').normalize('NFC').trim()

const isBlankRow = (row: readonly string[]): boolean => row.every((cell) => clean(cell) === '')

const wrong = (what: string, line: number, params: Fault['params'] = {}): ReturnType<typeof refuse> =>
  refuse(fault('codebook', { ...params, what, line }))

function findCycle(entries: ReadonlyMap<string, CodebookEntry>): CodebookEntry | null {
  const safe = new Set<string>()
  for (const entry of entries.values()) {
    const path = new Set<string>()
    let here: CodebookEntry | undefined = entry
    while (here && !safe.has(here.name)) {
      if (path.has(here.name)) return here
      path.add(here.name)
      here = here.parent === null ? undefined : entries.get(here.parent)
    }
    for (const name of path) safe.add(name)
  }
  return null
}

/** The entries in order, each after its parent; a parent that is only named becomes a code with a blank rule. */
function parentsFirst(entries: ReadonlyMap<string, CodebookEntry>): readonly CodebookEntry[] {
  const ordered = new Map<string, CodebookEntry>()
  for (const entry of entries.values()) {
    const waiting: CodebookEntry[] = []
    let here: CodebookEntry | null = entry
    while (here && !ordered.has(here.name)) {
      waiting.push(here)
      const { parent, line }: CodebookEntry = here
      here = parent === null ? null : (entries.get(parent) ?? named(parent, line))
    }
    for (const one of waiting.reverse()) ordered.set(one.name, one)
  }
  return [...ordered.values()]
}

const named = (name: string, line: number): CodebookEntry => ({
  name,
  parent: null,
  rule: '',
  description: '',
  color: '',
  line,
})

function withColors(entries: readonly CodebookEntry[]): readonly CodebookEntry[] {
  const taken = new Set(entries.map((entry) => entry.color))
  const free = PALETTE.filter((color) => !taken.has(color))
  const palette = free.length > 0 ? free : PALETTE
  let next = 0
  return entries.map((entry) => (entry.color === '' ? { ...entry, color: palette[next++ % palette.length]! } : entry))
}
