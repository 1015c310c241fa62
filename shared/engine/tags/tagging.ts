import { ok, refuse, type Result } from '../../base/result'
import { quietTask, type Task } from '../../base/task'
import { fault } from '../../base/fault'
import type { Code } from '../../model/records'
import { figureOf } from '../../nps/figure'
import type { Coding, Drivers } from '../../protocol/engine-api'
import { isFor, liveCodes } from '../codebook/code-order'
import { commentsOf, type Comments } from '../comments/comments'
import { exclusiveGroups, settleGroup, type ExclusiveCache } from '../codebook/exclusive'
import { readyRule } from '../rules/ready-rule'
import { ensureHits, forgetHits } from '../rules/rule-hits'
import { adjustedDrivers } from '../drivers/adjusted-drivers'
import { effectOn, groupsIn } from '../figures/count-groups'
import { checkScale } from '../figures/scale'
import { addMarks, countOf, createPartCache, emptyPart, partOf, rowsWith, type PartCache, type TagPart } from './tag-parts'
import type { Columns, Span } from '../columns/columns'
import type { Project } from '../project/project'

/** Which responses mention which code: by its rule, and by hand over the rule. A cache, like the columns. */
export interface Tags {
  /** What the tags are of. */
  readonly columns: Columns
  readonly comments: readonly Comments[]
  /** False for what a cancelled task had so far. */
  readonly isWhole: boolean
  /** Comments that are not blank, of responses that count. */
  readonly verbatims: number
  /** Those with at least one code. */
  readonly coded: number
  /** In the order of the codebook, parents before their children; without those that are archived. */
  readonly codes: readonly CodeTags[]
  /** For each of the comments: 1 for verbatims with any code. */
  readonly any: readonly Uint8Array[]
  /** 1 for every row that mentions the code of that name. */
  readonly rowsOf: (code: string) => Uint8Array
  /** The comments themselves that have the code of that name; null: all comments. */
  readonly verbatimsOf: (code: string | null) => readonly CommentRows[]
}

/** Comments in one column of one wave: 1 for each row that has one. */
export interface CommentRows {
  readonly field: string
  readonly span: Span
  readonly rows: Uint8Array
}

export interface CodeTags {
  readonly id: string
  readonly code: Code
  readonly depth: number
  /** Verbatims. */
  readonly n: number
  /** 1 for responses that mention it. */
  readonly rows: Uint8Array
  /** For each of the comments. */
  readonly parts: readonly TagPart[]
}

interface Kept {
  columns: Columns | null
  revision: number
  tags: Tags | null
  readonly parts: PartCache
  readonly groups: ExclusiveCache
}

const kept = new WeakMap<Project, Kept>()

/**
 * Tags of the project as it is. Rules are matched once each; after a change only what it touched is put together anew.
 * A cancelled task gets what is there so far: its caller refuses.
 */
export async function tagsOf(project: Project, task: Task = quietTask): Promise<Tags> {
  for (;;) {
    const cache = kept.get(project) ?? { columns: null, revision: -1, tags: null, parts: createPartCache(), groups: new WeakMap() }
    kept.set(project, cache)
    const { columns, figures: revision } = project
    if (cache.tags && cache.columns === columns && cache.revision === revision) return cache.tags
    const comments = commentsOf(project)
    const rules = liveCodes(project.registers.code).map(({ code }) => readyRule(project, code.rule))
    const isWhole = await ensureHits(project, comments, rules, task)
    // An edit in the meantime: its rules may not be there yet.
    if (project.columns !== columns || project.figures !== revision) continue
    const tags = putTogether(project, comments, cache, isWhole)
    if (!isWhole) return tags
    forgetHits(comments, new Set(rules.map(({ key }) => key)))
    Object.assign(cache, { columns, revision, tags })
    return tags
  }
}

function putTogether(project: Project, comments: readonly Comments[], cache: Kept, isWhole: boolean): Tags {
  const { columns, registers } = project
  const earlier = new Map(cache.columns === columns ? cache.tags?.codes.map((tags) => [tags.id, tags]) : [])
  const live = liveCodes(registers.code)
  const partsOf = live.map(({ id, code }) => {
    const { key } = readyRule(project, code.rule)
    return comments.map((each) => (isFor(registers.code, id, each.field) ? partOf(project, each, id, key, cache.parts) : emptyPart(each)))
  })
  for (const places of exclusiveGroups(live)) {
    comments.forEach((_, at) => {
      const settled = settleGroup(places.map((place) => partsOf[place]![at]!), cache.groups)
      places.forEach((place, member) => (partsOf[place]![at] = settled[member]!))
    })
  }
  const codes = live.map(({ id, code, depth }, place): CodeTags => {
    const parts = partsOf[place]!
    const before = earlier.get(id)
    if (before?.parts.every((part, at) => part === parts[at])) return { ...before, code, depth }
    const n = parts.reduce((sum, { has }) => sum + countOf(has), 0)
    return { id, code, depth, parts, n, rows: rowsWith(columns, comments, parts) }
  })

  const any = comments.map(({ span }, at) => {
    const some = new Uint8Array(span.rows)
    for (const { parts } of codes) addMarks(some, parts[at]!.has)
    return some
  })
  const named = (name: string): CodeTags | undefined => codes.find(({ code }) => code.name === name)
  return {
    columns,
    comments,
    isWhole,
    verbatims: comments.reduce((sum, { found }) => sum + found.count, 0),
    coded: any.reduce((sum, some) => sum + countOf(some), 0),
    codes,
    any,
    rowsOf: (name) => named(name)?.rows ?? new Uint8Array(columns.rows),
    verbatimsOf: (name) =>
      comments.flatMap(({ field, span, found }, at) => {
        const has = name === null ? found.filled : named(name)?.parts[at]?.has
        if (!has) return []
        const rows = new Uint8Array(columns.rows)
        rows.set(has, span.first)
        return [{ field, span, rows }]
      }),
  }
}

/** How many verbatims each code has, and how many have any. */
export async function codingOf(project: Project, task: Task): Promise<Coding> {
  const { verbatims, coded, codes } = await tagsOf(project, task)
  return {
    verbatims,
    coded,
    coverage: verbatims === 0 ? 0 : coded / verbatims,
    codes: codes.map(({ id, code, n }) => ({ id, code: code.name, n })),
  }
}

/** What each code does to the score; base: every scored response. Largest effect first. */
export async function answerDrivers(project: Project, task: Task = quietTask): Promise<Result<Drivers>> {
  const { columns } = project
  const { refusal, nonStandard } = checkScale(columns, columns.live)
  if (refusal) return refuse(refusal)
  const tags = await tagsOf(project, task)
  if (task.cancelled()) return refuse(fault('cancelled'))
  const all = groupsIn(columns, columns.live)
  const total = figureOf(all)
  const adjusted = adjustedDrivers(columns, columns.live, tags.codes)
  const codes = tags.codes.map(({ id, code, rows }) => ({
    code: code.name,
    color: code.color,
    ...effectOn(columns, columns.live, all, rows),
    adjusted: adjusted.get(id) ?? null,
  }))
  codes.sort((a, b) => Math.abs(b.contribution ?? 0) - Math.abs(a.contribution ?? 0))
  return ok({ base: total.n, nps: total.nps, nonStandard, codes })
}
