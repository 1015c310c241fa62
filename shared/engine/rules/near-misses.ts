import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import { nearMissFinder, type NearMissFinder } from '../../coding/near-miss'
import { parseRule } from '../../coding/parse-rule'
import { ruleFault } from '../../coding/read-codebook'
import type { NearMiss, RuleDraft } from '../../protocol/engine-api'
import { literally } from '../../text/find'
import { normalize } from '../../text/normalize'
import { Tokens } from '../../text/tokenize'
import { isFor } from '../codebook/code-order'
import { commentsOf, type Comments } from '../comments/comments'
import { eachFolded, foldedAt, rowsWithText } from '../comments/folded'
import { nameFields } from '../people/person-mask'
import type { Project } from '../project/project'
import { checkRule, codebookWith, readyRule } from './ready-rule'
import { ensureHits } from './rule-hits'
import { keyOf } from '../comments/verbatim-key'
import { wordMaskOf, type WordMask } from '../words/word-mask'

const MOST = 12

/** A verbatim, and the words in it that the rule nearly matches. */
interface Said {
  readonly at: number
  readonly row: number
  readonly words: ReadonlySet<string>
}

/**
 * Words that contain a word of the rule but are not matched by it (배송비 for 배송), in comments that the rule does not
 * match, over all waves. Counted are comments; forms that the same addition to the rule would find count as one.
 */
export async function nearMisses(project: Project, { code, rule }: RuleDraft, task: Task): Promise<Result<readonly NearMiss[]>> {
  const saved = code === null ? null : project.registers.code.get(code)
  if (saved === undefined) return refuse(fault('busy'))
  const name = saved?.name ?? ''
  const wrong = checkRule(rule, codebookWith(project, code, { name, rule }))
  if (wrong) return refuse(ruleFault(name, rule, wrong, 0))
  const parsed = parseRule(rule)
  const ready = readyRule(project, rule)
  const finder = parsed.ok && parsed.rule && ready.rule ? nearMissFinder(parsed.rule, ready.rule) : null
  if (!finder) return ok([])
  // Of the questions that the code is for.
  const comments = commentsOf(project).filter(({ field }) => code === null || isFor(project.registers.code, code, field))
  if (!(await ensureHits(project, comments, [ready], task))) return refuse(fault('cancelled'))
  await project.columns.ready(nameFields(project.columns), task)
  const said = await nearWords(comments, finder, ready.key, wordMaskOf(project.columns), task)
  if (!said) return refuse(fault('cancelled'))

  const counts = new Map<string, number>()
  for (const { words } of said) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  const forms = finder.forms(counts)
  const byForm = new Map<string, { n: number; readonly first: Said }>()
  for (const one of said) {
    for (const form of new Set([...one.words].map((word) => forms.get(word)!))) {
      const known = byForm.get(form)
      if (known) known.n += 1
      else byForm.set(form, { n: 1, first: one })
    }
  }
  const most = [...byForm].toSorted(([a, one], [b, other]) => other.n - one.n || (a < b ? -1 : 1)).slice(0, MOST)
  return ok(
    most.map(([word, { n, first: { at, row } }]) => {
      const text = comments[at]!.text(row)
      const matched = spansOf(text, finder, (near) => forms.get(near) === word)
      return { word, n, example: { ...keyOf({ columns: project.columns, comments }, at, row), text, matched } }
    }),
  )
}

/** The near words of all verbatims that the rule does not match, in the order of the files; null when cancelled. */
async function nearWords(comments: readonly Comments[], finder: NearMissFinder, key: string, mask: WordMask, task: Task): Promise<readonly Said[] | null> {
  const said: Said[] = []
  const needles = finder.needles.map(literally)
  const tokens = new Tokens()
  const isWhole = await eachFolded(comments, task, 'slow', (block, at) => {
    const { filled, hits } = comments[at]!.found
    const matched = hits.get(key)!
    const candidates = new Set<number>()
    for (const needle of needles) rowsWithText(block, needle, (row) => candidates.add(row))
    for (const row of [...candidates].toSorted((a, b) => a - b)) {
      if (!filled[row] || matched[row]) continue
      const words = new Set(finder.wordsIn(mask.wordsOf(foldedAt(block, row), () => comments[at]!.text(row), tokens)).map(({ word }) => word))
      if (words.size > 0) said.push({ at, row, words })
    }
  })
  return isWhole ? said : null
}

function spansOf(text: string, finder: NearMissFinder, isWanted: (word: string) => boolean): NearMiss['example']['matched'] {
  const { text: folded, starts, ends } = normalize(text)
  const near = finder.wordsIn(folded).filter(({ word }) => isWanted(word))
  return near.map(({ from, to }) => ({ from: starts ? starts[from]! : from, to: ends ? ends[to - 1]! : to }))
}
