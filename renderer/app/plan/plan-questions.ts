import type { WarningCode } from '../../../shared/ingest/types'
import { NPS_SCALE } from '../../../shared/model/role'
import type { PlanView } from '../../../shared/protocol/engine-api'

/** What only a person can know about a file. */
export type PlanQuestion = 'match' | 'scale' | 'tags' | WarningCode

/** Warnings that ask for a decision; the others only tell. */
const ASKING: ReadonlySet<WarningCode> = new Set([
  'several-scores',
  'ambiguous-date',
  'encoding-guessed',
  'no-score',
  'scale-change',
  'unterminated-quote',
  'tenure-unit',
])

/** Whether a warning asks for a decision, and not only tells. */
export const asks = (code: WarningCode): boolean => ASKING.has(code)

/** Columns that are taken for a field by their likeness, and that nobody has confirmed. */
export const proposedColumns = ({ match }: Pick<PlanView, 'match'>) =>
  match?.columns.filter(({ how }) => how !== 'same' && how !== 'told' && how !== 'new') ?? []

/** Columns that are kept apart from the field with their header, and of which nobody has said whether that is right. */
export const openClashes = ({ match, options }: Pick<PlanView, 'match' | 'options'>) =>
  match?.clashes.filter(({ index }) => options.fields?.[index] === undefined) ?? []

/** Hand tags of the file that may be brought over to responses that are there already. */
const offeredTags = ({ tags }: Pick<PlanView, 'tags'>): number => (tags ? tags.added + tags.changed : 0)

/** Hand tags that importing the plan brings over, as was chosen. */
export const broughtTags = (view: Pick<PlanView, 'tags' | 'options'>): number => (view.options.bringTags ? offeredTags(view) : 0)

/** The open questions of a plan: answered as shown when somebody imports it, and a reason not to import it unseen. */
export function questionsOf(view: PlanView): readonly PlanQuestion[] {
  const asked = view.warnings.map(({ code }) => code).filter(asks)
  const isOtherScale = view.score !== null && view.score.scale !== NPS_SCALE
  const scale = isOtherScale && !view.treatAsNps && view.options.treatAsNps === undefined ? ['scale' as const] : []
  const matching = proposedColumns(view).length + openClashes(view).length > 0 ? ['match' as const] : []
  const tags = offeredTags(view) > 0 && view.options.bringTags === undefined ? ['tags' as const] : []
  return [...matching, ...scale, ...tags, ...new Set(asked)]
}
