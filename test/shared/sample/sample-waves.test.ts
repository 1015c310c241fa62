import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../../../shared/base/seeded-random'
import { quietTask } from '../../../shared/base/task'
import { countPlan } from '../../../shared/ingest/plan-counts'
import { planImport } from '../../../shared/ingest/plan-import'
import { profileColumns } from '../../../shared/ingest/profile-columns'
import { readTable } from '../../../shared/ingest/read-table'
import type { ImportPlan } from '../../../shared/ingest/types'
import { LOCALES, type Locale } from '../../../shared/locale/translate'
import { sampleWaves } from '../../../shared/sample/sample-waves'
import { cellAt } from '../../../shared/table/column'
import { nodeDecoder } from '../../../electron/node/node-decode'
import { must } from '../../helpers/project'

const made = new Map<Locale, Promise<readonly ImportPlan[]>>()
const plansOf = (locale: Locale): Promise<readonly ImportPlan[]> => {
  const plans = made.get(locale) ?? makePlans(locale)
  made.set(locale, plans)
  return plans
}

/** The plan for each wave when it is opened by itself. */
async function makePlans(locale: Locale): Promise<readonly ImportPlan[]> {
  const plans: ImportPlan[] = []
  for (const { file, text } of sampleWaves(locale)) {
    const table = must(await readTable({ name: file, bytes: new TextEncoder().encode(text) }, {}, nodeDecoder, quietTask))
    plans.push(must(planImport(table, must(await profileColumns(table, '2026-11-01', quietTask)), {}, { ids: new Set() })))
  }
  return plans
}

const rolesOf = (plan: ImportPlan): Record<string, number> =>
  Object.fromEntries(plan.columns.map(({ role }) => [role, plan.columns.filter((column) => column.role === role).length]))

describe('the sample', () => {
  it('draws the same numbers everywhere', () => {
    const random = seededRandom(42)
    expect(Array.from({ length: 3 }, () => Math.floor(random() * 1e9))).toEqual([601103751, 448290558, 852465793])
  })

  it.each([
    ['en', '7e97ae6c2ce8ab9cdea93d9386a4812192b070cde0b8cd50ffa455b45d211c30'],
    ['ko', 'f46ae1349c02b3741d9e1f747a57da4fb9b968b69703c233b4803284086760d4'],
  ] as const)('is the same bytes every time (%s)', (locale, hash) => {
    const bytes = (): string => createHash('sha256').update(sampleWaves(locale).map(({ text }) => text).join('')).digest('hex')
    expect(bytes()).toBe(hash)
    expect(bytes()).toBe(hash)
  })

  it.each(LOCALES)('is recognised without help (%s)', async (locale) => {
    for (const plan of await plansOf(locale)) {
      expect(rolesOf(plan)).toEqual({ id: 1, date: 1, score: 1, comment: 2, segment: 6, tenure: 1, account: 1, respondent: 1, ignore: 2 })
      expect(plan.columns.slice(3, 6).map(({ role }) => role)).toEqual(['score', 'comment', 'comment'])
      expect(plan.columns.slice(-6).map(({ role }) => role)).toEqual(['tenure', 'ignore', 'account', 'respondent', 'segment', 'segment'])
      expect(plan.score?.scale).toBe('0-10')
      expect(plan.warnings.filter(({ code }) => code !== 'repeated-header')).toEqual([])
    }
  })

  it('has rows of every fate, and scores that are none', async () => {
    const plans = await plansOf('en')
    const sum = (of: (plan: ImportPlan) => number): number => plans.reduce((total, plan) => total + of(plan), 0)
    const accepted = sum((plan) => countPlan(plan).accepted)
    expect(accepted).toBeGreaterThan(2350)
    expect(accepted).toBeLessThan(2500)
    expect(sum((plan) => plan.asides.size)).toBeGreaterThan(20)
    expect(sum(({ table }) => table.rejected.length)).toBe(1)
    expect(sum(({ invalidScores }) => invalidScores.length)).toBeGreaterThan(5)
    expect(accepted - sum((plan) => countPlan(plan).scored)).toBeGreaterThan(15)
    const commented = sum((plan) => countPlan(plan).commented) / accepted
    expect(commented).toBeGreaterThan(0.6)
    expect(commented).toBeLessThan(0.7)
  })

  it('is answered in two languages, and hardly anybody says what somebody else said', async () => {
    const comments = (await plansOf('en')).flatMap((plan) =>
      [4, 5].flatMap((column) =>
        Array.from({ length: plan.table.rows }, (_, row) => cellAt(plan.table.columns[column]!, row)).filter((text) => text !== ''),
      ),
    )
    const korean = comments.filter((text) => /[가-힣]/.test(text))
    expect(korean.length / comments.length).toBeGreaterThan(0.35)
    expect(korean.length / comments.length).toBeLessThan(0.4)
    const long = comments.filter((text) => text.length > (/[가-힣]/.test(text) ? 9 : 16))
    expect(1 - new Set(long).size / long.length).toBeLessThan(0.02)
    expect(1 - new Set(comments).size / comments.length).toBeLessThan(0.06)
    const sentences = comments.map((text) => text.split(/[.!?…]+\s/).length)
    expect(Math.max(...sentences)).toBeGreaterThanOrEqual(4)
    expect(Math.max(...comments.map((text) => text.length))).toBeLessThan(260)
  })
})
