import { crc32 } from '../base/crc32'
import { utf8Of } from '../base/utf8'
import type { Group } from '../nps/group'
import { filterKey } from '../query/filter-key'
import { unitOfPeriod } from '../query/period'
import type { Clause, Dimension } from '../query/types'
import type { Query } from './outline'
import type { Phrases } from './phrases'
import type { FieldName, ReportData } from './types'

/** One condition on top of the summary's filter, with the names that people know. */
export type QueryPart =
  | { readonly kind: 'value'; readonly field: FieldName; readonly values: readonly (string | null)[] }
  | { readonly kind: 'code'; readonly id: string; readonly name: string }
  | { readonly kind: 'group'; readonly group: Group }
  | { readonly kind: 'period'; readonly period: string }

/** What a number was counted from: the summary's filter, and these parts. None: all answers. */
export type Counted = readonly QueryPart[]

export const inPeriod = (period: string | null): Counted => (period === null ? [] : [{ kind: 'period', period }])
export const ofValue = (field: FieldName, value: string | null): QueryPart => ofValues(field, [value])
export const ofValues = ({ id, field }: FieldName, values: readonly (string | null)[]): QueryPart => ({ kind: 'value', field: { id, field }, values })
export const ofCode = ({ id, name }: { readonly id: string; readonly name: string }): QueryPart => ({ kind: 'code', id, name })
export const ofGroup = (group: Group): QueryPart => ({ kind: 'group', group })

/** Collects the queries of a summary. */
export interface Queries {
  /** The id of the query with these parts. */
  readonly ref: (counted: Counted) => string
  readonly all: () => readonly Query[]
}

export function createQueries({ where }: Pick<ReportData, 'where'>, words: Phrases): Queries {
  const known = new Map<string, Query>()
  const ids = new Map<string, string>()
  return {
    ref: (counted) => {
      const clauses = [...where, ...counted.map(clauseOf)]
      const key = filterKey(clauses)
      const before = ids.get(key)
      if (before !== undefined) return before
      const id = freeId(key, known)
      const last = counted.at(-1)
      const period = counted.find((part) => part.kind === 'period')?.period ?? null
      ids.set(key, id)
      known.set(id, { id, label: labelOf(counted, words), by: last ? dimensionOf(last) : null, period, where: clauses })
      return id
    },
    all: () => [...known.values()],
  }
}

/** Of two queries that would have the same id, the later one gets another. */
function freeId(key: string, known: ReadonlyMap<string, Query>): string {
  for (let at = 0; ; at += 1) {
    const id = crc32(utf8Of(at === 0 ? key : `${key} ${at}`)).toString(16).padStart(8, '0')
    if (!known.has(id)) return id
  }
}

function dimensionOf(part: QueryPart): Dimension | null {
  switch (part.kind) {
    case 'value':
      return { kind: 'field', field: part.field.id }
    case 'group':
      return { kind: 'group' }
    case 'period':
      return { kind: 'period', unit: unitOfPeriod(part.period) ?? 'year' }
    case 'code':
      return null
  }
}

function clauseOf(part: QueryPart): Clause {
  switch (part.kind) {
    case 'value':
      return { kind: 'values', dimension: { kind: 'field', field: part.field.id }, values: part.values }
    case 'code':
      return { kind: 'codes', codes: [part.id], has: true }
    case 'group':
      return { kind: 'values', dimension: { kind: 'group' }, values: [part.group] }
    case 'period':
      return { kind: 'values', dimension: { kind: 'period', unit: unitOfPeriod(part.period) ?? 'year' }, values: [part.period] }
  }
}

function labelOf(counted: Counted, words: Phrases): string {
  if (counted.length === 0) return words.say('report.query.all')
  return counted
    .map((part) => {
      switch (part.kind) {
        case 'value':
          return words.say('report.query.value', { field: words.label(part.field.field, 40), value: namesOf(part.values, words) })
        case 'code':
          return words.say('report.query.code', { code: words.label(part.name, 40) })
        case 'group':
          return words.say(`report.${part.group}`)
        case 'period':
          return words.period(part.period)
      }
    })
    .join(' · ')
}

const NAMED = 3

function namesOf(values: readonly (string | null)[], words: Phrases): string {
  const names = values.map((value) => words.label(value, 40))
  return names.length <= NAMED ? words.either(names) : words.say('report.filter.more', { shown: names.slice(0, NAMED).join(', '), n: names.length - NAMED })
}
