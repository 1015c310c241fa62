import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { quietTask } from '../../../shared/base/task'
import { adjustCodes } from '../../../shared/engine/drivers/adjusted-drivers'
import { codeProject } from '../../../shared/engine/codebook/code-project'
import { quotesFor } from '../../../shared/engine/drivers/driver-quotes'
import { answerDriversWithin } from '../../../shared/engine/drivers/drivers-within'
import { markVerbatims } from '../../../shared/engine/tags/mark'
import { saveMethod } from '../../../shared/engine/settings/method'
import { operateCode } from '../../../shared/engine/codebook/operate-code'
import type { Project } from '../../../shared/engine/project/project'
import type { DriverBase, DriverCode, DriversWithin } from '../../../shared/protocol/drivers'
import type { Clause } from '../../../shared/query/types'
import { addWave, must, newProject } from '../../helpers/project'

const Z = 1.959963984540054
const CODES = 'code,parent,rule\nCost,,\nPrice,Cost,price\nInvoice,Cost,invoice\nService,,service\nDelivery,Service,late\nSupport,Service,support\nGone,,fine\n'
const RULES: Readonly<Record<string, RegExp>> = {
  Cost: /price|invoice/,
  Price: /price/,
  Invoice: /invoice/,
  Service: /service|late|support/,
  Delivery: /late/,
  Support: /support/,
}

interface Answer {
  readonly score: number | null
  readonly text: string
  readonly more: string
  readonly segment: string
}

async function projectOf(answers: readonly Answer[], csv = CODES): Promise<Project> {
  const project = await newProject()
  const rows = answers.map(({ score, text, more, segment }) => ({ score, day: null, cells: [text, more, segment] }))
  await addWave(project, 'one', ['Why', 'More', 'Segment'], rows, undefined, ['comment', 'comment', 'segment'])
  must(await codeProject(project, { name: 'codes.csv', bytes: new TextEncoder().encode(csv) }))
  const gone = [...project.registers.code].find(([, { name }]) => name === 'Gone')
  if (gone) must(await operateCode(project, { kind: 'archive', id: gone[0] }, quietTask))
  return project
}

const signOf = (score: number): number => (score >= 9 ? 100 : score >= 7 ? 0 : -100)
const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length
const words = fc.subarray(['price', 'invoice', 'late', 'support', 'service', 'fine'], { maxLength: 3 }).map((some) => some.join(' and '))
const answer: fc.Arbitrary<Answer> = fc.record({
  score: fc.option(fc.integer({ min: 0, max: 10 }), { freq: 9 }),
  text: words,
  more: fc.oneof({ weight: 3, arbitrary: fc.constant('') }, words),
  segment: fc.constantFrom('a', 'b'),
})

/** What a code goes with, worked out answer by answer. */
function naively(answers: readonly Answer[], code: string) {
  const x = answers.map(({ score }) => signOf(score!))
  const says = answers.map(({ text, more }) => RULES[code]!.test(`${text} ${more}`))
  const [own, rest] = [x.filter((_, at) => says[at]), x.filter((_, at) => !says[at])]
  const [nps, left, share] = [mean(x), mean(rest), own.length / x.length]
  const influence = x.map((one, at) => one - nps - (says[at] ? 0 : (one - left) / (1 - share)))
  return { own, rest, share, contribution: nps - left, error: Math.sqrt(influence.reduce((sum, each) => sum + each * each, 0)) / x.length, scores: answers.filter((_, at) => says[at]).map(({ score }) => score!) }
}

/** Least squares by elimination on the answers themselves. */
function slopesOf(columns: readonly (readonly number[])[], y: readonly number[]): readonly number[] {
  const x = y.map((_, row) => [1, ...columns.map((column) => column[row]!)])
  const width = columns.length + 1
  const matrix = Array.from({ length: width }, (_, a) => [
    ...Array.from({ length: width }, (__, b) => x.reduce((sum, row) => sum + row[a]! * row[b]!, 0)),
    x.reduce((sum, row, at) => sum + row[a]! * y[at]!, 0),
  ])
  for (let step = 0; step < width; step++) {
    const pivot = matrix.slice(step).reduce((best, row, at) => (Math.abs(row[step]!) > Math.abs(matrix[best]![step]!) ? at + step : best), step)
    ;[matrix[step], matrix[pivot]] = [matrix[pivot]!, matrix[step]!]
    for (let row = 0; row < width; row++) {
      if (row === step) continue
      const factor = matrix[row]![step]! / matrix[step]![step]!
      for (let at = step; at <= width; at++) matrix[row]![at]! -= factor * matrix[step]![at]!
    }
  }
  return matrix.map((row, at) => row[width]! / row[at]!)
}

const where = (segment: string | null): readonly Clause[] =>
  segment === null ? [] : [{ kind: 'values', dimension: { kind: 'field', field: 'Segment' }, values: [segment] }]
const byName = ({ codes }: DriversWithin): ReadonlyMap<string, DriverCode> => new Map(codes.map((code) => [code.code, code]))

