import { describe, expect, test } from 'vitest'
import { crossTable } from '../../../../renderer/app/figures/cross-table'
import { panelTables } from '../../../../renderer/app/slice/panel-tables'
import { MOST_PANELS, panelValues, type Panels } from '../../../../renderer/app/slice/slice-panels'
import { sumFigures } from '../../../../renderer/app/figures/sum-figures'
import { wordsOf } from '../../../../renderer/app/words/words'
import { figureOf } from '../../../../shared/nps/figure'
import type { Dimension, Slice, SliceRow } from '../../../../shared/query/types'

const EN = wordsOf('en')
const PLAN: Dimension = { kind: 'field', field: 'plan' }
const SEATS: Dimension = { kind: 'field', field: 'seats' }
const INDUSTRY: Dimension = { kind: 'field', field: 'industry' }
const figure = (n: number) => figureOf({ promoters: n, passives: 0, detractors: 0 })
const sliceOf = (rows: readonly SliceRow[]): Slice => ({ total: sumFigures(rows.map((row) => row.figure)), rows, responses: 0, importing: false, nonStandard: null })

describe('the values that get a heat map', () => {
  test('are the nine with the most answers, blank among them, and none that nobody has', () => {
    const rows = Array.from({ length: 12 }, (_, at): SliceRow => ({ key: [at === 11 ? null : `v${at}`], figure: figure(at) }))
    expect(panelValues(rows, INDUSTRY)).toEqual([null, 'v10', 'v9', 'v8', 'v7', 'v6', 'v5', 'v4', 'v3'])
    expect(panelValues(rows.slice(0, 2), INDUSTRY)).toEqual(['v1'])
  })

  test('of time are the latest', () => {
    const rows = [null, ...Array.from({ length: 12 }, (_, at) => `2025-${String(at + 1).padStart(2, '0')}`)].map((month): SliceRow => ({ key: [month], figure: figure(month === '2025-01' ? 99 : 5) }))
    const values = panelValues(rows, { kind: 'period', unit: 'month' })
    expect([values.length, values[0], values.at(-1)]).toEqual([MOST_PANELS, '2025-12', '2025-04'])
  })
})

describe('heat maps side by side', () => {
  const cell = (plan: string | null, seats: string, n: number): SliceRow => ({ key: [plan, seats], figure: figure(n) })
  const finance = sliceOf([cell('Pro', '100..', 40), cell('Free', '..9', 3)])
  const retail = sliceOf([cell('Pro', '10..99', 7), cell(null, '..9', 50)])
  const panels: Panels = { values: [], shown: [{ value: 'Finance', slice: finance }, { value: 'Retail', slice: retail }] }
  const whole = crossTable(sliceOf([...finance.rows, ...retail.rows]), [PLAN, SEATS], { key: 'n', descending: true }, EN)
  const tables = panelTables(panels, whole, [PLAN, SEATS], INDUSTRY, { key: 'n', descending: true }, EN)

  test('have the rows and columns of all, in their order: bands in their own', () => {
    for (const { table } of tables) {
      expect(table.rows.map(({ key }) => key[0])).toEqual([null, 'Pro', 'Free'])
      expect(table.columns.map(({ label }) => label)).toEqual(['under 10', '10 to 99', '100 and more'])
    }
  })

  test('have totals of their own, and come from the largest on', () => {
    expect(tables.map(({ each, table }) => [each.label, each.figure.n, table.total.n])).toEqual([['Retail', 57, 57], ['Finance', 43, 43]])
    expect(tables.map(({ table }) => table.rows.map(({ figure: { n } }) => n))).toEqual([[50, 7, 0], [0, 40, 3]])
    expect(tables[1]!.table.at('Pro', '100..').n).toBe(40)
    expect(tables[1]!.table.at('Pro', '..9').n).toBe(0)
  })

  test('of bands come in the order of the bands', () => {
    const banded: Panels = { values: [], shown: [{ value: '100..', slice: finance }, { value: '..9', slice: retail }] }
    expect(panelTables(banded, whole, [PLAN, INDUSTRY], SEATS, { key: 'n', descending: true }, EN).map(({ each }) => each.label)).toEqual(['under 10', '100 and more'])
  })
})
