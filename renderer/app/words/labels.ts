import type { ProjectView } from '../../../shared/protocol/engine-api'
import type { Dimension } from '../../../shared/query/types'
import { bandLabel } from './band-label'
import { periodLabel } from './period-label'
import type { Words } from './words'

export { periodLabel }

/** What a dimension is called. */
export function dimensionLabel(dimension: Dimension, project: ProjectView, words: Words): string {
  switch (dimension.kind) {
    case 'wave':
      return words.t('slice.by.wave')
    case 'period':
      return words.t(`slice.period.${dimension.unit}`)
    case 'group':
    case 'score':
      return words.t(`slice.by.${dimension.kind}`)
    case 'field':
      return project.fields.find((field) => field.id === dimension.field)?.label ?? dimension.field
  }
}

/** What one value of a dimension is called. */
export function valueLabel(dimension: Dimension, value: string | null, words: Words): string {
  if (value === null) return words.t('slice.blank')
  if (dimension.kind === 'period') return periodLabel(value, words)
  return (dimension.kind === 'field' ? bandLabel(value, words) : null) ?? words.shown.text(value)
}
