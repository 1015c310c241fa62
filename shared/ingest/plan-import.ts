import { fault } from '../base/fault'
import type { Result } from '../base/result'
import { ok, refuse } from '../base/result'
import type { Role } from '../model/role'
import type { TenureUnit } from '../model/tenure'
import { NPS_SCALE, SINGLE_ROLES } from '../model/role'
import { cellAt, mapColumn } from '../table/column'
import { detectScale, tallyScores } from './detect-scale'
import { findDuplicates } from './find-duplicates'
import { leaveOut } from './leave-out'
import { parseDate, parseSerial } from './parse-date'
import { INVALID, scoreReader } from './parse-score'
import { findScaleChange } from './scale-change'
import { findAsides } from './set-aside'
import { OWN_PRESET } from './own-table'
import { guessTenure, statedMonths } from './tenure-unit'
import type { AsideCode, ColumnProfile, ImportPlan, PlanOptions, RawTable, Warning } from './types'
import { FATE, NO_SCORE } from './types'

export interface Known {
  /** Ids of the responses that the project already has, as `responseKey` gives them. */
  readonly ids: ReadonlySet<string>
  /** What the field of a column counted in an earlier wave, by index. */
  readonly units?: ReadonlyMap<number, TenureUnit>
}

/**
 * What importing a file would do to each of its rows. Refuses roles for columns that are not there
 * (`unknown-column`). Without a score column the plan has none and says so; comments can still be coded.
 */
export function planImport(
  file: RawTable,
  described: readonly ColumnProfile[],
  options: PlanOptions,
  known: Known,
): Result<ImportPlan> {
  const { table, profiles } = leaveOut({ table: file, profiles: described }, options.leaveOut ?? [])
  const told = Object.entries(options.roles ?? {}).map(([index, role]) => ({ index: Number(index), role }))
  const missing = told.find(({ index }) => !profiles[index - 1])
  if (missing) {
    const columns = profiles.map((profile) => profile.name).join(', ')
    return refuse(fault('unknown-column', { column: missing.index, columns }))
  }
  const assigned = assignRoles(table, profiles, new Map(told.map(({ index, role }) => [index, role])))
  const { dateOrder } = options
  const columns = withNames(
    dateOrder
      ? assigned.map((column) => (column.role === 'date' ? { ...column, dateOrder, ambiguousDate: false } : column))
      : assigned,
    options.names ?? {},
  )
  const score = columns.find((column) => column.role === 'score')
  const id = columns.find((column) => column.role === 'id')
  const scale = score ? (score.scale ?? NPS_SCALE) : null
  // An export of our own holds nothing but responses that were accepted.
  const marks = table.preset === OWN_PRESET ? new Map<number, AsideCode>() : findAsides(table)
  const include = new Set(options.include)
  const asides = include.size === 0 ? marks : new Map([...marks].filter(([, code]) => !include.has(code)))
  const duplicateOf = id ? findDuplicates(table, id, asides, known.ids, marks) : new Map<number, number>()
  const tenure = planTenure(table, columns, options, known)
  const fates = new Uint8Array(table.rows)
  for (const row of asides.keys()) fates[row] = FATE.setAside
  for (const row of duplicateOf.keys()) fates[row] = FATE.duplicate
  return ok({
    table,
    wave: options.wave ?? waveName(table.file),
    columns,
    score: score && scale ? { index: score.index, scale } : null,
    treatAsNps: options.treatAsNps ?? false,
    tenure,
    fates,
    asides,
    marked: countMarks(marks),
    duplicateOf,
    ...readScores(table, score),
    answered: readDates(table, columns),
    warnings: [
      ...table.warnings,
      ...warn(columns, profiles, new Set(told.map(({ index }) => index))),
      ...warnOfTenure(columns, tenure),
      ...warnOfChange(table, score, (row) => fates[row] === FATE.accepted),
    ],
    options,
    match: null,
  })
}

/** What a tenure counts: as told, as before unless the numbers plainly say otherwise, or as the numbers say. */
function planTenure(table: RawTable, columns: readonly ColumnProfile[], { tenureUnit }: PlanOptions, { units }: Known): ImportPlan['tenure'] {
  const column = columns.find(({ role }) => role === 'tenure')
  if (!column || column.dateOrder !== null || statedMonths(column.header) !== null) return null
  const guess = guessTenure(table.columns[column.index - 1]!)
  if (!guess) return null
  const found = { ...guess, index: column.index }
  if (tenureUnit) return { ...found, unit: tenureUnit, sure: true }
  const before = units?.get(column.index)
  if (before === undefined) return found
  return guess.sure && guess.unit !== before ? { ...found, sure: false } : { ...found, unit: before, sure: true }
}

function warnOfTenure(columns: readonly ColumnProfile[], tenure: ImportPlan['tenure']): readonly Warning[] {
  if (!tenure || tenure.sure) return []
  return [{ code: 'tenure-unit', params: { column: columns[tenure.index - 1]!.name, unit: tenure.unit, low: tenure.low, high: tenure.high } }]
}

