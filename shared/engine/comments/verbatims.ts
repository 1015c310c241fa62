import { isoDay } from '../../base/day'
import { ok, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import { compileRules, type CompiledRules } from '../../coding/compile-rules'
import { createMatcher } from '../../coding/match'
import { MARK_KINDS } from '../../model/records'
import { GROUPS } from '../../nps/group'
import type { Tag, TextSpan, Verbatim, VerbatimKey, VerbatimMark, VerbatimPage, VerbatimQuery } from '../../protocol/engine-api'
import { NO_DAY } from '../../query/columns'
import type { Clause } from '../../query/types'
import { isFor, liveCodes, type PlacedCode } from '../codebook/code-order'
import { decisionId } from '../tags/decision-index'
import { exclusiveGroups } from '../codebook/exclusive'
import { groupedList, type GroupedList } from './grouped-list'
import { findText } from '../filter/find-text'
import { bitOf, markBits, markId } from '../tags/mark-index'
import { matcherOf } from '../rules/match-ready'
import type { Project } from '../project/project'
import { conditionRows } from '../rules/condition-rows'
import { repeatsOf } from './repeats'
import { readyRule } from '../rules/ready-rule'
import { cellsOfRows } from './row-cells'
import { tagsOf } from '../tags/tagging'
import { keyOf } from './verbatim-key'
import { listVerbatims, type VerbatimList, type VerbatimPlace } from './verbatim-list'

/** A part of the list of verbatims that fit the filter (see `selectVerbatims`), each with its tags and their reasons. */
export async function answerVerbatims(project: Project, query: VerbatimQuery, task: Task): Promise<Result<VerbatimPage>> {
  const { where, first, count } = query
  const { list, rows } = await rowsOf(project, query, task)
  const from = Math.min(Math.max(0, first), rows.total)
  const to = Math.min(from + Math.max(0, count), rows.total)
  const page = Array.from({ length: to - from }, (_, at) => rows.place(from + at))
  const segments = segmentsOf(project, page.map(({ at, row }) => list.comments[at]!.span.first + row))
  const rules = rulesOf(project)
  const finders = findersOf(project, where)
  const verbatims = page.map(({ at, row }, index): Verbatim => {
    const { wave, field, span, text: textOf } = list.comments[at]!
    const { groups, scores, days } = list.columns
    const text = textOf(row)
    const key = keyOf(list, at, row)
    const group = groups[span.first + row]!
    const score = scores[span.first + row]!
    const day = days[span.first + row]!
    return {
      ...key,
      text,
      score: score < 0 ? null : score,
      group: group < 0 ? null : GROUPS[group]!,
      day: day === NO_DAY ? null : isoDay(day),
      question: project.registers.field.get(field)?.name ?? '',
      waveName: wave.wave.name,
      segments: segments[index]!,
      tags: tagsOn(project, rules, key, text, span.first + row),
      marks: marksOn(project, key),
      found: merged(finders.flatMap((find) => find(text, span.first + row))),
      ...(query.open ? { repeats: rows.size(from + index) } : {}),
    }
  })
  return ok({ total: rows.total, ...(query.open ? { listed: list.total } : {}), first: from, verbatims })
}

/** The list, and the rows that it is shown in: one a verbatim, or one for all that repeat each other. */
async function rowsOf(
  project: Project,
  { where, order, open }: Pick<VerbatimQuery, 'where' | 'order' | 'open'>,
  task: Task,
): Promise<{ readonly list: VerbatimList; readonly rows: GroupedList }> {
  const repeats = open ? await repeatsOf(project, task) : null
  const list = await listVerbatims(project, where, order, task)
  if (repeats && open) return { list, rows: groupedList(list, repeats, open) }
  return { list, rows: { total: list.total, place: list.place, size: () => 1, members: (row) => [list.place(row)] } }
}

/** How many verbatims each of the filters lists. */
export async function countVerbatims(
  project: Project,
  { lists }: { readonly lists: readonly (readonly Clause[])[] },
  task: Task,
): Promise<Result<readonly number[]>> {
  const counts: number[] = []
  for (const where of lists) counts.push((await listVerbatims(project, where, 'file', task)).total)
  return ok(counts)
}

/** What is searched for, in texts of the response in a row. */
const findersOf = (project: Project, where: readonly Clause[]): readonly ((text: string, row: number) => readonly TextSpan[])[] =>
  where.flatMap((clause): readonly ((text: string, row: number) => readonly TextSpan[])[] => {
    if (clause.kind === 'text') return [(text) => findText(text, clause.text)]
    if (clause.kind !== 'rule') return []
    const match = matcherOf(project.columns, readyRule(project, clause.rule))
    return [(text, row) => (match(text, row)?.spans ?? []).map(({ start, end }) => ({ from: start, to: end }))]
  })

function marksOn({ registers }: Project, key: VerbatimKey): readonly VerbatimMark[] {
  return MARK_KINDS.flatMap((kind): VerbatimMark[] => {
    const mark = registers.mark.get(markId(key, kind))
    return mark ? [{ kind, text: mark.text, coder: mark.coder, at: mark.at }] : []
  })
}

/** Place in the list of the next verbatim after place `after` that has no code, unless there is nothing in it to code. */
export async function nextUncoded(
  project: Project,
  { after, ...query }: Pick<VerbatimQuery, 'where' | 'order' | 'open'> & { readonly after: number },
  task: Task,
): Promise<Result<number | null>> {
  const { any } = await tagsOf(project, task)
  const nothing = bitOf('nothing')
  const { list, rows } = await rowsOf(project, query, task)
  const bits = list.comments.map((each) => markBits(list.columns, project.marks, each))
  const isOpen = ({ at, row }: VerbatimPlace): boolean => !any[at]?.[row] && (bits[at]![row]! & nothing) === 0
  for (let index = Math.max(0, after + 1); index < rows.total; index++) {
    if (isOpen(rows.place(index)) || (rows.size(index) > 1 && rows.members(index).some(isOpen))) return ok(index)
  }
  return ok(null)
}

interface Rules {
  readonly revision: number
  readonly codes: readonly PlacedCode[]
  /** Places of codes that exclude one another. */
  readonly groups: readonly (readonly number[])[]
  readonly keys: readonly string[]
  readonly compiled: CompiledRules
  readonly match: ReturnType<typeof createMatcher>
}

const compiledRules = new WeakMap<Project, Rules>()

/** The rules of the codebook, made ready once for every state of the project. */
function rulesOf(project: Project): Rules {
  const { revision } = project
  const known = compiledRules.get(project)
  if (known?.revision === revision) return known
  const codes = liveCodes(project.registers.code)
  const ready = codes.map(({ code }) => readyRule(project, code.rule))
  const keys = ready.map(({ key }) => key)
  const isSame = known && keys.length === known.keys.length && keys.every((key, at) => key === known.keys[at])
  const compiled = isSame ? known.compiled : compileRules(ready.map(({ rule }) => rule))
  const groups = exclusiveGroups(codes)
  const rules = { revision, codes, groups, keys, compiled, match: isSame ? known.match : createMatcher(compiled) }
  compiledRules.set(project, rules)
  return rules
}

function tagsOn({ registers, columns }: Project, { codes, groups, compiled, match }: Rules, key: VerbatimKey, text: string, row: number): readonly Tag[] {
  const meets = (condition: number): boolean => conditionRows(columns, compiled.conditions[condition]!)[row] === 1
  const matches = new Map(match(text, meets).map(({ rule, spans }) => [rule, spans]))
  const tags = codes.map(({ id }, at): Tag | null => {
    if (!isFor(registers.code, id, key.field)) return null
    const spans = matches.get(at)
    const byRule = spans !== undefined
    const decision = registers.decision.get(decisionId(key, id))
    const has = decision ? decision.verdict === 'add' : byRule
    if (!has && !byRule) return null
    const matched = (spans ?? []).map(({ start, end }): TextSpan => ({ from: start, to: end }))
    return { code: id, has, byRule, matched, byHand: decision ? { coder: decision.coder, at: decision.at } : null }
  })
  for (const places of groups) {
    const having = places.filter((place) => tags[place]?.has)
    const winner = having.find((place) => tags[place]!.byHand) ?? having[0]
    for (const place of having) if (place !== winner) tags[place] = { ...tags[place]!, has: false, lostTo: codes[winner!]!.id }
  }
  return tags.filter((tag) => tag !== null)
}

/** The segments of some rows that are not blank, in the order of the fields. */
function segmentsOf(project: Project, rows: readonly number[]): readonly Verbatim['segments'][] {
  const fields = project.fields().filter(({ role }) => role === 'segment' || role === 'tenure')
  const cells = cellsOfRows(project, fields.map(({ id }) => id), rows)
  return cells.map((row) =>
    fields.flatMap(({ name }, at) => {
      const value = row[at]!.trim()
      return value === '' ? [] : [{ name, value }]
    }),
  )
}

/** Spans in order, those that touch or overlap as one. */
function merged(spans: readonly TextSpan[]): readonly TextSpan[] {
  const joined: { from: number; to: number }[] = []
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1)
    if (last && from <= last.to) last.to = Math.max(last.to, to)
    else joined.push({ from, to })
  }
  return joined
}
