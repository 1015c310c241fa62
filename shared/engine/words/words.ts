import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import { GROUPS } from '../../nps/group'
import type { WordRow, Words, WordsQuery } from '../../protocol/words'
import { collocationsOf } from '../../suggest/collocations'
import { frequentWords, wordsApart, wordsTogether, type RankedWords } from '../../suggest/rank-words'
import { ruleOfPair, ruleOfWord, searchOfWord } from '../../suggest/term-rule'
import { ONE, OTHER, OUT, type Sides, type WordIndex } from '../../suggest/word-index'
import type { Project } from '../project/project'
import { checkScale } from '../figures/scale'
import { selectVerbatims, type SelectedVerbatims } from '../filter/select'
import { tagsOf } from '../tags/tagging'
import { wordIndexOf } from './word-index'

const MOST_ROWS = 200

/** The words of the verbatims that pass the filter, ranked by what is asked for. */
export async function answerWords(project: Project, { list, where }: WordsQuery, task: Task): Promise<Result<Words>> {
  if (typeof list === 'object' && !project.registers.code.has(list.code)) return refuse(fault('busy'))
  if (list === 'detractors') {
    const { refusal } = checkScale(project.columns, project.columns.live)
    if (refusal) return refuse(refusal)
  }
  const selected = await selectVerbatims(project, where, task)
  const index = await wordIndexOf(project, selected.comments, task)
  if (!selected.isWhole || !index) return refuse(fault('cancelled'))
  if (list === 'pairs') return ok(pairs(index, selected))
  const rank = list === 'uncovered' ? frequentWords : list === 'detractors' ? wordsApart : wordsTogether
  const sides = list === 'detractors' ? byGroup(selected) : await byCode(project, selected, list, task)
  if (!sides) return refuse(fault('cancelled'))
  return ok(wordsIn(index, rank(index, sides)))
}

/** Of the marked verbatims, those of detractors against those of others; without a score they are neither. */
export function byGroup({ columns, comments, marks }: SelectedVerbatims): Sides {
  const detractor = GROUPS.indexOf('detractors')
  return comments.map(({ span }, at) =>
    marks[at]!.map((marked, row) => {
      const group = columns.groups[span.first + row]!
      return marked === 0 || group < 0 ? OUT : group === detractor ? ONE : OTHER
    }),
  )
}

/** Of the marked verbatims, those that have the code against those that have not; or those without any code against the others. */
async function byCode(project: Project, { marks }: SelectedVerbatims, list: 'uncovered' | { readonly code: string }, task: Task): Promise<Sides | null> {
  const tags = await tagsOf(project, task)
  if (!tags.isWhole) return null
  const parts = list === 'uncovered' ? null : tags.codes.find(({ id }) => id === list.code)?.parts
  return marks.map((marked, at) => {
    const has = list === 'uncovered' ? tags.any[at] : parts?.[at]?.has
    const wanted = list === 'uncovered' ? 0 : 1
    return marked.map((one, row) => (one === 0 ? OUT : (has?.[row] ?? 0) === wanted ? ONE : OTHER))
  })
}

function wordsIn(index: WordIndex, { ones, others, words }: RankedWords): Words {
  const shown = words.slice(0, MOST_ROWS)
  const variants = variantsOf(index, shown.map(({ form }) => form))
  const rows = shown.map(({ form, one, other, times, strength }): WordRow => ({
    ...described(index, form, variants),
    n: one,
    rest: other,
    times: Number.isFinite(times) ? times : null,
    strength,
  }))
  return { ones, others, total: words.length, rows }
}

/** A form, what to search for to see it, and the rule that finds it. */
export function described({ words }: WordIndex, form: number, variants: ReadonlyMap<number, readonly string[]>): Pick<WordRow, 'word' | 'search' | 'rule'> {
  const word = words[form]!
  const own = variants.get(form) ?? []
  return { word, search: searchOfWord(word, own), rule: ruleOfWord(word, own) }
}

/** The words that are counted under each of some forms. */
export function variantsOf({ words, formOf }: WordIndex, forms: readonly number[]): ReadonlyMap<number, readonly string[]> {
  const variants = new Map<number, string[]>(forms.map((form) => [form, []]))
  formOf.forEach((form, word) => variants.get(form)?.push(words[word]!))
  return variants
}

function pairs(index: WordIndex, { marks }: SelectedVerbatims): Words {
  const { comments, pairs: found } = collocationsOf(index, marks)
  const rows = found.slice(0, MOST_ROWS).map(({ first, second, n, times, g2 }): WordRow => {
    const [one, other] = [index.words[first]!, index.words[second]!]
    return { word: `${one} ${other}`, search: `${one} ${other}`, rule: ruleOfPair(one, other), n, rest: 0, times, strength: g2 }
  })
  return { ones: comments, others: 0, total: found.length, rows }
}
