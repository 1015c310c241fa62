import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { CANARIES, canariesIn, canarySurvey } from '../../helpers/canaries'
import { commandLine } from '../../helpers/command-line'
import { workFolder } from './surveys'

interface Found {
  readonly column: string
  readonly person: boolean
  readonly kinds: readonly { readonly kind: string; readonly cells: number }[]
}
interface Told {
  readonly personal: readonly Found[]
}
interface Waves {
  readonly waves: readonly (Told & { readonly leftOut: readonly string[] })[]
}
interface Slice {
  readonly rows: readonly { readonly n: number; readonly key: Readonly<Record<string, string>> }[]
}

const cli = commandLine()
const { at, remove } = workFolder()
const [survey, project] = [at('survey.csv'), at('project.earshot')]
beforeAll(async () => {
  writeFileSync(survey, canarySurvey())
  await cli.json('import', survey, '--project', project)
})
afterAll(remove)

/** Cells of a column that hold each kind, counted by what was put there. */
const WHY = { email: 24, phone: 24, rrn: 18, card: 12, passport: 6, account: 6 }

it('is told of at inspection: where, which and how much, and never what', async () => {
  const { personal } = await cli.json<Told>('inspect', survey)
  const [why, ...others] = personal
  expect(why).toMatchObject({ column: 'Why did you give this score?', person: false })
  expect(Object.fromEntries(why!.kinds.map(({ kind, cells }) => [kind, cells]))).toEqual(WHY)
  expect(others).toEqual([
    { column: 'Full name', person: true, kinds: [] },
    { column: 'Email', person: true, kinds: [{ kind: 'email', cells: 120 }] },
    { column: 'Phone', person: true, kinds: [{ kind: 'phone', cells: 120 }] },
    { column: 'Desk', person: false, kinds: [{ kind: 'phone', cells: 30 }] },
  ])
  const { stdout } = await cli.run('inspect', survey)
  expect(stdout).toContain('Personal data in "Email": e-mail addresses in 120 cells, taken for a column that names people\n')
  expect(canariesIn(new TextEncoder().encode(stdout))).toEqual([])
})

it('is told of at import, and nothing comes in of columns that are left out', async () => {
  const out = at('out.earshot')
  const { waves } = await cli.json<Waves>('import', survey, '--project', out, '--leave-out', 'Email', '--leave-out', '5', '--leave-out', 'Full name', '--leave-out', 'Desk')
  expect(waves[0]).toMatchObject({ leftOut: ['Email', 'Phone', 'Full name', 'Desk'] })
  expect(waves[0]!.personal.map(({ column }) => column)).toEqual(['Why did you give this score?'])
  const bytes = readFileSync(out)
  expect(bytes.includes('Quillan Brackwater,')).toBe(false)
  expect(canariesIn(bytes)).toEqual(CANARIES)
  const { stdout } = await cli.run('import', survey, '--project', at('again.earshot'), '--leave-out', 'Phone')
  expect(stdout).toContain('survey: "Phone" is left out: it comes in blank.\n')
  expect(stdout).toContain('survey: Personal data in "Email": e-mail addresses in 120 cells')
  const said = await cli.refused('unknown-column', 'import', survey, '--project', at('none.earshot'), '--leave-out', 'Fax')
  expect(said).toContain('Full name, Email, Phone, Region, Desk')
})

it('is in no key: people are numbered, values masked, until it is asked for', async () => {
  const rows = async (...words: readonly string[]): Promise<Slice['rows']> => (await cli.json<Slice>('nps', '--project', project, ...words)).rows
  const masked = await rows('--by', 'Email')
  expect(masked.map(({ key }) => key['Email'])).toEqual(['R1', 'R2', 'R3', 'R4'])
  const open = await rows('--by', 'Email', '--with-personal-data')
  expect(new Set(open.map(({ key }) => key['Email']))).toEqual(new Set(CANARIES.slice(5, 9)))
  expect(open.map(({ n }) => n)).toEqual(masked.map(({ n }) => n))
  expect(new Set((await rows('--by', 'Desk')).map(({ key }) => key['Desk']))).toEqual(new Set(['Line ▇▇▇', 'North desk', 'South desk', '▇▇▇']))
})
