import { GROUPS } from '../nps/group'
import type { Quote, Themes } from '../report/types'
import { cellAt } from '../table/column'
import { bitOf } from './mark-index'
import type { Project } from './project'
import { isQuotable } from './quotable'
import type { CommentRows, Tags } from './tagging'

const QUOTED = bitOf('quote')
const [DETRACTORS, PASSIVES, PROMOTERS] = [0, 1, 2] as const
const QUOTED_THEMES = 5

/**
 * One quote per theme that matters most, from the selected responses: a comment that has the theme, by a detractor
 * where the theme costs points, by a promoter where it adds some, of readable length, nearest the middle length of such
 * comments. Without codes: one per group. One that a coder flagged as a quote comes before all others.
 */
export function quotesOf(project: Project, selected: Uint8Array, tags: Tags, themes: Themes | null): Quote[] {
  const wanted = themes
    ? [...themes.codes]
        .sort((a, b) => Math.abs(b.contribution ?? 0) - Math.abs(a.contribution ?? 0))
        .slice(0, QUOTED_THEMES)
        .map(({ id, name, contribution }) => ({ slot: `code:${id}`, code: name as string | null, group: (contribution ?? 0) < 0 ? DETRACTORS : PROMOTERS }))
    : [PROMOTERS, PASSIVES, DETRACTORS].map((group) => ({ slot: `group:${GROUPS[group]}`, code: null, group }))
  const used = new Set<number>()
  return wanted.flatMap(({ slot, code, group }) => {
    const comments = tags.verbatimsOf(code)
    // A filter may leave nobody of the group that would say it best.
    const groups = code === null ? [group] : [group, ...([DETRACTORS, PROMOTERS, PASSIVES] as const).filter((each) => each !== group)]
    for (const flagged of [true, false]) {
      for (const each of groups) {
        const quote = pickQuote(project, selected, comments, each, used, flagged)
        if (quote) return [{ ...quote, slot, code }]
      }
    }
    return []
  })
}

/** Lines of the wave whose answer to the question a coder flagged as worth quoting; null where there are none. */
export function flagsOn({ columns, marks }: Project, field: string, { batch }: CommentRows['span']): ReadonlySet<number> | null {
  const wave = columns.waves.find(({ span }) => span.batch === batch)
  const lines = wave ? marks.on(wave.id, field) : null
  const flagged = [...(lines?.byLine ?? [])].flatMap(([line, bits]) => (bits & QUOTED ? [line] : []))
  return flagged.length > 0 ? new Set(flagged) : null
}

function pickQuote(
  project: Project,
  selected: Uint8Array,
  comments: readonly CommentRows[],
  group: 0 | 1 | 2,
  used: Set<number>,
  flagged: boolean,
): Omit<Quote, 'slot' | 'code'> | null {
  const { columns, registers } = project
  const found: { row: number; field: string; text: string }[] = []
  for (const { field, span, rows } of comments) {
    const cells = columns.text(field)
    const flags = flagged ? flagsOn(project, field, span) : null
    if (flagged && !flags) continue
    for (let row = span.first; row < span.first + span.rows; row++) {
      if (flags && !flags.has(columns.lines[row]!)) continue
      if (!rows[row] || !selected[row] || columns.groups[row] !== group || used.has(row)) continue
      const text = cellAt(cells, row).trim()
      if (isQuotable(text)) found.push({ row, field, text })
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
