import { expect, test } from 'vitest'
import { broughtTags, questionsOf } from '../../../../renderer/app/plan/plan-questions'
import type { PlanView } from '../../../../shared/protocol/engine-api'
import { PLAN } from '../../../helpers/fake-engine'

const view = (more: Partial<PlanView>): PlanView => ({ ...PLAN, score: null, warnings: [], match: null, tags: null, options: {}, ...more })
const match = { wave: 'Q1', columns: [], missing: [], clashes: [{ index: 2, field: 'f', kind: 'category' as const, samples: [] }] }
const tags = { responses: 3, added: 2, changed: 1, older: 4 }

test.each<readonly [what: string, given: Partial<PlanView>, expected: readonly string[]]>([
  ['nothing', {}, []],
  ['a header over other contents', { match }, ['match']],
  ['one of which somebody has said that it is apart', { match, options: { fields: { 2: null } } }, []],
  ['a column taken for a field by its role', { match: { ...match, clashes: [], columns: [{ index: 1, field: 'f', how: 'role' }] } }, ['match']],
  ['a tenure without a unit', { warnings: [{ code: 'tenure-unit', params: {} }] }, ['tenure-unit']],
  ['other hand tags', { tags }, ['tags']],
  ['other hand tags that are brought over, or left', { tags, options: { bringTags: false } }, []],
  ['hand tags that are older than the project’s', { tags: { ...tags, added: 0, changed: 0 } }, []],
])('%s', (_, given, expected) => {
  expect(questionsOf(view(given))).toEqual(expected)
})

test('hand tags come over only when that was chosen', () => {
  expect([view({ tags }), view({ tags, options: { bringTags: true } }), view({ options: { bringTags: true } })].map(broughtTags)).toEqual([0, 3, 0])
})
