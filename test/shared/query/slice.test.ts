import { expect, it } from 'vitest'
import { dimensionOfText, type ResponseColumns } from '../../../shared/query/columns'
import { countGroups } from '../../../shared/query/slice'
import { unitOfPeriod } from '../../../shared/query/period'
import { columnOf } from '../../../shared/table/column-builder'

it('counts combinations of fields with very many values', () => {
  const rows = 6000
  const cells = [7, 11, 13, 17].map((step) => Array.from({ length: rows }, (_, row) => `v${(row * step) % 5003}`))
  const dimensions = cells.map((column) => dimensionOfText(columnOf(column)))
  const columns: ResponseColumns = {
    rows,
    groups: Int8Array.from({ length: rows }, (_, row) => (row % 4) - 1),
    live: Uint8Array.from({ length: rows }, (_, row) => (row % 5 === 0 ? 0 : 1)),
  }
  const naive = new Map<string, number[]>()
  for (let row = 0; row < rows; row++) {
    if (!columns.live[row]) continue
    const key = JSON.stringify(cells.map((column) => column[row]))
    const counts = naive.get(key) ?? [0, 0, 0]
    naive.set(key, counts)
    if (columns.groups[row]! >= 0) counts[columns.groups[row]!]! += 1
  }
  const counted = countGroups(columns, columns.live, dimensions)
  const got = new Map(counted.map(({ key, ...counts }) => [JSON.stringify(key), [counts.detractors, counts.passives, counts.promoters]]))
  expect(counted).toHaveLength(naive.size)
  expect(got).toEqual(naive)
})

it.each([
  ['2026-07', 'month'],
  ['2026-Q3', 'quarter'],
  ['2026-H2', 'half'],
  ['2026', 'year'],
  ['2026-13', null],
  ['2026-Q5', null],
  ['26', null],
  ['', null],
])('%s is a %s', (period, unit) => {
  expect(unitOfPeriod(period)).toBe(unit)
})
