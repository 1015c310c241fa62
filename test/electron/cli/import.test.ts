import { copyFileSync, existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import Papa from 'papaparse'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Figure } from '../../../shared/nps/types'
import { commandLine, surveyPath } from '../../helpers/command-line'
import { count, figure } from '../../helpers/naive-figure'
import { CARPENTRIES, FILMS, R_ENGLISH, R_SPANISH, R_WORKBOOK, SMALL_MAP, SMALL_ROWS, workFolder, type Imported } from './surveys'

const cli = commandLine()
const folder = workFolder()
const { at } = folder
const small = at('small.earshot')
let imports: Awaited<ReturnType<typeof make>>

const make = () =>
  folder.import(cli, {
    carpentries: [CARPENTRIES],
    unmarked: [R_SPANISH, '--wave', 'Encuesta 2018'],
    community: [R_ENGLISH, R_SPANISH, '--treat-as-nps'],
    films: [FILMS, '--treat-as-nps'],
    small: [at('small.csv'), ...SMALL_MAP],
  })

beforeAll(async () => {
  imports = await make()
})
afterAll(folder.remove)

interface Slice {
  readonly total: Figure
  readonly rows: readonly { readonly key: object }[]
}
const nps = (project: string, ...args: readonly string[]): Promise<Slice> => cli.json<Slice>('nps', '--project', project, ...args)

const wave = (name: string, file: string, accepted: number, scored: number, commented: number): object => ({
  name,
  file,
  accepted,
  setAside: 0,
  duplicates: 0,
  rejected: [],
  scored,
  commented,
})

it('says of every file what became of its rows', () => {
  const invalid = SMALL_ROWS.filter(({ How }) => !/^\d+$/.test(How)).length
  const [english, spanish] = ['2018-english-responses', '2018-spanish-responses'] as const
  expect(imports).toMatchObject({
    carpentries: { project: at('carpentries.earshot'), waves: [wave('longterm_October2017', 'longterm_October2017.csv', 476, 402, 91)] },
    unmarked: { project: at('unmarked.earshot'), waves: [wave('Encuesta 2018', `${spanish}.tsv`, 295, 260, 187)] },
    community: { project: at('community.earshot'), waves: [wave(english, `${english}.tsv`, 3062, 3001, 2501), wave(spanish, `${spanish}.tsv`, 295, 260, 187)] },
    films: { project: at('films.earshot'), waves: [wave('nsmc_20k_dev', 'nsmc_20k_dev.csv', 20000, 20000, 20000)] },
    small: {
      project: small,
      waves: [wave('small', 'small.csv', 600, 600 - invalid, SMALL_ROWS.filter(({ Comment }) => Comment.trim() !== '').length)],
    },
  })
})

it('lists rows that are no responses, with their lines', async () => {
  const footer = surveyPath('re-encoded/r_english_2018_salesforce_footer.csv')
  const { waves } = await cli.json<Imported>('import', footer, '--project', at('footer.earshot'))
  const lines = readFileSync(footer, 'utf8').trimEnd().split('\n').length
  expect(waves[0]).toHaveProperty('rejected', expect.arrayContaining([{ line: lines, code: 'footer', message: expect.any(String) as unknown }]))
})

it('into a project of the longest name that a disk takes', async () => {
  const project = at(`${'가'.repeat(82)}.earshot`)
  await cli.json('import', at('small.csv'), '--project', project, ...SMALL_MAP)
  expect(readFileSync(project).subarray(0, 6).toString()).toBe('SQLite')
  expect(readdirSync(dirname(project)).filter((name) => name.startsWith('가'))).toEqual([basename(project)])
})

it('of the same file again, under any name, finds duplicates and changes nothing', async () => {
  const before = readFileSync(small)
  copyFileSync(at('small.csv'), at('copy.csv'))
  const { waves } = await cli.json<Imported>('import', at('small.csv'), at('copy.csv'), '--project', small, ...SMALL_MAP)
  const repeated = { accepted: 0, setAside: 0, duplicates: 600, rejected: [], scored: 0, commented: 0 }
  expect(waves).toMatchObject([
    { name: 'small', file: 'small.csv', ...repeated },
    { name: 'copy', file: 'copy.csv', ...repeated },
  ])
  expect(readFileSync(small).equals(before)).toBe(true)
})

it('takes the column it is told to, by header, number or name', async () => {
  const wanted = figure(count(SMALL_ROWS.map(({ Other }) => Other)))
  const totals = ['Other', '2', 'other'].map(async (column, number) => {
    const project = at(`mapped${number}.earshot`)
    await cli.json('import', at('small.csv'), '--project', project, '--map', `score=${column}`)
    return (await nps(project)).total
  })
  expect(await Promise.all(totals)).toEqual([wanted, wanted, wanted])
})

it('names several waves, and refuses names it does not know', async () => {
  writeFileSync(at('other.csv'), Papa.unparse(SMALL_ROWS.slice(0, 40)))
  const project = at('named.earshot')
  await cli.json('import', at('small.csv'), at('other.csv'), '--project', project, '--wave', '상반기', ...SMALL_MAP)
  expect((await nps(project, '--by', 'wave')).rows.map(({ key }) => key)).toEqual([{ wave: '상반기' }, { wave: '상반기 2' }])
  await cli.refused('unknown-role', 'import', at('small.csv'), '--project', at('no.earshot'), '--map', 'rating=How')
  expect(await cli.refused('unknown-column', 'import', at('small.csv'), '--project', at('no.earshot'), '--map', 'score=Nope')).toContain('How')
  expect(existsSync(at('no.earshot'))).toBe(false)
})

