import { expect, test } from 'vitest'
import { draftOf, possibleParents } from '../../../renderer/app/code-draft'
import type { CodebookEntry } from '../../../shared/protocol/engine-api'

const code = (id: string, parent: string | null): CodebookEntry => ({
  id,
  name: id,
  parent,
  rule: '',
  description: '',
  color: '#4477aa',
  position: 0,
  depth: 0,
  n: 0,
  byHand: 0,
  withBelow: null,
  figure: null,
})
const CODES = [code('a', null), code('b', 'a'), code('c', 'b'), code('d', null)]

test('a code belongs neither to itself nor to what lies below it', () => {
  expect(possibleParents(CODES, 'a').map(({ id }) => id)).toEqual(['d'])
  expect(possibleParents(CODES, 'b').map(({ id }) => id)).toEqual(['a', 'd'])
  expect(possibleParents(CODES, null)).toEqual(CODES)
})

test('a new code takes a colour that is free', () => {
  expect(draftOf(CODES, null)).toMatchObject({ id: null, name: '', color: '#ee6677' })
  expect(draftOf(CODES, 'c')).toMatchObject({ id: 'c', parent: 'b' })
})
