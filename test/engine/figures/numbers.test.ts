import { beforeAll, describe, expect, test } from 'vitest'
import { agreementIn } from '../../../shared/engine/tags/agreement'
import { codeProject } from '../../../shared/engine/codebook/code-project'
import { answerCompare } from '../../../shared/engine/figures/compare'
import { answerDrivers } from '../../../shared/engine/tags/tagging'
import { answerTrend } from '../../../shared/engine/figures/trend'
import type { Project } from '../../../shared/engine/project/project'
import { groupOf } from '../../../shared/nps/group'
import { count, figure } from '../../helpers/naive-figure'
import { addWave, must, newProject, type TestRow } from '../../helpers/project'
import { nodeDecoder } from '../../../electron/node/node-decode'

const DAY = 86_400_000
const dayOf = (text: string): number => Date.parse(text) / DAY
const INDUSTRIES = ['Finance', 'Retail', 'Travel', 'Public']
const WORDS = ['late delivery', 'high price', 'late delivery, high price', 'it just works', 'support helps', '']
const MONTHS = 14

/** 1,400 answers over fourteen months; 500 people, who answer again and again; Public comes in the second year only. */
const ROWS: readonly (TestRow & { readonly person: string; readonly industry: string; readonly month: number })[] = Array.from({ length: 1400 }, (_, row) => {
  const dice = Math.imul(row + 7, 2_654_435_761) >>> 0
  const month = row % MONTHS
  const date = `${2025 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-${String(1 + (dice % 28)).padStart(2, '0')}`
  const industry = INDUSTRIES[(dice >>> 6) % (month < 12 ? 3 : 4)]!
  const person = row % 9 === 0 ? '' : `p${Math.floor(dice / 977) % 500}`
  const text = WORDS[(dice >>> 10) % WORDS.length]!
  const mood = ((dice >>> 14) % 12) - (text.includes('late') ? 2 : 0)
  const score = row % 31 === 0 ? null : Math.min(10, Math.max(0, mood))
  return { score, day: dayOf(date), cells: [industry, person, text], person, industry, month }
})

const scores = (keep: (row: (typeof ROWS)[number]) => boolean) => ROWS.filter((row) => row.score !== null && keep(row)).map(({ score }) => String(score))
const npsOf = (values: readonly string[]): number => {
  const { promoters, passives, detractors } = count(values)
  return (100 * (promoters - detractors)) / (promoters + passives + detractors)
}

let project: Project
beforeAll(async () => {
  project = await newProject()
  await addWave(project, 'one', ['Industry', 'Person', 'Why'], ROWS, undefined, ['segment', 'respondent', 'comment'])
  const csv = 'code,rule\nDelivery,delivery\nPrice,price\nSupport,support\nNever,zzz\nAlways delivered,delivery OR late\n'
  must(await codeProject(project, { name: 'codes.csv', bytes: new TextEncoder().encode(csv) }))
})

describe('two periods', () => {
  const compare = async (by: string | null) =>
    must(await answerCompare(project, { from: '2025', to: '2026', where: [], ...(by ? { by: { kind: 'field' as const, field: by } } : {}) }))

  test('mix and rate of the segments add up to the change, that of a new one being mix alone', async () => {
    const { segments, parts, change } = await compare('Industry')
    expect(parts!.mix + parts!.rate).toBeCloseTo(change.difference!, 9)
    for (const { value, shareFrom, shareTo, from, to } of segments) {
      const of = (year: 0 | 1) => scores(({ industry, month }) => industry === value && Math.floor(month / 12) === year)
      expect(from.n).toBe(of(0).length)
      expect(shareFrom).toBeCloseTo(of(0).length / scores(({ month }) => month < 12).length, 12)
      expect(shareTo).toBeCloseTo(of(1).length / scores(({ month }) => month >= 12).length, 12)
      if (value !== 'Public') expect(to.nps! - from.nps!).toBeCloseTo(npsOf(of(1)) - npsOf(of(0)), 9)
    }
    const added = segments.find(({ value }) => value === 'Public')!
    expect(added.parts!.rate).toBe(0)
    expect(added.q).toBeNull()
    for (const { q, change: one } of segments) if (q !== null) expect(q).toBeGreaterThanOrEqual(one.p!)
    expect((await compare(null)).parts).toBeNull()
  })

  test('the same people by the latest valid answer of each', async () => {
    const { people } = await compare(null)
    const latest = (year: 0 | 1) => {
      const found = new Map<string, (typeof ROWS)[number]>()
      for (const row of ROWS) {
        if (Math.floor(row.month / 12) !== year || row.person === '' || row.score === null) continue
        const known = found.get(row.person)
        if (!known || row.day! >= known.day!) found.set(row.person, row)
      }
      return found
    }
    const [before, after] = [latest(0), latest(1)]
    const both = [...before.keys()].filter((person) => after.has(person))
    const sign = (row: (typeof ROWS)[number]): number => ({ promoters: 1, passives: 0, detractors: -1 })[groupOf(row.score!)!]
    const changes = both.map((person) => sign(after.get(person)!) - sign(before.get(person)!))
    expect([people!.fromPeople, people!.toPeople, people!.change!.n]).toEqual([before.size, after.size, both.length])
    expect(people!.change!.change).toBeCloseTo((100 * changes.reduce((sum, one) => sum + one, 0)) / both.length, 9)
    expect(people!.change!.up).toBe(changes.filter((one) => one > 0).length)
    expect(people!.table.flat().reduce((sum, one) => sum + one, 0)).toBe(both.length)
  })
})