it('of files of which one cannot be read changes nothing', async () => {
  writeFileSync(at('empty.csv'), '')
  writeFileSync(at('broken.xlsx'), readFileSync(R_WORKBOOK).subarray(0, 50_000))
  const files = [
    ['empty-file', at('empty.csv')],
    ['not-readable', at('broken.xlsx')],
    ['not-readable', folder.path],
    ['not-readable', at('missing.csv')],
    ['unsupported-file', at('films.earshot')],
  ] as const
  const refusals = files.map(([code, bad], number) => {
    const project = number % 2 === 0 ? at(`no${number}.earshot`) : at(`kept${number}.earshot`)
    if (number % 2 === 1) copyFileSync(small, project)
    return cli.refused(code, 'import', at('other.csv'), bad, '--project', project)
  })
  await Promise.all(refusals)
  for (const number of [0, 2, 4]) expect(existsSync(at(`no${number}.earshot`))).toBe(false)
  for (const number of [1, 3]) expect(readFileSync(at(`kept${number}.earshot`)).equals(readFileSync(small))).toBe(true)
})

it('of a wave whose columns changed says what they were taken for; of several scores, which one', async () => {
  const rows = (prefix: string): string => Array.from({ length: 40 }, (_, at) => `${prefix}${at},${at % 11},${(at * 3) % 11},${at % 2 ? 'Retail' : 'Travel'},x${at % 3}`).join('\n')
  writeFileSync(at('one.csv'), `id,Overall score,Service score,Industry,Plan\n${rows('a')}\n`)
  writeFileSync(at('two.csv'), `id,Overall score,Service score,Your industry,Package\n${rows('b')}\n`)
  const imported = await cli.json<Imported>('import', at('one.csv'), at('two.csv'), '--project', at('changed.earshot'), '--map', 'segment=4')
  expect(imported.waves).toMatchObject([
    { asFor: null, matched: [], warnings: expect.arrayContaining([expect.objectContaining({ code: 'several-scores' })]) as unknown },
    { asFor: null, matched: [{ column: 'Your industry', field: 'Industry', how: 'similar' }, { column: 'Package', field: 'Plan', how: 'values' }] },
  ])
  const { rows: slices } = await nps(at('changed.earshot'), '--by', 'Industry')
  expect(slices.map(({ key }) => key)).toEqual([{ Industry: 'Travel' }, { Industry: 'Retail' }])
})

it('keeps columns apart that hold something else under the same header, unless told which field it is', async () => {
  const file = (name: string, prefix: string, cell: (row: number) => string | number): string => {
    writeFileSync(at(name), `id,Overall score,Region\n${Array.from({ length: 40 }, (_, row) => `${prefix}${row},${row % 11},${cell(row)}`).join('\n')}\n`)
    return at(name)
  }
  const project = ['--project', at('regions.earshot')]
  await cli.json<Imported>('import', file('named.csv', 'a', (row) => (row % 2 ? 'North' : 'South')), ...project)
  const numbered = await cli.json<Imported>('import', file('numbered.csv', 'b', (row) => (row % 7) + 1), ...project)
  expect(numbered.waves[0]).toMatchObject({
    apart: [{ column: 'Region', field: 'Region', here: 'numbers (1 · 2 · 3)', there: 'categories (South · North)' }],
  })
  expect((await nps(at('regions.earshot'), '--by', 'Region (2)')).rows).toHaveLength(8)
  const told = await cli.json<Imported>('import', file('told.csv', 'c', (row) => `${row % 7} or so`), ...project, '--field', 'Region=Region')
  expect(told.waves[0]).toMatchObject({ apart: [], matched: [{ column: 'Region', field: 'Region', how: 'told' }] })
  await cli.refused('unknown-field', 'import', file('wrong.csv', 'd', () => 'x'), ...project, '--field', 'Region=Nowhere')
})

it('reads a tenure as told, or says how it was read', async () => {
  writeFileSync(at('tenure.csv'), `id,When,Overall score,Tenure\n${Array.from({ length: 40 }, (_, row) => `t${row},2026-01-11,${row % 11},${row % 30}`).join('\n')}\n`)
  const bands = async (project: string, ...args: readonly string[]) => {
    const { waves } = await cli.json<Imported>('import', at('tenure.csv'), '--project', at(project), ...args)
    const { rows } = await nps(at(project), '--by', 'Tenure')
    return { warnings: JSON.stringify(waves).includes('tenure-unit'), first: rows.filter(({ key }) => JSON.stringify(key).includes('<3m')).length, n: rows.length }
  }
  expect(await bands('tenure-1.earshot')).toEqual({ warnings: true, first: 1, n: 4 })
  expect(await bands('tenure-2.earshot', '--tenure-unit', 'days')).toEqual({ warnings: false, first: 1, n: 1 })
})

it('imports rows that are set aside all the same, when told for which reason', async () => {
  const lines = ['StartDate,EndDate,Status,Finished,ResponseId,Q1_NPS']
  for (let row = 0; row < 30; row++) {
    lines.push(`2026-01-01,2026-01-02,${row % 5 === 0 ? 'Survey Preview' : 'IP Address'},${row % 3 === 0 ? 'False' : 'True'},r${row},${row % 11}`)
  }
  writeFileSync(at('marked.csv'), lines.join('\n'))
  const accepted = async (project: string, ...args: readonly string[]) =>
    (await cli.json<Imported>('import', at('marked.csv'), '--project', at(project), ...args)).waves[0]
  expect(await accepted('aside.earshot')).toMatchObject({ accepted: 16, setAside: 14 })
  expect(await accepted('aside-1.earshot', '--include', 'unfinished')).toMatchObject({ accepted: 24, setAside: 6 })
  expect(await accepted('aside-2.earshot', '--include', 'unfinished,preview')).toMatchObject({ accepted: 30, setAside: 0 })
})
