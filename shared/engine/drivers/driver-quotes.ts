import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import { GROUPS } from '../../nps/group'
import type { DriverQuote, QuoteWish } from '../../protocol/drivers'
import type { Clause } from '../../query/types'
import { byTypicality } from '../../suggest/typical'
import { normalize } from '../../text/normalize'
import type { Project } from '../project/project'
import { masksOf } from '../people/person-mask'
import { isReadable } from '../summary/quotable'
import { flagsOn } from '../summary/report-quotes'
import { selectResponses } from '../filter/select'
import { placesOf } from '../tags/tag-parts'
import { tagsOf, type Tags } from '../tags/tagging'

/** Of more comments that might be quoted, so many are opened; of more that can be, so many say what is typical. */
const MOST_OPENED = 2000
const MOST_READ = 400

interface Candidate {
  readonly row: number
  readonly text: string
  readonly marked: boolean
  readonly field: string
  readonly wave: string
}

/**
 * For each wish at most `most` quotes, none of them twice: marked ones, then those most like all others of the wish. What is
 * personal in them is masked; of those that nobody marked, one that names nobody comes first.
 */
export async function quotesFor(
  project: Project,
  { where, wishes, most }: { readonly where: readonly Clause[]; readonly wishes: readonly QuoteWish[]; readonly most: number },
  task: Task,
): Promise<Result<readonly (readonly DriverQuote[])[]>> {
  const tags = await tagsOf(project, task)
  const selected = await selectResponses(project, where, task)
  if (!tags.isWhole || task.cancelled()) return refuse(fault('cancelled'))
  const used = new Set<string>()
  const mask = masksOf(tags.columns).published
  return ok(
    wishes.map((wish) => {
      const ranked = ranking(candidatesOf(project, tags, selected, wish), mask)
      const picked: Candidate[] = []
      for (const candidate of ranked) {
        if (picked.length === most) break
        const said = barely(candidate.text)
        if (used.has(said)) continue
        used.add(said)
        picked.push(candidate)
      }
      return picked.map(({ row, text, marked, field, wave }): DriverQuote => ({
        text,
        marked,
        wave,
        group: wish.group,
        score: tags.columns.scores[row]!,
        question: project.registers.field.get(field)?.name ?? '',
        line: tags.columns.lines[row]!,
      }))
    }),
  )
}

/** A text without what makes no difference to what it says: case, width, accents, marks. */
const barely = (text: string): string => normalize(text).text.replace(/[^\p{L}\p{N}]+/gu, ' ').trim()

/** Quotable comments with one of the codes, by somebody of the group; each text once, and of very many only some. */
function candidatesOf(project: Project, tags: Tags, selected: Uint8Array, { codes, group }: QuoteWish): readonly Candidate[] {
  const { columns, comments } = tags
  const wanted = GROUPS.indexOf(group)
  const asked = new Set(codes)
  const branch = tags.codes.filter(({ id }) => asked.has(id))
  const rows = comments.map(({ span }, at) => {
    const said = new Set<number>()
    for (const { parts } of branch) {
      for (const row of placesOf(parts[at]!.has)) if (selected[span.first + row] && columns.groups[span.first + row] === wanted) said.add(row)
    }
    return [...said].sort((a, b) => a - b)
  })
  const all = rows.reduce((sum, { length }) => sum + length, 0)
  const found = new Map<string, Candidate>()
  comments.forEach(({ field, span, wave, text }, at) => {
    const flags = flagsOn(project, field, span)
    const isMarked = (row: number): boolean => flags?.has(columns.lines[span.first + row]!) ?? false
    const read = evenly(rows[at]!, Math.ceil((rows[at]!.length * MOST_OPENED) / Math.max(all, MOST_OPENED)))
    for (const row of flags ? new Set([...rows[at]!.filter(isMarked), ...read]) : read) {
      const said = text(row).trim()
      const marked = isMarked(row)
      if (isReadable(said) && (marked || !found.has(said))) found.set(said, { row: span.first + row, text: said, marked, field, wave: wave.wave.name })
    }
  })
  return [...found.values()]
}

/** So many of a list at equal distances. */
const evenly = <T>(list: readonly T[], most: number): readonly T[] =>
  list.length <= most ? list : Array.from({ length: most }, (_, at) => list[Math.floor((at * list.length) / most)]!)

function ranking(candidates: readonly Candidate[], mask: (text: string) => string): readonly Candidate[] {
  const masked = candidates.map((candidate) => ({ ...candidate, said: candidate.text, text: mask(candidate.text) }))
  const marked = masked.filter((candidate) => candidate.marked)
  const read = evenly(masked.filter((candidate) => !candidate.marked), MOST_READ)
  const ranked = byTypicality(read.map(({ text }) => text)).map((at) => read[at]!)
  return [...marked, ...ranked.toSorted((a, b) => Number(a.said !== a.text) - Number(b.said !== b.text))]
}
