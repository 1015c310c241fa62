import { expect, test } from 'vitest'
import { keyOfCode, shiftedKey } from '../../../renderer/app/code-keys'
import { CODE_COLORS, freeColor } from '../../../renderer/app/code-palette'
import { CODE_SHORTCUTS } from '../../../renderer/app/code-shortcuts'
import { PALETTE } from '../../../shared/coding/palette'

const keys = Array.from({ length: 26 }, (_, place) => keyOfCode(place)).filter((key) => key !== null)

test('every code has a key of its own, until they are used up', () => {
  expect(keys).toHaveLength(26)
  expect(new Set([...keys, ...keys.map(shiftedKey)]).size).toBe(52)
  expect(keyOfCode(26)).toBeNull()
})

test('no key of a code is a key of the screen', () => {
  const taken = CODE_SHORTCUTS.flatMap((shortcut) => shortcut.keys)
  expect(taken.filter((key) => keys.includes(key) || keys.map(shiftedKey).includes(key))).toEqual([])
})

test('the colours to choose from are those that the engine gives', () => {
  expect(CODE_COLORS.map(({ color }) => color)).toEqual(PALETTE)
  expect(freeColor([PALETTE[0]!, PALETTE[2]!])).toBe(PALETTE[1])
  expect(PALETTE).toContain(freeColor(PALETTE))
})
