import { isoDay } from '../base/day'
import { ok, type Result } from '../base/result'
import { cellAt } from '../table/column'
import { differenceOf } from '../nps/difference'
import { GROUPS } from '../nps/group'
import type { Figure } from '../nps/types'
import { NO_DAY } from '../query/columns'
import type { PeriodUnit, SliceRow } from '../query/types'
import type { PeriodFigure, Quote, ReportData, SegmentTable, Themes } from '../report/types'
import { answerSlice, hasDates } from './answers'
import { answerDrivers, tagsOf, type CommentRows } from './tagging'
import type { Project } from './project'

const MAX_SEGMENT_FIELDS = 6
const MAX_PERIODS = 16
const ENOUGH = 30
const STUB_SHARE = 0.05

/** Everything a summary of the whole project is made from; `at` is the only clock it knows. */
export async function gatherReport(project: Project, at: string): Promise<Result<ReportData>> {
  const slice = answerSlice(project, { by: [], where: [] })
  if (!slice.ok) return slice
  const { total, nonStandard } = slice.value
  const trend = hasDates(project.columns) ? trendOf(project) : null
  const waves = [...project.registers.wave.values()]
  const sum = (pick: (counts: (typeof waves)[number]['counts']) => number): number =>
    waves.reduce((all, { counts }) => all + pick(counts), 0)
  const [first, last] = dayRange(project)
  const themes = await themesOf(project)
  return ok({
    project: project.name,
    at,
    nonStandard,
    responses: {
      accepted: sum(({ accepted }) => accepted),
      scored: sum(({ scored }) => scored),
      commented: sum(({ commented }) => commented),
      first,
      last,
    },
    headline: total,
    change: trend ? changeOf(trend.points) : null,
    trend,
    segments: segmentsOf(project, total),
    themes,
    quotes: await quotesOf(project, themes),
    method: {
      waves: waves.map(({ name, file, counts: { accepted, setAside, duplicates, rejected } }) => ({
        name,
        file,
        accepted,
        setAside,
        duplicates,
        rejected,
      })),
      codes: project.registers.code.size,
      fingerprint: (await project.hash()).slice(0, 12),
    },
  })
}

function dayRange({ columns }: Project): [string | null, string | null] {
  let first = Infinity
  let last = -Infinity
  columns.days.forEach((day, row) => {
    if (day === NO_DAY || !columns.live[row]) return
    if (day < first) first = day
    if (day > last) last = day
  })
  return first <= last ? [isoDay(first), isoDay(last)] : [null, null]
}

function periodFigures(project: Project, unit: PeriodUnit): PeriodFigure[] {
  const slice = answerSlice(project, { by: [{ kind: 'period', unit }], where: [] })
  if (!slice.ok) return []
  return slice.value.rows.flatMap(({ key: [period], figure }) => (period && figure.n > 0 ? [{ period, figure }] : []))
}

/** The shortest periods of which four in five have at least 30 answers; years where none do. Null for one period. */
function trendOf(project: Project): { unit: PeriodUnit; points: PeriodFigure[] } | null {
  for (const unit of ['month', 'quarter', 'half'] as const) {
    const points = periodFigures(project, unit)
    const sound = points.filter(({ figure }) => figure.n >= ENOUGH).length
    if (points.length >= 2 && points.length <= MAX_PERIODS && sound >= 0.8 * points.length) return { unit, points }
  }
  const points = periodFigures(project, 'year').slice(-MAX_PERIODS)
  return withoutStubs(points).length < 2 ? null : { unit: 'year', points }
}

/** Periods that a survey only touched, with a few answers beside hundreds, say nothing about a change. */
function withoutStubs(points: readonly PeriodFigure[]): readonly PeriodFigure[] {
  const most = Math.max(0, ...points.map(({ figure }) => figure.n))
  return points.filter(({ figure }) => figure.n >= Math.max(ENOUGH, most * STUB_SHARE) || most < ENOUGH)
}

function changeOf(points: readonly PeriodFigure[]): ReportData['change'] {
  const [from, to] = withoutStubs(points).slice(-2)
  return from && to ? { from, to, change: differenceOf(from.figure, to.figure) } : null
}

