import type { Database, SqlValue, Statement } from 'sql.js'
import { invariant } from '../../base/assert'
import type { Change } from '../../model/operation'
import { REGISTER_NAMES, type RegisterName, type Registers } from '../../model/records'
import { parseRecord } from '../../model/schema'
import { eachRow } from './query'

type ColumnShape = 'text' | 'number' | 'flag' | 'json'
/** With a question mark: NULL where the record has no such property. */
type PropertyShape = ColumnShape | `${ColumnShape}?`

/** How each record's properties lie in the columns of its table. */
const SHAPES: { readonly [R in RegisterName]: { readonly [K in keyof Registers[R]]-?: PropertyShape } } = {
  wave: {
    name: 'text',
    file: 'text',
    source: 'text',
    batch: 'text',
    importedAt: 'text',
    scale: 'text',
    treatAsNps: 'flag',
    columns: 'json',
    counts: 'json',
  },
  field: { name: 'text', label: 'text', kind: 'text', role: 'text' },
  code: {
    name: 'text',
    parent: 'text',
    rule: 'text',
    description: 'text',
    color: 'text',
    position: 'number',
    direction: 'text?',
    exclusive: 'text?',
    mustHit: 'json?',
    mustMiss: 'json?',
    archived: 'flag?',
    questions: 'json?',
  },
  decision: { wave: 'text', line: 'number', field: 'text', code: 'text', coder: 'text', at: 'text', verdict: 'text' },
  mark: { wave: 'text', line: 'number', field: 'text', kind: 'text', text: 'text', coder: 'text', at: 'text' },
  setting: { value: 'text' },
}

const isOptional = (shape: PropertyShape): boolean => shape.endsWith('?')
const withoutMark = (shape: PropertyShape): ColumnShape => shape.replace('?', '') as ColumnShape

function toSql(value: unknown, property: PropertyShape): SqlValue {
  if (value === undefined) return null
  const shape = withoutMark(property)
  if (shape === 'json') return JSON.stringify(value)
  if (shape === 'flag') return value === true ? 1 : 0
  return value as SqlValue
}

function fromSql(value: SqlValue, property: PropertyShape): unknown {
  const shape = withoutMark(property)
  if (shape === 'json') return JSON.parse(String(value))
  return shape === 'flag' ? value === 1 : value
}

/** Writes the `after` of each change. Must run inside a transaction. */
export function writeChanges(db: Database, changes: readonly Change[]): void {
  const statements = new Map<string, Statement>()
  // A statement is read by SQLite once, however many changes it is for.
  const run = (sql: string, values: SqlValue[]): void => {
    const statement = statements.get(sql) ?? db.prepare(sql)
    statements.set(sql, statement)
    statement.run(values)
  }
  try {
    for (const { register, id, after } of changes) {
      if (after === null) {
        run(`DELETE FROM ${register} WHERE id = ?`, [id])
        continue
      }
      const shapes = Object.entries<PropertyShape>(SHAPES[register])
      run(insertInto(register), [id, ...shapes.map(([property, shape]) => toSql(Reflect.get(after, property), shape))])
    }
  } finally {
    for (const statement of statements.values()) statement.free()
  }
}

/** Replacing the row instead would move it to the end. */
function insertInto(register: RegisterName): string {
  const names = Object.keys(SHAPES[register])
  return (
    `INSERT INTO ${register} (id, ${names.join(', ')}) VALUES (?${', ?'.repeat(names.length)}) ` +
    `ON CONFLICT (id) DO UPDATE SET ${names.map((name) => `${name} = excluded.${name}`).join(', ')}`
  )
}

export type RegisterMaps = { readonly [R in RegisterName]: Map<string, Registers[R]> }

export const emptyRegisters = (): RegisterMaps => ({
  wave: new Map(),
  field: new Map(),
  code: new Map(),
  decision: new Map(),
  mark: new Map(),
  setting: new Map(),
})

/** Applies the `after` of each change to `maps`: the same step as `writeChanges`, in memory. */
export function applyChanges(maps: RegisterMaps, changes: readonly Change[]): void {
  for (const { register, id, after } of changes) {
    const map = maps[register] as Map<string, Registers[RegisterName]>
    if (after === null) map.delete(id)
    else map.set(id, after)
  }
}

const shapesOf = (register: RegisterName): readonly (readonly [string, PropertyShape])[] => Object.entries<PropertyShape>(SHAPES[register])

/** The columns of a record's table in the order that `recordIn` takes them, the id first. */
export const recordColumns = (register: RegisterName): string => ['id', ...shapesOf(register).map(([property]) => property)].join(', ')

/** The record in a row of `recordColumns`; null when it is none. Throws where its JSON is none. */
export function recordIn<R extends RegisterName>(register: R, row: readonly SqlValue[]): Registers[R] | null {
  const there = shapesOf(register).flatMap(([property, shape], at) => {
    const value = row[at + 1] ?? null
    return value === null && isOptional(shape) ? [] : [[property, fromSql(value, shape)] as const]
  })
  return parseRecord(register, Object.fromEntries(there))
}

function readRegister<R extends RegisterName>(db: Database, register: R, into: Map<string, Registers[R]>): void {
  eachRow(db, `SELECT ${recordColumns(register)} FROM ${register} ORDER BY rowid`, [], (row) => {
    const parsed = recordIn(register, row)
    invariant(parsed, `${register} ${String(row[0])} is not a valid record`)
    into.set(String(row[0]), parsed)
  })
}

/** Every record of the project. */
export function readRegisters(db: Database): RegisterMaps {
  const maps = emptyRegisters()
  for (const register of REGISTER_NAMES) readRegister(db, register, maps[register] as Map<string, Registers[typeof register]>)
  return maps
}
