import { expect, test } from 'vitest'
import { forgetLayouts, keepLayout, keptLayouts } from '../../../../renderer/app/plan/kept-layouts'
import type { Host } from '../../../../renderer/host/host'
import type { PlanView } from '../../../../shared/protocol/engine-api'

const memory = (): Host => {
  const kept = new Map<string, string>()
  return { getPreference: (name: string) => kept.get(name) ?? null, setPreference: (name: string, value: string) => void kept.set(name, value) } as unknown as Host
}
const keep = (host: Host, options: PlanView['options'], isLocked = false): void => keepLayout(host, { layout: 'abc', file: 'one.csv', options } as unknown as PlanView, isLocked)

test('what holds for the next file is kept: not the wave’s name, tags brought over, or that a field is one of its own', () => {
  const host = memory()
  keep(host, { wave: 'Q1', bringTags: true, tenureUnit: 'years', fields: { 1: null, 2: 'f1' } })
  expect(keptLayouts(host)).toEqual({ abc: { file: 'one.csv', options: { tenureUnit: 'years', fields: { 2: 'f1' } } } })
  keep(host, { wave: 'Q2', fields: { 1: null } })
  expect(keptLayouts(host)).toEqual({})
})

test('nothing is kept for a project with a password, and what was kept before is forgotten', () => {
  const host = memory()
  keep(host, { tenureUnit: 'years' }, true)
  expect(keptLayouts(host)).toEqual({})
  keep(host, { tenureUnit: 'years' })
  keep(host, { tenureUnit: 'months' }, true)
  expect(keptLayouts(host)).toEqual({})
  keep(host, { tenureUnit: 'years' })
  forgetLayouts(host, ['another.csv'])
  expect(Object.keys(keptLayouts(host))).toEqual(['abc'])
  forgetLayouts(host, ['another.csv', 'one.csv'])
  expect(keptLayouts(host)).toEqual({})
})
