import { expect, test } from 'vitest'
import { detectScale, tallyScores } from '../../../shared/ingest/detect-scale'
import { columnOf } from '../../../shared/table/column-builder'

const times = (n: number, ...cells: string[]): string[] => Array.from({ length: n }, () => cells).flat()
const scaleOf = (cells: readonly string[]) => {
  const tally = tallyScores(columnOf(cells))
  return tally && detectScale(tally)
}

test.each([
  ['a zero', ['0', '9', '10'], '0-10'],
  ['a ten among few', ['3', '9', '10'], '0-10'],
  ['never zero over many', times(25, '1', '5', '9', '10'), '1-10'],
  ['one zero over many', [...times(25, '1', '5', '9', '10'), '0'], '0-10'],
  ['up to five', times(5, '1', '3', '5'), '1-5'],
  ['up to seven', times(20, '1', '5', '7'), '1-7'],
  ['with a zero up to five over many', times(30, '0', '3', '4', '5'), '0-5'],
  ['slider', times(10, '0', '50', '85', '100'), '0-100'],
  ['ages', times(10, '23', '45', '61'), null],
  ['years', times(10, '2018', '2019'), null],
  ['yes or no', times(10, '0', '1'), null],
  ['NPS weights', times(10, '-100', '0', '100'), null],
  ['text', ['a', 'b'], null],
  ['blank', ['', ''], null],
  ['nearly all', [...times(20, '0', '7', '10'), 'x', 'y'], '0-10'],
  ['too many others', [...times(5, '0', '7', '10'), 'x', 'y'], null],
  ['one above ten among many', [...times(25, '1', '5', '9', '10'), '11'], '1-10'],
] as const)('%s', (_, cells, wanted) => expect(scaleOf(cells)).toBe(wanted))

test('a header that asks for a score is believed in spite of wrong cells', () => {
  const cells = ['10', '0', '11', '8.5']
  const tally = tallyScores(columnOf(cells))!
  expect([detectScale(tally), detectScale(tally, true)]).toEqual([null, '0-10'])
})
