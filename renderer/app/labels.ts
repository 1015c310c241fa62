import { tenureKey } from '../../shared/model/tenure'
import type { ProjectView } from '../../shared/protocol/engine-api'
import type { Dimension } from '../../shared/query/types'
import type { Words } from './words'

const PERIOD = /^(\d{4})(?:-(?:Q([1-4])|H([12])|(\d{2})))?$/

/** A period in words: `2026-Q3` is "2026 Q3", "2026년 3분기". */
export function periodLabel(period: string, words: Words): string {
  const match = PERIOD.exec(period)
  const year = match?.[1]
  if (!match || !year) return period
  if (match[2]) return words.t('period.quarter', { year, part: match[2] })
  if (match[3]) return words.t('period.half', { year, part: match[3] })
  return match[4] ? words.month(period) : words.t('period.year', { year })
}

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
  const band = dimension.kind === 'field' ? tenureKey(value) : null
  return band ? words.t(band) : value
}
