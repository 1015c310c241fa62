import { expect, test } from 'vitest'
import { draftOf, possibleParents } from '../../../../renderer/app/codebook/code-draft'
import { fakeCode } from '../../../helpers/fake-verbatims'

const CODES = [fakeCode('a'), fakeCode('b', 'a'), fakeCode('c', 'b'), fakeCode('d')]

test('a code belongs neither to itself nor to what lies below it', () => {
  expect(possibleParents(CODES, 'a').map(({ id }) => id)).toEqual(['d'])
  expect(possibleParents(CODES, 'b').map(({ id }) => id)).toEqual(['a', 'd'])
  expect(possibleParents(CODES, null)).toEqual(CODES)
})

test('a new code takes a colour that is free', () => {
  expect(draftOf(CODES, null)).toMatchObject({ id: null, name: '', color: '#ee6677' })
  expect(draftOf(CODES, 'c')).toMatchObject({ id: 'c', parent: 'b' })
})