describe('what codes go with', () => {
  it('is what it is answer by answer, through any filter and on both bases; themes count what lies below them', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(answer, { minLength: 1, maxLength: 160 }),
        fc.constantFrom<DriverBase[]>('scored', 'commented'),
        fc.constantFrom('a', null),
        async (answers, base, segment) => {
          const project = await projectOf(answers)
          const found = must(await answerDriversWithin(project, { where: where(segment), base }, quietTask))
          const within = answers.filter(({ score, segment: own }) => score !== null && (segment === null || own === segment))
          const commented = within.filter(({ text, more }) => text !== '' || more !== '')
          const counted = base === 'scored' ? within : commented
          expect([found.scored, found.commented, found.total.n]).toEqual([within.length, commented.length, counted.length])
          expect(found.codes.map(({ code }) => code)).toEqual(Object.keys(RULES))
          expect(found.tested).toBe(found.codes.filter(({ q }) => q !== null).length)
          for (const each of found.codes) {
            const { own, rest, share, contribution, error, scores } = naively(counted, each.code)
            expect([each.mentions.n, each.rest.n]).toEqual([own.length, rest.length])
            if (counted.length > 0) expect(each.share).toBeCloseTo(share, 12)
            if (own.length > 0) expect(each.meanScore).toBeCloseTo(mean(scores), 9)
            if (own.length < 10 || rest.length < 10) {
              expect([each.contribution, each.p, each.q, each.risk, each.disagrees]).toEqual([null, null, null, null, null])
              continue
            }
            expect(each.contribution).toBeCloseTo(contribution, 9)
            expect(each.error).toBeCloseTo(error, 9)
            expect(each.high! - each.low!).toBeCloseTo(2 * Z * error, 9)
            expect(each.q).toBeGreaterThanOrEqual(each.p!)
            const of = (side: readonly number[]): number => side.filter((one) => one < 0).length / side.length
            expect([each.risk!.share, each.risk!.shareRest]).toEqual([of(own), of(rest)])
            if (!each.risk!.filled) expect(each.risk!.ratio).toBeCloseTo(of(own) / of(rest), 9)
          }
        },
      ),
      { numRuns: 25, endOnFailure: true },
    )
  })

  it('held the same is least squares on the answers, level by level, and adds up to the NPS', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(answer, { minLength: 150, maxLength: 260 }), async (answers) => {
        const project = await projectOf(answers)
        const found = must(await answerDriversWithin(project, { where: [], base: 'scored' }, quietTask))
        const counted = answers.filter(({ score }) => score !== null)
        const y = counted.map(({ score }) => signOf(score!))
        for (const [level, names] of [['Cost', 'Service'], ['Price', 'Invoice', 'Delivery', 'Support']].entries()) {
          const fits = names.flatMap((name) => {
            const { adjusted, share } = byName(found).get(name)!
            return adjusted.kind === 'fit' ? [{ name, adjusted, share }] : []
          })
          if (fits.length === 0) continue
          const sum = fits.reduce((all, { adjusted }) => all + adjusted.contribution, found.intercepts[level]!)
          expect(sum).toBeCloseTo(found.total.nps!, 9)
          const columns = fits.map(({ name }) => counted.map(({ text, more }) => Number(RULES[name]!.test(`${text} ${more}`))))
          const [intercept, ...slopes] = slopesOf(columns, y)
          expect(found.intercepts[level]).toBeCloseTo(intercept!, 6)
          fits.forEach(({ adjusted, share }, at) => {
            expect(adjusted.slope).toBeCloseTo(slopes[at]!, 6)
            expect(adjusted.contribution).toBeCloseTo(slopes[at]! * share, 6)
            expect(adjusted.high - adjusted.contribution).toBeCloseTo(Z * adjusted.error, 9)
          })
        }
      }),
      { numRuns: 15, endOnFailure: true },
    )
  })

  it('counts each person once and takes the interval where the project is to', async () => {
    const project = await newProject()
    const rows = Array.from({ length: 80 }, (_, at) => ({ score: at < 40 ? 0 : 10, day: at, cells: [at % 2 ? 'price' : 'late', `p${at % 40}`] }))
    await addWave(project, 'one', ['Why', 'Person'], rows, undefined, ['comment', 'respondent'])
    must(await codeProject(project, { name: 'codes.csv', bytes: new TextEncoder().encode('code,rule\nPrice,price\n') }))
    const ask = async () => must(await answerDriversWithin(project, { where: [], base: 'scored' }, quietTask))
    expect([(await ask()).total.n, (await ask()).total.nps]).toEqual([80, 0])
    must(await saveMethod(project, { fiscalStart: 1, interval: 'wald', perPerson: true }))
    const { total, codes } = await ask()
    expect([total.n, total.nps, total.low, codes[0]!.mentions.n]).toEqual([40, 100, 100, 20])
  })

  it('gives the same answer again, and another after a tag rule has changed', async () => {
    const project = await projectOf(Array.from({ length: 60 }, (_, at) => ({ score: at % 11, text: at % 2 ? 'price' : 'late', more: '', segment: 'a' })))
    const query = { where: [], base: 'scored' } as const
    const first = must(await answerDriversWithin(project, query, quietTask))
    expect(must(await answerDriversWithin(project, query, quietTask))).toBe(first)
    must(await codeProject(project, { name: 'codes.csv', bytes: new TextEncoder().encode('code,rule\nLate,late\n') }))
    expect(must(await answerDriversWithin(project, query, quietTask)).codes.map(({ code }) => code)).toEqual(['Late'])
  })
})

