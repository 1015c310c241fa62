import type { PlanPersonal } from '../protocol/plan-personal'
import type { PersonalKind } from '../text/find-personal'
import { personalColumns } from './personal-columns'
import type { ImportPlan } from './types'

/** So many rows are looked at: enough to say what a file is like, few enough to be ready with the plan. */
const ROWS = 10_000

/** What personal data a file has: in its comments, and in columns that are made of it. Null where none was found. */
export function planPersonal(plan: ImportPlan): PlanPersonal | null {
  const comments = new Map<PersonalKind, { n: number; example: string }>()
  const registrations: { index: number; n: number }[] = []
  const persons: { index: number; kind: PersonalKind }[] = []
  const roles = new Map(plan.columns.map(({ index, role }) => [index, role]))
  for (const { index, filled, kinds } of personalColumns(plan, ROWS)) {
    const role = roles.get(index)
    for (const { kind, cells, example } of role === 'comment' ? kinds : []) {
      const known = comments.get(kind) ?? { n: 0, example }
      comments.set(kind, { ...known, n: known.n + cells })
    }
    const n = kinds.find(({ kind }) => kind === 'rrn')?.cells ?? 0
    if (n > 0) registrations.push({ index, n })
    const most = kinds.find(({ cells }) => cells * 2 > filled)
    if (role === 'person' && most) persons.push({ index, kind: most.kind })
  }
  if (comments.size + registrations.length + persons.length === 0) return null
  return {
    rows: Math.min(plan.table.rows, ROWS),
    comments: [...comments].map(([kind, each]) => ({ kind, ...each })).sort((a, b) => b.n - a.n),
    registrations,
    persons,
  }
}
