import { expect, test } from 'vitest'
import { keysOfCodes, shiftedKey } from '../../../../renderer/app/code/code-keys'
import { keysTaken } from '../../../../renderer/app/keys/key-bindings'
import { CODE_COLORS, freeColor } from '../../../../renderer/app/codebook/code-palette'
import { CODE_SHORTCUTS } from '../../../../renderer/app/code/code-shortcuts'
import { PALETTE } from '../../../../shared/coding/palette'

const code = (id: string, parent: string | null = null, rule = 'price') => ({ id, parent, rule })
const TAKEN = keysTaken({})
const keys = [...keysOfCodes(Array.from({ length: 30 }, (_, place) => code(String(place))), {}, TAKEN).values()]

test('every code has a key of its own, until they are used up', () => {
  expect(keys).toHaveLength(25)
  expect(new Set([...keys, ...keys.map(shiftedKey)]).size).toBe(50)
})

test('the keys at hand go to codes, not to headings; a code below none that has no rule is a code', () => {
  const codes = [code('theme', null, ''), code('one', 'theme'), code('two', 'theme'), code('hand', null, '')]
  expect([...keysOfCodes(codes, {}, TAKEN)]).toEqual([
    ['one', '1'],
    ['two', '2'],
    ['hand', '3'],
    ['theme', '4'],
  ])
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
