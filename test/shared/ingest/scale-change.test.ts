import { describe, expect, test } from 'vitest'
import { findScaleChange } from '../../../shared/ingest/scale-change'
import { seededRandom } from '../../../shared/base/seeded-random'
import { columnOf } from '../../../shared/table/column-builder'
import { plan, textFile } from '../../helpers/survey-files'

const random = seededRandom(7)
const scores = (n: number, low: number, high: number): readonly string[] =>
  Array.from({ length: n }, () => String(low + Math.floor(random() * (high - low + 1))))
const found = (cells: readonly string[]) => findScaleChange(columnOf(cells), cells.length, () => true)

describe('a scale that changes within a file', () => {
  test.each([
    ['five points, then NPS', [...scores(80, 1, 5), ...scores(200, 0, 10)], 79, '1-5', '0-10'],
    ['NPS, then five points', [...scores(200, 0, 10), ...scores(80, 1, 5)], 199, '0-10', '1-5'],
    ['seven points, then NPS', [...scores(120, 1, 7), ...scores(200, 0, 10)], 119, '1-7', '0-10'],
    ['NPS, then per cent', [...scores(100, 0, 10), ...scores(100, 0, 100)], 99, '0-10', '0-100'],
    ['1-10, then 0-10', [...scores(400, 1, 10), ...scores(400, 0, 10)], 399, '1-10', '0-10'],
  ])('%s', (_, cells, row, before, after) => {
    const change = found(cells)!
    // By chance the next score may fit the first scale as well.
    expect([change.before, change.after]).toEqual([before, after])
    expect(Math.abs(change.row - row)).toBeLessThan(20)
  })

  test.each([
    ['one scale', scores(2000, 0, 10)],
    ['1-10 throughout', scores(2000, 1, 10)],
    ['five points throughout', scores(2000, 1, 5)],
    ['sorted scores', [...scores(300, 0, 10)].toSorted((a, b) => Number(a) - Number(b))],
    ['sorted by group', [...scores(100, 0, 6), ...scores(100, 7, 8), ...scores(100, 9, 10)]],
    ['a bad start', [...scores(12, 0, 4), ...scores(200, 0, 10)]],
    ['few', scores(20, 0, 10)],
    ['no scores', Array.from({ length: 100 }, () => 'n/a')],
  ])('%s: none', (_, cells) => expect(found(cells)).toBeNull())

  test('is said with the line, and does not change what is imported', async () => {
    const cells = [...scores(80, 1, 5), ...scores(200, 0, 10)]
    const { warnings, score } = await plan(textFile(`id,NPS\n${cells.map((cell, at) => `${at},${cell}`).join('\n')}\n`))
    expect(warnings.find(({ code }) => code === 'scale-change')?.params).toMatchObject({ column: 'NPS', before: '1-5', after: '0-10' })
    expect(score?.scale).toBe('0-10')
  })
})
