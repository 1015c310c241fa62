import { expect, test } from 'vitest'
import { fieldHeaders } from '../../../shared/engine/import/field-headers'
import type { Wave } from '../../../shared/model/records'

const wave = (name: string, headers: Readonly<Record<string, string>>): Wave =>
  ({ name, columns: Object.entries(headers).map(([field, header], at) => ({ index: at + 1, header, field, role: 'segment' })) }) as unknown as Wave

test('a field that was renamed has its headers with their waves; one in another case or spacing was not', () => {
  const waves = [wave('Q1', { a: 'Industry', b: 'Plan', c: 'Team' }), wave('Q2', { a: 'Your industry', b: 'PLAN ' }), wave('Q3', { a: 'industry', b: 'Plan' })]
  expect([...fieldHeaders(waves)]).toEqual([
    ['a', [{ header: 'Industry', waves: ['Q1', 'Q3'] }, { header: 'Your industry', waves: ['Q2'] }]],
  ])
})
