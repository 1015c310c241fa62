import type { Codebook, ProjectView } from '../../../shared/protocol/engine-api'
import { GROUPS } from '../../../shared/nps/group'
import type { Clause, CodesClause, ValuesClause } from '../../../shared/query/types'
import { isOfDesk } from '../../../shared/query/desk-clauses'
import { deskConditionWords } from './desk-filter-words'
import { valueLabel } from './labels'
import { listWords, stretches } from './list-words'
import { periodWords } from './period-words'
import type { Words } from './words'

/** A filter in words: its conditions, and what stands before and after them in the language's order. */
export interface FilterWords {
  readonly lead: string
  readonly conditions: readonly string[]
  readonly trail: string
  readonly sentence: string
}

const HERE = '\u0000'
/** From so many on, scores in a row are said as one stretch. */
const STRETCH = 3

/** "Responses from Finance and Travel (Industry), in 2026 Q2 and Q3, scored 0–6, that mention Price". */
export function filterWords(
  clauses: readonly Clause[],
  project: ProjectView,
  codebook: Codebook | null,
  words: Words,
): FilterWords {
  const conditions = clauses.map((clause) => conditionWords(clause, project, codebook, words))
  if (conditions.length === 0) {
    const sentence = words.t('filter.all')
    return { lead: sentence, conditions, trail: '', sentence }
  }
  const [lead = '', trail = ''] = words.t('filter.sentence', { conditions: HERE }).split(HERE)
  return {
    lead: lead.trim(),
    conditions,
    trail: trail.trim(),
    sentence: words.t('filter.sentence', { conditions: conditions.join(', ') }),
  }
}

/** One condition in words. */
export function conditionWords(
  clause: Clause,
  project: ProjectView,
  codebook: Codebook | null,
  words: Words,
): string {
  if (isOfDesk(clause)) return deskConditionWords(clause, project, codebook, words)
  const all = (where: readonly Clause[]): string => where.map((each) => conditionWords(each, project, codebook, words)).join(', ')
  switch (clause.kind) {
    case 'text':
      return words.t('filter.text', { text: words.shown.text(clause.text) })
    case 'codes':
      return codesWords(clause, codebook, words)
    case 'values':
      return valuesWords(clause, project, words)
    case 'except':
      return words.t('filter.except', { conditions: all(clause.where) })
    case 'moved': {
      const group = (name: string | null): string => (name === null ? words.t('filter.moved.any') : groupWord(name, words))
      return words.t('filter.moved', { before: group(clause.before), after: group(clause.after), from: all(clause.from), to: all(clause.to) })
    }
  }
}

function codesWords({ codes, has }: CodesClause, codebook: Codebook | null, words: Words): string {
  if (codes === 'any') return words.t(has ? 'filter.codes.any' : 'filter.codes.none')
  const known = new Map(codebook?.codes.map(({ id, name }) => [id, name]))
  const names = codes.map((id) => known.get(id) ?? words.t('filter.code.gone'))
  return words.t(has ? 'filter.codes' : 'filter.codes.not', { codes: listWords(names, 'or', words) })
}

function valuesWords({ dimension, values }: ValuesClause, project: ProjectView, words: Words): string {
  const { t } = words
  const given = values.filter((value) => value !== null)
  const blank = given.length < values.length ? [t('slice.blank')] : []
  const only = given.length === 0
  switch (dimension.kind) {
    case 'field': {
      const field = project.fields.find(({ id }) => id === dimension.field)?.name ?? dimension.field
      if (only) return t('filter.field.blank', { field })
      const names = given.map((value) => valueLabel(dimension, value, words))
      return t('filter.field', { field, values: listWords([...names, ...blank], 'and', words) })
    }
    case 'wave':
      return t('filter.wave', { values: listWords([...given.map((value) => valueLabel(dimension, value, words)), ...blank], 'and', words) })
    case 'period':
      if (only) return t('filter.period.blank')
      return t('filter.period', { values: [periodWords(given, words), ...blank].join(', ') })
    case 'group': {
      if (only) return t('filter.score.blank')
      const names = given.map((value) => groupWord(value, words))
      return t('filter.group', { values: listWords([...names, ...blank], 'and', words) })
    }
    case 'score':
      if (only) return t('filter.score.blank')
      return t('filter.score', { values: listWords([...scoreNames(given, words), ...blank], 'and', words) })
  }
}

/** A group as it stands in a sentence. */
export function groupWord(value: string, { t }: Words): string {
  const group = GROUPS.find((each) => each === value)
  return group ? t(`filter.group.${group}`) : value
}

function scoreNames(scores: readonly string[], { t }: Words): readonly string[] {
  return stretches(scores.map(Number)).flatMap((places) =>
    places.length < STRETCH
      ? places.map(String)
      : [t('filter.score.range', { from: places[0] ?? '', to: places.at(-1) ?? '' })],
  )
}
