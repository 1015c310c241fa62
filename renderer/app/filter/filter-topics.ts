import type { ProjectView } from '../../../shared/protocol/engine-api'
import type { DeskClause, Dimension } from '../../../shared/query/types'
import { dimensionValue, slicedFields } from '../figures/dimension'
import type { Draft } from './filter-edit'
import { dimensionLabel } from '../words/labels'
import type { Words } from '../words/words'

/** Something that a condition can be about. */
export interface Topic {
  readonly id: string
  readonly label: string
  readonly group: string
  /** What choosing it begins with. */
  readonly draft: Draft
}

/** Of no use in an anonymous project, where only whole values of fields can be asked for. */
const GROUP_ORDER = [{ kind: 'group' }, { kind: 'score' }] as const

const DESK: readonly DeskClause[] = [
  { kind: 'origin', origin: 'hand', codes: [] },
  { kind: 'marks', marks: [], has: true },
  { kind: 'length', from: null, to: null },
  { kind: 'rule', rule: '' },
  { kind: 'changed' },
  { kind: 'suggested' },
  { kind: 'sample', n: 0, seed: 1 },
]

function deskTopics(project: ProjectView, { t }: Words): readonly Topic[] {
  const topic = (draft: DeskClause, group: string): Topic => ({ id: draft.kind, label: t(`filter.topic.${draft.kind}`), group, draft })
  const questions = project.fields.filter(({ role }) => role === 'comment')
  return [
    ...DESK.map((draft) => topic(draft, t('filter.topics.coding'))),
    ...(questions.length > 1 ? [topic({ kind: 'question', fields: [] }, t('filter.topics.coding'))] : []),
  ]
}

/** Everything that a condition can be about in this project; topics of a group follow one another. */
export function filterTopics(project: ProjectView, words: Words): readonly Topic[] {
  const { t } = words
  const of = (dimension: Dimension, group: string): Topic => ({
    id: dimensionValue(dimension),
    label: dimensionLabel(dimension, project, words),
    group,
    draft: { kind: 'values', dimension, values: [] },
  })
  const time = project.periods.map((unit) => of({ kind: 'period', unit }, t('filter.topics.time')))
  return [
    ...slicedFields(project).map(({ id }) => of({ kind: 'field', field: id }, t('filter.topics.fields'))),
    ...(project.anonymity ? [] : GROUP_ORDER).map((dimension) => of(dimension, t('filter.topics.score'))),
    ...time,
    ...(project.periods.length > 0 ? [{ id: 'days', label: t('filter.topic.days'), group: t('filter.topics.time'), draft: { kind: 'days', from: null, to: null } } as const] : []),
    ...(project.waves.length > 1 ? [of({ kind: 'wave' }, t('filter.topics.time'))] : []),
    { id: 'codes', label: t('filter.topic.code'), group: t('filter.topics.comment'), draft: { kind: 'codes', codes: [], has: true } },
    ...deskTopics(project, words),
    { id: 'text', label: t('filter.topic.text'), group: t('filter.topics.comment'), draft: { kind: 'text', text: '' } },
  ]
}
