import type { Task } from '../../base/task'
import { compileRules } from '../../coding/compile-rules'
import { needlesOf } from '../../coding/needles'
import { Reader } from '../../coding/reader'
import { literally } from '../../text/find'
import { liveCodes } from '../codebook/code-order'
import type { Columns } from '../columns/columns'
import type { Comments } from '../comments/comments'
import { conditionRows } from './condition-rows'
import { eachFolded, foldedAt, rowsWithText } from '../comments/folded'
import type { Project } from '../project/project'
import { readyRule, type ReadyRule } from './ready-rule'

/** Looking for more of them takes as long as reading the comments. */
const MOST_NEEDLES = 100
/** Rules that are no longer anybody's are kept for a while: undo and the rule editor come back to them. */
const MOST_RULES_BESIDE = 24

/** Matching that is under way, and everybody who waits for it. */
interface Run {
  readonly tasks: Task[]
  readonly ended: Promise<void>
}

const running = new WeakMap<Project, Map<string, Run>>()

const missing = (comments: readonly Comments[], rules: readonly ReadyRule[]): readonly ReadyRule[] => {
  const byKey = new Map(rules.map((rule) => [rule.key, rule]))
  return [...byKey.values()].filter(({ key }) => comments.some(({ found }) => !found.hits.has(key)))
}

/**
 * Sees to it that `hits` of all comments know all rules. A rule is matched once, whoever asks for it at the same time;
 * it is given up when nobody waits for it any more. False when the task was cancelled first.
 */
export async function ensureHits(project: Project, comments: readonly Comments[], rules: readonly ReadyRule[], task: Task): Promise<boolean> {
  const runs = running.get(project) ?? new Map<string, Run>()
  running.set(project, runs)
  for (;;) {
    const wanted = missing(comments, rules)
    if (wanted.length === 0) return true
    if (task.cancelled()) return false
    const mine = wanted.filter(({ key }) => !runs.has(key))
    if (mine.length > 0) {
      const tasks = [task]
      const lacking = comments.filter((each) => missing([each], mine).length > 0)
      const ended = matchAll(project.columns, lacking, mine, shared(tasks)).finally(() => {
        for (const { key } of mine) runs.delete(key)
      })
      for (const { key } of mine) runs.set(key, { tasks, ended })
      await ended
    } else {
      const run = runs.get(wanted[0]!.key)!
      run.tasks.push(task)
      await run.ended
    }
  }
}

/** One task for all who wait: each hears how far it is, and it is cancelled when all have cancelled. */
const shared = (tasks: readonly Task[]): Task => ({
  report: (done, stage) => tasks.forEach((task) => task.report(done, stage)),
  cancelled: () => tasks.every((task) => task.cancelled()),
  breathe: () => tasks[0]!.breathe(),
})

async function matchAll(columns: Columns, comments: readonly Comments[], rules: readonly ReadyRule[], task: Task): Promise<void> {
  const compiled = compileRules(rules.map(({ rule }) => rule))
  const reader = new Reader(compiled)
  const wanted = needlesOfAll(rules)
  const conditions = compiled.conditions.map((condition) => conditionRows(columns, condition))
  let response = 0
  const meets = (condition: number): boolean => conditions[condition]![response] === 1
  const hits = comments.map(({ span }) => rules.map(() => new Uint8Array(span.rows)))
  const isWhole = await eachFolded(comments, task, 'slow', (block, at) => {
    const { found: { filled }, span } = comments[at]!
    const hitsHere = hits[at]!
    const read = (row: number): void => {
      response = span.first + row
      reader.readNormalized({ text: foldedAt(block, row), starts: null, ends: null }, meets)
      for (const rule of reader.matches) hitsHere[rule]![row] = 1
    }
    if (wanted) {
      const isCandidate = new Uint8Array(block.starts.length - 1)
      for (const needle of wanted) rowsWithText(block, literally(needle), (row) => (isCandidate[row - block.first] = 1))
      isCandidate.forEach((one, row) => one && filled[block.first + row] && read(block.first + row))
    } else {
      for (let row = block.first; row < block.first + block.starts.length - 1; row++) if (filled[row]) read(row)
    }
  })
  if (!isWhole) return
  comments.forEach(({ found }, at) => rules.forEach(({ key }, number) => found.hits.set(key, hits[at]![number]!)))
}

/** What must be in a comment for any of the rules to match it; null where all comments had better be read. */
function needlesOfAll(rules: readonly ReadyRule[]): readonly string[] | null {
  const needles = new Set<string>()
  for (const { rule } of rules) {
    const those = rule ? needlesOf(rule) : []
    if (!those) return null
    for (const one of those) needles.add(one)
  }
  return needles.size > MOST_NEEDLES ? null : [...needles]
}

/** Forgets the hits of the rules, by their keys, that nobody has had for the longest time. */
export function forgetHits(comments: readonly Comments[], inUse: ReadonlySet<string>): void {
  for (const { found } of comments) {
    const beside = [...found.hits.keys()].filter((rule) => !inUse.has(rule))
    for (const rule of beside.slice(0, -MOST_RULES_BESIDE)) found.hits.delete(rule)
  }
}

/** Forgets rules that were only tried or searched for: with nothing said in between they would be kept without end. */
export const forgetTried = (project: Project, comments: readonly Comments[]): void =>
  forgetHits(comments, new Set(liveCodes(project.registers.code).map(({ code }) => readyRule(project, code.rule).key)))
