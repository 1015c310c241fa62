import type { Role } from '../../model/role'
import type { Anonymity } from '../../protocol/anonymity'
import { guardWave, type Cut, type WaveGuard } from '../../query/anonymous/guard-wave'
import { knownField } from '../settings/band-settings'
import type { Columns, PlacedWave } from '../columns/columns'
import { peopleOf } from '../people/people'
import type { Project } from '../project/project'

/** A field with more values than this in a wave is a list of people rather than of groups. */
const MOST_VALUES = 60

const CUT_ROLES: ReadonlySet<Role> = new Set(['segment', 'tenure', 'account'])
export const isCutRole = (role: Role | undefined): boolean => role !== undefined && CUT_ROLES.has(role)

/** A wave, and what of it may be shown. */
export interface GuardedWave {
  readonly placed: PlacedWave
  readonly total: boolean
  readonly fields: ReadonlyMap<string, GuardedField>
}

export interface GuardedField {
  /** Its values with a scored answer in the wave, by place. */
  readonly places: ReadonlyMap<string | null, number>
  readonly shown: readonly boolean[]
  /** By the place of the value of the crossed field, then of this one; null for the crossed field itself, or where there is none. */
  readonly cells: readonly (readonly boolean[])[] | null
}

const known = new WeakMap<Columns, { readonly key: string; readonly waves: readonly GuardedWave[] }>()

/** What of each wave may be shown. It follows from the wave alone: waves that come and go change nothing in the others. */
export function guardedWaves(project: Project, anonymity: Anonymity): readonly GuardedWave[] {
  const { columns } = project
  const key = JSON.stringify(anonymity)
  const found = known.get(columns)
  if (found?.key === key) return found.waves
  const waves = columns.waves.map((placed) => guardedWave(project, placed, anonymity))
  known.set(columns, { key, waves })
  return waves
}

function guardedWave(project: Project, placed: PlacedWave, { people: k, crossed }: Anonymity): GuardedWave {
  const { columns } = project
  const { first, rows } = placed.span
  const scored = Array.from({ length: rows }, (_, at) => first + at).filter((row) => columns.live[row] === 1 && columns.groups[row]! >= 0)
  const persons = peopleOf(columns)?.of
  // Who is not named is somebody else each time.
  const people = scored.map((row) => persons?.[row] || -row - 1)
  const fields = placed.wave.columns.flatMap(({ field }) => {
    const cut = isCut(project, field) ? cutOf(columns, field, scored) : null
    return cut ? [{ field, ...cut }] : []
  })
  const at = fields.findIndex(({ field }) => field === crossed)
  const guard: WaveGuard = guardWave(
    { count: scored.length, people, groups: scored.map((row) => columns.groups[row]!) },
    fields.map(({ cut }) => cut),
    at < 0 ? null : at,
    k,
  )
  return {
    placed,
    total: guard.total,
    fields: new Map(fields.map(({ field, places }, place) => [field, { places, shown: guard.values[place]!, cells: guard.cells[place]! }])),
  }
}

/** Whether a field makes groups, the same ones for ever: several answers in a cell do not, nor do bands that follow the data. */
function isCut({ registers, columns }: Project, field: string): boolean {
  const known = knownField(registers, field)
  return known !== undefined && isCutRole(known.role) && known.kind !== 'multi' && (known.edges !== undefined || columns.measured(field) === null)
}

function cutOf(columns: Columns, field: string, scored: readonly number[]): { readonly cut: Cut; readonly places: GuardedField['places'] } | null {
  const { codes, labels } = columns.dimension({ kind: 'field', field })
  const places = new Map<string | null, number>()
  const own = scored.map((row) => {
    const label = labels[codes[row]!]!
    const place = places.get(label) ?? places.size
    places.set(label, place)
    return place
  })
  return places.size > MOST_VALUES ? null : { cut: { codes: own, values: places.size }, places }
}

/** The fields by which something may be shown. */
export const cutFields = (project: Project, anonymity: Anonymity): readonly string[] => [
  ...new Set(guardedWaves(project, anonymity).flatMap(({ fields }) => [...fields].flatMap(([field, { shown }]) => (shown.includes(true) ? [field] : [])))),
]
