import { expect, it } from 'vitest'
import { quietTask } from '../../../shared/base/task'
import { createDesk } from '../../../shared/engine/desk'
import { openProject } from '../../../shared/engine/project/open-project'
import type { Codebook } from '../../../shared/protocol/engine-api'
import { createMemoryShelf } from '../../helpers/memory-shelf'
import { must, testPlatform } from '../../helpers/project'

const SLOW = '/(a?){90}a{90}/ OR late'
const SURVEY = 'Score,Why?\n9,the price\n3,too late\n'

it('a project with a rule that is refused today opens; the code is marked, matches nothing, and keeps its rule', async () => {
  const platform = await testPlatform()
  const shelf = createMemoryShelf()
  const file = { name: 'survey.csv', bytes: new TextEncoder().encode(SURVEY) }
  const desk = createDesk(platform, shelf)
  must(await desk.plan({ file, options: { roles: { 2: 'comment' } } }, quietTask))
  const { id } = must(await desk.createProject({ name: 'Acme' }, quietTask))
  must(await desk.importPlan(null, quietTask))
  const draft = { id: null, parent: null, description: '', color: '' }
  const late = must(await desk.saveCode({ ...draft, name: 'Late', rule: 'late' }, quietTask)).id
  must(await desk.saveCode({ ...draft, name: 'Price', rule: 'price' }, quietTask))
  expect(await desk.saveCode({ ...draft, id: late, name: 'Late', rule: SLOW }, quietTask)).toMatchObject({ ok: false, fault: { code: 'rule' } })
  must(await desk.closeProject(null, quietTask))

  // As a version that took the rule would have left it.
  const before = must(await openProject(platform, must(await shelf.open(id)), 'test.earshot', quietTask))
  const code = before.registers.code.get(late)!
  must(await before.change('codebook', [{ register: 'code', id: late, before: code, after: { ...code, rule: SLOW } }]))
  await before.close()

  must(await desk.openProject({ id }, quietTask))
  const said = ({ codes }: Codebook) => codes.map(({ name, rule, n, isRuleWrong }) => [name, rule, n, isRuleWrong])
  expect(said(must(await desk.codebook({ where: [] }, quietTask)))).toEqual([
    ['Late', SLOW, 0, true],
    ['Price', 'price', 1, false],
  ])
  must(await desk.saveCode({ ...draft, id: late, name: 'Late', rule: 'late' }, quietTask))
  expect(said(must(await desk.codebook({ where: [] }, quietTask)))[0]).toEqual(['Late', 'late', 1, false])
})
