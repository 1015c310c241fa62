import type { Task } from '../../base/task'
import type { WordIndex, WordRows } from '../../suggest/word-index'
import { baseForms, possibleBases } from '../../text/base-forms'
import { Tokens } from '../../text/tokenize'
import type { Comments, Findings } from '../comments/comments'
import { eachFolded, foldedAt } from '../comments/folded'
import { nameFields } from '../people/person-mask'
import type { Project } from '../project/project'
import { wordMaskOf, type WordMask } from './word-mask'

/** Words by number, and in how many comments each is. */
interface Vocabulary {
  readonly words: string[]
  readonly counts: number[]
  /** What each word may be without its tail. */
  readonly bases: (readonly string[])[]
  readonly numbers: Map<string, number>
}

interface Known {
  /** Names that are not among the words; others when people come or go. */
  readonly mask: WordMask
  readonly vocabulary: Vocabulary
  readonly rows: WeakMap<Findings, WordRows>
  index: { readonly comments: readonly Comments[]; readonly index: WordIndex } | null
}

const ofProject = new WeakMap<Project, Known>()

/**
 * The words of all comments, read once, without what is personal: no name and no part of an address is among them. Null when
 * the task was cancelled first.
 */
export async function wordIndexOf(project: Project, comments: readonly Comments[], task: Task): Promise<WordIndex | null> {
  await project.columns.ready(nameFields(project.columns), task)
  const known = knownOf(project)
  if (known.index?.comments === comments) return known.index.index
  const missing = comments.filter(({ found }) => !known.rows.has(found))
  const isRead = await readWords(missing, known, task)
  if (!isRead) return null
  const rows = comments.map(({ found }) => known.rows.get(found)!)
  const forms = await withForms(known.vocabulary, task)
  if (task.cancelled()) return null
  const index = { ...forms, rows }
  known.index = { comments, index }
  return index
}

function knownOf(project: Project): Known {
  const mask = wordMaskOf(project.columns)
  const before = ofProject.get(project)
  if (before && (before.mask === mask || sameNames(before.mask, mask))) return before
  const known: Known = { mask, vocabulary: { words: [], counts: [], bases: [], numbers: new Map() }, rows: new WeakMap(), index: null }
  ofProject.set(project, known)
  return known
}

const sameNames = ({ names: one }: WordMask, { names: other }: WordMask): boolean => one.size === other.size && [...one].every((name) => other.has(name))

async function readWords(comments: readonly Comments[], { mask, vocabulary, rows }: Known, task: Task): Promise<boolean> {
  const tokens = new Tokens()
  const read = comments.map(({ span }) => ({ words: [] as Uint32Array[], starts: new Uint32Array(span.rows + 1) }))
  const isWhole = await eachFolded(comments, task, 'slow', (block, at) => {
    const { words, starts } = read[at]!
    const own: number[] = []
    const before = starts[block.first]!
    for (let row = block.first; row < block.first + block.starts.length - 1; row++) {
      readRow(foldedAt(block, row), () => comments[at]!.text(row), mask, tokens, vocabulary, own)
      starts[row + 1] = before + own.length
    }
    words.push(Uint32Array.from(own))
  })
  if (!isWhole) return false
  comments.forEach(({ found }, at) => {
    // Somebody else may have read them meanwhile.
    if (rows.has(found)) return
    const { words, starts } = read[at]!
    const all = new Uint32Array(starts.at(-1)!)
    let end = 0
    for (const each of words) {
      all.set(each, end)
      end += each.length
    }
    countWords({ words: all, starts }, vocabulary)
    rows.set(found, { words: all, starts })
  })
  return true
}

function readRow(folded: string, written: () => string, mask: WordMask, tokens: Tokens, { words, counts, bases, numbers }: Vocabulary, into: number[]): void {
  if (folded === '') return
  const text = mask.wordsOf(folded, written, tokens)
  for (let token = 0; token < tokens.count; token++) {
    const word = text.slice(tokens.starts[token]!, tokens.ends[token]!)
    let number = numbers.get(word)
    if (number === undefined) {
      number = words.push(word) - 1
      counts.push(0)
      bases.push(possibleBases(word))
      numbers.set(word, number)
    }
    into.push(number)
  }
}

function countWords({ words, starts }: WordRows, { counts }: Vocabulary): void {
  for (let row = 0; row + 1 < starts.length; row++) {
    for (const word of new Set(words.subarray(starts[row]!, starts[row + 1]!))) counts[word]! += 1
  }
}

/** Which form a word is counted under is known when all have been read; a form that stands nowhere by itself gets a number, too. */
async function withForms({ words, counts, bases, numbers }: Vocabulary, task: Task): Promise<Pick<WordIndex, 'words' | 'formOf'>> {
  const found = new Map(words.flatMap((word, number) => (counts[number]! > 0 ? [[word, counts[number]!] as const] : [])))
  await task.breathe()
  const forms = baseForms(found, (word) => bases[numbers.get(word)!]!)
  await task.breathe()
  for (const form of forms.values()) {
    if (numbers.has(form)) continue
    numbers.set(form, words.push(form) - 1)
    counts.push(0)
    bases.push(possibleBases(form))
  }
  const formOf = Uint32Array.from(words, (word, number) => numbers.get(forms.get(word) ?? word) ?? number)
  return { words: [...words], formOf }
}
