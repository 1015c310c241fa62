import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quietTask } from '../../shared/base/task'
import { answerCodebook } from '../../shared/engine/codebook/codebook'
import type { Project } from '../../shared/engine/project/project'
import { markVerbatims } from '../../shared/engine/tags/mark'
import { saveCode } from '../../shared/engine/codebook/save-code'
import { selectResponses } from '../../shared/engine/filter/select'
import { tagVerbatims } from '../../shared/engine/tags/tag'
import { answerVerbatims, nextUncoded } from '../../shared/engine/comments/verbatims'
import { MARK_KINDS, type MarkKind } from '../../shared/model/records'
import type { Role } from '../../shared/model/role'
import { ORIGINS } from '../../shared/query/desk-clauses'
import { VERBATIM_ORDERS } from '../../shared/protocol/engine-api'
import type { Clause, CodesClause, DeskClause, Dimension, PeriodUnit, TextClause, ValuesClause } from '../../shared/query/types'
import { naiveList, naivePasses, naiveResponses, type NaiveResponse } from '../helpers/naive-verbatims'
import { addWave, must, newProject, type TestRow } from '../helpers/project'

const FIELDS = ['Industry', 'Why', 'More'] as const
/** A question may be an open one in one wave and none in another. */
const ROLES: readonly (readonly Role[])[] = [
  ['segment', 'comment', 'comment'],
  ['segment', 'comment', 'segment'],
  ['segment', 'comment', 'comment'],
]
const RULES = ['price', '배송', 'late OR 늦*', 'price -late', 'NOT price', '"고객 센터"', '']
const comment = fc.constantFrom(
  '',
  ' ',
  'the PRICE',
  'late, price',
  'priceless',
  'ｐｒｉｃｅ is fine',
  '배송이 늦어요',
  '배송이 늦어요'.normalize('NFD'),
  '고객 센터에',
  'Café au lait',
  'STRASSE Straße',
  'a\0b',
)
const row: fc.Arbitrary<TestRow> = fc.record({
  score: fc.option(fc.integer({ min: 0, max: 10 })),
  day: fc.option(fc.integer({ min: 20_400, max: 20_700 })),
  cells: fc.tuple(fc.constantFrom('', 'Finance', ' Travel'), comment, comment),
})
const file = fc.array(fc.record({ row, keep: fc.nat(3) }), { maxLength: 12 }).map((rows) =>
  // Most rows count.
  rows.map(({ row: one, keep }): TestRow => ({ ...one, aside: keep === 0 })),
)

const values: fc.Arbitrary<ValuesClause> = fc.record({
  kind: fc.constant('values' as const),
  dimension: fc.oneof(
    fc.constantFrom<Dimension>({ kind: 'field', field: 'Industry' }, { kind: 'wave' }, { kind: 'group' }, { kind: 'score' }),
    fc.constantFrom<PeriodUnit>('month', 'quarter', 'half', 'year').map((unit): Dimension => ({ kind: 'period', unit })),
  ),
  values: fc.array(fc.constantFrom(null, 'Finance', 'Travel', 'wave 0', 'wave 1', '2026', '2026-Q1', 'promoters', 'detractors', '9', '3'), {
    maxLength: 4,
  }),
})
const codes: fc.Arbitrary<CodesClause> = fc.record({
  kind: fc.constant('codes' as const),
  codes: fc.oneof(fc.constant('any' as const), fc.array(fc.constantFrom('0', '1', '2', '3', 'none'), { maxLength: 3 })),
  has: fc.boolean(),
})
const text: fc.Arbitrary<TextClause> = fc.record({
  kind: fc.constant('text' as const),
  text: fc.constantFrom('price', ' Price ', 'ＰＲＩＣＥ', 'cafe', 'ss', '배송', '송이 늦', '늦어'.normalize('NFD'), 'zzz', '', '\0', 'e, p', 'ㅂㅅ', 'ㅅ이 ㄴ', 'ㅂ송'),
})

const codesOf = codes.map((clause) => clause.codes)
const end = fc.option(fc.nat(14))
const day = fc.option(fc.constantFrom('2025-11-07', '2026-01-01', '2026-03-31', '2026-09-05'))
const desk = fc.oneof<fc.Arbitrary<DeskClause>[]>(
  fc.record({ kind: fc.constant('origin' as const), origin: fc.constantFrom(...ORIGINS), codes: codesOf }),
  fc.record({ kind: fc.constant('length' as const), from: end, to: end }),
  fc.record({ kind: fc.constant('rule' as const), rule: fc.constantFrom('price', 'late OR 늦*', 'NOT price', '배송 -늦*', '', 'price (') }),
  fc.record({ kind: fc.constant('days' as const), from: day, to: day }),
  fc.record({ kind: fc.constant('marks' as const), marks: fc.subarray([...MARK_KINDS]), has: fc.boolean() }),
  fc.record({ kind: fc.constant('question' as const), fields: fc.subarray(['Why', 'More', 'nowhere']) }),
)

interface Made {
  readonly project: Project
  readonly responses: readonly NaiveResponse[]
  /** Ids of the codes whose rules are RULES, by number; unknown numbers stay as they are. */
  readonly named: (clause: Clause) => Clause
}

const words = fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { maxLength: 4 })
const marks = fc.array(fc.tuple(fc.nat(), fc.constantFrom(...MARK_KINDS)), { maxLength: 4 })

