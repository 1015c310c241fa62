import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, expect, it } from 'vitest'
import { commandLine, type CommandLine } from '../../helpers/command-line'

interface Figures {
  readonly total: { readonly n: number }
  readonly rows: readonly { readonly key: Readonly<Record<string, string>>; readonly n: number }[]
  readonly withheld: readonly Readonly<Record<string, string>>[]
}

let earshot: CommandLine
let project: string
const folder = mkdtempSync(join(tmpdir(), 'earshot-anonymous-'))
const at = (name: string): string => join(folder, name)

beforeAll(async () => {
  earshot = commandLine()
  project = at('employees.earshot')
  for (const wave of ['spring', 'autumn']) {
    const sizes = [['Sales', 20], ['Support', 15], ['Dev', 9], ['Ops', 3]] as const
    const people = sizes.flatMap(([team, n]) => Array.from({ length: n }, (_, row) => [team, row] as const))
    const lines = people.map(([team, row], line) => `${wave}${line},${(line * 7) % 11},${team},${row % 2 ? 'Seoul' : 'Busan'},2026-01-${10 + (line % 9)},the office is loud ${line}`)
    writeFileSync(at(`${wave}.csv`), ['Response ID,How likely are you to recommend us?,Team,Site,Submitted,Why?', ...lines].join('\n'))
    await earshot.json('import', at(`${wave}.csv`), '--project', project, '--wave', wave, '--anonymous', '--cross', 'Team')
  }
})

it('nps hides small groups and what gives them away, and refuses other cuts', async () => {
  const byTeam = await earshot.json<Figures>('nps', '--project', project, '--by', 'Team')
  expect(byTeam.total.n).toBe(94)
  expect(byTeam.rows.map(({ key, n }) => [key['Team'], n])).toEqual([
    ['Sales', 40],
    ['Support', 30],
  ])
  expect(byTeam.withheld).toEqual([{ Team: 'Dev' }, { Team: 'Ops' }])
  const { stdout } = await earshot.run('nps', '--project', project, '--by', 'Team', '--by', 'wave')
  expect(stdout).toContain('Hidden, too small or needed to hide others: Dev × autumn')
  await earshot.refused('anonymous-few', 'nps', '--project', project, '--where', 'Team=Ops')
  await earshot.refused('anonymous-cut', 'nps', '--project', project, '--period', 'month')
  await earshot.refused('anonymous-cut', 'nps', '--project', project, '--where', 'period=2026-01')
  expect((await earshot.json<Figures>('nps', '--project', project, '--where', 'Team=Sales', '--where', 'Site=Seoul')).total.n).toBe(20)
})

it('compare takes waves', async () => {
  const compared = await earshot.json<{ readonly from: { readonly n: number }; readonly segments: readonly unknown[]; readonly withheld: readonly unknown[] }>(
    'compare', '--project', project, '--from', 'spring', '--to', 'autumn', '--by', 'Team',
  )
  expect(compared).toMatchObject({ from: { n: 47 }, paired: null, mix: null })
  expect(compared.segments).toHaveLength(2)
  expect(compared.withheld).toHaveLength(2)
  await earshot.refused('anonymous-cut', 'compare', '--project', project, '--from', '2026-01', '--to', '2026-02')
})

it('every other command that tells of answers is refused, and writes nothing', async () => {
  const of = ['--project', project]
  await earshot.refused('anonymous', 'trend', ...of, '--period', 'month')
  await earshot.refused('anonymous', 'terms', ...of)
  await earshot.refused('anonymous', 'drivers', ...of)
  await earshot.refused('anonymous', 'match', ...of, '--rule', 'office')
  await earshot.refused('anonymous', 'summary', ...of, '--out', at('a.xlsx'), '--responses')
  await earshot.refused('anonymous-cut', 'summary', ...of, '--print-outline', '--period', '2026-01')
  await earshot.refused('anonymous-few', 'summary', ...of, '--print-outline', '--where', 'Team=Ops')
  expect(JSON.stringify(await earshot.json('summary', ...of, '--print-outline'))).not.toMatch(/Ops|2026-01|office/)
  for (const file of ['a.csv', 'a.xlsx', 'a.parquet']) await earshot.refused('anonymous', 'export', ...of, '--out', at(file))
  await earshot.json('export', ...of, '--out', at('codes.csv'), '--format', 'codebook')
  expect(await earshot.json('verify', ...of)).toMatchObject({ ok: true })
})
