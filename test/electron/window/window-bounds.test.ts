import { expect, it } from 'vitest'
import { readWindowState } from '../../../electron/window/window-bounds'

const displays = [
  { x: 0, y: 0, width: 1920, height: 1080 },
  { x: 1920, y: 0, width: 1280, height: 1024 },
]
const usual = { width: 1280, height: 820 }

it.each([
  ['where it was', { x: 40, y: 30, width: 900, height: 700 }],
  ['on the second display', { x: 2000, y: 10, width: 900, height: 700 }],
  ['partly off the display', { x: -700, y: 10, width: 900, height: 700 }],
])('is opened %s', (_where, area) => {
  expect(readWindowState(JSON.stringify(area), displays)).toEqual({ area, maximized: false })
  expect(readWindowState(JSON.stringify({ ...area, maximized: true }), displays)).toEqual({ area, maximized: true })
})

it.each([
  ['nothing', ''],
  ['no JSON', '{x'],
  ['null', 'null'],
  ['a list', '[1,2,3,4]'],
  ['text', '{"x":"0","y":0,"width":900,"height":700}'],
  ['fractions', '{"x":0.5,"y":0,"width":900,"height":700}'],
  ['a missing edge', '{"x":0,"y":0,"width":900}'],
  ['a sliver', '{"x":0,"y":0,"width":90,"height":7}'],
  ['a display that is gone', '{"x":4000,"y":0,"width":900,"height":700}'],
  ['a title bar out of reach', '{"x":0,"y":-40,"width":900,"height":700}'],
])('falls back to the usual size for %s', (_what, json) => {
  expect(readWindowState(json, displays)).toEqual({ area: usual, maximized: false })
})
