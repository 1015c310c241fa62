import { fault } from '../base/fault'
import { ok, refuse, type Result } from '../base/result'
import type { Task } from '../base/task'
import { GROUPS } from '../nps/group'
import { logOddsOf } from '../nps/log-odds'
import type { Clause } from '../query/types'
import { baseForms } from '../text/base-forms'
import { Tokens, tokenize } from '../text/tokenize'
import { eachFolded, foldedAt } from './folded'
import type { Project } from './project'
import { checkScale } from './scale'
import { selectVerbatims } from './select'

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
  const { columns, comments, marks, isWhole } = await selectVerbatims(project, where, task)
  const words = createWordCount()
  /** Of each comment, whether it is a detractor's, and its words by number. */
  const said: { readonly side: 0 | 1; readonly words: Uint32Array }[] = []
  const tokens = new Tokens()
  const detractor = GROUPS.indexOf('detractors')
  const isRead = await eachFolded(comments, task, 'slow', (block, at) => {
    const { span } = comments[at]!
    for (let row = block.first; row < block.first + block.starts.length - 1; row++) {
      const group = columns.groups[span.first + row]!
      if (!marks[at]![row] || group < 0) continue
      const text = foldedAt(block, row)
      tokenize(text, tokens)
      const own = new Set<number>()
      for (let token = 0; token < tokens.count; token++) own.add(words.number(text.slice(tokens.starts[token]!, tokens.ends[token]!)))
      for (const word of own) words.counts[word]! += 1
      said.push({ side: group === detractor ? 0 : 1, words: Uint32Array.from(own) })
    }
  })
  if (!isWhole || !isRead) return refuse(fault('cancelled'))

  // Which form a word is counted under is known when all have been read.
  const forms = baseForms(new Map([...words.numbers].map(([word, number]) => [word, words.counts[number]!])))
  const formOf = [...words.numbers.keys()].map((word) => forms.get(word)!)
  const totals: [number, number] = [0, 0]
  const byTerm = new Map<string, [detractors: number, others: number]>()
  for (const { side, words: own } of said) {
    totals[side] += 1
    for (const term of new Set(Array.from(own, (word) => formOf[word]!))) {
      const count = byTerm.get(term) ?? [0, 0]
      count[side] += 1
      byTerm.set(term, count)
    }
  }
  const known = [...byTerm].filter(([term, [one, other]]) => one + other >= FEWEST_COMMENTS && term.length > 1 && !NUMBER.test(term))
  const odds = logOddsOf(known.map(([, count]) => count))
  const terms = known.map(([term, [detractors, others]], at): Term => ({ term, detractors, others, score: odds[at]!.z }))
  terms.sort((a, b) => b.score - a.score || (a.term < b.term ? -1 : 1))
  return ok({ detractors: totals[0], others: totals[1], terms })
}

/** Words by number, and how many comments have each. */
function createWordCount() {
  const numbers = new Map<string, number>()
  const counts: number[] = []
  return {
    numbers,
    counts,
    number(word: string): number {
      let number = numbers.get(word)
      if (number === undefined) {
        number = counts.push(0) - 1
        numbers.set(word, number)
      }
      return number
    },
  }
}
