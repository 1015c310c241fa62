import { expect, test } from 'vitest'
import { fiscalStart, inFiscalYearOf, monthNames } from '../../../../renderer/app/project/fiscal'
import { createSession } from '../../../../renderer/app/session'
import { wordsOf } from '../../../../renderer/app/words/words'
import { IMPORTED } from '../../../helpers/fake-engine'

const april = { ...IMPORTED, method: { ...IMPORTED.method, fiscalStart: 4 } }
const quarter = (...values: readonly string[]) => [{ kind: 'values', dimension: { kind: 'period', unit: 'quarter' }, values }] as const

test('what the window holds of periods follows the fiscal year', () => {
  const session = createSession('en', 'light')
  session.set({ project: IMPORTED, filter: quarter('2026-Q1') })
  const { compare } = session.get()
  session.set({
    compare: {
      ...compare,
      wanted: { kind: 'filters', unit: 'quarter', from: '2025-Q1', to: '2026-Q1', sides: { from: { kind: 'own', where: quarter('2025-Q1') }, to: { kind: 'rest' } } },
    },
  })
  const same = inFiscalYearOf(session.get(), { ...IMPORTED })
  expect(same).toEqual({ filter: session.get().filter, compare: session.get().compare })
  const found = inFiscalYearOf(session.get(), april)
  expect(found.filter).toEqual(quarter('FY2026-Q4'))
  // The pair of periods is chosen anew; the filters that are compared keep their days.
  expect(found.compare.wanted).toEqual({ kind: 'filters', unit: 'quarter', sides: { from: { kind: 'own', where: quarter('FY2025-Q4') }, to: { kind: 'rest' } } })
  session.set({ project: april, ...found })
  expect(inFiscalYearOf(session.get(), IMPORTED).filter).toEqual(quarter('2026-Q1'))
})

test('a year begins in January without a project', () => {
  expect(fiscalStart(null)).toBe(1)
  expect(monthNames(wordsOf('en')).slice(2, 4)).toEqual(['March', 'April'])
  expect(monthNames(wordsOf('ko')).at(-1)).toBe('12월')
})
