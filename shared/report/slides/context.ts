import { NPS_SCALE } from '../../model/role'
import { rangesOf, type Group } from '../../nps/group'
import { filterWords } from '../filter-words'
import type { Finding } from '../findings'
import type { Phrases } from '../phrases'
import type { Queries } from '../queries'
import type { ReportData } from '../types'

/** What every slide is built from. */
export interface Context {
  readonly data: ReportData
  readonly words: Phrases
  /** Where each number says what it was counted from. */
  readonly queries: Queries
  readonly findings: readonly Finding[]
}

/** The score's name, which says so wherever the scale is not the standard one. */
export const scoreName = ({ data, words }: Context): string =>
  data.nonStandard === null
    ? words.say('report.nps')
    : words.say('report.nps.nonStandard', { scale: words.label(data.nonStandard, 12) })

const SCORE_NOTES = ['report.note.base', 'report.note.rounding'] as const

/** How intervals are made, and who counts where that is not every answer. */
export const intervalNote = ({ data: { method }, words }: Context): string =>
  [words.say(`report.note.interval.${method.interval}`), ...(method.perPerson ? [words.say('report.note.person')] : [])].join(' ')

/** Speaker notes: what the slide adds, the definitions every score needs, and the source. */
export function scoreNotes(context: Context, extra: readonly string[] = []): readonly string[] {
  const { data, words } = context
  const scale = data.nonStandard === null ? [] : [nonStandardLine(context)]
  return [...scale, ...extra, scoreDefinition(context), intervalNote(context), ...SCORE_NOTES.map((key) => words.say(key)), sourceNote(context)]
}

/** The scores of each group, on the answers' own scale. */
export const groupScores = ({ data }: Context): Readonly<Record<Group, string>> =>
  rangesOf(data.nonStandard ?? NPS_SCALE) ?? { promoters: '', passives: '', detractors: '' }

/** What the score is. */
export const scoreDefinition = (context: Context): string => context.words.say('report.note.nps', groupScores(context))

export const nonStandardLine = ({ data, words }: Context): string =>
  words.say('report.nonStandard', { scale: words.label(data.nonStandard, 12) })

/** Which responses the summary is about: its filter in words, cut to `width`; null for all of them. */
export function filterOf({ data, words }: Context, width: number): string | null {
  const filter = filterWords(data.filter, words)
  return filter === null ? null : words.label(filter, width)
}

/** "All answers", or those in the filter. */
export const scopeOf = ({ data, words }: Context): string =>
  words.say(data.filter.length === 0 ? 'report.scope.all' : 'report.scope.filtered')

export function sourceNote(context: Context): string {
  const { data, words } = context
  const params = {
    project: words.label(data.project, 60),
    n: data.responses.scored,
    fingerprint: words.fingerprint(data.method.fingerprint),
  }
  const filter = filterOf(context, 200)
  return filter === null
    ? words.say('report.note.source', params)
    : words.say('report.note.source.filtered', { ...params, filter })
}
