import { assertNever } from '../../../shared/base/assert'
import type { Codebook, ProjectView } from '../../../shared/protocol/engine-api'
import type { Clause, ComparedSide } from '../../../shared/query/types'
import type { CompareChoice, FilterPair, SideChoice } from './compare-state'
import { keptFilter } from '../filter/filter-edit'
import { conditionWords } from '../words/filter-words'
import { periodLabel, valueLabel } from '../words/labels'
import type { Words } from '../words/words'

export const SIDES = ['from', 'to'] as const
export type SideId = (typeof SIDES)[number]

/** A name for each side, and whether they are periods: the words of a change over time are others than those of a difference. */
export type SideNames = Readonly<Record<SideId, string>> & { readonly kind: CompareChoice['kind'] }

/** More values than this are no name. */
const MOST_NAMED = 4

const otherOf = (id: SideId): SideId => (id === 'from' ? 'to' : 'from')

/** The clauses of one of two filters; those of everybody else are the other's, left out. A view that is gone is everybody. */
export function comparedWhere(choice: FilterPair, id: SideId, project: ProjectView): readonly Clause[] {
  const side = choice[id]
  switch (side.kind) {
    case 'all':
      return []
    case 'rest': {
      const other = choice[otherOf(id)]
      return other.kind === 'rest' ? [] : [{ kind: 'except', where: comparedWhere(choice, otherOf(id), project) }]
    }
    case 'view':
      return keptFilter(project.views.find((view) => view.id === side.id)?.where ?? [], project)
    case 'own':
      return keptFilter(side.where, project)
    default:
      return assertNever(side)
  }
}

/** What the engine is asked for. */
export const comparedSide = (choice: CompareChoice, id: SideId, project: ProjectView): ComparedSide =>
  choice.kind === 'periods' ? choice[id] : comparedWhere(choice, id, project)

/** The way to the responses of a side. */
export const sideClauses = (choice: CompareChoice, id: SideId, project: ProjectView): readonly Clause[] =>
  choice.kind === 'periods'
    ? [{ kind: 'values', dimension: { kind: 'period', unit: choice.unit }, values: [choice[id]] }]
    : comparedWhere(choice, id, project)

/** The way to the responses of both periods; of two filters, to those of the second. */
export const bothClauses = (choice: CompareChoice, project: ProjectView): readonly Clause[] =>
  choice.kind === 'periods'
    ? [{ kind: 'values', dimension: { kind: 'period', unit: choice.unit }, values: [choice.from, choice.to] }]
    : comparedWhere(choice, 'to', project)

/** Values name themselves: "Finance, Travel"; other conditions are said in words. */
function shortName(clause: Clause, project: ProjectView, codebook: Codebook | null, words: Words): string {
  if (clause.kind !== 'values' || clause.dimension.kind === 'score' || clause.dimension.kind === 'group' || clause.values.length > MOST_NAMED) return conditionWords(clause, project, codebook, words)
  const { dimension, values } = clause
  return values.map((value) => valueLabel(dimension, value, words)).join(', ')
}

function sideName(side: SideChoice, project: ProjectView, codebook: Codebook | null, words: Words): string {
  const { t } = words
  switch (side.kind) {
    case 'all':
      return t('sides.all')
    case 'rest':
      return t('sides.rest')
    case 'view':
      return project.views.find(({ id }) => id === side.id)?.name ?? t('sides.all')
    case 'own':
      return side.where.map((clause) => shortName(clause, project, codebook, words)).join(' · ')
    default:
      return assertNever(side)
  }
}

/** What both sides are called. */
export function sideNames(choice: CompareChoice, project: ProjectView, codebook: Codebook | null, words: Words): SideNames {
  if (choice.kind === 'periods') return { kind: 'periods', from: periodLabel(choice.from, words), to: periodLabel(choice.to, words) }
  return { kind: 'filters', from: sideName(choice.from, project, codebook, words), to: sideName(choice.to, project, codebook, words) }
}
