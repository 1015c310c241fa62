import { beforeEach, expect, it } from 'vitest'
import { quietTask } from '../../../shared/base/task'
import { createDesk } from '../../../shared/engine/desk'
import type { CodeDraft, EngineApi, ExamplesDraft, ExamplesReport } from '../../../shared/protocol/engine-api'
import { createMemoryShelf } from '../../helpers/memory-shelf'
import { must, testPlatform } from '../../helpers/project'

const SURVEY = 'Score,Why?\n9,the price\n3,too late\n'
let desk: EngineApi

const save = async (patch: Partial<CodeDraft>): Promise<string> =>
  must(await desk.saveCode({ id: null, name: 'Late', parent: null, rule: '', description: '', color: '', ...patch }, quietTask)).id
const judge = async (draft: Partial<ExamplesDraft>): Promise<ExamplesReport> =>
  must(await desk.judgeExamples({ code: null, name: 'Late', rule: '', mustHit: [], mustMiss: [], ...draft }, quietTask))
const failing = async (): Promise<Readonly<Record<string, number>>> =>
  Object.fromEntries(must(await desk.codebook({ where: [] }, quietTask)).codes.map((code) => [code.name, code.failing]))

beforeEach(async () => {
  desk = createDesk(await testPlatform(), createMemoryShelf())
  const file = { name: 'survey.csv', bytes: new TextEncoder().encode(SURVEY) }
  must(await desk.plan({ file, options: { roles: { 2: 'comment' } } }, quietTask))
  must(await desk.createProject({ name: 'Acme' }, quietTask))
  must(await desk.importPlan(null, quietTask))
})

it('a draft is judged as it is written, with what matches in each', async () => {
  const { examples, others } = await judge({ rule: 'late OR 늦*', mustHit: [' too late ', '늦어요', 'slow', 'slow'], mustMiss: ['later', 'late'] })
  expect(others).toEqual([])
  expect(examples).toEqual([
    { kind: 'must_hit', text: 'too late', holds: true, held: null, matched: [{ from: 4, to: 8 }] },
    { kind: 'must_hit', text: '늦어요', holds: true, held: null, matched: [{ from: 0, to: 3 }] },
    { kind: 'must_hit', text: 'slow', holds: false, held: null, matched: [] },
    { kind: 'must_miss', text: 'later', holds: true, held: null, matched: [] },
    { kind: 'must_miss', text: 'late', holds: false, held: null, matched: [{ from: 0, to: 4 }] },
  ])
  expect(await desk.judgeExamples({ code: null, name: 'Late', rule: '(late', mustHit: ['a'], mustMiss: [] }, quietTask)).toMatchObject({ ok: false, fault: { code: 'rule' } })
})

it('an edit tells which examples it breaks, also of codes that name it under the name it had', async () => {
  const late = await save({ rule: 'late', mustHit: ['too late'] })
  const bad = await save({ name: 'Bad', rule: '#Late OR bad', mustHit: ['late', 'bad'], mustMiss: ['slow'] })
  await save({ name: 'Fine', rule: 'fine', mustHit: ['bad example'] })
  const { examples, others } = await judge({ code: late, name: 'Slow', rule: 'slow', mustHit: ['too late', 'slow'] })
  expect(examples.map(({ text, holds, held }) => [text, holds, held])).toEqual([['too late', false, true], ['slow', true, null]])
  expect(others).toEqual([
    { code: bad, name: 'Bad', kind: 'must_hit', text: 'late' },
    { code: bad, name: 'Bad', kind: 'must_miss', text: 'slow' },
  ])
})

it('the codebook counts the examples that fail, also after a code that a rule names has changed', async () => {
  const late = await save({ rule: 'late', mustHit: ['too late'] })
  await save({ name: 'Bad', rule: '#Late OR bad', mustHit: ['late', 'bad'], mustMiss: ['slow'] })
  expect(await failing()).toEqual({ Late: 0, Bad: 0 })
  await save({ id: late, rule: 'slow' })
  expect(await failing()).toEqual({ Late: 1, Bad: 2 })
  await desk.undo(null, quietTask)
  expect(await failing()).toEqual({ Late: 0, Bad: 0 })
})
