import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isoDay } from '../../shared/base/day'
import { quietTask } from '../../shared/base/task'
import type { Condition } from '../../shared/coding/condition'
import { parseRule } from '../../shared/coding/parse-rule'
import type { Rule } from '../../shared/coding/rule'
import { matchComments } from '../../shared/engine/rules/match-rule'
import { createMemoryStore } from '../../shared/engine/project/memory-store'
import type { Project } from '../../shared/engine/project/project'
import { saveCode } from '../../shared/engine/codebook/save-code'
import { tagsOf } from '../../shared/engine/tags/tagging'
import type { Change } from '../../shared/model/operation'
import { naiveMatches } from '../helpers/naive-rule'
import { addWave, must, newProject, reopen, type TestRow } from '../helpers/project'

const seed = 20_261_123
const FIELDS = ['Why', 'Plan', 'Seats'] as const
const PLANS = ['Free', 'Pro', '']
const SEATS = ['5', '40', '1,200', '', 'many']
const NAMES = ['Price', 'Late', 'Both words']
const pick = (from: readonly string[]) => fc.constantFrom(...from)

const row: fc.Arbitrary<TestRow> = fc
  .record({
    score: fc.option(fc.integer({ min: 0, max: 10 })),
    day: fc.option(fc.integer({ min: 20_000, max: 20_010 })),
    words: fc.array(pick(['price', 'late', 'the', 'delivery.', '배송이', '늦어요', 'prices!']), { maxLength: 6 }),
    plan: pick(PLANS),
    seats: pick(SEATS),
  })
  .map(({ score, day, words, plan, seats }) => ({ score, day, cells: [words.join(' '), plan, seats] }))

const condition = fc.oneof(
  fc.tuple(pick(['score', 'seats', 'Plan']), pick(['=', '!=', '<', '<=', '>', '>=']), pick(['0', '6', '40', '1200'])).map((all) => all.join('')),
  fc.tuple(pick(['plan', '"PLAN"']), pick(['=', '!=']), pick(['free', '"Pro"', 'gone'])).map((all) => all.join('')),
  fc.tuple(fc.constant('date'), pick(['=', '<', '>=']), fc.integer({ min: 20_000, max: 20_010 }).map(isoDay)).map((all) => all.join('')),
)
/** A code may name those before it. */
const ruleOver = (names: readonly string[]): fc.Arbitrary<string> => {
  const { rule } = fc.letrec<{ rule: string; term: string }>((tie) => ({
    term: fc.oneof(
      { maxDepth: 3 },
      pick(['price', 'late', '배송', '~price', '/pric|늦/', 'price NEAR/2 late', 'late NOT NEAR/1 the', '"the delivery"', '*e*']),
      condition,
      ...(names.length > 0 ? [pick(names).map((name) => `#"${name}"`)] : []),
      tie('rule').map((inner) => `SENT(${inner})`),
      tie('rule').map((inner) => `-(${inner})`),
      tie('rule').map((inner) => `(${inner})`),
    ),
    rule: fc.array(fc.tuple(tie('term'), pick([' ', ' OR '])), { minLength: 1, maxLength: 3 }).map((terms) => terms.flat().slice(0, -1).join('')),
  }))
  return rule
}

const parsed = (text: string): Rule | null => {
  const result = parseRule(text)
  if (!result.ok) throw new Error(`${text}: ${result.error.code}`)
  return result.rule
}

const numberOf = (text: string): number => (/^[\d,]+$/.test(text) ? Number(text.replaceAll(',', '')) : NaN)

/** As the language describes it, for the cells of this test. */
function meets({ score, day, cells }: TestRow, { field, operator, value }: Condition): boolean {
  const name = field.toLowerCase()
  const isAnswer = name === 'score' || name === 'date'
  const answer = name === 'score' ? score : day
  if (isAnswer && answer === null) return false
  const text = isAnswer ? String(answer) : cells[FIELDS.findIndex((each) => each.toLowerCase() === name)]!
  const wanted = name === 'date' ? String(Date.parse(value) / 86_400_000) : value
  const [a, b] = [numberOf(text), numberOf(wanted)]
  const isEqual = text.toLowerCase() === wanted.toLowerCase() || a === b
  switch (operator) {
    case '=':
      return isEqual
    case '!=':
      return !isEqual
    case '<':
      return a < b
    case '<=':
      return a <= b
    case '>':
      return a > b
    case '>=':
      return a >= b
  }
}

