import { isoDay } from '../base/day'
import { fault } from '../base/fault'
import { ok, refuse, type Result } from '../base/result'
import type { Task } from '../base/task'
import { uniqueName } from '../base/unique-name'
import { NO_DAY } from '../query/columns'
import { writeCsv } from '../report/write-csv'
import { cellAt } from '../table/column'
import type { Project } from './project'
import { tagsOf } from './tagging'

/** In the order in which the columns number the groups. */
const GROUP_NAMES = ['detractor', 'passive', 'promoter'] as const
const OWN_COLUMNS = ['wave', 'line', 'date', 'nps_score', 'nps_group', 'codes'] as const
const BYTE_ORDER_MARK = Uint8Array.of(0xef, 0xbb, 0xbf)

/**
 * Every response that counts, one line each: where it came from, its score and group, its codes, and all of its
 * cells. UTF-8 with a byte order mark, which is what makes Excel read Korean.
 */
export async function exportCsv(project: Project, task: Task): Promise<Result<Uint8Array>> {
  const { columns } = project
  const fields = project.fields().map(({ id, name }) => ({ name, cells: columns.text(id) }))
  const tags = await tagsOf(project)
  const codes = [...project.registers.code.values()].map(({ name }) => ({ name, rows: tags.rowsOf(name) }))
  const taken = new Set<string>()
  const header = [...OWN_COLUMNS, ...fields.map(({ name }) => name)].map((name) => uniqueName(name, taken))

  let written = 0
  function* rows(): Generator<readonly (string | number | null)[]> {
    for (const { wave, span } of columns.waves) {
      for (let row = span.first; row < span.first + span.rows; row++) {
        if (!columns.live[row]) continue
        const score = columns.scores[row]!
        const day = columns.days[row]!
        const group = columns.groups[row]!
        written += 1
        yield [
          wave.name,
          columns.lines[row]!,
          day === NO_DAY ? null : isoDay(day),
          score < 0 ? null : score,
          group < 0 ? null : GROUP_NAMES[group as 0 | 1 | 2],
          codes.flatMap((code) => (code.rows[row] ? [code.name] : [])).join('; '),
          ...fields.map(({ cells }) => cellAt(cells, row)),
        ]
      }
    }
  }
  const encoder = new TextEncoder()
  const chunks: Uint8Array[] = [BYTE_ORDER_MARK]
  for (const text of writeCsv(header, rows())) {
    chunks.push(encoder.encode(text))
    task.report(written / columns.rows, 'writing')
    await task.breathe()
    if (task.cancelled()) return refuse(fault('cancelled'))
  }
  return ok(joined(chunks))
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(chunks.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const chunk of chunks) {
    out.set(chunk, at)
    at += chunk.length
  }
  return out
}
