import { FATE, type OwnMark, type OwnWavePlan } from '../../ingest/types'
import type { Change } from '../../model/operation'
import type { Mark } from '../../model/records'
import { markText, type FlatMark } from '../../model/own-marks'
import type { FieldView } from '../../protocol/engine-api'
import type { Columns, PlacedWave } from '../columns/columns'
import { commentsOf, rowOfLine } from '../comments/comments'
import { markId } from '../tags/mark-index'
import type { Project } from '../project/project'

/** A mark of the file on a response that the project has, where that says nothing or something else. */
export interface MarkThere {
  readonly mark: Mark
  readonly before: Mark | null
  /** The project's is another, and the later one. */
  readonly isOlder: boolean
}

/** The marks of a wave of the file on responses that came from the same file before, where the project lacks or differs. */
export function marksThere({ plan, source, marks }: OwnWavePlan, project: Project): readonly MarkThere[] {
  const { registers, columns } = project
  const placed = columns.waves.find(({ wave }) => wave.source === source)
  if (!placed || marks.size === 0) return []
  const comments = commentsOf(project).filter((each) => each.wave.id === placed.id)
  return [...marks].flatMap(([row, own]) => {
    const line = plan.table.lines[row]!
    const place = plan.fates[row] === FATE.duplicate ? rowOfLine(columns, placed.span, line) : -1
    if (place < 0) return []
    return own.flatMap(({ question, ...mark }): MarkThere[] => {
      const field = plan.match?.columns[question - 1]?.field
      if (field === undefined || comments.find((each) => each.field === field)?.found.filled[place] !== 1) return []
      const whole: Mark = { ...mark, wave: placed.id, line, field }
      const before = registers.mark.get(markId(whole, mark.kind)) ?? null
      return before?.text === mark.text ? [] : [{ mark: whole, before, isOlder: before !== null && before.at >= mark.at }]
    })
  })
}

/** The changes that set these marks; of several of a kind on one verbatim, the last. */
export function markChanges(project: Project, marks: readonly Mark[]): readonly Change[] {
  const changes = marks.map((after): Change => {
    const id = markId(after, after.kind)
    return { register: 'mark', id, before: project.registers.mark.get(id) ?? null, after }
  })
  return [...new Map(changes.map((change) => [change.id, change])).values()]
}

/** The marks of a wave of the file on the responses that come in, as they will be in the wave of that id. */
export const broughtMarks = ({ plan, marks }: OwnWavePlan, fields: readonly string[], wave: string): readonly Mark[] =>
  [...marks].flatMap(([row, own]) => {
    if (plan.fates[row] !== FATE.accepted) return []
    return own.flatMap(({ question, ...mark }: OwnMark): Mark[] => {
      const field = fields[question - 1]
      return field === undefined ? [] : [{ ...mark, wave, line: plan.table.lines[row]!, field }]
    })
  })

/** The marks on the answers of a wave as text, by row of the wave. */
export function markTexts(
  { registers }: Project,
  columns: Columns,
  { id, span }: PlacedWave,
  questions: readonly { readonly field: FieldView; readonly as: string }[],
): ReadonlyMap<number, string> {
  const byRow = new Map<number, FlatMark[]>()
  for (const { wave, line, field, kind, text, coder, at } of registers.mark.values()) {
    const question = wave === id ? questions.find((each) => each.field.id === field) : undefined
    const row = question ? rowOfLine(columns, span, line) : -1
    if (!question || row < 0) continue
    const marks = byRow.get(row) ?? []
    byRow.set(row, marks)
    marks.push({ kind, text, coder, at, question: questions.length === 1 ? null : question.as })
  }
  const order = (mark: FlatMark): string => `${questions.findIndex(({ as }) => as === mark.question)} ${mark.kind}`
  return new Map([...byRow].map(([row, marks]) => [row, markText(marks.sort((a, b) => (order(a) < order(b) ? -1 : 1)))]))
}
