import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import type { Locale } from '../../locale/translate'
import { GROUPS } from '../../nps/group'
import type { PickedQuote, QuoteCandidate, SummaryEditsApi } from '../../protocol/summary-edits'
import { samePlace, type Edits, type QuotePlace } from '../../report/edits/edits'
import { phrases } from '../../report/phrases'
import { outlineQuote } from '../../report/slides/quotes'
import { anonymityOf } from '../anonymous/anonymity'
import { rowOfLine } from '../comments/comments'
import { bitOf } from '../tags/mark-index'
import { finderOf } from '../filter/find-text'
import { normalize } from '../../text/normalize'
import { masksOf } from '../people/person-mask'
import type { Project } from '../project/project'
import { isReadable, quotableGroups } from './quotable'
import { selectResponses } from '../filter/select'
import { tagsOf, type Tags } from '../tags/tagging'

const QUOTED = bitOf('quote')
const SLOT = /^(code|group):(.+?)(?:\/\d+)?$/s

/** What a quote was picked for: a code, or a group where there is no codebook. */
function slotOf(key: string, tags: Tags) {
  const [, kind, name] = SLOT.exec(key) ?? []
  const code = kind === 'code' ? tags.codes.find(({ id }) => id === name) : undefined
  return { code, group: kind === 'group' ? GROUPS.findIndex((group) => group === name) : -1 }
}

/** The comment number `at` of the tags in `row` of its span, as a quote of the outline. */
function quoteOf(project: Project, tags: Tags, locale: Locale, key: string, at: number, row: number): QuoteCandidate {
  const { wave, field, span, text } = tags.comments[at]!
  const { groups, scores, lines } = tags.columns
  const { code } = slotOf(key, tags)
  const line = lines[span.first + row]!
  const [group, score] = [groups[span.first + row]!, scores[span.first + row]!]
  const marks = project.marks.on(wave.id, field)?.byLine.get(line) ?? 0
  return {
    place: { wave: wave.id, line, field },
    marked: (marks & QUOTED) !== 0,
    quote: outlineQuote(phrases(locale), {
      slot: key,
      text: masksOf(project.columns).published(text(row).trim()),
      score: score < 0 ? null : score,
      group: GROUPS[group] ?? null,
      question: project.registers.field.get(field)?.name ?? '',
      code: code?.parts[at]!.has[row] ? code.code.name : null,
      side: null,
      wave: wave.wave.name,
      line,
    }),
  }
}

/** Comments of the selected responses that could stand for a quote: marked ones first, then those with what it is for. */
export const quoteCandidates = async (
  project: Project,
  { where, locale, key, find, most }: Parameters<SummaryEditsApi['quoteCandidates']>[0],
  task: Task,
): ReturnType<SummaryEditsApi['quoteCandidates']> => {
  const tags = await tagsOf(project, task)
  const selected = await selectResponses(project, where, task)
  if (!tags.isWhole || task.cancelled()) return refuse(fault('cancelled'))
  const { code, group } = slotOf(key, tags)
  const quotable = quotableGroups(tags.columns, selected)
  const finder = finderOf(find)
  const found: { readonly at: number; readonly row: number; readonly marked: boolean; readonly length: number }[] = []
  tags.comments.forEach(({ wave, field, span, found: { filled }, text }, at) => {
    const marks = project.marks.on(wave.id, field)
    for (let row = 0; row < span.rows; row++) {
      if (!filled[row] || !selected[span.first + row] || !quotable.has(tags.columns.groups[span.first + row]!)) continue
      const marked = ((marks?.byLine.get(tags.columns.lines[span.first + row]!) ?? 0) & QUOTED) !== 0
      const suits = code ? code.parts[at]!.has[row] === 1 : group < 0 || tags.columns.groups[span.first + row] === group
      if (!marked && !suits) continue
      const words = text(row).trim()
      if (!isReadable(words) || (finder && finder.next(normalize(words).text, 0) < 0)) continue
      found.push({ at, row, marked, length: words.length })
    }
  })
  const middle = [...found].sort((a, b) => a.length - b.length)[found.length >> 1]?.length ?? 0
  // Those nearest the middle length say enough, and no more than that.
  found.sort((a, b) => Number(b.marked) - Number(a.marked) || Math.abs(a.length - middle) - Math.abs(b.length - middle) || a.at - b.at || a.row - b.row)
  return ok({ total: found.length, candidates: found.slice(0, most).map(({ at, row }) => quoteOf(project, tags, locale, key, at, row)) })
}

/** The comments that were picked by hand for quotes, as far as they are among the selected responses and can be shown; none in an anonymous project. */
export async function pickedQuotes(project: Project, edits: Edits, where: SummaryEditsInput['where'], locale: Locale, task: Task): Promise<Result<readonly PickedQuote[]>> {
  const picks = edits.quotes.flatMap(({ key, pick }) => (pick ? [{ key, pick }] : []))
  if (picks.length === 0 || anonymityOf(project)) return ok([])
  const tags = await tagsOf(project, task)
  const selected = await selectResponses(project, where, task)
  if (!tags.isWhole || task.cancelled()) return refuse(fault('cancelled'))
  const quotable = quotableGroups(tags.columns, selected)
  return ok(
    picks.flatMap(({ key, pick }): PickedQuote[] => {
      const at = tags.comments.findIndex(({ wave, field }) => wave.id === pick.wave && field === pick.field)
      const comments = tags.comments[at]
      if (!comments) return []
      const { span, found, text } = comments
      const row = rowOfLine(tags.columns, span, pick.line)
      if (row < 0 || !found.filled[row] || !selected[span.first + row] || !quotable.has(tags.columns.groups[span.first + row]!) || !isReadable(text(row).trim())) return []
      const { place, quote } = quoteOf(project, tags, locale, key, at, row)
      return [{ place, quote }]
    }),
  )
}

type SummaryEditsInput = Parameters<SummaryEditsApi['summaryEdits']>[0]

/** How `applyEdits` finds a comment that was picked. */
export const quoteAmong =
  (picked: readonly PickedQuote[]) =>
  (place: QuotePlace, key: string): PickedQuote['quote'] | null =>
    picked.find((each) => each.quote.key === key && samePlace(each.place, place))?.quote ?? null
