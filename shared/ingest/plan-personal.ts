import type { PlanPersonal } from '../protocol/plan-personal'
import { cellAt } from '../table/column'
import { findPersonal, type PersonalKind } from '../text/find-personal'
import { veil } from '../text/veil-personal'
import type { ImportPlan } from './types'

/** So many rows are looked at: enough to say what a file is like, few enough to be ready with the plan. */
const ROWS = 10_000

/** What personal data a file has: in its comments, and in columns that are made of it. Null where none was found. */
export function planPersonal({ table, columns }: ImportPlan): PlanPersonal | null {
  const rows = Math.min(table.rows, ROWS)
  const comments = new Map<PersonalKind, { n: number; example: string }>()
  const registrations: { index: number; n: number }[] = []
  const persons: { index: number; kind: PersonalKind }[] = []
  for (const { index, role, kind: written } of columns) {
    if (written === 'date' || written === 'score') continue
    const column = table.columns[index - 1]!
    const counts = new Map<PersonalKind, number>()
    let filled = 0
    for (let row = 0; row < rows; row++) {
      const cell = cellAt(column, row)
      if (cell === '') continue
      filled += 1
      const found = findPersonal(cell)
      for (const kind of new Set(found.map((each) => each.kind))) {
        counts.set(kind, (counts.get(kind) ?? 0) + 1)
        if (role !== 'comment') continue
        const first = found.find((each) => each.kind === kind)!
        const known = comments.get(kind) ?? { n: 0, example: veil(cell.slice(first.from, first.to)) }
        comments.set(kind, { ...known, n: known.n + 1 })
      }
    }
    const n = counts.get('rrn') ?? 0
    if (n > 0) registrations.push({ index, n })
    const most = [...counts].find(([, count]) => count * 2 > filled)
    if (role === 'person' && most) persons.push({ index, kind: most[0] })
  }
  if (comments.size + registrations.length + persons.length === 0) return null
  return { rows, comments: [...comments].map(([kind, each]) => ({ kind, ...each })).sort((a, b) => b.n - a.n), registrations, persons }
}
