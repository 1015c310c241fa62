/** What the script computes the score by. Names are columns of the Parquet file. */
export interface SqlTables {
  /** Name of the Parquet file, beside the script. */
  readonly file: string
  readonly segments: readonly SqlSegment[]
  readonly codes: readonly SqlCode[]
  /** Scale of the scores of each wave that has another than most: they are never added up. None where all have one. */
  readonly scales: readonly { readonly wave: string; readonly scale: string }[]
  /** Month in which the fiscal year begins, 1 to 12. */
  readonly fiscalStart: number
}

export interface SqlSegment {
  readonly column: string
  /** Stored as doubles where every cell is a number: `3`, not `3.0`. */
  readonly isNumber: boolean
  /** Where a cell holds several answers: the options of each cell. A response counts for each of them. */
  readonly options: readonly (readonly [cell: string, options: readonly string[]])[] | null
  /** Where numbers are cut into bands: their keys, and from which number on each but the first is. */
  readonly bands: SqlBands | null
}

export interface SqlBands {
  readonly edges: readonly number[]
  /** One more than there are edges, the lowest first. */
  readonly keys: readonly string[]
  /** What cells are that hold no number. */
  readonly unreadable: string
}

export interface SqlCode {
  readonly name: string
  /** Its columns, one for each question. */
  readonly columns: readonly string[]
}

const Z95 = '1.959963984540054'
const WHITE = "' ' || chr(9) || chr(10) || chr(11) || chr(12) || chr(13) || chr(160) || chr(12288) || chr(65279)"

/** Periods in the words of the app. A fiscal year is named after the calendar year in which it ends. */
function periodColumns(start: number): readonly (readonly [unit: string, period: string])[] {
  // Moved back by the months before it, a fiscal year is a calendar year.
  const date = start === 1 ? '"date"' : `("date" - INTERVAL ${start - 1} MONTH)`
  const year = start === 1 ? `year(${date})` : `'FY' || (year(${date}) + 1)`
  const named = start === 1 ? '' : ` (the fiscal year begins in month ${start})`
  return [
    ['month', `strftime("date", '%Y-%m')`],
    [`quarter${named}`, `${year} || '-Q' || quarter(${date})`],
    [`half-year${named}`, `${year} || '-H' || CASE WHEN month(${date}) <= 6 THEN 1 ELSE 2 END`],
    [`year${named}`, start === 1 ? `CAST(${year} AS VARCHAR)` : year],
  ]
}