describe('why a code has no adjusted figure', () => {
  const columnsOf = (n: number) => ({ groups: Int8Array.from({ length: n }, (_, row) => (row * 7) % 3), rows: n }) as unknown as Parameters<typeof adjustCodes>[0]
  const rows = (n: number, has: (row: number) => boolean) => Uint8Array.from({ length: n }, (_, row) => Number(has(row)))
  const all = (n: number) => new Uint8Array(n).fill(1)

  it('says whether too few mention it, too few lack it, or which other it is too close to', () => {
    const n = 300
    const { outcomes } = adjustCodes(columnsOf(n), all(n), [
      { id: 'some', rows: rows(n, (row) => row % 4 === 0) },
      { id: 'twin', rows: rows(n, (row) => row % 4 === 0) },
      { id: 'apart', rows: rows(n, (row) => row % 5 === 0) },
      { id: 'few', rows: rows(n, (row) => row < 9) },
      { id: 'nearly all', rows: rows(n, (row) => row >= 29) },
    ])
    expect([...outcomes].map(([id, { kind }]) => [id, kind]).sort(([a], [b]) => (a! < b! ? -1 : 1))).toEqual([
      ['apart', 'fit'],
      ['few', 'few'],
      ['nearly all', 'few-without'],
      ['some', 'fit'],
      ['twin', 'close'],
    ])
    expect(outcomes.get('twin')).toEqual({ kind: 'close', to: 'some' })
  })

  it('keeps the most mentioned where there are too many for so few responses', () => {
    const n = 60
    const codes = [20, 15, 14, 12, 11].map((size, at) => ({ id: String(size), rows: rows(n, (row) => (row * 7 + at * 13) % n < size) }))
    const { outcomes } = adjustCodes(columnsOf(n), all(n), codes)
    expect([outcomes.get('12'), outcomes.get('11')]).toEqual([{ kind: 'many' }, { kind: 'many' }])
  })
})

describe('quotes', () => {
  const TEXTS: readonly Answer[] = [
    { score: 2, text: 'the price went up and the price is too high', more: '', segment: 'a' },
    { score: 3, text: 'price too high, and going up every single year', more: '', segment: 'a' },
    { score: 1, text: 'The price went up, and the price is too high!', more: '', segment: 'a' },
    { score: 0, text: 'price: write to me at ana@example.com about it', more: '', segment: 'a' },
    { score: 4, text: 'price', more: '', segment: 'b' },
    { score: 5, text: 'a price list in another colour would cheer us up', more: '', segment: 'b' },
    { score: 10, text: 'a fair price for a tool that does all we need', more: '', segment: 'b' },
  ]
  let project: Project
  let price: string
  beforeAll(async () => {
    project = await projectOf(TEXTS)
    price = [...project.registers.code].find(([, { name }]) => name === 'Price')![0]
  })
  const ask = async (group: 'detractors' | 'promoters', most: number, conditions: readonly Clause[] = []) =>
    must(await quotesFor(project, { where: conditions, wishes: [{ codes: [price], group }], most }, quietTask))[0]!.map(({ text }) => text)

  it('are of the group, of readable length, masked, and none says the same as another', async () => {
    const found = await ask('detractors', 9)
    expect(found).toHaveLength(4)
    expect(found.at(-1)).toBe('price: write to me at ▇▇▇ about it')
    expect(found[0]).toMatch(/price.*too high/)
    expect(found.at(-2)).toContain('another colour')
    expect(await ask('promoters', 9)).toEqual([TEXTS[6]!.text])
    expect(await ask('detractors', 9, where('b'))).toEqual([TEXTS[5]!.text])
  })

  it('begin with one that was marked as a quote, and none stands twice', async () => {
    const verbatims = [{ wave: 'w-one', field: 'Why', line: 7 }]
    must(await markVerbatims(project, { verbatims, kind: 'quote', set: true }, quietTask))
    expect((await ask('detractors', 1))[0]).toContain('another colour')
    const wish = { codes: [price], group: 'detractors' } as const
    const twice = must(await quotesFor(project, { where: [], wishes: [wish, wish], most: 2 }, quietTask))
    expect(twice.map((some) => some.length)).toEqual([2, 2])
    expect(new Set(twice.flat().map(({ text }) => text)).size).toBe(4)
    expect(twice[0]![0]).toMatchObject({ marked: true, score: 5, wave: 'one', line: 7, question: 'Why' })
  })
})
