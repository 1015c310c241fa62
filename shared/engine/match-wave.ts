import { likenessOf, type Likeness } from '../ingest/match-fields'
import type { ColumnMatch, ColumnProfile, Match, PlanOptions, RawTable, WaveMatch } from '../ingest/types'
import { mergeRoles } from '../model/merge-roles'
import type { Wave } from '../model/records'
import type { Role } from '../model/role'
import { eachValue, type TextColumn } from '../table/column'
import { columnKeys, fieldIdOf } from './field-ids'
import type { Project } from './project'

/** Beyond this a column is no choice from a list. */
const MOST_VALUES = 60
/** With fewer columns in common, a file is of another survey: a time stamp is in most. */
const SHARED_SHARE = 0.2

/**
 * Which field of the project each column of a file belongs to. The user's word comes first, then the same header in any
 * wave; for what is left, likenesses to fields of the nearest wave that have no column yet. All others are new.
 */
export async function matchWave(
  table: RawTable,
  profiles: readonly ColumnProfile[],
  options: PlanOptions,
  project: Project,
): Promise<WaveMatch> {
  const { registers, platform } = project
  const keys = columnKeys(profiles)
  const own: string[] = []
  for (const key of keys) own.push(await fieldIdOf(key, platform))
  const waves = [...registers.wave.values()]
  const byHeader = new Map<string, string>()
  for (const { columns } of waves) columnKeys(columns).forEach((key, at) => byHeader.set(key, columns[at]!.field))

  const found = new Map<number, ColumnMatch>()
  const taken = new Set<string>()
  const take = (index: number, field: string | undefined, how: Match): void => {
    if (field === undefined || found.has(index) || taken.has(field) || (how !== 'new' && !registers.field.has(field))) return
    taken.add(field)
    found.set(index, { index, field, how })
  }
  const isNew = ({ index }: ColumnProfile): boolean => options.fields?.[index] === null
  for (const { index } of profiles) take(index, options.fields?.[index] ?? undefined, 'told')
  profiles.forEach((profile, at) => {
    if (!isNew(profile)) take(profile.index, byHeader.get(keys[at]!) ?? own[at], 'same')
  })

  const nearest = nearestWave(waves, taken)
  const open = profiles.filter((profile) => !found.has(profile.index) && !isNew(profile))
  const missing = (): readonly string[] => (nearest?.columns ?? []).map(({ field }) => field).filter((field) => !taken.has(field))
  if (nearest && open.length > 0) {
    const columns = open.map((profile) => likenessOfColumn(profile, table))
    const fields = missing().map((field) => likenessOfField(field, nearest, project))
    for (const { index, field, how } of likenessOf(columns, fields)) take(index, field, how)
  }
  for (const [at, { index }] of profiles.entries()) {
    if (found.has(index)) continue
    const free = !taken.has(own[at]!) && !registers.field.has(own[at]!)
    // A column with the header of a field that it does not belong to.
    const other = free ? null : await fieldIdOf(`${keys[at]!}\n${table.file}`, platform)
    take(index, other ?? own[at], 'new')
  }
  const columns = profiles.map(({ index }) => found.get(index)!)
  const shared = columns.filter(({ how }) => how !== 'new').length
  const shares = shared > 0 && shared >= Math.min(columns.length, nearest?.columns.length ?? 0) * SHARED_SHARE
  return { wave: shares ? (nearest?.name ?? null) : null, columns, missing: shares ? missing() : [] }
}

/** The wave with most of these fields, the latest of several; the latest of all where none has any. */
function nearestWave(waves: readonly Wave[], taken: ReadonlySet<string>): Wave | null {
  const shared = ({ columns }: Wave): number => columns.filter(({ field }) => taken.has(field)).length
  return waves.reduce<Wave | null>((best, wave) => (best && shared(best) > shared(wave) ? best : wave), null)
}

function likenessOfColumn({ index, header, kind, role, distinct }: ColumnProfile, table: RawTable): Likeness {
  const cells = table.columns[index - 1]!
  const values = distinct <= MOST_VALUES ? valuesOf(cells) : new Set<string>()
  return { id: String(index), header, kind, role, question: table.questions[index - 1] ?? null, values }
}

function likenessOfField(field: string, wave: Wave, project: Project): Likeness {
  const { label, kind } = project.registers.field.get(field) ?? { label: '', kind: 'text' as const }
  const { header = label, role = 'ignore', question = null } = wave.columns.find((column) => column.field === field) ?? {}
  const isChoice = kind === 'category' || kind === 'multi'
  const values = isChoice ? valuesOf(project.columns.text(field)) : new Set<string>()
  return { id: field, header, kind, role, question, values }
}

/** The different values of a column with few of them; none where there are many. */
function valuesOf(column: TextColumn): ReadonlySet<string> {
  const values = new Set<string>()
  eachValue(column, (value) => {
    if (values.size <= MOST_VALUES && value.trim() !== '') values.add(value.normalize('NFC').trim())
  })
  return values.size > MOST_VALUES ? new Set() : values
}

/** Roles that are a matter of fact in a wave and stay with the question; what it is sliced by may change. */
const KEPT: ReadonlySet<Role> = new Set(['score', 'comment', 'date', 'id', 'respondent', 'account', 'tenure', 'person', 'survey'])

/** The roles that the fields of the columns had in the latest wave, under those that were chosen now. */
export function keptRoles({ columns }: WaveMatch, options: PlanOptions, project: Project): Readonly<Record<number, Role>> {
  const roleOf = new Map<string, Role>()
  for (const wave of project.registers.wave.values()) for (const { field, role } of wave.columns) roleOf.set(field, role)
  const kept = columns.flatMap(({ index, field, how }) => {
    const role = how === 'new' ? undefined : roleOf.get(field)
    return role && KEPT.has(role) ? [[index, role] as const] : []
  })
  return mergeRoles(Object.fromEntries(kept), options.roles ?? {})
}
