import { isoDay } from '../../base/day'
import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import { figureOf } from '../../nps/figure'
import { NO_DAY } from '../../query/columns'
import type { Clause } from '../../query/types'
import type { CountedRows, Evidence, EvidenceRow } from '../../report/evidence'
import type { Outline, Query } from '../../report/outline'
import { shownRefs } from '../../report/shown-refs'
import { anonymityOf } from '../anonymous/anonymity'
import { groupsIn } from '../figures/count-groups'
import { methodOf } from '../settings/method'
import { latestOfEach } from '../people/people'
import { masksOf } from '../people/person-mask'
import type { Project } from '../project/project'
import { selectResponses } from '../filter/select'

/** Responses listed for one number, and for all of them together: a page is to stay one that can be sent. */
const [MOST, MOST_IN_ALL] = [100, 5000]
const FEWEST = 10
const MOST_FIELDS = 6

/**
 * The responses behind each number that the outline shows: wave, line, day, score and the values by which it was cut.
 * `where` is the filter of the summary.
 */
export async function evidenceOf(project: Project, outline: Outline, where: readonly Clause[], task: Task): Promise<Result<Evidence>> {
  // Rows, however few: nobody asks for them there, and nobody gets them.
  if (anonymityOf(project)) return refuse(fault('anonymous'))
  const byId = new Map(outline.queries.map((query) => [query.id, query]))
  const queries = shownRefs(outline).flatMap((id) => byId.get(id) ?? [])
  const most = Math.max(FEWEST, Math.min(MOST, Math.floor(MOST_IN_ALL / Math.max(1, queries.length))))
  const fields = [...new Set(queries.flatMap(({ where: clauses }) => clauses.slice(where.length).flatMap(fieldOf)))].slice(0, MOST_FIELDS)
  const rowOf = rowReader(project, fields)
  const order = newestFirst(project)
  const counted = new Map<string, CountedRows>()
  for (const query of queries) {
    await task.breathe()
    if (task.cancelled()) return refuse(fault('cancelled'))
    const selected = await selectCounted(project, query, where, task)
    counted.set(query.id, {
      figure: figureOf(groupsIn(project.columns, selected), methodOf(project).interval),
      rows: firstOf(order, selected, most).map(rowOf),
    })
  }
  return ok({ fields: fields.map((id) => project.registers.field.get(id)?.name ?? id), counted })
}

/** What a number of the summary was counted from. Where only the latest answer of each person counts, it is that within the period. */
export async function selectCounted(project: Project, query: Pick<Query, 'where'>, where: readonly Clause[], task: Task): Promise<Uint8Array> {
  const selected = await selectResponses(project, query.where, task)
  if (!methodOf(project).perPerson) return selected
  const period = query.where.slice(where.length).filter((clause) => clause.kind === 'values' && clause.dimension.kind === 'period')
  const latest = latestOfEach(project.columns, await selectResponses(project, [...where, ...period], task), null)
  return selected.map((one, row) => one & latest[row]!)
}

const fieldOf = (clause: Clause): readonly string[] =>
  clause.kind === 'values' && clause.dimension.kind === 'field' ? [clause.dimension.field] : []

/** All rows with a score, the newest first; of one day the later row. */
function newestFirst({ columns: { days, groups, rows } }: Project): Uint32Array {
  const scored = Uint32Array.from({ length: rows }, (_, row) => row).filter((row) => groups[row]! >= 0)
  return scored.sort((a, b) => days[b]! - days[a]! || b - a)
}

function firstOf(order: Uint32Array, selected: Uint8Array, most: number): readonly number[] {
  const found: number[] = []
  for (let at = 0; at < order.length && found.length < most; at++) if (selected[order[at]!]) found.push(order[at]!)
  return found
}

function rowReader({ columns }: Project, fields: readonly string[]): (row: number) => EvidenceRow {
  const dimensions = fields.map((field) => columns.dimension({ kind: 'field', field }))
  const { data } = masksOf(columns)
  const masked = (value: string | null): string | null => (value === null ? null : data(value))
  return (row) => {
    const day = columns.days[row]!
    return {
      wave: columns.waveOf(row)?.wave.name ?? '',
      line: columns.lines[row]!,
      day: day === NO_DAY ? null : isoDay(day),
      score: columns.scores[row]!,
      values: dimensions.map(({ codes, labels }) => masked(labels[codes[row]!] ?? null)),
    }
  }
}
