import { isoDay } from '../../base/day'
import { uniqueName } from '../../base/unique-name'
import type { Task } from '../../base/task'
import {
  ABOUT_COLUMN,
  aboutText,
  HAND_COLUMN,
  handText,
  isOwnColumn,
  OWN_COLUMNS,
  TAG_COLUMN,
  type AboutWave,
  type HandTag,
} from '../../model/own-export'
import { MARKS_COLUMN } from '../../model/own-marks'
import { NPS_SCALE } from '../../model/role'
import type { FieldView } from '../../protocol/engine-api'
import { NO_DAY } from '../../query/columns'
import type { Cell, ColumnType, Table, TableColumn } from '../../report/table'
import { cellAt, type TextColumn } from '../../table/column'
import { orderedCodes } from '../codebook/code-order'
import type { PlacedWave } from '../columns/columns'
import { markTexts } from '../import/own-marks'
import type { Project } from '../project/project'
import { rowOfLine } from '../comments/comments'
import { addMarks } from '../tags/tag-parts'
import { tagsOf, type Tags } from '../tags/tagging'

/** In the order in which the columns number the groups. */
const GROUP_NAMES = ['detractor', 'passive', 'promoter'] as const

/** A field under its header in the export. */
interface ExportField {
  readonly field: FieldView
  readonly as: string
  readonly cells: TextColumn
}

/** A code in the answers to one question. */
interface ExportTag {
  readonly header: string
  readonly code: string
  readonly question: string
}

/** The responses of a project as one table, and what a summary of it needs to know about its columns. */
export interface ExportTable extends Table {
  readonly fields: readonly Omit<ExportField, 'cells'>[]
  readonly tags: readonly ExportTag[]
  /** `isCounted`: its scores are counted as NPS. */
  readonly waves: readonly { readonly as: string; readonly scale: string; readonly isCounted: boolean }[]
}

/**
 * Every response that counts, one row each, wave by wave in the order of the files: where it came from, its score and
 * group, its codes, all of its cells, a column for every code and comment question, the coders' words, and on the
 * first row of a wave what an import needs to make the wave again. `apostrophes`: cells will be made safe by them.
 */
export async function exportTable(project: Project, apostrophes: boolean, task: Task): Promise<ExportTable> {
  const tags = await tagsOf(project, task)
  const { columns } = tags
  const taken = new Set<string>(OWN_COLUMNS)
  const fields = project.fields().map((field): ExportField => ({ field, as: headerOf(field, taken), cells: columns.text(field.id) }))
  const questions = fields.filter(({ field }) => tags.comments.some((comments) => comments.field === field.id))
  const tagColumns = tags.codes.flatMap(({ id, code }) =>
    questions.map(({ field, as }): ExportTag => {
      const name = questions.length === 1 ? code.name : `${code.name} (${as})`
      return { header: uniqueName(`${TAG_COLUMN}${name}`, taken), code: id, question: field.id }
    }),
  )
  const waves = waveNames(columns.waves)
  const scored = columns.waves.map(({ wave }) => wave.scale === NPS_SCALE || wave.treatAsNps)
  const about = columns.waves.map((placed) => aboutText(aboutWave(placed, fields, apostrophes)))
  const marks = columns.waves.map((placed) => markTexts(project, columns, placed, questions))
  const hands = columns.waves.map((placed) => handTexts(project, tags, placed, questions))

  function* rows(): Generator<readonly Cell[]> {
    for (const [at, { id, span }] of columns.waves.entries()) {
      const sources = tagColumns.map(({ code, question }) => tagSource(tags, id, code, question))
      const codes = codeSource(tags, id)
      let isFirst = true
      for (let row = span.first; row < span.first + span.rows; row++) {
        if (!columns.live[row]) continue
        const inSpan = row - span.first
        const score = columns.scores[row]!
        const day = columns.days[row]!
        const group = scored[at] ? columns.groups[row]! : -1
        const cells: Cell[] = [
          waves[at]!,
          columns.lines[row]!,
          day === NO_DAY ? null : isoDay(day),
          score < 0 ? null : score,
          group < 0 ? null : GROUP_NAMES[group as 0 | 1 | 2],
          codes(inSpan),
        ]
        for (const { cells: texts } of fields) cells.push(cellAt(texts, row) || null)
        for (const source of sources) cells.push(source?.filled[inSpan] ? source.has[inSpan]! : null)
        cells.push(hands[at]!.get(inSpan) ?? null, marks[at]!.get(inSpan) ?? null, isFirst ? about[at]! : null)
        isFirst = false
        yield cells
      }
    }
  }
  return {
    name: 'Responses',
    columns: [
      ...OWN_COLUMNS.map((header): TableColumn => ({ header, type: OWN_TYPES[header] })),
      ...fields.map(({ field, as }): TableColumn => ({ header: as, type: typeOf(field) })),
      ...tagColumns.map(({ header }): TableColumn => ({ header, type: 'mark' })),
      { header: HAND_COLUMN, type: 'text' },
      { header: MARKS_COLUMN, type: 'text' },
      { header: ABOUT_COLUMN, type: 'note' },
    ],
    size: columns.waves.reduce((sum, { span }) => sum + countLive(columns.live, span.first, span.rows), 0),
    rows,
    fields: fields.map(({ field, as }) => ({ field, as })),
    tags: tagColumns,
    waves: columns.waves.map(({ wave }, at) => ({ as: waves[at]!, scale: wave.scale, isCounted: scored[at]! })),
  }
}

