import { expect, test } from 'vitest'
import { placeAfter, placeDropped } from '../../../../renderer/app/codebook/code-moves'

const code = (id: string, parent: string | null, depth: number) => ({ id, parent, depth })
/** a (b (c) d) e; the parent of e is archived, so that it stands as a theme. */
const CODES = [code('a', null, 0), code('b', 'a', 1), code('c', 'b', 2), code('d', 'a', 1), code('e', 'gone', 0)]

test.each([
  ['a', 'up', null],
  ['a', 'down', { parent: null, before: null }],
  ['e', 'up', { parent: null, before: 'a' }],
  ['e', 'in', { parent: 'a', before: null }],
  ['d', 'up', { parent: 'a', before: 'b' }],
  ['d', 'down', null],
  ['d', 'in', { parent: 'b', before: null }],
  ['d', 'out', { parent: null, before: 'e' }],
  ['c', 'out', { parent: 'a', before: 'd' }],
  ['c', 'in', null],
  ['e', 'out', null],
  ['none', 'up', null],
] as const)('%s %s', (id, move, place) => {
  expect(placeAfter(CODES, id, move)).toEqual(place)
})

test.each([
  ['e', 'd', 'before', { parent: 'a', before: 'd' }],
  ['e', 'd', 'after', { parent: 'a', before: null }],
  ['e', 'd', 'inside', { parent: 'd', before: null }],
  ['e', 'a', 'after', { parent: null, before: null }],
  ['d', 'b', 'after', { parent: 'a', before: null }],
  ['a', 'c', 'before', null],
  ['a', 'a', 'inside', null],
  ['b', 'a', 'before', { parent: null, before: 'a' }],
] as const)('%s dropped on %s, %s', (id, on, zone, place) => {
  expect(placeDropped(CODES, id, on, zone)).toEqual(place)
})
