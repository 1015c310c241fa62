import { describe, expect, it, test } from 'vitest'
import { brightSpots, driverRow, inOneList, painPoints, rankDrivers, rowsOfLevel } from '../../../../renderer/app/drivers/drivers-rows'
import { driversText } from '../../../../renderer/app/drivers/drivers-text'
import { driverSentence, reasonWords, riskWords, warningOf } from '../../../../renderer/app/drivers/drivers-words'
import { severityAxes } from '../../../../renderer/app/drivers/severity-scene'
import { wordsOf } from '../../../../renderer/app/words/words'
import { figureOf } from '../../../../shared/nps/figure'
import type { DriverCode, DriversWithin } from '../../../../shared/protocol/drivers'

const en = wordsOf('en')
const REST = figureOf({ promoters: 300, passives: 150, detractors: 100 })

const code = (id: string, [promoters, passives, detractors]: readonly [number, number, number], contribution: number | null, patch: Partial<DriverCode> = {}): DriverCode => ({
  id,
  code: id,
  color: '#333',
  depth: 0,
  branch: [id],
  mentions: figureOf({ promoters, passives, detractors }),
  rest: REST,
  share: (promoters + passives + detractors) / 600,
  meanScore: 5,
  contribution,
  error: contribution === null ? null : 0.5,
  low: contribution === null ? null : contribution - 1,
  high: contribution === null ? null : contribution + 1,
  p: contribution === null ? null : 0.001,
  q: contribution === null ? null : 0.002,
  risk: { ratio: 2.34, low: 1.8, high: 2.9, share: 0.34, shareRest: 0.15, filled: false },
  adjusted: { kind: 'few' },
  disagrees: null,
  ...patch,
})
const fit = (contribution: number, margin = 1) => ({ kind: 'fit', contribution, error: margin / 2, low: contribution - margin, high: contribution + margin, slope: 1, inflation: 1 }) as const

const CODES = [
  code('Service', [10, 10, 40], -4, { branch: ['Service', 'Late'] }),
  code('Late', [5, 5, 30], -3, { depth: 1 }),
  code('Price', [10, 5, 25], -0.2),
  code('Good', [60, 5, 1], 3),
  code('Few', [2, 2, 12], -1),
  code('Rare', [1, 0, 2], null),
  code('Nobody', [0, 0, 0], null),
]
const VALUE = { codes: CODES } as unknown as DriversWithin
const names = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id)

describe('ranking', () => {
  const ranked = rankDrivers(rowsOfLevel(VALUE, 'all'))

  it('goes by the contribution, without those that too few mention', () => {
    expect([names(ranked.down), names(ranked.up), names(ranked.low), names(ranked.tiny)]).toEqual([['Service', 'Late', 'Price'], ['Good'], ['Few'], ['Rare']])
    expect(names(inOneList(ranked))).toEqual(['Service', 'Late', 'Price', 'Good', 'Few', 'Rare'])
  })

  it('takes themes, or what has no code below', () => {
    expect(names(rowsOfLevel(VALUE, 'themes'))).toEqual(['Service', 'Price', 'Good', 'Few', 'Rare'])
    expect(names(rowsOfLevel(VALUE, 'codes'))).toEqual(['Late', 'Price', 'Good', 'Few', 'Rare'])
  })

  it('calls only what is more than noise a pain point or a bright spot, the most said first', () => {
    expect(names(painPoints(ranked))).toEqual(['Service', 'Late'])
    expect(names(brightSpots(ranked))).toEqual(['Good'])
    expect(driverRow(code('x', [10, 10, 40], -4, { q: 0.06 })).isClear).toBe(false)
  })
})

describe('in words', () => {
  test('the risk is times as often, whichever way, and says when it is noise', () => {
    const risk = (low: number, high: number) => riskWords(driverRow(code('x', [10, 10, 40], -4, { risk: { ratio: 2.34, low, high, share: 0.34, shareRest: 0.15, filled: low < 1 } })), en)
    expect(risk(1.8, 2.9)).toBe('Those who mention it are 2.3 times as often detractors as the rest (95% interval 1.8 to 2.9): 34% against 15%.')
    expect(risk(0.5, 0.9)).toContain('only 2.3 times')
    expect(risk(0.5, 2.9)).toMatch(/within noise.*half a response/)
  })

  test('a row is a sentence, with a warning where plain and adjusted tell different stories', () => {
    const apart = driverRow(code('Late', [5, 5, 30], -3, { adjusted: fit(-0.5), disagrees: 'apart' }))
    expect(driverSentence(apart, en)).toBe(
      'Late: 40 responses mention it (7%), NPS −63 against +36 of the rest. Contribution −3.0 (95% interval −4.0 to −2.0), more than noise; adjusted −0.5 (−1.5 to +0.5); adjusted is far from it',
    )
    expect(driverSentence(driverRow(CODES[5]!), en)).toBe('Rare: 3 responses mention it (1%), too few for a score')
    expect(warningOf(driverRow(code('x', [5, 5, 30], -3, { adjusted: fit(0.2), disagrees: 'sign' })), en)).toBe('adjusted has the other sign')
    // Both within noise of 0: two signs say nothing.
    expect(warningOf(driverRow(code('x', [5, 5, 30], -0.1, { adjusted: fit(0.2), disagrees: 'sign' })), en)).toBeNull()
    expect(reasonWords({ kind: 'close', to: 'a' }, () => 'Delivery', en)).toContain('together with Delivery')
  })

  test('a copied table has all digits, and no counts in the guise of figures', () => {
    const [, first, last] = driversText([driverRow(code('=Late', [5, 5, 30], -3.123456789)), driverRow(CODES[5]!)], en).split('\n').map((line) => line.split('\t'))
    expect(first).toContain('-3.123456789')
    expect(first![0]).toBe("'=Late")
    expect(last!.slice(0, 8)).toEqual(['Rare', '3', '0.005', '', '', '', '', ''])
  })
})

test('the chart has room for every point, and lines of the same contribution among them', () => {
  const { shares, gaps, lines } = severityAxes(rowsOfLevel(VALUE, 'all'))
  expect(shares.high).toBeGreaterThan(66 / 600)
  expect(gaps.low).toBeLessThanOrEqual(-100)
  expect(lines.toSorted((a, b) => a - b)).toEqual([-5, -2, -1, 1, 2, 5])
})
