import type { ReportData } from '../../../shared/report/types'
import { rich } from './fixtures'

/** Texts that break files: control characters, markup, formulas, direction changes, escapes, size. */
export const HOSTILE = [
  '\u0000\u0001\u000B\u001B\uFFFE\uFFFF',
  '\uD800 lone \uDC00 surrogates \uDBFF',
  '<script>alert("x")</script> & </a:t> ]]> <![CDATA[',
  '=HYPERLINK("http://x","y")',
  ' =1+1',
  '\uFF1D1+1',
  '+cmd|"/c calc"!A0',
  '@SUM(A1)',
  '\t=1',
  '\u202Eright-to-left override \u2066 isolate',
  'שלום עולם',
  '👩‍👩‍👧‍👦🇰🇷 emoji \u{1F600}',
  '_x0041_ and _x005F_',
  '__proto__',
  'constructor',
  "''quoted'' \"double\"",
  'a\r\nb\rc\n\td',
  '{n} {fingerprint, plural, other {#}} <b>icu</b>',
  'X-Axis',
  '$1 $& $` $$',
  '',
  '   ',
  '가'.repeat(40_000),
  '_x0041_'.repeat(8_000),
] as const

/** `rich` with every text replaced by what `next` gives. */
export function poisoned(next: () => string): ReportData {
  return {
    ...rich,
    project: next(),
    nonStandard: next(),
    filter: [
      { kind: 'values', field: next(), dimension: 'field', values: [next(), null] },
      { kind: 'codes', codes: [next()], has: true },
      { kind: 'text', text: next() },
    ],
    segments: rich.segments.map(({ id, onPage, rows }) => ({
      id,
      field: next(),
      onPage,
      rows: rows.map(({ value, figure }) => ({ value: value === null ? null : next(), figure })),
    })),
    references: rich.references.map((reference) => ({ ...reference, name: next() })),
    cross: rich.cross && {
      ...rich.cross,
      row: { id: 'a', field: next() },
      column: { id: 'b', field: next() },
      rows: rich.cross.rows.map(next),
      columns: rich.cross.columns.map(next),
    },
    compared: rich.compared.map(({ segments, ...field }) => ({
      ...field,
      field: next(),
      segments: segments.map((segment) => ({ ...segment, value: segment.value === null ? null : next() })),
    })),
    growth: rich.growth && rich.growth.map((code) => ({ ...code, code: next() })),
    themes: rich.themes && { ...rich.themes, codes: rich.themes.codes.map((code) => ({ ...code, name: next() })) },
    quotes: rich.quotes.map((quote) => ({ ...quote, text: next(), code: next(), wave: next() })),
    method: {
      ...rich.method,
      fingerprint: next(),
      waves: rich.method.waves.map((wave) => ({ ...wave, name: next(), file: next() })),
    },
  }
}
