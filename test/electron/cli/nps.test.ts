import { writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Figure, GroupCounts } from '../../../shared/nps/types'
import { commandLine } from '../../helpers/command-line'
import { count, figure, readRows } from '../../helpers/naive-figure'
import { CARPENTRIES, FILMS, R_ENGLISH, R_SPANISH, SMALL_MAP, SMALL_ROWS, smallWhere, workFolder } from './surveys'

interface Slice {
  readonly total: Figure
  readonly rows: readonly (Figure & { readonly key: Readonly<Record<string, string | null>> })[]
  readonly nonStandardScale?: string
}

const cli = commandLine()
const folder = workFolder()
const { at } = folder
const [carpentries, community, unmarked, films, small] = ['carpentries', 'community', 'unmarked', 'films', 'small'].map((name) => at(`${name}.earshot`)) as [string, string, string, string, string]

beforeAll(async () => {
  await folder.import(cli, {
    carpentries: [CARPENTRIES],
    unmarked: [R_SPANISH, '--wave', 'Encuesta 2018'],
    community: [R_ENGLISH, R_SPANISH, '--treat-as-nps'],
    films: [FILMS, '--treat-as-nps'],
    small: [at('small.csv'), ...SMALL_MAP],
  })
})
afterAll(folder.remove)

const nps = (project: string, ...args: readonly string[]): Promise<Slice> => cli.json<Slice>('nps', '--project', project, ...args)

/** Expects the rows of a slice to be those of `scores` by key, each once and as computed here. */
function expectRows(slice: Slice, name: string, keyed: readonly (readonly [key: string, score: string])[]): void {
  const scores = new Map<string, string[]>()
  for (const [key, score] of keyed) scores.set(key, [...(scores.get(key) ?? []), score])
  const wanted = [...scores].map(([key, list]) => ({ key: { [name]: key }, ...figure(count(list)) }))
  const byKey = (a: { key: object }, b: { key: object }): number => (JSON.stringify(a.key) < JSON.stringify(b.key) ? -1 : 1)
  expect([...slice.rows].sort(byKey)).toEqual(wanted.sort(byKey))
}

const total = (slice: Slice): GroupCounts => {
  const sum = (group: keyof GroupCounts): number => slice.rows.reduce((all, row) => all + row[group], 0)
  return { promoters: sum('promoters'), passives: sum('passives'), detractors: sum('detractors') }
}

it.each([
  ['carpentries', () => carpentries, 215, 118, 69, 36.3184, undefined],
  ['films', () => films, 10650, 3905, 5445, 26.025, '1-10'],
] as const)('of %s is what is known', async (_, project, promoters, passives, detractors, points, scale) => {
  const slice = await nps(project())
  expect(slice).toEqual({
    total: figure({ promoters, passives, detractors }),
    rows: [],
    ...(scale === undefined ? {} : { nonStandardScale: scale }),
  })
  expect(slice.total.nps).toBeCloseTo(points, 4)
})

it('of each survey of a project, and of all', async () => {
  const english = { promoters: 2294, passives: 577, detractors: 130 }
  const spanish = { promoters: 184, passives: 58, detractors: 18 }
  const slice = await nps(community, '--by', 'wave')
  expect(slice.rows).toEqual([
    { key: { wave: '2018-english-responses' }, ...figure(english) },
    { key: { wave: '2018-spanish-responses' }, ...figure(spanish) },
  ])
  expect(slice.rows[0]?.nps).toBeCloseTo(72.1093, 4)
  expect(slice.total).toEqual(figure(total(slice)))
  expect((await nps(community, '--where', 'wave=2018-spanish-responses')).total).toEqual(figure(spanish))
})

it('is refused on another scale, with the way out', async () => {
  expect(await cli.refused('scale', 'nps', '--project', unmarked)).toContain('--treat-as-nps')
  const others = [['drivers'], ['compare', '--from', '2018', '--to', '2019']] as const
  await Promise.all(others.map((args) => cli.refused('scale', ...args, '--project', unmarked)))
})

it.each([
  ['carpentries', () => carpentries, [215, 118, 69], [['Country'], ['how-many-workshops'], ['75'], ['Country', 'Position', 'Column33']]],
  ['community', () => community, [2478, 635, 148], [['7'], ['wave', '34'], ['In what country do you currently reside?']]],
  ['films', () => films, [10650, 3905, 5445], [['rating'], ['2'], ['author']]],
] as const)('adds up over any fields of %s', async (_, project, [promoters, passives, detractors], choices) => {
  const whole = figure({ promoters, passives, detractors })
  const slices = await Promise.all(choices.map((fields) => nps(project(), ...fields.flatMap((field) => ['--by', field]))))
  for (const [choice, slice] of slices.entries()) {
    expect(slice.total).toEqual(whole)
    expect(figure(total(slice))).toEqual(whole)
    expect(new Set(slice.rows.map(({ key }) => JSON.stringify(key))).size).toBe(slice.rows.length)
    for (const { key } of slice.rows) expect(Object.keys(key).sort()).toEqual([...choices[choice]!].sort())
  }
})

