import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { chanceText, changeWords, differenceText, restSentence, restWords, testText } from '../../../../renderer/app/figures/against-rest'
import { crossTable, readablePart } from '../../../../renderer/app/figures/cross-table'
import { figuresText } from '../../../../renderer/app/figures/figures-text'
import { labelRow, largestRows, nameOrder, readableRows } from '../../../../renderer/app/figures/label-row'
import { sumFigures } from '../../../../renderer/app/figures/sum-figures'
import { trendOf } from '../../../../renderer/app/slice/trend'
import { wordsOf } from '../../../../renderer/app/words/words'
import { restTests } from '../../../../shared/nps/against-rest'
import { differenceOf } from '../../../../shared/nps/difference'
import { figureOf } from '../../../../shared/nps/figure'
import type { Dimension, SliceRow } from '../../../../shared/query/types'

const EN = wordsOf('en')
const KO = wordsOf('ko')
const INDUSTRY: Dimension = { kind: 'field', field: 'f1' }
const REGION: Dimension = { kind: 'field', field: 'f2' }
const MONTH: Dimension = { kind: 'period', unit: 'month' }

const figure = (promoters: number, passives = 0, detractors = 0) => figureOf({ promoters, passives, detractors })
const counts = fc.record({ promoters: fc.nat(40), passives: fc.nat(40), detractors: fc.nat(40) })
const name = fc.constantFrom(null, 'Finance', 'Retail', '금융', '10', '9')
const cells = fc
  .uniqueArray(fc.tuple(name, name, counts), { selector: ([row, column]) => JSON.stringify([row, column]) })
  .map((all) => all.map(([row, column, of]): SliceRow => ({ key: [row, column], figure: figureOf(of) })))

describe('two fields crossed', () => {
  test('rows, columns and cells add up to the same whole', () => {
    fc.assert(
      fc.property(cells, (rows) => {
        const total = sumFigures(rows.map((row) => row.figure))
        const table = crossTable({ rows, total }, [INDUSTRY, REGION], { key: 'n', descending: true }, EN)
        expect(sumFigures(table.rows.map((row) => row.figure))).toEqual(total)
        expect(sumFigures(table.columns.map((column) => column.figure))).toEqual(total)
        for (const row of table.rows) {
          const across = table.columns.map((column) => table.at(row.key[0] ?? null, column.key[0] ?? null))
          expect(sumFigures(across)).toEqual(row.figure)
        }
        expect(table.rows.map(({ figure: { n } }) => n)).toEqual(table.rows.map(({ figure: { n } }) => n).toSorted((a, b) => b - a))
      }),
    )
  })

  test('time keeps its order, and its latest part is shown', () => {
    const rows = ['2026-03', '2026-01', '2026-02'].map((month, at): SliceRow => ({ key: ['Finance', month], figure: figure(30 - at) }))
    const slice = { rows, total: sumFigures(rows.map((row) => row.figure)) }
    const table = crossTable(slice, [INDUSTRY, MONTH], { key: 'nps', descending: true }, EN)
    expect(table.columns.map(({ key }) => key[0])).toEqual(['2026-01', '2026-02', '2026-03'])
    const part = readablePart(table, [INDUSTRY, MONTH], [1, 2])
    expect(part.columns.map(({ key }) => key[0])).toEqual(['2026-02', '2026-03'])
    expect(part.total).toBe(table.total)
  })
})

describe('as many rows as can be read', () => {
  test('are the ones with the most answers, in the order given', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(50), { maxLength: 12 }), fc.integer({ min: 1, max: 6 }), (all, most) => {
        const rows = all.map((n, at) => labelRow(INDUSTRY, String(at), figure(n), EN))
        const kept = largestRows(rows, most)
        expect(kept.length).toBe(Math.min(most, rows.length))
        expect(rows.filter((row) => kept.includes(row))).toEqual(kept)
        const least = Math.min(...kept.map((row) => row.figure.n))
        for (const row of rows) if (!kept.includes(row)) expect(row.figure.n).toBeLessThanOrEqual(least)
      }),
    )
  })

  test('of time are the latest', () => {
    const rows = ['2026-03', '2025-12', '2026-01'].map((month) => labelRow(MONTH, month, figure(month === '2025-12' ? 99 : 1), EN))
    expect(readableRows(rows, MONTH, 2).map(({ key }) => key[0])).toEqual(['2026-03', '2026-01'])
    expect(readableRows(rows, INDUSTRY, 1).map(({ key }) => key[0])).toEqual(['2025-12'])
  })
})

