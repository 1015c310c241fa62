import { FONT } from '../layout/look'
import { officeWorkbook } from '../office-workbook'
import type { Chart } from '../outline'
import { cellSafe } from '../sanitize'
import { distances, SHEET } from './chart-part'

/** The sheet behind a chart: categories, series, and the distances of each interval. Exactly what the slide shows. */
export function chartWorkbook(chart: Chart): Promise<Uint8Array> {
  const text = (value: string): { value: string; type: typeof String } => ({ value: cellSafe(value), type: String })
  const intervals = chart.series.flatMap((series) =>
    series.interval === null
      ? []
      : [
          { name: series.interval.lowName, values: distances(series).below },
          { name: series.interval.highName, values: distances(series).above },
        ],
  )
  const columns = [...chart.series, ...intervals]
  const head = [null, ...columns.map(({ name }) => text(name))]
  const rows = chart.categories.map((category, at) => [
    text(category),
    ...columns.map(({ values }) => values[at] ?? null),
  ])
  const widths = [{ width: 28 }, ...columns.map(() => ({ width: 20 }))]
  return officeWorkbook([{ sheet: SHEET, data: [head, ...rows], columns: widths }], { family: FONT, size: 10 })
}
