import { certainPart, REST_Q, restOf, restTests, type RestTest } from '../nps/against-rest'
import { baseOf } from '../nps/figure'
import { benjaminiHochberg } from '../nps/many-tests'
import { mixEffect } from '../nps/mix-interval'
import { twoSidedP, Z95 } from '../nps/normal'
import type { Difference, Figure, GroupCounts } from '../nps/types'
import type { ComparedCode, ComparedSegment } from '../query/types'
import { inPeriod, ofCode, ofGroup, ofValue, type Counted } from './queries'
import type { FieldName, PeriodFigure, ReportData, Themes } from './types'

type Theme = Themes['codes'][number]

/** Something worth saying: its numbers, how much of the score it surely goes with, and the responses behind it. */
export type Finding = { readonly rank: number; readonly counted: Counted } & (
  | { readonly kind: 'score'; readonly figure: Figure; readonly period: string | null }
  | { readonly kind: 'change'; readonly from: PeriodFigure; readonly to: PeriodFigure; readonly change: Difference }
  | { readonly kind: 'segment-low' | 'segment-high'; readonly segment: AgainstRest }
  | { readonly kind: 'mix'; readonly field: FieldName; readonly mix: number; readonly low: number; readonly high: number }
  | { readonly kind: 'segment-fell' | 'segment-rose'; readonly field: FieldName; readonly segment: ComparedSegment; readonly period: string }
  | { readonly kind: 'segment-new' | 'segment-gone'; readonly field: FieldName; readonly value: string | null; readonly figure: Figure; readonly share: number; readonly period: string }
  | { readonly kind: 'theme-costs' | 'theme-adds'; readonly theme: Theme }
  | { readonly kind: 'theme-grew' | 'theme-shrank'; readonly code: ComparedCode }
  | { readonly kind: 'low-base'; readonly of: 'score' | 'period'; readonly figure: Figure; readonly period: string | null }
  | { readonly kind: 'low-base-segments'; readonly field: FieldName; readonly low: number; readonly all: number }
)

/** A segment with everybody else of the summary. */
export interface AgainstRest {
  readonly field: FieldName
  readonly value: string | null
  readonly figure: Figure
  readonly rest: GroupCounts
  readonly difference: RestTest
}

/** How far an interval surely is from 0; 0 where it holds 0. */
export const certainEnd = (low: number | null, high: number | null): number =>
  low !== null && low > 0 ? low : high !== null && high < 0 ? -high : 0

/**
 * What the data say, the surest and largest first: score and change, then what goes with points of the score, by the end
 * of its interval that is nearer to 0, then words of caution. Segments are put right for how many were looked at; nothing
 * with fewer than 30 answers is named.
 */
export function findingsOf(data: ReportData): readonly Finding[] {
  const ranked = [...segmentFindings(data), ...changeFindings(data), ...themeFindings(data), ...growthFindings(data)]
  ranked.sort((a, b) => b.rank - a.rank)
  return [...scoreFindings(data), ...ranked, ...cautions(data)]
}

/** Every segment of the fields against all other answers, in the order of the tables. */
export function againstRest({ segments, headline }: Pick<ReportData, 'segments' | 'headline'>): readonly AgainstRest[] {
  const all = segments
    .filter(({ onPage }) => onPage)
    .flatMap(({ id, field, rows }) => rows.map(({ value, figure }) => ({ field: { id, field }, value, figure, rest: restOf(headline, figure) })))
  const { tests } = restTests(headline, all.map(({ figure }) => figure))
  return all.flatMap((segment, at) => {
    const difference = tests[at]
    return difference ? [{ ...segment, difference }] : []
  })
}

function scoreFindings({ headline, change }: ReportData): readonly Finding[] {
  if (change === null || change.to.figure.base === 'tiny')
    return [{ kind: 'score', figure: headline, period: null, rank: 0, counted: [] }]
  const { from, to } = change
  return [
    { kind: 'score', figure: to.figure, period: to.period, rank: 0, counted: inPeriod(to.period) },
    { kind: 'change', from, to, change: change.change, rank: certainEnd(change.change.low, change.change.high), counted: inPeriod(to.period) },
  ]
}

const isClear = (q: number | null): boolean => q !== null && q <= REST_Q

function segmentFindings(data: ReportData): readonly Finding[] {
  return againstRest(data).flatMap((segment): Finding[] => {
    const { field, value, figure, difference } = segment
    const certain = isClear(difference.q) ? (certainPart(difference) ?? 0) : 0
    if (certain === 0) return []
    // What it takes off or adds to the score of all: its share of the difference to the rest.
    const rank = (figure.n / data.headline.n) * Math.abs(certain)
    return [{ kind: certain < 0 ? 'segment-low' : 'segment-high', segment, rank, counted: [ofValue(field, value)] }]
  })
}