it.each([
  ['month', /^\d{4}-(0\d|1[0-2])$/],
  ['quarter', /^\d{4}-Q[1-4]$/],
  ['half', /^\d{4}-H[12]$/],
  ['year', /^\d{4}$/],
])('adds up over each %s', async (unit, shape) => {
  const [few, many] = await Promise.all([community, films].map((project) => nps(project, '--period', unit)))
  expect(figure(total(few!))).toEqual(figure({ promoters: 2478, passives: 635, detractors: 148 }))
  expect(figure(total(many!))).toEqual(figure({ promoters: 10650, passives: 3905, detractors: 5445 }))
  for (const slice of [few!, many!]) {
    expect(slice.total).toEqual(figure(total(slice)))
    const periods = slice.rows.map(({ key }) => String(key['period']))
    expect(slice.rows.map(({ key }) => key)).toEqual(periods.map(() => ({ period: expect.stringMatching(shape) as unknown })))
    expect(periods).toEqual([...periods].sort())
  }
})

it('of a field or a period is that of its rows, counted one by one', async () => {
  const [years, industries, plans] = await Promise.all([
    nps(films, '--period', 'year'),
    nps(community, '--by', 'What industry do you work or participate in?', '--where', 'wave=2018-english-responses'),
    nps(small, '--by', 'Plan=Kind'),
  ])
  expectRows(years, 'period', readRows(FILMS).map(({ date = '', rating = '' }) => [`20${date.slice(0, 2)}`, rating]))
  const industry = 'What industry do you work or participate in?'
  const score = 'How likely are you to recommend R to a colleague, friend, or family member?'
  const answers = readRows(R_ENGLISH, { delimiter: '\t', quoteChar: '\0' })
  expectRows(industries, industry, answers.map((row) => [row[industry]!.trim(), row[score]!]))
  expectRows(plans, 'Plan=Kind', SMALL_ROWS.map((row) => [row['Plan=Kind'].trim(), row.How]))
})

it('takes conditions that add up with AND, blank values and names that hold an =', async () => {
  const nobody = figure({ promoters: 0, passives: 0, detractors: 0 })
  const cases: readonly (readonly [wanted: object, ...conditions: string[]])[] = [
    [smallWhere((row) => row['Plan=Kind'] === 'a=b'), 'Plan=Kind=a=b'],
    [smallWhere((row) => row['Plan=Kind'] === ''), 'Plan=Kind='],
    [smallWhere((row) => row['Plan=Kind'].trim() === 'Team' && row.지역 === '부산'), '3=Team', '지역=부산'],
    [smallWhere((row) => /-0[456]-/.test(row.When) && row.지역 === '서울'), 'period=2026-Q2', '지역=서울'],
    [nobody, '지역=제주'],
    [nobody, '지역=서울', '지역=부산'],
  ]
  const slices = await Promise.all(cases.map(([, ...conditions]) => nps(small, ...conditions.flatMap((condition) => ['--where', condition]))))
  expect(slices.map((slice) => slice.total)).toEqual(cases.map(([wanted]) => wanted))
  expect(await cli.refused('unknown-field', 'nps', '--project', small, '--where', 'Region=서울')).toContain('지역')
  await cli.refused('period', 'nps', '--project', small, '--where', 'period=2026-Q5')
  await cli.refused('unknown-field', 'nps', '--project', small, '--by', 'Region')
})

it('numbers come in bands under keys that a filter takes, those of other edges too', async () => {
  const seats = Array.from({ length: 400 }, (_, row) => (row % 25 === 0 ? '' : String((row * 37) % 480)))
  const scores = seats.map((_, row) => String((row * 7) % 11))
  writeFileSync(at('seats.csv'), ['NPS,Seats', ...seats.map((each, row) => `${scores[row]!},${each}`)].join('\n'))
  await folder.import(cli, { seats: [at('seats.csv')] })
  const project = at('seats.earshot')
  const slice = await nps(project, '--by', 'Seats')
  const band = (key: string): ((cell: string) => boolean) => {
    const [from, to] = key.split('..')
    return (cell) => (key === '' ? cell === '' : cell !== '' && (from === '' || Number(cell) >= Number(from)) && (to === '' || Number(cell) <= Number(to)))
  }
  const keys = slice.rows.map(({ key }) => key['Seats']!)
  expect(keys).toHaveLength(6)
  expect([keys[0], keys.at(-2), keys.at(-1)]).toEqual([expect.stringMatching(/^\.\.\d+$/), expect.stringMatching(/^\d+\.\.$/), ''])
  expectRows(slice, 'Seats', seats.map((cell, row) => [keys.find((key) => band(key)(cell))!, scores[row]!]))
  for (const [value, test] of [['37..111', band('37..111')], ['74', (cell: string) => cell === '74'], [keys[1]!, band(keys[1]!)]] as const) {
    expect((await nps(project, '--where', `Seats=${value}`)).total).toEqual(figure(count(scores.filter((_, row) => test(seats[row]!)))))
  }
})
