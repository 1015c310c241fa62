import { copyFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Figure } from '../../../shared/nps/types'
import { changeProject } from '../../../electron/cli/session'
import { saveMethod } from '../../../shared/engine/settings/method'
import { STANDARD_METHOD } from '../../../shared/query/method'
import { commandLine } from '../../helpers/command-line'
import { SMALL_MAP, smallWhere, workFolder } from './surveys'

const cli = commandLine()
const folder = workFolder()
const { at } = folder
const small = at('small.earshot')

beforeAll(() => folder.import(cli, { small: [at('small.csv'), ...SMALL_MAP] }))
afterAll(folder.remove)

it('a trend by months, with as many periods in its window as asked for', async () => {
  type Period = Figure & { period: string; rolling: number | null; center: number; lower: number; upper: number; signal: string | null }
  const { periods } = await cli.json<{ periods: Period[] }>('trend', '--project', small, '--period', 'month', '--window', '2')
  expect(periods.map(({ period }) => period)).toEqual(Array.from({ length: 9 }, (_, month) => `2026-0${month + 1}`))
  for (const [month, period] of periods.entries()) expect(period).toMatchObject(smallWhere(({ When }) => When.startsWith(`2026-0${month + 1}`)))
  expect(periods.filter(({ rolling }) => rolling === null)).toHaveLength(1)
  expect(Object.keys(periods[0]!)).toEqual(expect.arrayContaining(['n', 'nps', 'low', 'high', 'rolling', 'center', 'lower', 'upper', 'signal']))
  await cli.refused('bad-usage', 'trend', '--project', small, '--period', 'week')
  await cli.refused('bad-usage', 'trend', '--project', small, '--period', 'month', '--window', '0')
})

it('periods are those of the project’s fiscal year, and of no other', async () => {
  const fiscal = at('fiscal.earshot')
  copyFileSync(small, fiscal)
  await changeProject(fiscal, false, (project) => saveMethod(project, { ...STANDARD_METHOD, fiscalStart: 4 }))
  const months = (...wanted: readonly number[]) => smallWhere(({ When }) => wanted.includes(Number(When.slice(5, 7))))
  const { rows } = await cli.json<{ rows: { key: { period: string } }[] }>('nps', '--project', fiscal, '--period', 'quarter')
  expect(rows.map(({ key }) => key.period)).toEqual(['FY2026-Q4', 'FY2027-Q1', 'FY2027-Q2'])
  expect(rows[1]).toMatchObject(months(4, 5, 6))
  const { total } = await cli.json<{ total: object }>('nps', '--project', fiscal, '--where', 'period=FY2027-H1')
  expect(total).toMatchObject(months(4, 5, 6, 7, 8, 9))
  const { periods } = await cli.json<{ periods: { period: string }[] }>('trend', '--project', fiscal, '--period', 'year')
  expect(periods.map(({ period }) => period)).toEqual(['FY2026', 'FY2027'])
  const compared = await cli.json<{ from: object; to: object }>('compare', '--project', fiscal, '--from', 'FY2026-Q4', '--to', 'FY2027-Q2')
  expect(compared).toMatchObject({ from: months(1, 2, 3), to: months(7, 8, 9) })
  expect(await cli.refused('fiscal-period', 'nps', '--project', fiscal, '--where', 'period=2026-Q1')).toContain('FY2026-Q3')
  expect(await cli.refused('fiscal-period', 'compare', '--project', small, '--from', 'FY2026-Q4', '--to', '2026-Q3')).toContain('2026-Q3')
  await cli.refused('period', 'compare', '--project', small, '--from', '2026-Q5', '--to', '2026-Q3')
})

it('mix and rate add up to the change, also beside a filter', async () => {
  type Compared = { difference: number; mix: number; rate: number; paired: null; segments: { mix: number; rate: number; npsFrom: number; npsTo: number; shareFrom: number; shareTo: number }[] }
  const found = await cli.json<Compared>('compare', '--project', small, '--from', '2026-Q1', '--to', '2026-Q3', '--by', '지역')
  expect(found.mix + found.rate).toBeCloseTo(found.difference, 9)
  expect(found.segments.reduce((sum, { mix, rate }) => sum + mix + rate, 0)).toBeCloseTo(found.difference, 9)
  expect(found.segments.reduce((sum, { shareTo }) => sum + shareTo, 0)).toBeCloseTo(1, 9)
  expect(found.paired).toBeNull()
})

it('agreement of coders from a file of their codes', async () => {
  writeFileSync(at('codes.csv'), 'unit,coder,code\n1,ana,price\n1,bo,price\n2,ana,support\n2,bo,\n')
  const found = await cli.json('agreement', '--file', at('codes.csv'))
  expect(found).toMatchObject({ units: 2, coders: 2, perCode: [{ code: 'price', alpha: 1 }, { code: 'support', n: 1 }] })
  writeFileSync(at('other.csv'), 'unit,who\n1,ana\n')
  await cli.refused('unknown-column', 'agreement', '--file', at('other.csv'))
})