/** Where the change comes from: other answers within a segment, other shares of them, new ones and ones that are gone. */
function changeFindings({ change, compared }: ReportData): readonly Finding[] {
  if (change === null || change.change.verdict === 'not-comparable') return []
  const { from, to } = change
  const within = compared.flatMap((field) => field.segments.map((segment) => ({ field, segment })))
  const tested = within.filter(({ segment }) => segment.from.base === 'ok' && segment.to.base === 'ok')
  const qs = benjaminiHochberg(tested.map(({ segment }) => segment.change.p ?? 1))
  const moved = tested.flatMap(({ field, segment }, at): Finding[] => {
    const { change: own, shareFrom, shareTo, value } = segment
    // Nobody believes "fell" beside an interval that holds 0, which q up to 0.10 alone allows.
    if (!isClear(qs[at] ?? null) || own.difference === null || certainEnd(own.low, own.high) === 0) return []
    const rank = ((shareFrom + shareTo) / 2) * certainEnd(own.low, own.high)
    const kind = own.difference < 0 ? 'segment-fell' : 'segment-rose'
    return [{ kind, field, segment, period: to.period, rank, counted: [ofValue(field, value), ...inPeriod(to.period)] }]
  })
  const mixes = compared.flatMap((field): Finding[] => {
    const effect = mixEffect(field.segments.map((segment) => ({ before: segment.from, after: segment.to })))
    const rank = effect === null ? 0 : certainEnd(effect.low, effect.high)
    return effect === null || rank < 0.5 ? [] : [{ kind: 'mix', field, ...effect, rank, counted: inPeriod(to.period) }]
  })
  const appeared = within.flatMap(({ field, segment }): Finding[] => {
    const isNew = segment.from.n === 0
    const [figure, period, share] = isNew ? [segment.to, to.period, segment.shareTo] : [segment.from, from.period, segment.shareFrom]
    if ((segment.from.n > 0 && segment.to.n > 0) || figure.base !== 'ok' || segment.value === null) return []
    const middle = ((from.figure.nps ?? 0) + (to.figure.nps ?? 0)) / 2
    const rank = share * certainEnd((figure.low ?? middle) - middle, (figure.high ?? middle) - middle)
    const counted = [ofValue(field, segment.value), ...inPeriod(period)]
    return [{ kind: isNew ? 'segment-new' : 'segment-gone', field, value: segment.value, figure, share, period, rank, counted }]
  })
  return [...moved, ...mixes, ...appeared]
}

function themeFindings({ themes }: ReportData): readonly Finding[] {
  const codes = (themes?.codes ?? []).filter(({ n, contribution }) => baseOf(n) === 'ok' && contribution !== null)
  const qs = benjaminiHochberg(codes.map(({ contribution, low, high }) => pOf(contribution ?? 0, low, high)))
  return codes.flatMap((theme, at): Finding[] => {
    const rank = certainEnd(theme.low, theme.high)
    if (rank === 0 || !isClear(qs[at] ?? null)) return []
    return [{ kind: (theme.contribution ?? 0) < 0 ? 'theme-costs' : 'theme-adds', theme, rank, counted: [ofCode(theme)] }]
  })
}

function pOf(value: number, low: number | null, high: number | null): number {
  const error = low === null || high === null ? 0 : (high - low) / (2 * Z95)
  return error === 0 ? 1 : twoSidedP(value / error)
}

/** Whose share of the answers moved, or whose contribution did. One that moved in share alone surely goes with no points. */
function growthFindings({ growth, change }: ReportData): readonly Finding[] {
  const codes = (growth ?? []).filter(({ from, to }) => baseOf(from.n + to.n) === 'ok' && baseOf(to.n) !== 'tiny')
  const qs = benjaminiHochberg(codes.map(({ change: share }) => share.p ?? 1))
  return codes.flatMap((code, at): Finding[] => {
    if (!isClear(qs[at] ?? null) || code.change.difference === null || certainEnd(code.change.low, code.change.high) === 0) return []
    const { low, high, verdict } = code.contribution
    const rank = verdict === 'not-comparable' ? 0 : certainEnd(low, high)
    const counted = [ofCode({ id: code.id, name: code.code }), ...inPeriod(change?.to.period ?? null)]
    return [{ kind: code.change.difference > 0 ? 'theme-grew' : 'theme-shrank', code, rank, counted }]
  })
}

