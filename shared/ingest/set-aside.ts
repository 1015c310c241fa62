import { cellAt, eachValue, type TextColumn } from '../table/column'
import { headerKey, recognisePreset } from './presets'
import type { AsideCode, RawTable } from './types'

/** Headers under which tools say what kind of survey a response belongs to. */
const SURVEY_KIND = new Set(['surveytype', 'survey_type', 'hs_survey_type', 'metricstype', 'metrics_type', 'questiontype', 'question_type'])
const NPS = /^(nps|net ?promoter)/i

/**
 * Rows that are no answers to the recommend question: marked by the survey tool as unfinished, preview, spam or never
 * answered (only in exports of tools it recognises), or, where NPS surveys and others share a file, of another survey.
 */
export function findAsides(table: RawTable): ReadonlyMap<number, AsideCode> {
  const asides = new Map<number, AsideCode>()
  const columnOf = (header: (key: string) => boolean): TextColumn | undefined =>
    table.columns[table.headers.findIndex((name) => header(headerKey(name)))]
  const setAside = (column: TextColumn, applies: (cell: string) => boolean, code: AsideCode): void => {
    for (let row = 0; row < table.rows; row++) {
      if (!asides.has(row) && applies(cellAt(column, row).trim())) asides.set(row, code)
    }
  }
  for (const { header, cells, code } of recognisePreset(table.headers)?.asides ?? []) {
    const column = columnOf((key) => key === header)
    if (column) setAside(column, (cell) => cells.test(cell), code)
  }
  const kinds = columnOf((key) => SURVEY_KIND.has(key))
  if (kinds && hasNps(kinds)) setAside(kinds, (cell) => cell !== '' && !NPS.test(cell), 'other-survey')
  return asides
}

function hasNps(column: TextColumn): boolean {
  let found = false
  eachValue(column, (value) => {
    found ||= NPS.test(value.trim())
  })
  return found
}
