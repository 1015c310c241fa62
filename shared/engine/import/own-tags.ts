import { FATE, type ImportPlan, type OwnHand, type OwnWavePlan, type TagsThere } from '../../ingest/types'
import type { Decision } from '../../model/records'
import { commentsOf, rowOfLine } from '../comments/comments'
import { codeKey } from '../codebook/code-key'
import { decisionId } from '../tags/decision-index'
import { marksThere } from './own-marks'
import type { Project } from '../project/project'

/** A coder's word of the file on a response that the project has. */
export interface WordThere {
  /** The place of the word, under the code's name in the file. */
  readonly decision: Omit<Decision, 'code'>
  readonly code: string
  /** What the project says of it now. */
  readonly before: Decision | null
  /** The project's word is another, and the later one. */
  readonly isOlder: boolean
}

/**
 * The words of a wave of the file on responses that came from the same file before, where the project has none or says
 * otherwise. Words that only the project has are none of these.
 */
export function wordsThere({ plan, source, hands }: OwnWavePlan, project: Project): readonly WordThere[] {
  const { registers, columns } = project
  const placed = columns.waves.find(({ wave }) => wave.source === source)
  if (!placed || hands.size === 0) return []
  const idOf = new Map([...registers.code].map(([id, { name }]) => [codeKey(name), id]))
  const comments = commentsOf(project).filter((each) => each.wave.id === placed.id)
  const wordOn = (line: number, place: number, { question, code, verdict, coder, at }: OwnHand): WordThere | null => {
    const field = plan.match?.columns[question - 1]?.field
    const answers = comments.find((each) => each.field === field)
    if (field === undefined || answers?.found.filled[place] !== 1) return null
    const decision = { wave: placed.id, line, field, coder, at, verdict }
    const id = idOf.get(codeKey(code))
    const before = id === undefined ? null : (registers.decision.get(decisionId(decision, id)) ?? null)
    return before?.verdict === verdict ? null : { decision, code, before, isOlder: before !== null && before.at >= at }
  }
  return [...hands].flatMap(([row, tags]) => {
    const line = plan.table.lines[row]!
    const place = plan.fates[row] === FATE.duplicate ? rowOfLine(columns, placed.span, line) : -1
    return place < 0 ? [] : tags.map((tag) => wordOn(line, place, tag)).filter((word) => word !== null)
  })
}

/** How the hand tags of the file differ from those of the project, over all waves; null where they do not. */
export function tagsThere({ waves = [] }: ImportPlan, project: Project): TagsThere | null {
  // Marks differ and come along just as tags do.
  const words = waves.flatMap((own) => [
    ...wordsThere(own, project),
    ...marksThere(own, project).map(({ mark, before, isOlder }) => ({ decision: mark, before, isOlder })),
  ])
  if (words.length === 0) return null
  const responses = new Set(words.map(({ decision }) => `${decision.wave}/${decision.line}`)).size
  const older = words.filter(({ isOlder }) => isOlder).length
  const changed = words.filter(({ before, isOlder }) => before !== null && !isOlder).length
  return { responses, added: words.length - older - changed, changed, older }
}
