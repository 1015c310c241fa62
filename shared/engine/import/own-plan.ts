import { ok, type Result } from '../../base/result'
import { quietTask } from '../../base/task'
import { pickRows } from '../../ingest/commit-rows'
import type { OwnTable, OwnWave } from '../../ingest/own-table'
import { parseDate } from '../../ingest/parse-date'
import { planImport } from '../../ingest/plan-import'
import { profileColumns } from '../../ingest/profile-columns'
import {
  FATE,
  type AsideCode,
  type ColumnProfile,
  type ImportPlan,
  type OwnWavePlan,
  type PlanOptions,
  type RawTable,
  type Warning,
} from '../../ingest/types'
import type { AboutColumn } from '../../model/own-export'
import { DATE_ORDERS, type Role } from '../../model/role'
import { cellAt, type TextColumn } from '../../table/column'
import type { ReadFile } from './read-file'

const DAY = 86_400

type OwnFile = ReadFile & Required<Pick<ReadFile, 'own'>>
/** A column of the whole table that a wave has. */
interface Kept {
  readonly at: number
  readonly told: AboutColumn | null
}

/** Plans a wave as the only one of its file. */
type PlanOne = (read: ReadFile, options: PlanOptions) => Promise<Result<ImportPlan>>

/** Columns as the first wave that has them knew them; of a wave that tells nothing, as they look. */
export function ownProfiles({ table, waves }: OwnTable, looks: readonly ColumnProfile[]): readonly ColumnProfile[] {
  return looks.map((profile, at) => {
    const as = table.headers[at]!
    const told = waves.flatMap(({ about }) => about?.columns.filter((column) => column.as === as) ?? [])[0]
    const scale = waves.find(({ about }) => about)?.about?.scale
    if (!told) return profile
    const { role, kind } = told
    return { ...profile, role, kind, name: told.name, scale: role === 'score' && scale ? scale : profile.scale }
  })
}

/** Plans each wave of an export like the file that it was made from, and puts the plans together for looking at. */
export async function planOwnWaves(
  read: OwnFile,
  options: PlanOptions,
  planOne: PlanOne,
): Promise<Result<ImportPlan>> {
  // Roles for columns that are not there are refused here.
  const whole = planImport(read.table, read.profiles, options, { ids: new Set() })
  if (!whole.ok) return whole
  const waves: OwnWavePlan[] = []
  for (const wave of read.own.waves) {
    const planned = await planWave(read, wave, options, planOne)
    if (!planned.ok) return planned
    waves.push(planned.value)
  }
  return ok(together(read, options, whole.value, waves))
}

async function planWave(read: OwnFile, wave: OwnWave, options: PlanOptions, planOne: PlanOne): Promise<Result<OwnWavePlan>> {
  const { name, about, rows, lines, days, hands, marks } = wave
  const places = about ? about.columns.map(({ as }) => read.table.headers.indexOf(as)) : filledColumns(read.table, rows)
  const kept = places.flatMap((at, column): Kept[] => (at < 0 ? [] : [{ at, told: about?.columns[column] ?? null }]))
  const file = about?.file ?? read.file.name
  const table: RawTable = {
    ...read.table,
    file,
    headers: kept.map(({ at, told }) => told?.header ?? read.table.headers[at]!),
    questions: kept.map(({ told }) => told?.question ?? null),
    columns: kept.map(({ at }) => pickRows(read.table.columns[at]!, rows)),
    rows: rows.length,
    lines,
    rejected: [],
    warnings: [],
  }
  const roles: Record<number, Role> = {}
  kept.forEach(({ at }, column) => {
    const told = options.roles?.[at + 1]
    if (told) roles[column + 1] = told
  })
  const looks = await profileColumns(table, '9999-12-31', quietTask)
  if (!looks.ok) return looks
  const profiles = profilesOf(looks.value, wave, kept, read)
  const source = about?.source ?? (await read.own.sourceOf(name))
  const part: ReadFile = {
    file: { ...read.file, name: file },
    options,
    source: () => Promise.resolve(source),
    table,
    layout: read.layout,
    profiles,
    ...matchOf(kept),
  }
  const dateOrder = options.dateOrder ?? orderOfDays(table, profiles, roles, days)
  const planned = await planOne(part, {
    roles,
    wave: read.own.waves.length === 1 && options.wave !== undefined ? options.wave : name || read.file.name,
    treatAsNps: options.treatAsNps ?? about?.treatAsNps ?? false,
    ...(dateOrder ? { dateOrder } : {}),
    ...(options.tenureUnit ? { tenureUnit: options.tenureUnit } : {}),
  })
  if (!planned.ok) return planned
  const comments = planned.value.columns.filter(({ role }) => role === 'comment')
  const indexOf = (question: string | null): number =>
    question === null ? (comments[0]?.index ?? 0) : kept.findIndex((column) => read.table.headers[column.at] === question) + 1
  const placed = <T extends { readonly question: string | null }>(byRow: ReadonlyMap<number, readonly T[]>) =>
    new Map(
      [...byRow].flatMap(([row, said]) => {
        const found = said.flatMap((one) => (indexOf(one.question) > 0 ? [{ ...one, question: indexOf(one.question) }] : []))
        return found.length > 0 ? [[row, found] as const] : []
      }),
    )
  return ok({ plan: { ...asTold(planned.value, kept), answered: withDays(planned.value.answered, days) }, rows, source, hands: placed(hands), marks: placed(marks) })
}

