import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
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
  expect(imports).toEqual({
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

it('of the same file again, under any name, finds duplicates and changes nothing', async () => {
  const before = readFileSync(small)
  copyFileSync(at('small.csv'), at('copy.csv'))
  const { waves } = await cli.json<Imported>('import', at('small.csv'), at('copy.csv'), '--project', small, ...SMALL_MAP)
  const repeated = { accepted: 0, setAside: 0, duplicates: 600, rejected: [], scored: 0, commented: 0 }
  expect(waves).toEqual([
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
