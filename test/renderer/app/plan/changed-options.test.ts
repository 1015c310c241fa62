import { expect, test } from 'vitest'
import { changedOptions } from '../../../../renderer/app/plan/changed-options'

test('the last column made the score is the score', () => {
  const before = { roles: { 2: 'score', 4: 'comment' } } as const
  expect(changedOptions(before, { roles: { 3: 'score' } }).roles).toEqual({ 3: 'score', 4: 'comment' })
})

test('many columns may be segments', () => {
  const before = { roles: { 2: 'segment' } } as const
  expect(changedOptions(before, { roles: { 3: 'segment' } }).roles).toEqual({ 2: 'segment', 3: 'segment' })
})

test('another sheet or separator makes other columns: their roles and header rows are worked out anew', () => {
  const before = { roles: { 2: 'score' }, read: { headerRows: 3, encoding: 'utf-8' }, wave: 'July' } as const
  expect(changedOptions(before, { read: { sheet: 'Q3' } })).toEqual({
    read: { encoding: 'utf-8', sheet: 'Q3' },
    roles: {},
    wave: 'July',
  })
  expect(changedOptions(before, { read: { delimiter: ';' } }).roles).toEqual({})
  expect(changedOptions(before, { read: { encoding: 'cp949' } })).toEqual({
    read: { headerRows: 3, encoding: 'cp949' },
    roles: { 2: 'score' },
    wave: 'July',
  })
})