/** A wave that tells about itself has the score that it had, and counts its tenure as it did: neither is asked again. */
function asTold(asked: ImportPlan, kept: readonly Kept[]): ImportPlan {
  const isScoreTold = asked.score !== null && kept[asked.score.index - 1]?.told?.role === 'score'
  const plan = isScoreTold ? { ...asked, warnings: asked.warnings.filter(({ code }) => code !== 'several-scores') } : asked
  const told = plan.tenure && !plan.options.tenureUnit ? kept[plan.tenure.index - 1]?.told : null
  if (!told || !plan.tenure) return plan
  const warnings = plan.warnings.filter(({ code }) => code !== 'tenure-unit')
  return { ...plan, warnings, tenure: told.unit && { ...plan.tenure, unit: told.unit, sure: true } }
}

/** Where nothing tells which columns a wave had: those with a cell. */
const filledColumns = (table: RawTable, rows: Uint32Array): readonly number[] =>
  table.columns.flatMap((column, at) => (rows.some((row) => cellAt(column, row).trim() !== '') ? [at] : []))

/** Columns of one wave as it knew them; those that it does not tell of as in the whole file. */
function profilesOf(
  looks: readonly ColumnProfile[],
  { about }: OwnWave,
  kept: readonly Kept[],
  { profiles }: ReadFile,
): readonly ColumnProfile[] {
  return looks.map((profile, at) => {
    const told = kept[at]?.told
    if (told) {
      const { role, kind, name } = told
      return { ...profile, role, kind, name, scale: role === 'score' ? about!.scale : profile.scale }
    }
    const known = profiles.find(({ header }) => header === profile.header)
    return known ? { ...profile, role: known.role, kind: known.kind } : profile
  })
}

/** The fields that the columns had, if it is told. */
function matchOf(kept: readonly Kept[]): Pick<ReadFile, 'match'> {
  const columns = kept.flatMap(({ told }, at) => (told ? [{ index: at + 1, field: told.field, how: 'same' as const }] : []))
  const isWhole = columns.length === kept.length && new Set(columns.map(({ field }) => field)).size === kept.length
  return isWhole ? { match: { wave: null, columns, missing: [], clashes: [] } } : {}
}

/** The order that reads most dates as the days that they were exported with. */
function orderOfDays(
  table: RawTable,
  profiles: readonly ColumnProfile[],
  roles: Readonly<Record<number, Role>>,
  days: OwnWave['days'],
): (typeof DATE_ORDERS)[number] | null {
  const date = profiles.find(({ index, role }) => (roles[index] ?? role) === 'date')
  if (!date) return null
  const column = table.columns[date.index - 1]!
  const agreeing = DATE_ORDERS.map((order) => ({ order, n: agreement(column, order, days) }))
  const best = agreeing.reduce((a, b) => (b.n > a.n ? b : a))
  return best.n === 0 ? null : best.order
}

const agreement = (column: TextColumn, order: (typeof DATE_ORDERS)[number], days: OwnWave['days']): number =>
  days.reduce<number>((count, day, row) => (typeof day === 'number' && Math.floor(parseDate(cellAt(column, row), order) / DAY) === day ? count + 1 : count), 0)

/** The time of a cell where it is on the day that was exported, else that day. */
const withDays = (answered: Float64Array, days: OwnWave['days']): Float64Array =>
  answered.map((seconds, row) => {
    const day = days[row]
    if (day === undefined) return seconds
    if (day === null) return NaN
    return Math.floor(seconds / DAY) === day ? seconds : day * DAY
  })

/** All waves as one plan: what the window shows of it, and what it counts. */
function together({ table }: ReadFile, options: PlanOptions, whole: ImportPlan, waves: readonly OwnWavePlan[]): ImportPlan {
  const fates = new Uint8Array(table.rows).fill(FATE.accepted)
  const asides = new Map<number, AsideCode>()
  const duplicateOf = new Map<number, number>()
  const scores = new Int8Array(table.rows)
  const answered = new Float64Array(table.rows)
  const invalid = new Map<number, string>()
  for (const { plan, rows } of waves) {
    const rowOfLine = new Map(Array.from(plan.table.lines, (line, row) => [line, rows[row]!]))
    rows.forEach((row, place) => {
      fates[row] = plan.fates[place]!
      scores[row] = plan.scores[place]!
      answered[row] = plan.answered[place]!
    })
    for (const [place, line] of plan.duplicateOf) duplicateOf.set(rows[place]!, line === 0 ? 0 : table.lines[rowOfLine.get(line)!]!)
    for (const { line, text } of plan.invalidScores) invalid.set(table.lines[rowOfLine.get(line)!]!, text)
  }
  return {
    ...whole,
    wave: waves.length === 1 ? waves[0]!.plan.wave : whole.wave,
    score: whole.score ?? waves.find(({ plan }) => plan.score)?.plan.score ?? null,
    treatAsNps: waves.every(({ plan }) => plan.treatAsNps),
    tenure: waves.some(({ plan }) => plan.tenure && !plan.tenure.sure) ? whole.tenure : null,
    fates,
    asides,
    duplicateOf,
    scores,
    answered,
    invalidScores: [...invalid].map(([line, text]) => ({ line, text })),
    warnings: warningsOf([...table.warnings, ...waves.flatMap(({ plan }) => plan.warnings)]),
    waves,
    options,
    match: null,
  }
}

/** Each once; the waves that are there already in one sentence. */
function warningsOf(all: readonly Warning[]): readonly Warning[] {
  const before = all.filter(({ code }) => code === 'file-imported-before').map(({ params }) => params['wave'])
  const others = all.filter(({ code }) => code !== 'file-imported-before')
  const each = new Map(others.map((warning) => [JSON.stringify(warning), warning]))
  return before.length === 0 ? [...each.values()] : [{ code: 'file-imported-before', params: { wave: before.join('”, “') } }, ...each.values()]
}
