import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerSlice } from '../../shared/engine/figures/answers'
import { loadColumns } from '../../shared/engine/columns/columns'
import { periodOf } from '../../shared/query/period'
import type { Dimension, PeriodUnit, ValuesClause } from '../../shared/query/types'
import { addWave, must, newProject, type TestRow } from '../helpers/project'

const FIELDS = ['Industry', 'Product', 'Note'] as const
const cell = fc.constantFrom('', ' ', 'Finance', ' Finance', 'Travel', '배송', '__proto__', 'constructor', '0', '7')
const row: fc.Arbitrary<TestRow> = fc.record({
  score: fc.option(fc.integer({ min: 0, max: 10 })),
  day: fc.option(fc.integer({ min: 18_000, max: 21_000 })),
  aside: fc.boolean(),
  cells: fc.tuple(cell, cell, fc.string()),
})
const waves = fc.array(fc.array(row, { maxLength: 30 }), { minLength: 1, maxLength: 3 })
const dimension: fc.Arbitrary<Dimension> = fc.oneof(
  fc.constantFrom(...FIELDS).map((field): Dimension => ({ kind: 'field', field })),
  fc.constantFrom<Dimension>({ kind: 'wave' }, { kind: 'group' }, { kind: 'score' }),
  fc.constantFrom<PeriodUnit>('month', 'quarter', 'half', 'year').map((unit): Dimension => ({ kind: 'period', unit })),
)
const clause: fc.Arbitrary<ValuesClause> = fc.record({
  kind: fc.constant('values' as const),
  dimension,
  values: fc.array(fc.constantFrom(null, 'Finance', 'Travel', 'wave 0', '2025', '2025-Q1', 'promoters', '9', '10'), { maxLength: 3 }),
})

interface NaiveRow extends TestRow {
  readonly wave: string
}

function naiveScore({ score }: NaiveRow, kind: 'group' | 'score'): string | null {
  if (score === null) return null
  if (kind === 'score') return String(score)
  return score >= 9 ? 'promoters' : score >= 7 ? 'passives' : 'detractors'
}

function naiveValue(item: NaiveRow, by: Dimension): string | null {
  if (by.kind === 'wave') return item.wave
  if (by.kind === 'group' || by.kind === 'score') return naiveScore(item, by.kind)
  if (by.kind === 'period') return item.day === null ? null : periodOf(item.day, by.unit, 1)
  return item.cells[FIELDS.indexOf(by.field as 'Note')]!.trim() || null
}

/** Counts by walking the rows one by one. */
function naiveSlice(rows: readonly NaiveRow[], by: readonly Dimension[], where: readonly ValuesClause[]): Map<string, number[]> {
  const counts = new Map<string, number[]>()
  for (const item of rows) {
    if (item.aside || !where.every(({ dimension: of, values }) => values.includes(naiveValue(item, of)))) continue
    const key = JSON.stringify(by.map((of) => naiveValue(item, of)))
    const found = counts.get(key) ?? [0, 0, 0]
    counts.set(key, found)
    if (item.score !== null) found[item.score >= 9 ? 2 : item.score >= 7 ? 1 : 0]! += 1
  }
  return counts
}

describe('slicing on typed columns', () => {
  it('equals a rebuild from the database and a naive count', async () => {
    await fc.assert(
      fc.asyncProperty(
        waves,
        fc.array(fc.tuple(fc.array(dimension, { maxLength: 3 }), fc.array(clause, { maxLength: 2 })), { minLength: 1, maxLength: 4 }),
        fc.nat(),
        async (files, queries, undone) => {
          const project = await newProject()
          const rows: NaiveRow[] = []
          for (const [at, file] of files.entries()) {
            await addWave(project, `wave ${at}`, FIELDS, file)
            // Columns that were read before must be extended, others read later.
            if (at === 0) await answerSlice(project, { by: [{ kind: 'field', field: 'Industry' }], where: [] })
            const isUndone = at === files.length - 1 && undone % 3 === 0
            if (isUndone) must(await project.undo())
            else rows.push(...file.map((item) => ({ ...item, wave: `wave ${at}` })))
          }
          for (const [by, where] of queries) {
            const slice = must(await answerSlice(project, { by, where }))
            const naive = naiveSlice(rows, by, where)
            const got = new Map(
              slice.rows.map(({ key, figure }) => [JSON.stringify(key), [figure.detractors, figure.passives, figure.promoters]]),
            )
            if (by.length > 0) expect(got).toEqual(naive)
            const sums = [0, 1, 2].map((group) => [...naive.values()].reduce((sum, counts) => sum + counts[group]!, 0))
            expect([slice.total.detractors, slice.total.passives, slice.total.promoters]).toEqual(sums)

            const rebuilt = loadColumns(project.db, project.registers.wave)
            for (const of of by) {
              const cached = project.columns.dimension(of)
              const fresh = rebuilt.dimension(of)
              const labels = (column: typeof cached): unknown[] => [...column.codes].map((code) => column.labels[code])
              const live = (values: unknown[]): unknown[] => values.filter((_, at) => rebuilt.live[at] === 1)
              expect(live(labels(cached))).toEqual(live(labels(fresh)))
            }
          }
        },
      ),
      { numRuns: process.env['EARSHOT_SOAK'] ? 5000 : 120 },
    )
  }, 600_000)
})
