import { expect, test } from 'vitest'
import { rowOfKey } from '../../../renderer/parts/row-key'

test.each([
  ['ArrowDown', 1, 2],
  ['ArrowDown', 3, 3],
  ['ArrowUp', 1, 0],
  ['ArrowUp', 0, 0],
  ['Home', 2, 0],
  ['End', 0, 3],
  ['Enter', 1, null],
  ['constructor', 1, null],
])('%s from row %i of four', (key, at, row) => {
  expect(rowOfKey(key, at, 4)).toBe(row)
})
