import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import { logOddsOf } from '../../nps/log-odds'
import type { Clause } from '../../query/types'
import { countForms } from '../../suggest/word-index'
import type { Project } from '../project/project'
import { checkScale } from '../figures/scale'
import { selectVerbatims } from '../filter/select'
import { wordIndexOf } from './word-index'
import { byGroup } from './words'

/** A word that comments use, and how much more detractors use it than others do. */
export interface Term {
  readonly term: string
  /** Comments of detractors with it. */
  readonly detractors: number
  /** Comments of passives and promoters with it. */
  readonly others: number
  /** Log-odds by their standard error; beyond about 2 it is hardly chance. */
  readonly score: number
}

export interface Terms {
  /** Comments of detractors, and of passives and promoters. */
  readonly detractors: number
  readonly others: number
  /** By how much they tell detractors apart. */
  readonly terms: readonly Term[]
}

const FEWEST_COMMENTS = 5
const NUMBER = /^\d+$/

/**
 * The words that set detractors apart among the comments of a filter. Counted are comments, not occurrences: one that
 * repeats a word says it once. Words in fewer than five comments, of one letter, and numbers are left out.
 */
export async function answerTerms(project: Project, where: readonly Clause[], task: Task): Promise<Result<Terms>> {
  const { refusal } = checkScale(project.columns, project.columns.live)
  if (refusal) return refuse(refusal)
  const selected = await selectVerbatims(project, where, task)
  const index = await wordIndexOf(project, selected.comments, task)
  if (!selected.isWhole || !index) return refuse(fault('cancelled'))
  const { ones, others, one, other } = countForms(index, byGroup(selected), index.formOf)
  const known = index.words.flatMap((term, form) => {
    const n = one[form]! + other[form]!
    return n >= FEWEST_COMMENTS && term.length > 1 && !NUMBER.test(term) ? [{ term, detractors: one[form]!, others: other[form]! }] : []
  })
  const odds = logOddsOf(known.map((each) => [each.detractors, each.others]))
  const terms = known.map((each, at): Term => ({ ...each, score: odds[at]!.z }))
  terms.sort((a, b) => b.score - a.score || (a.term < b.term ? -1 : 1))
  return ok({ detractors: ones, others, terms })
}