/** Where the reader is to be careful. */
function cautions({ headline, change, segments }: ReportData): readonly Finding[] {
  const score: Finding[] =
    headline.base === 'ok' ? [] : [{ kind: 'low-base', of: 'score', figure: headline, period: null, rank: 0, counted: [] }]
  const sides = change === null || headline.base !== 'ok' ? [] : [change.to, change.from]
  const periods = sides.flatMap(({ period, figure }): Finding[] =>
    figure.base === 'ok' ? [] : [{ kind: 'low-base', of: 'period', figure, period, rank: 0, counted: inPeriod(period) }],
  )
  const fields = segments.flatMap(({ id, field, onPage, rows }): Finding[] => {
    const low = rows.filter(({ figure }) => figure.base !== 'ok').length
    return onPage && low > 0 ? [{ kind: 'low-base-segments', field: { id, field }, low, all: rows.length, rank: 0, counted: [] }] : []
  })
  return [...score, ...periods, ...fields]
}

/** What is bad, and whom it is about. */
export type Bad = (Finding & { readonly kind: 'segment-low' }) | (Finding & { readonly kind: 'segment-fell' }) | (Finding & { readonly kind: 'theme-costs' })

const isBad = (finding: Finding): finding is Bad => finding.kind === 'segment-low' || finding.kind === 'segment-fell' || finding.kind === 'theme-costs'
const GOOD: ReadonlySet<Finding['kind']> = new Set(['segment-high', 'segment-rose', 'theme-adds'])
const LEADING: ReadonlySet<Finding['kind']> = new Set(['score', 'change', 'low-base', 'low-base-segments'])
const EXPLAINED = 3
/** Less than this would be shown as 0.0 points. */
const WORTH_SAYING = 0.05

/** The surest thing that goes well. */
export const brightSpot = (findings: readonly Finding[]): Finding | null => findings.find(({ kind, rank }) => GOOD.has(kind) && rank >= WORTH_SAYING) ?? null

/** What is behind a change that is more than noise, in its direction. */
function behindChange(findings: readonly Finding[]): readonly Finding[] {
  const change = findings.find(({ kind }) => kind === 'change')
  const verdict = change?.kind === 'change' ? change.change.verdict : null
  if (verdict !== 'up' && verdict !== 'down') return []
  const moved = verdict === 'up' ? 'segment-rose' : 'segment-fell'
  return findings.filter((finding) => finding.rank >= WORTH_SAYING && (finding.kind === moved || (finding.kind === 'mix' && finding.mix > 0 === (verdict === 'up'))))
}

/**
 * At most three things that go with the score: what is behind a clear change, the surest, the surest theme and the bright
 * spot, then the next; each of another subject.
 */
export function explaining(findings: readonly Finding[]): readonly Finding[] {
  const found = findings.filter(({ kind, rank }) => !LEADING.has(kind) && rank >= WORTH_SAYING)
  const theme = found.find(({ kind }) => kind === 'theme-costs' || kind === 'theme-adds')
  const wanted = [behindChange(findings)[0], found[0], theme, brightSpot(found), ...found].filter((finding) => finding !== undefined && finding !== null)
  const picked: Finding[] = []
  for (const finding of wanted) {
    if (picked.length < EXPLAINED && picked.every((other) => subjectOf(other) !== subjectOf(finding))) picked.push(finding)
  }
  return picked.sort((a, b) => b.rank - a.rank)
}

/** The field or the code that it is about. */
function subjectOf(finding: Finding): string {
  switch (finding.kind) {
    case 'segment-low':
    case 'segment-high':
      return `field ${finding.segment.field.id}`
    case 'mix':
    case 'segment-fell':
    case 'segment-rose':
    case 'segment-new':
    case 'segment-gone':
    case 'low-base-segments':
      return `field ${finding.field.id}`
    case 'theme-costs':
    case 'theme-adds':
      return `code ${finding.theme.id}`
    case 'theme-grew':
    case 'theme-shrank':
      return `code ${finding.code.id}`
    case 'score':
    case 'change':
    case 'low-base':
      return finding.kind
  }
}

/** What to look into, never what to do about it: whom the surest bad finding is about, else the detractors. */
export type Todo = { readonly finding: Bad | null; readonly counted: Counted; readonly n: number }

/** One thing to look into, first what a clear fall comes from; null where there are too few answers to name anybody. */
export function todoOf(data: ReportData, findings: readonly Finding[]): Todo | null {
  const worst = [...behindChange(findings), ...findings].filter(isBad).find(({ rank }) => rank >= WORTH_SAYING)
  if (worst) return { finding: worst, counted: worst.counted, n: answersIn(worst) }
  const { headline, change } = data
  const [figure, period] = change === null || change.to.figure.base === 'tiny' ? [headline, null] : [change.to.figure, change.to.period]
  if (baseOf(figure.detractors) === 'tiny') return null
  return { finding: null, counted: [ofGroup('detractors'), ...inPeriod(period)], n: figure.detractors }
}

function answersIn(finding: Bad): number {
  switch (finding.kind) {
    case 'segment-low':
      return finding.segment.figure.n
    case 'segment-fell':
      return finding.segment.to.n
    case 'theme-costs':
      return finding.theme.n
  }
}
