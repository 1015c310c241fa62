import { expect, test } from 'vitest'
import { freeLetters, keysOfCodes } from '../../../../renderer/app/code/code-keys'
import { FRAME_SHORTCUTS, SCREEN_SHORTCUTS } from '../../../../renderer/app/keys/frame-shortcuts'
import { boundKeys, clashOf, isBindable, keptBindings, keysOf, keysTaken, withBinding } from '../../../../renderer/app/keys/key-bindings'
import { SCREENS } from '../../../../renderer/app/session'

test('a command has the keys that it was made with, or those that somebody gave it', () => {
  expect(keysOf({}, 'code.key.next')).toEqual(['j', 'ArrowDown'])
  const own = withBinding({}, 'code.key.next', ['m'])
  expect(keysOf(own, 'code.key.next')).toEqual(['m'])
  expect(keysOf(withBinding(own, 'code.key.next', null), 'code.key.next')).toEqual(['j', 'ArrowDown'])
  const ran: string[] = []
  const keys = boundKeys(own, { 'code.key.next': () => ran.push('next'), 'code.key.uncoded': () => ran.push('uncoded') })
  expect(Object.keys(keys).sort()).toEqual(['m', 'u'])
  keys['m']!()
  expect(ran).toEqual(['next'])
})

test('as they are made, no two commands of a screen have the same key', () => {
  for (const screen of SCREENS) {
    const keys = [...FRAME_SHORTCUTS, ...SCREEN_SHORTCUTS[screen]].filter(({ keys: own }) => !own.includes('Escape')).flatMap(({ keys: own }) => own)
    expect(new Set(keys).size, screen).toBe(keys.length)
  }
})

test.each([
  ['desk.key.quote', 'n', 'desk.key.nothing'],
  ['desk.key.quote', 'Mod+Z', 'keys.undo'],
  ['slice.key.zoom', 'q', null],
  ['slice.key.zoom', 'f', 'slice.key.field'],
  // A digit applies a code.
  ['desk.key.quote', '3', 'code.key.code'],
  ['desk.key.quote', 'Mod+2', 'keys.screens'],
  ['desk.key.quote', 'q', null],
] as const)('%s on %s meets %s', (label, key, taken) => {
  expect(clashOf({}, label, key)).toBe(taken)
})

test('a command of every screen meets those of each', () => {
  expect(['desk.key.focus', 'slice.key.field']).toContain(clashOf({}, 'keys.undo', 'f'))
})

test('a key that somebody has given away is free', () => {
  const bindings = withBinding({}, 'desk.key.nothing', ['z'])
  expect(clashOf(bindings, 'desk.key.quote', 'n')).toBeNull()
  expect(clashOf(bindings, 'desk.key.quote', 'z')).toBe('desk.key.nothing')
})

test.each([['Escape', false], ['Shift+Tab', false], ['Shift', false], ['Mod+Control', false], ['z', true], ['Mod+Shift+P', true], ['F2', true]] as const)('%s can be given: %s', (key, can) => {
  expect(isBindable(key)).toBe(can)
})

test('what was kept comes back as far as it makes sense', () => {
  const kept = (text: string | null) => keptBindings({ getPreference: () => text })
  expect(kept(null)).toEqual({})
  expect(kept('no json')).toEqual({})
  expect(kept('{"desk.key.quote":["z"],"code.key.close":["z"],"nobody":["y"],"desk.key.note":["Escape"],"desk.key.focus":"z"}')).toEqual({ 'desk.key.quote': ['z'] })
})

test('codes get no letter of a command, and their letters stay with them', () => {
  const codes = ['a', 'b', 'c'].map((id) => ({ id, parent: null, rule: 'x' }))
  const bindings = withBinding(withBinding({}, 'desk.key.quote', ['z']), 'code.key.next', ['1'])
  const taken = keysTaken(bindings)
  expect(freeLetters(taken)).toContain('q')
  expect(freeLetters(taken)).not.toContain('z')
  expect([...keysOfCodes(codes, { b: 'p', c: 'z', gone: 'g' }, taken)]).toEqual([['b', 'p'], ['a', '2'], ['c', '3']])
  // A code that comes first changes nothing for those with a letter.
  expect(keysOfCodes([{ id: 'new', parent: null, rule: 'x' }, ...codes], { b: 'p' }, taken).get('b')).toBe('p')
})