function warnOfChange(table: RawTable, score: ColumnProfile | undefined, counts: (row: number) => boolean): readonly Warning[] {
  const change = score && findScaleChange(table.columns[score.index - 1]!, table.rows, counts)
  if (!change) return []
  const { row, before, after } = change
  return [{ code: 'scale-change', params: { column: score.name, line: table.lines[row]!, before, after } }]
}

function countMarks(marks: ReadonlyMap<number, AsideCode>): ImportPlan['marked'] {
  const counts: Partial<Record<AsideCode, number>> = {}
  for (const code of marks.values()) counts[code] = (counts[code] ?? 0) + 1
  return counts
}

function assignRoles(
  table: RawTable,
  profiles: readonly ColumnProfile[],
  told: ReadonlyMap<number, Role>,
): readonly ColumnProfile[] {
  const taken = new Set([...told.values()].filter((role) => SINGLE_ROLES.has(role)))
  const firstTold = new Map<Role, number>()
  for (const [index, role] of [...told].toReversed()) firstTold.set(role, index)
  return profiles.map((profile) => {
    const role = told.get(profile.index)
    if (role === undefined) return taken.has(profile.role) ? { ...profile, role: demoted(profile.role) } : profile
    if (SINGLE_ROLES.has(role) && firstTold.get(role) !== profile.index) return { ...profile, role: demoted(role) }
    if (role !== 'score') return { ...profile, role }
    return { ...profile, role, kind: 'score', scale: profile.scale ?? scaleOf(table, profile) }
  })
}

/** A name that another column has already is not taken. */
function withNames(columns: readonly ColumnProfile[], names: NonNullable<PlanOptions['names']>): readonly ColumnProfile[] {
  const taken = new Set(columns.map(({ name }) => name.toLowerCase()))
  return columns.map((column) => {
    const name = names[column.index]?.trim() ?? ''
    if (name === '' || taken.has(name.toLowerCase())) return column
    taken.add(name.toLowerCase())
    return { ...column, name }
  })
}

const demoted = (role: Role): Role => (role === 'score' ? 'segment' : 'ignore')

function scaleOf(table: RawTable, { index }: ColumnProfile) {
  const tally = tallyScores(table.columns[index - 1]!)
  return (tally && detectScale(tally)) ?? NPS_SCALE
}

function readScores(table: RawTable, score: ColumnProfile | undefined): Pick<ImportPlan, 'scores' | 'invalidScores'> {
  const scores = new Int8Array(table.rows).fill(NO_SCORE)
  if (!score) return { scores, invalidScores: [] }
  const column = table.columns[score.index - 1]!
  mapColumn(column, scoreReader(score.scale ?? NPS_SCALE), scores)
  const invalidScores: { line: number; text: string }[] = []
  scores.forEach((value, row) => {
    if (value !== INVALID) return
    invalidScores.push({ line: table.lines[row]!, text: cellAt(column, row) })
    scores[row] = NO_SCORE
  })
  return { scores, invalidScores }
}

function readDates(table: RawTable, columns: readonly ColumnProfile[]): Float64Array {
  const answered = new Float64Array(table.rows).fill(NaN)
  const date = columns.find((column) => column.role === 'date')
  if (!date) return answered
  const order = date.dateOrder ?? 'ymd'
  const read = (text: string): number => {
    const seconds = parseDate(text, order)
    return Number.isNaN(seconds) ? parseSerial(text) : seconds
  }
  mapColumn(table.columns[date.index - 1]!, read, answered)
  return answered
}

function warn(
  columns: readonly ColumnProfile[],
  profiles: readonly ColumnProfile[],
  told: ReadonlySet<number>,
): readonly Warning[] {
  const warnings: Warning[] = []
  const score = columns.find((column) => column.role === 'score')
  const candidates = profiles.filter((profile) => profile.kind === 'score')
  const date = columns.find((column) => column.role === 'date')
  if (!score) warnings.push({ code: 'no-score', params: {} })
  else {
    if (candidates.length > 1 && !told.has(score.index)) {
      const others = candidates.filter(({ index }) => index !== score.index).map(({ name }) => name)
      const params = { column: score.name, others: others.join(' / '), count: others.length }
      warnings.push({ code: 'several-scores', params })
    }
    const scale = score.scale ?? NPS_SCALE
    if (scale !== NPS_SCALE) warnings.push({ code: 'scale-not-nps', params: { scale, column: score.name } })
  }
  const relative = columns.find(({ relativeTime, role }) => relativeTime !== undefined && (role === 'ignore' || role === 'date'))
  if (relative) warnings.push({ code: 'relative-dates', params: { column: relative.name, example: relative.relativeTime ?? '' } })
  if (!date) warnings.push({ code: 'no-date', params: {} })
  else if (date.ambiguousDate) {
    warnings.push({ code: 'ambiguous-date', params: { column: date.name, order: date.dateOrder ?? 'ymd' } })
  }
  if (!columns.some((column) => column.role === 'comment')) warnings.push({ code: 'no-comment', params: {} })
  return warnings
}

/** The file's name without its extension. */
const waveName = (file: string): string => file.replace(/^.*[\\/]/, '').replace(/\.[^.]{1,5}$/, '') || file