/** The segment fields whose values differ most from one another, beyond what chance would make them. */
function segmentsOf(project: Project, total: Figure): SegmentTable[] {
  const fields = project.fields().filter(({ role }) => role === 'segment' || role === 'tenure')
  return fields
    .flatMap(({ id, name }) => {
      const dimension = { kind: 'field', field: id } as const
      const values = project.columns.dimension(dimension).labels.length
      if (values < 2 || values > 60) return []
      const slice = answerSlice(project, { by: [dimension], where: [] })
      if (!slice.ok) return []
      // Blank is mostly who was never asked: no group to compare with the others.
      const rows = slice.value.rows.filter(({ key, figure }) => key[0] !== null && figure.n > 0)
      if (rows.length < 2) return []
      return [{ field: name, strength: spread(rows, total), rows: rows.map(({ key: [value = null], figure }) => ({ value, figure })) }]
    })
    .sort((a, b) => b.strength - a.strength)
    .slice(0, MAX_SEGMENT_FIELDS)
    .map(({ field, rows }) => ({ field, rows: [...rows].sort((a, b) => (b.figure.nps ?? 0) - (a.figure.nps ?? 0)) }))
}

/** Variance between the values, in squared points, less what sampling alone gives. */
function spread(rows: readonly SliceRow[], { n, nps, promoters, detractors }: Figure): number {
  if (nps === null) return 0
  const sound = rows.filter(({ figure }) => figure.n >= ENOUGH)
  const between = sound.reduce((sum, { figure }) => sum + figure.n * ((figure.nps ?? nps) - nps) ** 2, 0)
  const variance = 10_000 * ((promoters + detractors) / n) - nps ** 2
  return (between - variance * Math.max(0, sound.length - 1)) / n
}

async function themesOf(project: Project): Promise<Themes | null> {
  if (project.registers.code.size === 0) return null
  const drivers = await answerDrivers(project)
  if (!drivers.ok) return null
  const { verbatims, coded } = await tagsOf(project)
  return {
    base: drivers.value.base,
    coverage: verbatims === 0 ? 0 : coded / verbatims,
    codes: drivers.value.codes.filter(({ n }) => n > 0).map(({ code, ...effect }) => ({ name: code, ...effect })),
  }
}

const [DETRACTORS, PASSIVES, PROMOTERS] = [0, 1, 2] as const
const QUOTED_THEMES = 5
const READABLE = { min: 25, max: 220 }
/** Comments that seem to hold an e-mail address or a phone or resident number are not put on a slide. */
const CONTACT = /[^\s@]+@[^\s@]+\.[a-z]{2,}|\d(?:[ ().-]*\d){7,}/i

/**
 * One quote per theme that matters most: a comment that has the theme, by a detractor where the theme costs points, by
 * a promoter where it adds some, of readable length, nearest the middle length of such comments. Without codes: one per
 * group.
 */
async function quotesOf(project: Project, themes: Themes | null): Promise<Quote[]> {
  const { verbatims, verbatimsOf } = await tagsOf(project)
  if (verbatims === 0) return []
  const wanted = themes
    ? [...themes.codes]
        .sort((a, b) => Math.abs(b.contribution ?? 0) - Math.abs(a.contribution ?? 0))
        .slice(0, QUOTED_THEMES)
        .map(({ name, contribution }) => ({ code: name, group: (contribution ?? 0) < 0 ? DETRACTORS : PROMOTERS }))
    : [PROMOTERS, PASSIVES, DETRACTORS].map((group) => ({ code: null, group }))
  const used = new Set<number>()
  return wanted.flatMap(({ code, group }) => {
    const quote = pickQuote(project, verbatimsOf(code), group, used)
    return quote ? [{ ...quote, code }] : []
  })
}

function pickQuote(
  { columns, registers }: Project,
  comments: readonly CommentRows[],
  group: 0 | 1 | 2,
  used: Set<number>,
): Omit<Quote, 'code'> | null {
  const found: { row: number; field: string; text: string }[] = []
  for (const { field, span, rows } of comments) {
    const cells = columns.text(field)
    for (let row = span.first; row < span.first + span.rows; row++) {
      if (!rows[row] || columns.groups[row] !== group || used.has(row)) continue
      const text = cellAt(cells, row).trim()
      if (text.length >= READABLE.min && text.length <= READABLE.max && !CONTACT.test(text)) found.push({ row, field, text })
    }
  }
  found.sort((a, b) => a.text.length - b.text.length || a.row - b.row)
  const middle = found[Math.floor(found.length / 2)]
  if (!middle) return null
  used.add(middle.row)
  const place = columns.waves.find(({ span }) => middle.row >= span.first && middle.row < span.first + span.rows)
  return {
    text: middle.text,
    score: columns.scores[middle.row]!,
    group: GROUPS[group],
    question: registers.field.get(middle.field)?.name ?? '',
    wave: place?.wave.name ?? '',
    line: columns.lines[middle.row]!,
  }
}
