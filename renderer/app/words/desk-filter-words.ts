import { assertNever } from '../../../shared/base/assert'
import type { Codebook, ProjectView } from '../../../shared/protocol/engine-api'
import type { DeskClause } from '../../../shared/query/types'
import { listWords } from './list-words'
import type { Words } from './words'

/** A condition of the coding desk in words. */
export function deskConditionWords(clause: DeskClause, project: ProjectView, codebook: Codebook | null, words: Words): string {
  const { t } = words
  switch (clause.kind) {
    case 'origin': {
      if (clause.codes === 'any') return t(`filter.origin.${clause.origin}`)
      const known = new Map(codebook?.codes.map(({ id, name }) => [id, name]))
      const names = clause.codes.map((id) => known.get(id) ?? t('filter.code.gone'))
      return t(`filter.origin.${clause.origin}.codes`, { codes: listWords(names, 'or', words) })
    }
    case 'length': {
      const { from, to } = clause
      if (to === null) return t('filter.length.from', { from: from ?? 0 })
      return from === null ? t('filter.length.to', { to }) : t('filter.length', { from, to })
    }
    case 'rule':
      return t('filter.rule', { rule: words.shown.text(clause.rule) })
    case 'days': {
      const { from, to } = clause
      const day = (iso: string): string => words.day(`${iso}T00:00:00`)
      if (to === null) return t('filter.days.from', { from: from === null ? '' : day(from) })
      return from === null ? t('filter.days.to', { to: day(to) }) : t('filter.days', { from: day(from), to: day(to) })
    }
    case 'marks': {
      const names = clause.marks.map((mark) => t(`filter.mark.${mark}`))
      return t(clause.has ? 'filter.marks' : 'filter.marks.not', { marks: listWords(names, 'or', words) })
    }
    case 'question': {
      const names = clause.fields.map((id) => project.fields.find((field) => field.id === id)?.name ?? id)
      return t('filter.question', { questions: listWords(names, 'or', words) })
    }
    case 'changed':
      return t('filter.changed')
    case 'suggested':
      return t('filter.suggested')
    case 'sample':
      return t('filter.sample', { n: clause.n, seed: String(clause.seed) })
    default:
      return assertNever(clause)
  }
}
