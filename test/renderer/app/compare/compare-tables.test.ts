import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { segmentRows, themeRows } from '../../../../renderer/app/compare/compare-rows'
import { stepsOf } from '../../../../renderer/app/compare/compare-steps'
import { peopleTable, segmentsTable, stepsTable, themesTable } from '../../../../renderer/app/compare/compare-tables'
import { tableText, type CopiedCell, type CopiedTable } from '../../../../renderer/app/figures/copied-table'
import { wordsOf } from '../../../../renderer/app/words/words'
import { contributionShift } from '../../../../shared/nps/contribution-change'
import { differenceOf } from '../../../../shared/nps/difference'
import { figureOf } from '../../../../shared/nps/figure'
import { pairedChange } from '../../../../shared/nps/paired'
import type { CodeEffect } from '../../../../shared/nps/types'
import type { ComparedCode, ComparedSegment, SamePeople } from '../../../../shared/query/types'

const words = wordsOf('en')
const NAMES = { kind: 'periods', from: '2025', to: '2026' } as const
const counts = (promoters: number, passives: number, detractors: number) => ({ promoters, passives, detractors })

/** What stands under a head, by rows. */
function under([head = [], ...rows]: CopiedTable, name: string): readonly CopiedCell[] {
  const at = head.indexOf(name)
  expect(at, `${name} in ${head.join(' | ')}`).toBeGreaterThanOrEqual(0)
  return rows.map((row) => row[at] ?? null)
}

const segment = (value: string, from: ReturnType<typeof counts>, to: ReturnType<typeof counts>): ComparedSegment => ({
  value,
  from: figureOf(from),
  to: figureOf(to),
  change: differenceOf(from, to),
  q: 0.123456789,
  shareFrom: 1 / 3,
  shareTo: 2 / 3,
  parts: { mix: 1.25, rate: -10 / 3 },
})
const SEGMENTS = [segment('Large', counts(20, 10, 11), counts(10, 10, 23)), segment('=Tiny', counts(3, 0, 0), counts(2, 2, 2)), segment('New', counts(0, 0, 0), counts(20, 5, 5))]

describe('segments', () => {
  const table = segmentsTable(segmentRows(SEGMENTS, { kind: 'field', field: 'f1' }, 'effect', words), 'Industry', NAMES, words)

  test('have every figure of both sides as it is', () => {
    const { from, change } = SEGMENTS[0]!
    expect(under(table, 'Industry')).toEqual(['Large', '=Tiny', 'New'])
    expect(under(table, '2025: NPS')[0]).toBe(from.nps)
    expect(under(table, '2025: Interval from')[0]).toBe(from.low)
    expect(under(table, '2026: Detractors')).toEqual([23, 2, 5])
    expect(under(table, '2026: Share')).toEqual([2 / 3, 2 / 3, 2 / 3])
    expect(['Difference', 'Difference from', 'Difference to', 'p'].map((name) => under(table, name)[0])).toEqual([change.difference, change.low, change.high, change.p])
    expect(under(table, 'q')).toEqual([0.123456789, null, null])
    expect(under(table, 'Scores')).toEqual([-10 / 3, -10 / 3, -10 / 3])
  })

  test('have counts only where there are too few, and the verdict in words', () => {
    expect(under(table, '2026: NPS').slice(1)).toEqual([null, SEGMENTS[2]!.to.nps])
    expect(under(table, 'Difference').slice(1)).toEqual([null, null])
    expect(under(table, 'Verdict')).toEqual([expect.stringContaining('noise'), 'too few to compare', 'new in 2026'])
  })

  test('are no formulas', () => {
    const line = tableText(table).split('\n')[2]
    expect(line).toMatch(/^'=Tiny\t3\t3\t0\t0\t\t\t\t0\.3333333333333333\t/)
  })
})

test('steps add up from one score to the other', () => {
  const parts = [segment('A', counts(20, 10, 10), counts(30, 5, 5)), segment('B', counts(5, 10, 10), counts(5, 5, 5))]
  const steps = stepsOf(parts, 10)!
  const table = stepsTable(steps, 'Industry', ({ segment: one }) => one?.value ?? 'rest', NAMES, words)
  const both = under(table, 'Mix and scores') as readonly number[]
  expect(under(table, 'Industry')).toEqual(['2025', 'A', 'B', '2026'])
  expect(both[1]! + both[2]!).toBeCloseTo(steps.to - steps.from, 9)
  expect(both.at(-1)).toBeCloseTo(steps.to - steps.from, 9)
})

test('themes have both ways in which they moved; under 10 mentions counts only', () => {
  const effect = (n: number, contribution: number): CodeEffect => ({ n, share: n / 90, nps: 10 / 3, npsRest: 20, contribution, low: contribution - 1, high: contribution + 1 })
  const code = (id: string, from: CodeEffect, to: CodeEffect): ComparedCode => ({
    id,
    code: id,
    color: '#000000',
    from,
    to,
    change: { difference: 10 / 9, low: -1, high: 3, p: 0.2, verdict: 'within-noise' },
    contribution: contributionShift(from, to),
  })
  const total = figureOf(counts(40, 20, 30))
  const rows = themeRows([code('Price', effect(30, -5 / 3), effect(33, -2)), code('Rare', effect(4, 1), effect(12, 1))], total, total)
  const table = themesTable(rows, NAMES, words)
  const price = under(table, 'Theme').indexOf('Price')
  expect(under(table, '2025: Contribution')[price]).toBe(-5 / 3)
  expect(under(table, '2025: Contribution')[1 - price]).toBeNull()
  expect(under(table, '2025: Mentions')[1 - price]).toBe(4)
  expect(under(table, 'Change of share')[price]).toBe(10 / 9)
  expect(under(table, 'Change of contribution')[price]).toBe(-2 - -5 / 3)
})

test('the same customers: where they went, and how their score changed', () => {
  const table: SamePeople['table'] = [
    [50, 21, 8],
    [11, 15, 13],
    [10, 4, 8],
  ]
  const change = pairedChange(table)!
  const people = { fromPeople: 200, toPeople: 210, table, change, corrected: null, shares: null, symmetry: null } as unknown as SamePeople
  const copied = peopleTable(people, NAMES, words)
  expect(copied.slice(1, 5).map((row) => row.slice(1))).toEqual([
    [50, 21, 8, 79],
    [11, 15, 13, 39],
    [10, 4, 8, 22],
    [71, 40, 29, 140],
  ])
  expect(copied.at(-1)).toEqual([140, change.before, change.after, change.change, change.low, change.high, change.p])
})

test('whatever stands in the cells, rows and columns stay, and numbers come back exactly', () => {
  const cell = fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.string({ unit: 'binary' }), fc.constantFrom('=1+1', '\t', '\r\n', '+cmd', '@a', '"x', null))
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1 }), (rows) => {
      const lines = tableText(rows).split('\n')
      expect(lines).toHaveLength(rows.length)
      lines.forEach((line, at) => {
        const cells = line.split('\t')
        expect(cells).toHaveLength(3)
        cells.forEach((text, column) => {
          const given = rows[at]![column]
          if (typeof given === 'number') expect(Number(text) + 0).toBe(given + 0)
          else expect(text).not.toMatch(/^[\s]*[=@]/)
        })
      })
    }),
  )
})