async function make(files: readonly (readonly TestRow[])[], rules: readonly string[], tagged: readonly (readonly [number, number, boolean])[], marked: readonly (readonly [number, MarkKind])[] = []): Promise<Made> {
  const project = await newProject()
  const rowsOf = new Map(files.map((rows, at) => [`w-wave ${at}`, rows]))
  for (const [at, rows] of files.entries()) await addWave(project, `wave ${at}`, FIELDS, rows, quietTask, ROLES[at]!)
  const ids: string[] = []
  for (const [at, rule] of rules.entries()) {
    ids.push(must(await saveCode(project, { id: null, name: `code ${at}`, parent: null, rule, description: '', color: '' })))
  }
  const listed = (): readonly NaiveResponse[] => naiveResponses(project, (wave) => rowsOf.get(wave) ?? [])
  const verbatims = listed().flatMap((response) => response.verbatims)
  for (const [verbatim, code, adds] of tagged) {
    const key = verbatims[verbatim % Math.max(1, verbatims.length)]
    const id = ids[code % Math.max(1, ids.length)]
    if (key && id) must(await tagVerbatims(project, { verbatims: [key], code: id, verdict: adds ? 'add' : 'remove' }, quietTask))
  }
  for (const [verbatim, kind] of marked) {
    const key = verbatims[verbatim % Math.max(1, verbatims.length)]
    if (key) must(await markVerbatims(project, { verbatims: [key], kind, set: true, text: 'look' }, quietTask))
  }
  const named = (clause: Clause): Clause =>
    (clause.kind === 'codes' || clause.kind === 'origin') && clause.codes !== 'any' ? { ...clause, codes: clause.codes.map((at) => ids[Number(at)] ?? at) } : clause
  return { project, responses: listed(), named }
}

async function check({ project, responses }: Made, where: readonly Clause[]): Promise<void> {
  const selected = await selectResponses(project, where)
  const got = project.columns.waves.flatMap(({ id, span }) =>
    Array.from({ length: span.rows }, (_, at) => (selected[span.first + at] ? [`${id} ${project.columns.lines[span.first + at]}`] : [])).flat(),
  )
  const passing = responses.filter((response) => where.every((clause) => naivePasses(response, clause)))
  expect(got).toEqual(passing.map(({ wave, line }) => `${wave} ${line}`))

  const codebook = must(await answerCodebook(project, where, quietTask))
  const verbatims = passing.flatMap((response) => response.verbatims)
  expect([codebook.verbatims, codebook.coded]).toEqual([verbatims.length, verbatims.filter((one) => one.codes.size > 0).length])
  expect(codebook.nothing).toBe(verbatims.filter((one) => one.codes.size === 0 && one.marks.has('nothing')).length)
  for (const { id, n, byHand, figure } of codebook.codes) {
    expect([n, byHand]).toEqual([verbatims.filter((one) => one.codes.has(id)).length, verbatims.filter((one) => one.byHand.has(id)).length])
    const mention = passing.filter((response) => response.score !== null && response.verbatims.some((one) => one.codes.has(id)))
    expect(figure?.n).toBe(mention.length)
  }

  for (const order of VERBATIM_ORDERS) {
    const expected = naiveList(responses, where, order)
    const keys = expected.map(({ verbatim: { wave, line, field } }) => ({ wave, line, field }))
    // In two pages, so that the second comes from what was kept of the first.
    const half = Math.ceil(keys.length / 2)
    const pages = []
    for (const [first, count] of [[0, half], [half, keys.length]] as const) {
      pages.push(must(await answerVerbatims(project, { where, order, first, count }, quietTask)))
    }
    expect(pages[0]!.total).toBe(keys.length)
    const listed = pages.flatMap((page) => page.verbatims)
    expect(listed.map(({ wave, line, field }) => ({ wave, line, field }))).toEqual(keys)
    listed.forEach((one, at) => {
      const have = one.tags.filter(({ has }) => has).map(({ code }) => code)
      expect(new Set(have)).toEqual(expected[at]!.verbatim.codes)
      expect(new Set(one.marks.map(({ kind }) => kind))).toEqual(expected[at]!.verbatim.marks)
    })
    const after = Math.floor(keys.length / 3) - 1
    const next = expected.findIndex(({ verbatim }, at) => at > after && verbatim.codes.size === 0 && !verbatim.marks.has('nothing'))
    expect(must(await nextUncoded(project, { where, order, after }, quietTask))).toBe(next < 0 ? null : next)
  }
}

const runs = process.env['EARSHOT_SOAK'] ? 3000 : 60
const files = fc.array(file, { minLength: 1, maxLength: 3 })
const rules = fc.shuffledSubarray(RULES, { maxLength: 4 })

describe('a filter equals a walk through the responses', () => {
  it.each([
    ['values', values],
    ['codes', codes],
    ['text', text],
    ['the desk', desk],
    ['any clauses', fc.oneof<fc.Arbitrary<Clause>[]>(values, codes, text, desk, desk)],
  ])('of %s', async (kind, clause: fc.Arbitrary<Clause>) => {
    const where = fc.array(clause, { minLength: kind === 'any clauses' ? 0 : 1, maxLength: kind === 'any clauses' ? 3 : 1 })
    await fc.assert(
      fc.asyncProperty(files, rules, words, marks, fc.array(where, { minLength: 1, maxLength: 3 }), async (each, some, tagged, marked, filters) => {
        const made = await make(each, some, tagged, marked)
        for (const filter of filters) await check(made, filter.map(made.named))
      }),
      { numRuns: runs },
    )
  }, 600_000)
})