test('a trend has each period with its limits, and the pooled score of the last three', async () => {
  project.platform.now = () => '2026-06-01T00:00:00.000Z'
  const found = must(await answerTrend(project, 'month', [], 3))
  expect(found.periods).toHaveLength(MONTHS)
  expect(found.canSignal).toBe(true)
  found.periods.forEach((period, at) => {
    const month = scores((row) => row.month === at)
    expect(period).toMatchObject(figure(count(month)))
    const window = scores((row) => row.month <= at && row.month > at - 3)
    if (at < 2) expect(period.rolling).toBeNull()
    else expect(period.rolling).toBeCloseTo(npsOf(window), 9)
    expect(period.center).toBeCloseTo(npsOf(scores(() => true)), 9)
    expect(period.upper! - period.center!).toBeCloseTo(period.center! - period.lower!, 9)
    expect(period.signal === 'above' || period.signal === 'below').toBe(period.nps! > period.upper! || period.nps! < period.lower!)
  })
})

test('codes are told apart as far as they differ: one that says the same as another goes', async () => {
  const { codes, nps } = must(await answerDrivers(project))
  const adjusted = (code: string) => codes.find((one) => one.code === code)!.adjusted
  expect(adjusted('Never')).toBeNull()
  expect([adjusted('Delivery'), adjusted('Always delivered')].filter((one) => one === null)).toHaveLength(1)
  expect(adjusted('Price')).not.toBeNull()
  const rest = ROWS.filter(({ cells, score }) => score !== null && !/delivery|price|support/.test(cells[2]!)).map(({ score }) => String(score))
  const sum = codes.reduce((all, one) => all + (one.adjusted?.contribution ?? 0), 0)
  // What no code explains is the score of those that mention none, as far as the codes add up.
  expect(Math.abs(nps! - sum - npsOf(rest))).toBeLessThan(10)
})

test('coders who agree, who do not, and who did not look', () => {
  const read = (text: string) => agreementIn(nodeDecoder, { name: 'codes.csv', bytes: new TextEncoder().encode(text) })
  const words = ['1,ana,price', '1,bo,price', '2,ana,price', '2,ana,support', '2,bo,price', '3,ana,', '3,bo,', '4,ana,support', '4,bo,support', '5,ana,price']
  const found = must(read(`unit,coder,code\n${words.join('\n')}\n`))
  expect(found).toMatchObject({ units: 4, coders: 2 })
  const [price, support] = found.perCode
  expect(price).toMatchObject({ code: 'price', alpha: 1, ac1: 1, positiveAgreement: 1, n: 3 })
  expect(support).toMatchObject({ code: 'support', n: 2 })
  expect(support!.positiveAgreement).toBeCloseTo(2 / 3, 12)
  expect(support!.alpha).toBeLessThan(1)
  expect(read('unit,coder\n1,ana\n')).toMatchObject({ ok: false, fault: { code: 'unknown-column' } })
})