test('names are in the order of the language, unless there are thousands', () => {
  expect(['b 10', 'b 9', 'B 1'].toSorted(nameOrder(3, EN))).toEqual(['B 1', 'b 9', 'b 10'])
  expect(['b 10', 'b 9', 'B 1'].toSorted(nameOrder(5000, EN))).toEqual(['B 1', 'b 10', 'b 9'])
})

describe('over time', () => {
  const rows: readonly SliceRow[] = [
    { key: ['2026-04', 'Finance'], figure: figure(40, 5, 5) },
    { key: ['2026-01', 'Finance'], figure: figure(20, 10, 20) },
    { key: ['2026-01', 'Retail'], figure: figure(3) },
    { key: ['2026-04', null], figure: figure(1) },
    { key: [null, 'Retail'], figure: figure(0, 7) },
  ]
  const trend = trendOf({ rows }, INDUSTRY, 2, EN)

  test('months without answers stay, and are passed over when a change is told', () => {
    expect(trend.all.points.map(({ period, figure: { n } }) => [period, n])).toEqual([
      ['2026-01', 53],
      ['2026-02', 0],
      ['2026-03', 0],
      ['2026-04', 51],
    ])
    const changes = trend.all.points.map(({ change }) => change)
    expect(changes.slice(0, 3)).toEqual([null, null, null])
    expect(changes[3]).toEqual(differenceOf(figure(23, 10, 20), figure(41, 5, 5)))
  })

  test('the largest values have a line of their own, over the same months', () => {
    expect(trend.values).toBe(3)
    expect(trend.parts.map(({ label, total }) => [label, total.n])).toEqual([
      ['Finance', 100],
      ['Retail', 3],
    ])
    for (const { points } of trend.parts) expect(points.map(({ period }) => period)).toEqual(trend.all.points.map(({ period }) => period))
  })

  test('who has no date is counted apart', () => {
    expect(trend.undated.n).toBe(7)
    expect(trend.all.total.n).toBe(104)
  })

  test('without a split there is one line', () => {
    expect(trendOf({ rows }, null, 6, KO)).toMatchObject({ parts: [], values: 0, all: { label: '전체', total: { n: 104 } } })
  })
})

describe('against the rest', () => {
  const tested = (group: ReturnType<typeof figure>, rest: ReturnType<typeof figure>) => restTests(sumFigures([group, rest]), [group]).tests[0]!

  test.each([
    [figure(90, 5, 5), '▲', 'above the rest'],
    [figure(5, 5, 90), '▼', 'below the rest'],
    [figure(50, 0, 50), '≈', 'within noise'],
  ])('%#: a sign and words', (group, sign, text) => {
    const test = tested(group, figure(50, 0, 50))
    expect(restWords(test, EN)).toMatchObject({ sign, text })
    expect(changeWords(test, EN)?.sign).toBe(sign)
    expect(restSentence('Finance', test, EN)).toMatch(new RegExp(`^Finance; ${text} \\(p (< )?\\d\\.\\d+, q (< )?\\d\\.\\d+\\)$`))
    expect(testText(test, KO)).toMatch(/점, 신뢰구간 .*, p .*, q /)
  })

  test('no verdict on a low base, and none in the sentence', () => {
    const test = tested(figure(29), figure(59))
    expect(restWords(test, EN)).toBeNull()
    expect(restSentence('Finance', test, EN)).toBe('Finance')
  })

  test('the difference in words, where there is one', () => {
    expect(differenceText(tested(figure(20), figure(20, 0, 20)), EN)).toMatch(/^\+100 points, interval \d+ to \d+$/)
    expect(differenceText(tested(figure(20), figure(0)), EN)).toBeNull()
  })

  test.each([
    [0.0004, '< 0.001'],
    [0.0124, '0.012'],
    [0.344, '0.34'],
    [1, '1.00'],
  ])('%d is written %s', (value, text) => expect(chanceText(value)).toBe(text))
})

