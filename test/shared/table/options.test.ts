import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { optionsOf, type CountedCell } from '../../../shared/table/options'
import { dataFile, must, read } from '../../helpers/survey-files'
import { eachValue } from '../../../shared/table/column'

const counted = (cells: readonly string[]): readonly CountedCell[] => {
  const counts = new Map<string, number>()
  for (const cell of cells) counts.set(cell, (counts.get(cell) ?? 0) + 1)
  return [...counts]
}
/** Every combination of the options, each `times` times. */
const combined = (options: readonly string[], joiner: string, times = 2): readonly string[] =>
  Array.from({ length: times }, () =>
    Array.from({ length: 2 ** options.length - 1 }, (_, bits) => options.filter((__, at) => ((bits + 1) >> at) % 2 === 1).join(joiner)),
  ).flat()

describe('a cell with several answers', () => {
  test.each([
    ['Google Forms, downloaded', ';', ['Price', 'Support, by phone', 'Speed']],
    ['Microsoft Forms', ';', ['가격', '지원', '속도']],
    ['Formbricks', '; ', ['Price', 'Support', 'Speed']],
    ['Jotform', '\n', ['Price', 'Support, by phone', 'Speed']],
    ['Google Sheets', ', ', ['Price', 'Support', 'Speed']],
    ['Korean, in Google Sheets', ', ', ['가격', '고객 지원', '속도']],
    ['options with a bracket', ', ', ['Package manager (apt, brew, yum)', 'From source', 'Container']],
    ['options that go on small', ', ', ['Yes, always', 'By hand, at home or elsewhere', 'Never']],
    ['parts that never come alone', ', ', ['Washington, DC', 'Boston', 'Chicago']],
  ])('%s', (_, joiner, options) => {
    const cells = combined(options, joiner)
    const split = optionsOf(counted(cells))!
    for (const cell of cells) expect([...split(cell)].toSorted()).toEqual(options.filter((option) => cell.split(joiner).join('\0').includes(option) || cell.includes(option)).toSorted())
    expect(split('')).toEqual([])
  })

  test('a joiner at the end adds no answer, a repeated answer counts once', () => {
    const split = optionsOf(counted(combined(['a', 'b', 'c'], ';').map((cell) => `${cell};`)))!
    expect(split('a;b;')).toEqual(['a', 'b'])
    expect(split('a;a')).toEqual(['a'])
  })

  test('waves that came by two routes are taken apart each in its way', () => {
    const options = ['Price', 'Support', 'Speed']
    const split = optionsOf(counted([...combined(options, ';'), ...combined(options, ', ')]))!
    expect(split('Price;Speed')).toEqual(split('Price, Speed'))
  })

  test.each([
    ['places', Array.from({ length: 60 }, (_, at) => ['Seoul, Korea', 'Busan, Korea', 'Tokyo, Japan'][at % 3]!)],
    ['sentences', Array.from({ length: 60 }, (_, at) => `I like it, but number ${at} is slow, and dear ${at * 7}`)],
    ['single choices', Array.from({ length: 60 }, (_, at) => ['Finance', 'Retail'][at % 2]!)],
    ['nothing', ['', '', '']],
  ])('%s are no lists', (_, cells) => expect(optionsOf(counted(cells))).toBeNull())

  test('the options of a real form, commas and all', async () => {
    const table = must(await read(dataFile('spack-user-survey/spack-user-survey-2020-responses.csv')))
    const usual = (header: string): readonly string[] => {
      const cells: CountedCell[] = []
      eachValue(table.columns[table.headers.findIndex((name) => name.startsWith(header))]!, (value, rows) => cells.push([value, rows]))
      const split = optionsOf(cells)
      const counts = new Map<string, number>()
      for (const [cell, rows] of cells) for (const option of split?.(cell) ?? []) counts.set(option, (counts.get(option) ?? 0) + rows)
      return [...counts].filter(([, rows]) => rows >= 10).toSorted((a, b) => b[1] - a[1]).map(([option]) => option)
    }
    expect(usual('Have you contributed to Spack?')).toMatchInlineSnapshot(`
      [
        "Packages",
        "Issues",
        "Slack Discussions",
        "No",
        "Core Features",
        "Mailing List",
        "Documentation",
      ]
    `)
    expect(usual('What OS do you use Spack on?')).toMatchInlineSnapshot(`
      [
        "CentOS",
        "Red Hat",
        "Ubuntu",
        "macOS",
        "Debian",
        "SuSE",
        "Fedora",
        "Windows Subsystem for Linux (WSL)",
        "Arch",
      ]
    `)
    expect(usual('How do you get installed')).toMatchInlineSnapshot(`
      [
        "spack load",
        "Spack environments",
        "Environment Modules (TCL modules)",
        "Lmod",
        "spack view",
      ]
    `)
    // One place of work each, with a comma in its name.
    expect(usual('Where do you work?')).toEqual([])
  })

  test('nothing of a cell is lost', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.constantFrom('A', 'B', 'C, x', 'D (e, f)', 'G'), { minLength: 1, maxLength: 4 }), { minLength: 5, maxLength: 60 }), (rows) => {
        const cells = rows.map((row) => [...new Set(row)].join(', '))
        const split = optionsOf(counted(cells))
        for (const cell of cells) if (split) expect([...split(cell)].join(', ')).toBe(cell)
      }),
      { seed: 20_261_123, numRuns: 200 },
    )
  })
})