/** `row` of every comment with a code, for each code, as the project has them. */
async function found(project: Project): Promise<Readonly<Record<string, readonly number[]>>> {
  const { codes, comments } = await tagsOf(project)
  return Object.fromEntries(
    codes.map(({ code, parts }) => [
      code.name,
      parts.flatMap(({ has }, at) => [...has.keys()].flatMap((each) => (has[each] ? [comments[at]!.span.first + each] : []))),
    ]),
  )
}

test('rules that name codes and ask about the response find what they say, in every wave, before and after opening again', async () => {
  const some = fc.array(row, { minLength: 1, maxLength: 12 })
  const rules = fc.tuple(ruleOver([]), ruleOver(NAMES.slice(0, 1)), ruleOver(NAMES.slice(0, 2)))
  await fc.assert(
    fc.asyncProperty(some, some, rules, async (first, second, texts) => {
      const store = createMemoryStore()
      const project = await newProject(store)
      const rolesOf = ['comment', 'segment', 'segment'] as const
      await addWave(project, 'a', FIELDS, first, quietTask, rolesOf)
      for (const [at, rule] of texts.entries()) {
        must(await saveCode(project, { id: null, name: NAMES[at]!, parent: null, rule, description: '', color: '' }))
      }
      const expected = (rows: readonly TestRow[]): Readonly<Record<string, readonly number[]>> => {
        const ruleOf = (name: string): Rule | null => parsed(texts[NAMES.indexOf(name)]!)
        const isHit = (each: TestRow, text: string): boolean =>
          naiveMatches(parsed(text), each.cells[0]!, { ruleOf, meets: (asked) => meets(each, asked) })
        return Object.fromEntries(texts.map((text, at) => [NAMES[at]!, [...rows.keys()].filter((place) => isHit(rows[place]!, text))] as const))
      }
      expect(await found(project), JSON.stringify(texts)).toEqual(expected(first))
      await addWave(project, 'b', FIELDS, second, quietTask, rolesOf)
      const all = await found(project)
      expect(all, JSON.stringify(texts)).toEqual(expected([...first, ...second]))
      const matched = must(await matchComments(project, texts[2], quietTask))
      expect(matched.map(({ wave, line }) => line - 2 + (wave === 'b' ? first.length : 0))).toEqual(all[NAMES[2]!])
      must(await project.save())
      expect(await found(await reopen(store))).toEqual(all)
    }),
    { seed, numRuns: 80 },
  )
})

test('what a condition says of a cell with several answers follows how the cells of all waves are read', async () => {
  const store = createMemoryStore()
  const project = await newProject(store)
  const fields = ['Why', 'Tools'] as const
  const rows = (tools: readonly string[]): readonly TestRow[] => tools.map((cell) => ({ score: 5, day: null, cells: ['late', cell] }))
  await addWave(project, 'a', fields, rows(['Web; App', 'App', 'Web; App', 'Web', 'App; Phone', 'Web; Phone']), quietTask, ['comment', 'segment'])
  const before = project.registers.field.get('Tools')!
  must(await project.change('import', [{ register: 'field', id: 'Tools', before, after: { ...before, kind: 'multi' } } satisfies Change]))
  must(await project.save())
  const again = await reopen(store)
  must(await saveCode(again, { id: null, name: 'Web', parent: null, rule: 'late tools=Web', description: '', color: '' }))
  expect((await found(again))['Web']).toEqual([0, 2, 3, 5])
  // So many that the few cells with a joiner are no lists any more.
  await addWave(again, 'b', fields, rows(Array.from({ length: 300 }, (_, at) => `Something else ${at}`)), quietTask, ['comment', 'segment'])
  const after = await found(again)
  must(await again.save())
  expect(after).toEqual(await found(await reopen(store)))
  expect(after['Web']).toEqual([3])
})
