import { describe, expect, test } from 'vitest'
import { keyName, type KeyPress } from '../../../../renderer/app/keys/key-name'
import { keyLabel } from '../../../../renderer/app/keys/shortcut'

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : '',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

describe('the name of a key', () => {
  test.each<[KeyPress, string, string]>([
    [press('j'), 'j', 'j'],
    [press('J', { shiftKey: true }), 'Shift+J', 'Shift+J'],
    // Caps lock alone does not make it another key.
    [press('J'), 'j', 'j'],
    [press('ㅓ', { code: 'KeyJ' }), 'j', 'j'],
    [press('ㄲ', { code: 'KeyR', shiftKey: true }), 'Shift+R', 'Shift+R'],
    [press('?', { shiftKey: true, code: 'Slash' }), '?', '?'],
    [press('!', { shiftKey: true, code: 'Digit1' }), '!', '!'],
    [press('ArrowDown', { shiftKey: true }), 'Shift+ArrowDown', 'Shift+ArrowDown'],
    [press(' '), 'Space', 'Space'],
    [press('k', { ctrlKey: true }), 'Mod+K', 'Ctrl+K'],
    [press('k', { metaKey: true }), 'Meta+K', 'Mod+K'],
    [press('ㅏ', { code: 'KeyK', ctrlKey: true }), 'Mod+K', 'Ctrl+K'],
    [press('Z', { ctrlKey: true, shiftKey: true }), 'Mod+Shift+Z', 'Ctrl+Shift+Z'],
    [press('3', { metaKey: true, code: 'Digit3' }), 'Meta+3', 'Mod+3'],
    [press('@', { ctrlKey: true, altKey: true, code: 'KeyQ' }), 'Mod+Alt+@', 'Ctrl+Alt+@'],
  ])('%#', (given, elsewhere, mac) => {
    expect(keyName(given, false)).toBe(elsewhere)
    expect(keyName(given, true)).toBe(mac)
  })
})

test.each([
  ['Mod+K', 'Ctrl+K', '⌘K'],
  ['Mod+Shift+Z', 'Ctrl+Shift+Z', '⌘⇧Z'],
  ['Shift+ArrowDown', 'Shift+↓', '⇧↓'],
  ['j', 'J', 'J'],
  ['?', '?', '?'],
  ['Escape', 'Esc', 'Esc'],
])('%s on the caps', (key, elsewhere, mac) => {
  expect(keyLabel(key, false)).toBe(elsewhere)
  expect(keyLabel(key, true)).toBe(mac)
})
