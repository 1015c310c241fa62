import type { Clause } from '../../query/types'
import type { FilterPart } from '../../report/types'
import type { Project } from '../project/project'

/** The clause with the names that people know in the place of ids. */
export function filterPart(project: Project, clause: Clause): FilterPart {
  const { registers } = project
  const parts = (where: readonly Clause[]): readonly FilterPart[] => where.map((each) => filterPart(project, each))
  switch (clause.kind) {
    case 'values': {
      const { dimension, values } = clause
      const field = dimension.kind === 'field' ? (registers.field.get(dimension.field)?.name ?? dimension.field) : null
      return { kind: 'values', field, dimension: dimension.kind, values }
    }
    case 'codes': {
      const { codes, has } = clause
      const names = codes === 'any' ? codes : codes.map((id) => registers.code.get(id)?.name ?? id)
      return { kind: 'codes', codes: names, has }
    }
    case 'text':
      return { kind: 'text', text: clause.text }
    case 'origin': {
      const { codes } = clause
      return codes === 'any' ? clause : { ...clause, codes: codes.map((id) => registers.code.get(id)?.name ?? id) }
    }
    case 'question':
      return { kind: 'question', questions: clause.fields.map((id) => registers.field.get(id)?.name ?? id) }
    case 'except':
      return { kind: 'except', parts: parts(clause.where) }
    case 'moved':
      return { kind: 'moved', before: clause.before, after: clause.after, from: parts(clause.from), to: parts(clause.to) }
    case 'length':
    case 'rule':
    case 'days':
    case 'marks':
    case 'changed':
    case 'suggested':
    case 'sample':
      return clause
  }
}
