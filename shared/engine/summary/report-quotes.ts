import type { Task } from '../../base/task'
import { baseOf } from '../../nps/figure'
import { GROUPS } from '../../nps/group'
import type { Quote, Themes } from '../../report/types'
import { cellAt } from '../../table/column'
import { bitOf } from '../tags/mark-index'
import type { Project } from '../project/project'
import { masksOf } from '../people/person-mask'
import { isReadable, quotableGroups } from './quotable'
import type { CommentRows, Tags } from '../tags/tagging'

const QUOTED = bitOf('quote')
const [DETRACTORS, PASSIVES, PROMOTERS] = [0, 1, 2] as const
/** Of the comments nearest the middle, so many are looked at for one that names nobody. */
const MOST_TRIED = 20
const THEMES_A_SIDE = 3
const QUOTES_A_THEME = 2

interface Wish {
  /** Of the first quote; those after it have their number behind it. */
  readonly slot: string
  readonly code: string | null
  readonly side: Quote['side']
  readonly group: 0 | 1 | 2
  readonly most: number
}

/**
 * Two quotes for each of the three themes that cost most and that add most: comments that have the theme, by detractors
 * where it costs points, by promoters where it adds some, of readable length, nearest the middle length of such comments.
 * Without codes: one per group. One that a coder flagged as a quote comes before all others; one that names nobody before
 * one in which something personal is masked. None where fewer than 10 answered, or of a group of fewer.
 */
export async function quotesOf(project: Project, selected: Uint8Array, tags: Tags, themes: Themes | null, answers: number, task: Task): Promise<Quote[]> {
  if (baseOf(answers) === 'tiny') return []
  const mask = masksOf(project.columns).published
  const quotable = quotableGroups(project.columns, selected)
  const used = new Set<number>()
  const quotesFor = ({ slot, code, side, group, most }: Wish): readonly Quote[] => {
    const comments = tags.verbatimsOf(code)
    // A filter may leave nobody of the group that would say it best.
    const others = code === null ? [] : ([DETRACTORS, PROMOTERS, PASSIVES] as const).filter((each) => each !== group)
    const groups = [group, ...others].filter((each) => quotable.has(each))
    const found: Quote[] = []
    for (const flagged of [true, false]) {
      for (const each of groups) {
        while (found.length < most) {
          const quote = pickQuote(project, selected, comments, each, used, flagged, mask)
          if (!quote) break
          found.push({ ...quote, slot: found.length === 0 ? slot : `${slot}/${found.length + 1}`, code, side })
        }
        // The second by somebody of another group would say something else.
        if (!flagged && found.length > 0) return found
      }
    }
    return found
  }
  const quotes: Quote[] = []
  for (const wish of wishesOf(themes)) {
    await task.breathe()
    if (task.cancelled()) break
    quotes.push(...quotesFor(wish))
  }
  return quotes
}

function wishesOf(themes: Themes | null): readonly Wish[] {
  if (themes === null) return [PROMOTERS, PASSIVES, DETRACTORS].map((group) => ({ slot: `group:${GROUPS[group]}`, code: null, side: null, group, most: 1 }))
  const codes = [...themes.codes].filter(({ n, contribution }) => baseOf(n) !== 'tiny' && contribution !== null).sort((a, b) => a.contribution! - b.contribution!)
  const wish = (side: 'pain' | 'bright', group: 0 | 2) => ({ id, name }: Themes['codes'][number]): Wish => ({ slot: `code:${id}`, code: name, side, group, most: QUOTES_A_THEME })
  const wishes = [
    ...codes.filter(({ contribution }) => contribution! < 0).slice(0, THEMES_A_SIDE).map(wish('pain', DETRACTORS)),
    ...codes.filter(({ contribution }) => contribution! > 0).reverse().slice(0, THEMES_A_SIDE).map(wish('bright', PROMOTERS)),
  ]
  if (wishes.length > 0) return wishes
  // Where everybody mentions it, or nobody scores otherwise, a theme stands for neither.
  const plain = themes.codes.filter(({ n }) => baseOf(n) !== 'tiny').sort((a, b) => b.n - a.n)
  return plain.slice(0, THEMES_A_SIDE).map(({ id, name }) => ({ slot: `code:${id}`, code: name, side: null, group: PROMOTERS, most: 1 }))
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
  mask: (text: string) => string,
): Omit<Quote, 'slot' | 'code' | 'side'> | null {
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
      if (isReadable(text)) found.push({ row, field, text })
    }
  }
  found.sort((a, b) => a.text.length - b.text.length || a.row - b.row)
  const center = Math.floor(found.length / 2)
  const near = found.map((each, at) => ({ ...each, far: Math.abs(at - center) })).sort((a, b) => a.far - b.far).slice(0, MOST_TRIED)
  const plain = near.map((each) => ({ ...each, shown: mask(each.text) }))
  const middle = plain.find(({ text, shown }) => text === shown) ?? plain[0]
  if (!middle) return null
  used.add(middle.row)
  return {
    text: middle.shown,
    score: columns.scores[middle.row]!,
    group: GROUPS[group],
    question: registers.field.get(middle.field)?.name ?? '',
    wave: columns.waveOf(middle.row)?.wave.name ?? '',
    line: columns.lines[middle.row]!,
  }
}
