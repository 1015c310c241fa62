import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { commandLine } from '../../helpers/command-line'
import { R_ENGLISH, R_SPANISH, SMALL_MAP, workFolder } from './surveys'

const cli = commandLine()
const folder = workFolder()
const { at } = folder
const [community, small] = ['community', 'small'].map((name) => at(`${name}.earshot`)) as [string, string]
const CODEBOOK = 'code,parent,rule\nLate,,late | 늦*\nSlow,Late,늦어요\nSupport,,support\n'

interface ImportedWave {
  readonly name: string
  readonly accepted: number
  readonly scored: number
  readonly commented: number
}
let imported: readonly ImportedWave[] = []

beforeAll(async () => {
  const made = await folder.import(cli, { community: [R_ENGLISH, R_SPANISH, '--treat-as-nps'], small: [at('small.csv'), ...SMALL_MAP] })
  imported = made.community.waves as readonly ImportedWave[]
  writeFileSync(at('codebook.csv'), CODEBOOK)
  await cli.json('code', '--project', small, '--codebook', at('codebook.csv'))
})
afterAll(folder.remove)

const figures = (project: string, ...by: readonly string[]): Promise<unknown> =>
  cli.json('nps', '--project', project, '--by', 'wave', ...by.flatMap((field) => ['--by', field]))

it.each(['csv', 'xlsx'])('as %s makes the project again: waves, roles, scales and figures', async (ending) => {
  const out = at(`out-of-community.${ending}`)
  expect(await cli.json('export', '--project', community, '--out', out)).toEqual({ file: out, bytes: statSync(out).size, rows: 3357 })
  const back = at(`back-${ending}.earshot`)
  const { waves } = await cli.json<{ waves: readonly object[] }>('import', out, '--project', back)
  expect(imported.map(({ scored }) => scored)).toEqual([3001, 260])
  expect(waves).toMatchObject(
    imported.map(({ name, accepted, scored, commented }) => ({ name, accepted, scored, commented, setAside: 0, duplicates: 0, rejected: [] })),
  )
  expect(await figures(back)).toEqual(await figures(community))
  // Into the project that it came from, it brings nothing twice.
  const again = await cli.json<{ waves: readonly object[] }>('import', out, '--project', back)
  expect(again.waves).toMatchObject(imported.map(({ accepted }) => ({ accepted: 0, duplicates: accepted })))
  expect(await figures(back)).toEqual(await figures(community))
})

it('brings the codebook along in a workbook, and as a file of its own', async () => {
  await cli.json('export', '--project', small, '--out', at('coded.xlsx'))
  await cli.json('import', at('coded.xlsx'), '--project', at('coded.earshot'))
  const drivers = await cli.json('drivers', '--project', small)
  expect(await cli.json('drivers', '--project', at('coded.earshot'))).toEqual(drivers)

  await cli.json('export', '--project', small, '--out', at('coded.csv'))
  expect(await cli.json('export', '--project', small, '--format', 'codebook', '--out', at('codes.csv'))).toMatchObject({ rows: 3 })
  await cli.json('import', at('coded.csv'), '--project', at('coded-csv.earshot'))
  await cli.json('code', '--project', at('coded-csv.earshot'), '--codebook', at('codes.csv'))
  expect(await cli.json('drivers', '--project', at('coded-csv.earshot'))).toEqual(drivers)
})

it('as Parquet puts the SQL beside it', async () => {
  const file = at('small-out.parquet')
  const beside = at('small-out.sql')
  expect(await cli.json('export', '--project', small, '--out', file)).toEqual({ file, bytes: statSync(file).size, rows: 600, beside: [beside] })
  expect(readFileSync(file).subarray(0, 4).toString()).toBe('PAR1')
  expect(readFileSync(beside, 'utf8')).toContain("read_parquet('small-out.parquet')")
})

it('refuses what does not fit together', async () => {
  await cli.refused('output-format', 'export', '--project', small, '--format', 'xlsx', '--out', at('no.csv'))
  await cli.refused('output-format', 'export', '--project', small, '--out', at('no.txt'))
  await cli.refused('bad-usage', 'export', '--project', small, '--format', 'ods', '--out', at('no.ods'))
  await cli.refused('not-writable', 'export', '--project', small, '--out', at('no-such-folder/out.parquet'))
})
