import { ok, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import { figureOf } from '../../nps/figure'
import type { Figure } from '../../nps/types'
import type { ArchivedCode, Codebook, CodebookEntry } from '../../protocol/engine-api'
import type { Clause } from '../../query/types'
import { orderedCodes, questionsOf } from './code-order'
import { ruleVersions } from './codebook-versions'
import type { Comments } from '../comments/comments'
import { failingExamples } from './examples'
import type { Project } from '../project/project'
import { bitOf, markBits } from '../tags/mark-index'
import { checkScale } from '../figures/scale'
import { selectResponses } from '../filter/select'
import { addMarks, countWithin, placesOf } from '../tags/tag-parts'
import { groupsAt } from '../figures/count-groups'
import { tagsOf, type CodeTags, type Tags } from '../tags/tagging'
import { readyRule } from '../rules/ready-rule'

const NOTHING = bitOf('nothing')

interface Counted {
  readonly selected: Uint8Array
  readonly n: number
  readonly byHand: number
  readonly figure: Figure
}

/** By the rows that have a code: what was counted last. A tag makes new rows for its own code only. */
const counted = new WeakMap<Uint8Array, Counted>()

/** The codebook, counted over the responses that pass the filter. */
export async function answerCodebook(project: Project, where: readonly Clause[], task: Task): Promise<Result<Codebook>> {
  const tags = await tagsOf(project, task)
  const { comments, columns } = tags
  const selected = where.length === 0 ? columns.live : await selectResponses(project, where, task)
  const isAll = selected === columns.live
  const ruleVersion = ruleVersions(project)
  const hasScore = checkScale(columns, selected).refusal === null
  return ok({
    verbatims: isAll ? tags.verbatims : countWithin(comments, comments.map(({ found }) => found.filled), selected),
    coded: isAll ? tags.coded : countWithin(comments, tags.any, selected),
    nothing: countWithin(comments, nothingIn(project, tags), selected),
    codes: tags.codes.map((each, at): CodebookEntry => {
      const { n, byHand, figure } = countCode(tags, each, selected)
      const branch = branchAt(tags.codes, at)
      const whole = branch.length > 1 ? countBranch(tags, branch, selected) : null
      return {
        id: each.id,
        ...each.code,
        depth: each.depth,
        isFor: questionsOf(project.registers.code, each.id),
        ruleVersion: ruleVersion(each.id),
        isRuleWrong: each.code.rule.trim() !== '' && readyRule(project, each.code.rule).rule === null,
        failing: failingExamples(project, each.code).length,
        n,
        byHand,
        figure: hasScore ? figure : null,
        withBelow: whole && { n: whole.n, figure: hasScore ? whole.figure : null },
      }
    }),
    archived: archivedCodes(project, tags),
  })
}

function archivedCodes({ registers }: Project, tags: Tags): readonly ArchivedCode[] {
  const live = new Set(tags.codes.map(({ id }) => id))
  return orderedCodes(registers.code)
    .filter(({ id }) => !live.has(id))
    .map(({ id, code: { name, color, description, archived = false } }) => ({ id, name, color, description, own: archived }))
}

/** 1 for the verbatims without a code in which there is nothing to code. */
const nothingIn = ({ marks }: Project, { columns, comments, any }: Tags): readonly Uint8Array[] =>
  comments.map((each, at) => {
    const bits = markBits(columns, marks, each)
    return any[at]!.map((has, row) => (!has && bits[row]! & NOTHING ? 1 : 0))
  })

/** A code and all below it: they follow it in the order of the codebook. */
function branchAt(codes: readonly CodeTags[], at: number): readonly CodeTags[] {
  const end = codes.findIndex(({ depth }, other) => other > at && depth <= codes[at]!.depth)
  return codes.slice(at, end < 0 ? undefined : end)
}

function countBranch({ columns, comments }: Tags, branch: readonly CodeTags[], selected: Uint8Array): Pick<Counted, 'n' | 'figure'> {
  const rows = new Uint8Array(columns.rows)
  for (const code of branch) addMarks(rows, code.rows)
  const marks = comments.map(({ span }, at) => {
    const some = new Uint8Array(span.rows)
    for (const { parts } of branch) addMarks(some, parts[at]!.has)
    return some
  })
  return { n: countWithin(comments, marks, selected), figure: figureOf(groupsAt(columns, selected, placesOf(rows))) }
}

function countCode({ columns, comments }: Tags, { rows, parts, n }: CodeTags, selected: Uint8Array): Counted {
  const known = counted.get(rows)
  if (known?.selected === selected) return known
  const within = (each: Comments, places: ArrayLike<number>): number => countAt(selected, each.span.first, places)
  const count: Counted = {
    selected,
    n: selected === columns.live ? n : sum(comments.map((each, at) => within(each, placesOf(parts[at]!.has)))),
    byHand: sum(comments.map((each, at) => within(each, parts[at]!.byHand))),
    figure: figureOf(groupsAt(columns, selected, placesOf(rows))),
  }
  counted.set(rows, count)
  return count
}

const sum = (counts: readonly number[]): number => counts.reduce((all, count) => all + count, 0)

function countAt(selected: Uint8Array, first: number, places: ArrayLike<number>): number {
  let count = 0
  for (let at = 0; at < places.length; at++) count += selected[first + places[at]!]!
  return count
}