const OWN_TYPES: Readonly<Record<(typeof OWN_COLUMNS)[number], ColumnType>> = {
  wave: 'text',
  line: 'count',
  date: 'day',
  nps_score: 'count',
  nps_group: 'text',
  codes: 'text',
}

/** The header in full; a number tells apart those that another one has, a blank one gets the field's name. */
function headerOf({ label, name }: FieldView, taken: Set<string>): string {
  const header = label.trim() === '' ? name : label
  return uniqueName(isOwnColumn(header) && !taken.has(header.toLowerCase()) ? `_${header}` : header, taken)
}

function typeOf({ kind, role }: FieldView): ColumnType {
  if (role === 'comment') return 'long-text'
  if (kind === 'number' || kind === 'score') return 'number'
  return kind === 'date' ? 'time' : 'text'
}

function waveNames(waves: readonly PlacedWave[]): readonly string[] {
  const taken = new Set<string>()
  return waves.map(({ wave }) => uniqueName(wave.name, taken))
}

function aboutWave({ wave }: PlacedWave, fields: readonly ExportField[], apostrophes: boolean): AboutWave {
  const { name, file, source, scale, treatAsNps } = wave
  const columns = wave.columns.flatMap(({ header, field: id, role, question = null, unit = null }) => {
    const known = fields.find(({ field }) => field.id === id)
    return known ? [{ as: known.as, header, role, kind: known.field.kind, field: id, name: known.field.name, question, unit }] : []
  })
  return { name, file, source, scale, treatAsNps, apostrophes, columns }
}

/** Where the answers to a question are tagged with a code, in rows of the wave; null where the wave does not ask it. */
function tagSource({ comments, codes }: Tags, wave: string, code: string, question: string): { has: Uint8Array; filled: Uint8Array } | null {
  const at = comments.findIndex((each) => each.wave.id === wave && each.field === question)
  const part = codes.find(({ id }) => id === code)?.parts[at]
  return part ? { has: part.has, filled: comments[at]!.found.filled } : null
}

/** Names of the codes that any answer in a row of the wave has. */
function codeSource({ comments, codes }: Tags, wave: string): (row: number) => string | null {
  const places = comments.flatMap((each, at) => (each.wave.id === wave ? [at] : []))
  const marked = codes.map(({ code, parts }) => {
    const [first, ...others] = places.map((at) => parts[at]!.has)
    const marks = others.length === 0 ? first : first?.slice()
    for (const other of others) addMarks(marks!, other)
    return { name: code.name, marks }
  })
  return (row) => {
    let names: string | null = null
    for (const { name, marks } of marked) if (marks?.[row]) names = names === null ? name : `${names}; ${name}`
    return names
  }
}

/** The coders' words on the answers of a wave, by row of the wave. */
function handTexts(
  { registers }: Project,
  { columns }: Tags,
  { id, span }: PlacedWave,
  questions: readonly ExportField[],
): ReadonlyMap<number, string> {
  // Also words on archived codes: they are nobody's to lose.
  const places = new Map(orderedCodes(registers.code).map(({ id: code, code: { name } }, place) => [code, { name, place }]))
  const byRow = new Map<number, { readonly place: number; readonly tag: HandTag }[]>()
  for (const { wave, line, field, code, coder, at, verdict } of registers.decision.values()) {
    const known = wave === id ? places.get(code) : undefined
    const question = questions.find((each) => each.field.id === field)
    const row = known && question ? rowOfLine(columns, span, line) : -1
    if (!known || !question || row < 0) continue
    const tag = { code: known.name, verdict, coder, at, question: questions.length === 1 ? null : question.as }
    const words = byRow.get(row) ?? []
    words.push({ place: known.place, tag })
    byRow.set(row, words)
  }
  return new Map([...byRow].map(([row, words]) => [row, handText(words.sort((a, b) => a.place - b.place).map(({ tag }) => tag))]))
}

function countLive(live: Uint8Array, first: number, rows: number): number {
  let count = 0
  for (let row = first; row < first + rows; row++) count += live[row]!
  return count
}
