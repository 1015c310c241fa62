import type { PlanProblem, PlanReason, PlanRow, PlanView } from '../protocol/engine-api'
import { cellAt } from '../table/column'
import { countPlan } from './plan-counts'
import { planPersonal } from './plan-personal'
import type { Fate, ImportPlan } from './types'
import { ASIDE_CODES, FATE, NO_SCORE, REJECT_CODES } from './types'

const PREVIEW_ROWS = 20
const LINES = 5
const FATE_WORDS: Record<Fate, PlanRow['fate']> = {
  [FATE.accepted]: 'accepted',
  [FATE.setAside]: 'set-aside',
  [FATE.duplicate]: 'duplicate',
  [FATE.erased]: 'set-aside',
}

/** The plan as the window shows it: figures, the first rows of the file, and where the others went. */
export function viewPlan(plan: ImportPlan, layout = '', remembered: string | null = null): PlanView {
  const { table } = plan
  const counts = countPlan(plan)
  const invalidLines = plan.invalidScores.map(({ line }) => line)
  const invalid = new Set(invalidLines)
  const personal = planPersonal(plan)
  let invalidAccepted = 0
  plan.fates.forEach((fate, row) => {
    if (fate === FATE.accepted && invalid.size > 0 && invalid.has(table.lines[row]!)) invalidAccepted += 1
  })
  return {
    file: table.file,
    format: table.format,
    encoding: table.encoding,
    delimiter: table.delimiter,
    sheet: table.sheet,
    sheets: table.sheets,
    headerRows: table.headerRows,
    preset: table.preset,
    wave: plan.wave,
    waves: plan.waves?.map((own) => own.plan.wave) ?? [],
    rows: table.rows,
    columns: plan.columns,
    score: plan.score,
    treatAsNps: plan.treatAsNps,
    tenure: plan.tenure,
    tags: plan.tags ?? null,
    counts,
    invalidScores: invalidAccepted,
    missingScores: counts.accepted - counts.scored - invalidAccepted,
    problems: findProblems(plan, invalidLines),
    ...previewRows(plan, invalid),
    warnings: plan.warnings,
    ...(personal ? { personal } : {}),
    marked: ASIDE_CODES.flatMap((code) => {
      const count = plan.marked[code] ?? 0
      return count === 0 ? [] : [{ code, count, included: plan.options.include?.includes(code) ?? false }]
    }),
    match: plan.match && plan.match.columns.length > 0 ? plan.match : null,
    layout,
    options: plan.options,
    remembered,
  }
}

/** Rows that will not be imported, or not counted, grouped by why. */
function findProblems(plan: ImportPlan, invalidLines: readonly number[]): readonly PlanProblem[] {
  const lineOf = (row: number): number => plan.table.lines[row]!
  const groups: readonly (readonly [PlanProblem['code'], readonly number[]])[] = [
    ...REJECT_CODES.map(
      (code) => [code, plan.table.rejected.filter((row) => row.code === code).map((row) => row.line)] as const,
    ),
    ['duplicate', [...plan.duplicateOf.keys()].map(lineOf)],
    ...ASIDE_CODES.map(
      (code) => [code, [...plan.asides].flatMap(([row, reason]) => (reason === code ? [lineOf(row)] : []))] as const,
    ),
    ['invalid-score', invalidLines],
  ]
  return groups
    .filter(([, lines]) => lines.length > 0)
    .map(([code, lines]) => ({ code, count: lines.length, lines: lines.toSorted((a, b) => a - b).slice(0, LINES) }))
}

/** The first rows of the file, and those of each fate. */
function previewRows(plan: ImportPlan, invalid: ReadonlySet<number>): Pick<PlanView, 'preview' | 'samples'> {
  const { table } = plan
  const rowAt = (row: number): PlanRow => {
    const score = plan.scores[row]!
    return {
      line: table.lines[row]!,
      fate: FATE_WORDS[plan.fates[row] as Fate],
      cells: table.columns.map((column) => cellAt(column, row)),
      score: score === NO_SCORE ? null : score,
      reason: reasonOf(plan, row, invalid),
    }
  }
  const firstOf = (fate: Fate): readonly PlanRow[] => {
    const rows: PlanRow[] = []
    for (let row = 0; row < table.rows && rows.length < PREVIEW_ROWS; row++) if (plan.fates[row] === fate) rows.push(rowAt(row))
    return rows
  }
  const rejected = table.rejected
    .toSorted((a, b) => a.line - b.line)
    .slice(0, PREVIEW_ROWS)
    .map(({ line, cells, code }): PlanRow => ({ line, fate: 'rejected', cells, score: null, reason: { code } }))
  const first = Array.from({ length: Math.min(PREVIEW_ROWS, table.rows) }, (_, row) => rowAt(row))
  return {
    preview: [...first, ...rejected].toSorted((a, b) => a.line - b.line).slice(0, PREVIEW_ROWS),
    samples: {
      accepted: firstOf(FATE.accepted),
      'set-aside': firstOf(FATE.setAside),
      duplicate: firstOf(FATE.duplicate),
      rejected,
    },
  }
}

function reasonOf(plan: ImportPlan, row: number, invalid: ReadonlySet<number>): PlanReason | null {
  if (plan.fates[row] === FATE.erased) return { code: 'erased' }
  const line = plan.duplicateOf.get(row)
  if (line !== undefined) return line === 0 ? { code: 'there' } : { code: 'repeats', line }
  const aside = plan.asides.get(row)
  if (aside) return { code: aside }
  return invalid.has(plan.table.lines[row]!) ? { code: 'invalid-score' } : null
}