const name = (text: string): string => `"${text.replaceAll('"', '""')}"`
const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`
/** In a comment nothing may end the line. */
const told = (text: string): string => text.replace(/\s+/g, ' ').trim()

/**
 * SQL for DuckDB that computes the tables of the score on an export as Parquet: in all, by segment, by period, by
 * code, each with its base and the same interval (adjusted Wald, 95 %). Plain statements, to be taken apart and changed.
 */
export function npsSql({ file, segments, codes, scales, fiscalStart }: SqlTables): string {
  const isMixed = new Set(scales.map(({ scale }) => scale)).size > 1
  const scaleOf = `CASE wave ${scales.map(({ wave, scale }) => `WHEN ${quoted(wave)} THEN ${quoted(scale)}`).join(' ')} END AS nps_scale`
  const from = `read_parquet(${quoted(file)})`
  const scale = isMixed ? ['nps_scale'] : []
  const parts = [
    `-- The Net Promoter Score of the responses in ${told(file)}, computed by DuckDB.\n` +
      '-- Run it in the folder of that file: duckdb < SCRIPT.sql\n' +
      '-- n: responses with a score. low, high: 95 % interval (adjusted Wald: 3/4, 3/2 and 3/4 of an answer are added).',
    `CREATE OR REPLACE TEMP VIEW responses AS\nSELECT *${isMixed ? `, ${scaleOf}` : ''} FROM ${from};`,
    statement('In all', [], 'responses', scale),
    ...segments.map(({ column, isNumber, options, bands }) => {
      const text = isNumber ? `regexp_replace(CAST(${name(column)} AS VARCHAR), '\\.0$', '')` : name(column)
      const value = `nullif(nfc_normalize(trim(${text}, ${WHITE})), '')`
      if (options) return statement(`By ${told(column)}, each of its answers`, [column], optionRows(column, value, options, scale), scale)
      const shown = bands ? bandCase(value, bands) : value
      return statement(`By ${told(column)}`, [column], `(SELECT ${shown} AS ${name(column)}, ${[...scale, 'nps_group'].join(', ')} FROM responses)`, scale)
    }),
    ...periodColumns(fiscalStart).map(([unit, period]) =>
      statement(`By ${unit}`, ['period'], `(SELECT ${period} AS "period", ${[...scale, 'nps_group'].join(', ')} FROM responses)`, scale),
    ),
    ...(codes.length === 0 ? [] : [statement('By code: the responses with a comment that has it', ['code'], `(\n${codes.map((code) => codeRows(code, scale)).join('\n  UNION ALL ')}\n  )`, scale)]),
  ]
  return `${parts.join('\n\n')}\n`
}

/** The key of the band that a number is in. */
function bandCase(value: string, { edges, keys, unreadable }: SqlBands): string {
  const number = `TRY_CAST(regexp_replace(${value}, ',(\\d{3})', '\\1', 'g') AS DOUBLE)`
  const steps = edges.map((edge, at) => `WHEN ${number} < ${edge} THEN ${quoted(keys[at]!)}`)
  return `CASE WHEN ${value} IS NULL THEN NULL WHEN ${number} IS NULL THEN ${quoted(unreadable)} ${steps.join(' ')} ELSE ${quoted(keys.at(-1)!)} END`
}

/** A row for each answer in a cell; one for a blank cell. */
function optionRows(column: string, value: string, options: NonNullable<SqlSegment['options']>, scale: readonly string[]): string {
  const pairs = options.flatMap(([cell, names]) => names.map((each) => `(${quoted(cell)}, ${quoted(each)})`))
  const list = pairs.length === 0 ? '(NULL, NULL)' : pairs.join(', ')
  return `(
  SELECT answers.answer AS ${name(column)}, ${[...scale, 'nps_group'].join(', ')}
  FROM responses LEFT JOIN (VALUES ${list}) AS answers(cell, answer) ON answers.cell = ${value}
  WHERE answers.cell IS NOT NULL OR ${value} IS NULL
  )`
}

const codeRows = ({ name: code, columns }: SqlCode, scale: readonly string[]): string =>
  `SELECT ${quoted(code)} AS "code", ${[...scale, 'nps_group'].join(', ')} FROM responses WHERE ${columns.map(name).join(' OR ')}`

function statement(title: string, by: readonly string[], from: string, scale: readonly string[]): string {
  const keys = [...scale, ...by].map(name)
  const list = keys.map((key) => `${key}, `).join('')
  const group = keys.length === 0 ? '' : `\n    GROUP BY ${keys.join(', ')}`
  const order = keys.length === 0 ? '' : `\nORDER BY ${keys.join(', ')}`
  return `-- ${title}
SELECT ${list}n, promoters, passives, detractors,
  100.0 * (promoters - detractors) / n AS nps,
  greatest(-100, 100 * (mean - ${Z95} * error)) AS low,
  least(100, 100 * (mean + ${Z95} * error)) AS high
FROM (
  SELECT *, sqrt(((promoters + detractors + 1.5) / (n + 3) - mean * mean) / (n + 3)) AS error
  FROM (
    SELECT ${list}count(*) AS n,
      count(*) FILTER (WHERE nps_group = 'promoter') AS promoters,
      count(*) FILTER (WHERE nps_group = 'passive') AS passives,
      count(*) FILTER (WHERE nps_group = 'detractor') AS detractors,
      CAST(count(*) FILTER (WHERE nps_group = 'promoter') - count(*) FILTER (WHERE nps_group = 'detractor') AS DOUBLE) / (count(*) + 3) AS mean
    FROM ${from}
    WHERE nps_group IS NOT NULL${group}
  )
)${keys.length === 0 ? '\nWHERE n > 0' : ''}${order};`
}
