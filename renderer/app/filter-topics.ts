import type { ProjectView } from '../../shared/protocol/engine-api'
import type { Dimension } from '../../shared/query/types'
import { dimensionValue, slicedFields } from './dimension'
import type { Draft } from './filter-edit'
import { dimensionLabel } from './labels'
import type { Words } from './words'

/** Something that a condition can be about. */
export interface Topic {
  readonly id: string
  readonly label: string
  readonly group: string
  /** What choosing it begins with. */
  readonly draft: Draft
}

const GROUP_ORDER = [{ kind: 'group' }, { kind: 'score' }] as const

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
    ...GROUP_ORDER.map((dimension) => of(dimension, t('filter.topics.score'))),
    ...time,
    ...(project.waves.length > 1 ? [of({ kind: 'wave' }, t('filter.topics.time'))] : []),
    { id: 'codes', label: t('filter.topic.code'), group: t('filter.topics.comment'), draft: { kind: 'codes', codes: [], has: true } },
    { id: 'text', label: t('filter.topic.text'), group: t('filter.topics.comment'), draft: { kind: 'text', text: '' } },
  ]
}
