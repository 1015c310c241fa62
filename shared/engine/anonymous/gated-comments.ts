import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import type { Codebook, TagRequest, Verbatim, VerbatimPage, Words, WordsQuery } from '../../protocol/engine-api'
import type { Anonymity } from '../../protocol/anonymity'
import type { MarkRequest } from '../../protocol/desk'
import type { Clause } from '../../query/types'
import { answerWords } from '../words/words'
import type { Project } from '../project/project'
import type { Task } from '../../base/task'

/** Whether a part of a filter on comments is about nothing but their words, their codes and their wave. */
function isOfWords(clause: Clause): boolean {
  switch (clause.kind) {
    case 'values':
      return clause.dimension.kind === 'wave'
    case 'except':
      return clause.where.every(isOfWords)
    case 'moved':
    case 'days':
      return false
    case 'codes':
    case 'text':
    case 'origin':
    case 'length':
    case 'rule':
    case 'marks':
    case 'question':
    case 'changed':
    case 'suggested':
    case 'sample':
      return true
  }
}

const FILTER_REFUSED = fault('anonymous-comments')

/** The same query, where its filter tells nothing of who wrote the comments. */
export const ofWords = <Q extends { readonly where: readonly Clause[] }>(query: Q): Result<Q> =>
  query.where.every(isOfWords) ? ok(query) : refuse(FILTER_REFUSED)

/** Comments are mixed, in an order that follows from their words alone: neither that of the file, nor of time, nor of scores. */
export const mixedOrder = <Q extends { readonly where: readonly Clause[] }>(query: Q): Result<Q & { readonly order: 'mixed' }> => {
  const filtered = ofWords(query)
  return filtered.ok ? ok({ ...query, order: 'mixed' }) : filtered
}

const bare = (verbatim: Verbatim): Verbatim => ({ ...verbatim, score: null, group: null, day: null, segments: [] })

export const bareComments = (page: VerbatimPage): VerbatimPage => ({ ...page, verbatims: page.verbatims.map(bare) })

/** How often codes are mentioned, without scores: whoever may write rules could part any comment from the others. */
export const withoutScores = (codebook: Codebook): Codebook => ({
  ...codebook,
  codes: codebook.codes.map((code) => ({ ...code, figure: null, withBelow: code.withBelow && { ...code.withBelow, figure: null } })),
})

/** What is said of comments by a filter would show which ones it lets through. */
export function saidOfWords<Q extends TagRequest | MarkRequest>(request: Q): Result<Q> {
  const { verbatims } = request
  return !('where' in verbatims) || verbatims.where.every(isOfWords) ? ok(request) : refuse(FILTER_REFUSED)
}

/** Lists of words but for that of detractors. */
export function gatedWords(project: Project, _: Anonymity, query: WordsQuery, task: Task): Promise<Result<Words>> {
  const filtered = query.list === 'detractors' ? refuse(fault('anonymous')) : ofWords(query)
  return filtered.ok ? answerWords(project, query, task) : Promise.resolve(filtered)
}