describe('figures for a spreadsheet', () => {
  const headers = { names: ['Industry'], nps: 'NPS', verdict: 'Against the rest', n: 800 }
  const lines = (rows: Parameters<typeof figuresText>[1]) => figuresText(headers, rows, EN).split('\n')

  test('are plain numbers; too few answers have counts only', () => {
    const change = differenceOf(figure(150, 90, 57), figure(50, 10, 43))
    const [head, full, tiny] = lines([
      { names: ['Finance'], figure: figure(50, 10, 43), verdict: 'within noise', change },
      { names: ['Retail'], figure: figure(2, 1, 1), verdict: '', change },
    ])
    expect(head).toBe(
      'Industry\tAnswers\tShare\tPromoters\tPassives\tDetractors\tNPS\tInterval from\tInterval to\tAgainst the rest\tDifference\tDifference from\tDifference to\tp\tBase',
    )
    const { nps, low, high } = figure(50, 10, 43)
    expect(full?.split('\t')).toEqual(
      ['Finance', 103, 103 / 800, 50, 10, 43, nps, low, high, 'within noise', change.difference, change.low, change.high, change.p, ''].map(String),
    )
    expect(tiny).toBe('Retail\t4\t0.005\t2\t1\t1\t\t\t\t\t\t\t\t\ttoo few to score')
  })

  test('compared with the rest, the numbers of the comparison are there in full; what was not compared has no p and q', () => {
    const groups = [figure(60, 10, 30), figure(30, 10, 60), figure(12), figure(3)]
    const { tests } = restTests(sumFigures(groups), groups)
    const rows = groups.map((each, at) => ({ names: [String(at)], figure: each, verdict: '', test: tests[at]! }))
    const [head = [], first = [], , low = [], tiny = []] = lines(rows).map((line) => line.split('\t'))
    const at = (row: readonly string[], name: string): string | undefined => row[head.indexOf(name)]
    expect(head.slice(9, 15)).toEqual(['Against the rest', 'Difference', 'Difference from', 'Difference to', 'p', 'q'])
    const { difference, p, q } = tests[0]!
    expect(['Difference', 'p', 'q'].map((name) => Number(at(first, name)))).toEqual([difference, p, q])
    expect([Number(at(low, 'Difference')), at(low, 'p'), at(low, 'q')]).toEqual([tests[2]!.difference, '', ''])
    expect(tiny.slice(9, 15)).toEqual(['', '', '', '', '', ''])
  })

  test('what else a chart shows stands after them, in full', () => {
    const text = figuresText({ ...headers, more: ['Centre', 'Signal'] }, [{ names: ['Finance'], figure: figure(50, 10, 40), verdict: '', more: [-12.345678, null] }], EN)
    expect(text.split('\n').map((line) => line.split('\t').slice(-3))).toEqual([['Base', 'Centre', 'Signal'], ['', '-12.345678', '']])
  })

  test.each([
    ['=HYPERLINK("x")', `'=HYPERLINK("x")`],
    ['  +cmd', `'  +cmd`],
    ['＝1+1', `'＝1+1`],
    ['"a\tb', '"""a b"'],
    ['@SUM', `'@SUM`],
    ['-5', '-5'],
    ['one\ttwo\nthree', 'one two three'],
  ])('%j is a name, not a formula', (given, expected) => {
    expect(lines([{ names: [given], figure: figure(1), verdict: '' }])[1]?.split('\t')[0]).toBe(expected)
  })
})
