import type { ProjectView } from '../../../shared/protocol/engine-api'
import type { Clause, CodesClause, DeskClause, Dimension, TextClause, ValuesClause } from '../../../shared/query/types'
import { isOfDesk } from '../../../shared/query/desk-clauses'
import { hasDimension, sameDimension } from '../figures/dimension'

/** A condition while it is put together: what it is about, and what is chosen so far. */
export type Draft =
  | { readonly kind: 'values'; readonly dimension: Dimension; readonly values: ValuesClause['values'] }
  | { readonly kind: 'codes'; readonly codes: CodesClause['codes']; readonly has: boolean }
  | { readonly kind: 'text'; readonly text: string }
  | DeskClause

/** The clause that a draft comes to; null while nothing is chosen. `source` stays that of the clause it takes the place of. */
export function clauseOf(draft: Draft, source: string | undefined): Clause | null {
  const from = source === undefined ? {} : { source }
  if (isOfDesk(draft)) return isEmpty(draft) ? null : { ...draft, ...from }
  switch (draft.kind) {
    case 'values':
      return draft.values.length === 0 ? null : ({ ...draft, ...from } satisfies ValuesClause)
    case 'codes':
      return draft.codes.length === 0 ? null : ({ ...draft, ...from } satisfies CodesClause)
    case 'text':
      return draft.text.trim() === '' ? null : ({ kind: 'text', text: draft.text.trim(), ...from } satisfies TextClause)
  }
}

/** A condition of the desk with which nothing is asked for yet. */
function isEmpty(draft: DeskClause): boolean {
  switch (draft.kind) {
    case 'origin':
      return draft.codes.length === 0
    case 'length':
    case 'days':
      return draft.from === null && draft.to === null
    case 'rule':
      return draft.rule.trim() === ''
    case 'marks':
      return draft.marks.length === 0
    case 'question':
      return draft.fields.length === 0
    case 'sample':
      return draft.n === 0
    case 'changed':
    case 'suggested':
      return false
  }
}

/** The filter without its clause at `at`. */
export const withoutClause = (filter: readonly Clause[], at: number): readonly Clause[] => filter.filter((_, place) => place !== at)

/** The filter as it was when a clause of it was taken up to be changed. */
export interface Taken {
  readonly before: readonly Clause[]
  readonly taken: Clause | null
  readonly after: readonly Clause[]
}

/** Takes up the clause at `at`; after the last there is none, and a new one will stand there. */
export const takeUp = (filter: readonly Clause[], at: number): Taken => ({
  before: filter.slice(0, at),
  taken: filter[at] ?? null,
  after: filter.slice(at + 1),
})

/** The filter with what became of the clause that was taken up; null: it is gone. */
export const putBack = ({ before, after }: Taken, clause: Clause | null): readonly Clause[] => [
  ...before,
  ...(clause ? [clause] : []),
  ...after,
]

/** The place of the condition on the same thing, to go on with; after the last when there is none. */
export function placeOf(filter: readonly Clause[], draft: Draft): number {
  const at = filter.findIndex((clause) => {
    if (draft.kind === 'text' || draft.kind === 'rule' || clause.kind !== draft.kind) return false
    return clause.kind !== 'values' || (draft.kind === 'values' && sameDimension(clause.dimension, draft.dimension))
  })
  return at < 0 ? filter.length : at
}

/** The filters that a clause holds itself. */
const heldBy = (clause: Clause): readonly (readonly Clause[])[] =>
  clause.kind === 'except' ? [clause.where] : clause.kind === 'moved' ? [clause.from, clause.to] : []

/** The filter without conditions on a code that nothing has any more; the same object where there is none. */
export function withoutCode(filter: readonly Clause[], code: string): readonly Clause[] {
  const kept = filter.filter((clause) =>
    heldBy(clause).length > 0
      ? heldBy(clause).every((where) => withoutCode(where, code) === where)
      : (clause.kind !== 'codes' && clause.kind !== 'origin') || clause.codes === 'any' || !clause.codes.includes(code),
  )
  return kept.length === filter.length ? filter : kept
}

/** The filter without conditions on codes other than the known ones. */
export function withoutGoneCodes(filter: readonly Clause[], known: ReadonlySet<string>): readonly Clause[] {
  const named = filter.flatMap((clause) => ((clause.kind === 'codes' || clause.kind === 'origin') && clause.codes !== 'any' ? clause.codes : []))
  return named.filter((code) => !known.has(code)).reduce(withoutCode, filter)
}

/** A value put in, or taken out. */
export const toggled = <T>(values: readonly T[], value: T): readonly T[] =>
  values.includes(value) ? values.filter((each) => each !== value) : [...values, value]

/** The filter after a wave was given another name: conditions name waves. */
export const withWaveName = (filter: readonly Clause[], before: string, after: string): readonly Clause[] =>
  filter.map((clause) => {
    if (clause.kind === 'except') return { ...clause, where: withWaveName(clause.where, before, after) }
    if (clause.kind === 'moved') return { ...clause, from: withWaveName(clause.from, before, after), to: withWaveName(clause.to, before, after) }
    return clause.kind === 'values' && clause.dimension.kind === 'wave'
      ? { ...clause, values: clause.values.map((value) => (value === before ? after : value)) }
      : clause
  })

/** The filter without conditions on what the project no longer has: a field, a question, a wave of that name. */
export function keptFilter(filter: readonly Clause[], project: ProjectView): readonly Clause[] {
  const waves = new Set(project.waves.map(({ name }) => name))
  const kept = filter.flatMap((clause): readonly Clause[] => {
    if (clause.kind === 'question') return clause.fields.every((id) => project.fields.some((field) => field.id === id)) ? [clause] : []
    const held = heldBy(clause)
    if (held.length > 0) return held.every((where) => keptFilter(where, project) === where) ? [clause] : []
    if (clause.kind !== 'values') return [clause]
    if (!hasDimension(project, clause.dimension)) return []
    if (clause.dimension.kind !== 'wave') return [clause]
    const values = clause.values.filter((value) => value === null || waves.has(value))
    if (values.length === clause.values.length) return [clause]
    return values.length === 0 ? [] : [{ ...clause, values }]
  })
  return kept.length === filter.length && kept.every((clause, at) => clause === filter[at]) ? filter : kept
}
