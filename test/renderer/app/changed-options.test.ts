import { expect, test } from 'vitest'
import { changedOptions } from '../../../renderer/app/changed-options'

test('the last column made the score is the score', () => {
  const before = { roles: { 2: 'score', 4: 'comment' } } as const
  expect(changedOptions(before, { roles: { 3: 'score' } }).roles).toEqual({ 3: 'score', 4: 'comment' })
})

test('many columns may be segments', () => {
  const before = { roles: { 2: 'segment' } } as const
  expect(changedOptions(before, { roles: { 3: 'segment' } }).roles).toEqual({ 2: 'segment', 3: 'segment' })
})
