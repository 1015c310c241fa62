import { likenessOf, type Likeness } from '../../ingest/match-fields'
import type { Clash, ColumnMatch, ColumnProfile, Match, PlanOptions, RawTable, WaveMatch } from '../../ingest/types'
import { mergeRoles } from '../../model/merge-roles'
import type { Wave } from '../../model/records'
import type { Role } from '../../model/role'
import type { TenureUnit } from '../../model/tenure'
import { eachValue, type TextColumn } from '../../table/column'
import { columnKeys, fieldIdOf } from './field-ids'
import { clashOf } from './find-clash'
import type { Project } from '../project/project'

/** Beyond this a column is no choice from a list. */
const MOST_VALUES = 60
/** With fewer columns in common, a file is of another survey: a time stamp is in most. */
const SHARED_SHARE = 0.2

/**
 * Which field of the project each column of a file belongs to. The user's word comes first, then the same header in any
 * wave, unless it plainly holds something else here; for what is left, likenesses to fields of the nearest wave that
 * have no column yet. All others are new.
 */
export async function matchWave(
  table: RawTable,
  given: readonly ColumnProfile[],
  options: PlanOptions,
  project: Project,
): Promise<WaveMatch> {
  const { registers, platform } = project
  const profiles = given.map((profile) => ({ ...profile, role: options.roles?.[profile.index] ?? profile.role }))
  const keys = columnKeys(profiles)
  const own: string[] = []
  for (const key of keys) own.push(await fieldIdOf(key, platform))
  const waves = [...registers.wave.values()]
  const byHeader = fieldsByHeader(waves)

  const found = new Map<number, ColumnMatch>()
  const taken = new Set<string>()
  const take = (index: number, field: string | undefined, how: Match): void => {
    if (field === undefined || found.has(index) || taken.has(field) || (how !== 'new' && !registers.field.has(field))) return
    taken.add(field)
    found.set(index, { index, field, how })
  }
  const isNew = ({ index }: ColumnProfile): boolean => options.fields?.[index] === null
  for (const { index } of profiles) take(index, options.fields?.[index] ?? undefined, 'told')
  const clashes: Clash[] = []
  profiles.forEach((profile, at) => {
    if (isNew(profile) || found.has(profile.index)) return
    const known = [...new Set([...(byHeader.get(keys[at]!) ?? []), own[at]!])].filter((id) => registers.field.has(id) && !taken.has(id))
    const apart: Clash[] = []
    for (const field of known) {
      const clash = clashOf(profile, table, field, project)
      if (!clash) return take(profile.index, field, 'same')
      apart.push(clash)
    }
    clashes.push(...apart.slice(0, 1))
  })

  const nearest = nearestWave(waves, new Set([...taken, ...clashes.map(({ field }) => field)]))
  const apart = new Set(clashes.map(({ index }) => index))
  const open = profiles.filter((profile) => !found.has(profile.index) && !isNew(profile) && !apart.has(profile.index))
  const missing = (): readonly string[] => (nearest?.columns ?? []).map(({ field }) => field).filter((field) => !taken.has(field))
  const columnsLeft = nearest ? open.map((profile) => likenessOfColumn(profile, table)) : []
  const fieldsLeft = nearest && open.length > 0 ? missing().map((field) => likenessOfField(field, nearest, project)) : []
  const proposals = nearest ? likenessOf(columnsLeft, fieldsLeft, alone(profiles, nearest)) : []
  // Where nearly nothing else is the same, likenesses are chance.
  const shared = found.size + clashes.length + proposals.length
  const shares = shared > 0 && shared >= Math.min(profiles.length, nearest?.columns.length ?? 0) * SHARED_SHARE
  if (shares) for (const { index, field, how } of proposals) take(index, field, how)
  for (const [at, { index }] of profiles.entries()) {
    for (let copy = 0; !found.has(index); copy++) {
      // A column with the header of a field that it does not belong to gets an id that follows from its file, too.
      const id = copy === 0 ? own[at]! : await fieldIdOf([keys[at]!, table.file, ...(copy === 1 ? [] : [copy])].join('\n'), platform)
      if (!registers.field.has(id)) take(index, id, 'new')
    }
  }
  const columns = profiles.map(({ index }) => found.get(index)!)
  return { wave: shares ? (nearest?.name ?? null) : null, columns, missing: shares ? missing() : [], clashes: shares ? clashes : [] }
}

/** The fields that had a header, those of the latest wave first. */
function fieldsByHeader(waves: readonly Wave[]): ReadonlyMap<string, readonly string[]> {
  const fields = new Map<string, readonly string[]>()
  for (const { columns } of waves) {
    columnKeys(columns).forEach((key, at) => fields.set(key, [columns[at]!.field, ...(fields.get(key) ?? [])]))
  }
  return fields
}

/** Roles that one column of the file has, and one of the wave. */
function alone(profiles: readonly ColumnProfile[], { columns }: Wave): ReadonlySet<Role> {
  const roles = new Set(profiles.map(({ role }) => role))
  const isOne = (among: readonly { readonly role: Role }[], role: Role): boolean => among.filter((each) => each.role === role).length === 1
  return new Set([...roles].filter((role) => isOne(profiles, role) && isOne(columns, role)))
}

/** The wave with most of these fields, the latest of several; the latest of all where none has any. */
function nearestWave(waves: readonly Wave[], taken: ReadonlySet<string>): Wave | null {
  const shared = ({ columns }: Wave): number => columns.filter(({ field }) => taken.has(field)).length
  return waves.reduce<Wave | null>((best, wave) => (best && shared(best) > shared(wave) ? best : wave), null)
}

function likenessOfColumn({ index, header, kind, role, scale, distinct }: ColumnProfile, table: RawTable): Likeness {
  const cells = table.columns[index - 1]!
  const values = distinct <= MOST_VALUES ? valuesOf(cells) : new Set<string>()
  const question = table.questions[index - 1] ?? null
  return { id: String(index), header, kind, role, question, values, ...(role === 'score' && scale ? { scale } : {}) }
}

function likenessOfField(field: string, wave: Wave, project: Project): Likeness {
  const { label, kind } = project.registers.field.get(field) ?? { label: '', kind: 'text' as const }
  const { header = label, role = 'ignore', question = null } = wave.columns.find((column) => column.field === field) ?? {}
  const isChoice = kind === 'category' || kind === 'multi'
  const values = isChoice ? valuesOf(project.columns.text(field)) : new Set<string>()
  return { id: field, header, kind, role, question, values, ...(role === 'score' ? { scale: wave.scale } : {}) }
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

/** What the fields of the columns counted in the latest wave that says it, by index. */
export function unitsBefore({ columns }: WaveMatch, { registers }: Project): ReadonlyMap<number, TenureUnit> {
  const unitOf = new Map<string, TenureUnit>()
  for (const wave of registers.wave.values()) for (const { field, unit } of wave.columns) if (unit) unitOf.set(field, unit)
  return new Map(columns.flatMap(({ index, field }) => (unitOf.has(field) ? [[index, unitOf.get(field)!] as const] : [])))
}
