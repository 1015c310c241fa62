import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it, onTestFinished } from 'vitest'
import { CANARIES, canariesIn, canarySurvey } from '../../helpers/canaries'
import { commandLine, ended, type Run } from '../../helpers/command-line'
import { workFolder } from './surveys'

const { script } = commandLine()
const { at, remove } = workFolder()
afterAll(remove)

const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder).flatMap((name) => (statSync(join(folder, name)).isDirectory() ? filesBelow(join(folder, name)) : [join(folder, name)]))

it('leaves nothing personal outside the project but where it is asked to', async () => {
  expect(CANARIES).toHaveLength(20)
  const world = mkdtempSync(join(tmpdir(), 'earshot-world-'))
  onTestFinished(() => rmSync(world, { recursive: true }))
  const [home, temp, out] = ['home', 'temp', 'out'].map((name) => join(world, name)) as [string, string, string]
  for (const folder of [home, temp, out]) mkdirSync(folder, { recursive: true })
  const project = at('project.earshot')
  writeFileSync(at('survey.csv'), canarySurvey())
  writeFileSync(at('codebook.csv'), `code,parent,rule,must_hit\nLate,,late,late again ${CANARIES[9]}\nSupport,,support,support ${CANARIES[5]}\nBroken,,nothing,said ${CANARIES[12]}\n`)
  const env = { ...process.env, HOME: home, USERPROFILE: home, XDG_CONFIG_HOME: home, XDG_CACHE_HOME: home, APPDATA: home, LOCALAPPDATA: home, TMPDIR: temp, TEMP: temp, TMP: temp }
  const run = (...words: readonly string[]): Promise<Run> => ended(spawn(process.execPath, [script, ...words], { stdio: ['ignore', 'pipe', 'pipe'], env, cwd: world }))

  const said: string[] = []
  for (const words of [
    ...[[], ['--json']].map((more) => ['inspect', at('survey.csv'), ...more]),
    ['import', at('survey.csv'), '--project', project],
    ['import', at('survey.csv'), '--project', join(out, 'other.earshot'), '--leave-out', 'Email', '--json'],
    ['code', '--project', project, '--codebook', at('codebook.csv')],
    ...['Region', 'Desk', 'Full name', 'Email', 'Phone'].map((by) => ['nps', '--project', project, '--by', by]),
    ['nps', '--project', project, '--by', 'Desk', '--by', 'Email', '--json'],
    ['compare', '--project', project, '--from', '2026-01', '--to', '2026-02', '--by', 'Desk'],
    ['trend', '--project', project, '--period', 'month'],
    ['terms', '--project', project],
    ['terms', '--project', project, '--json'],
    ['match', '--project', project, '--rule', 'support', '--json'],
    ['codebook', 'check', at('codebook.csv'), '--json'],
    ['verify', '--project', project],
    ['drivers', '--project', project],
    ...['pptx', 'pdf', 'html'].map((ending) => ['summary', '--project', project, '--out', join(out, `s.${ending}`)]),
    ['summary', '--project', project, '--out', join(out, 's.xlsx'), '--responses'],
    ['summary', '--project', project, '--print-outline'],
    ...['csv', 'xlsx', 'parquet'].map((ending) => ['export', '--project', project, '--out', join(out, `r.${ending}`)]),
    ['export', '--project', project, '--format', 'codebook', '--out', join(out, 'c.csv')],
    ...['csv', 'qdc'].map((ending) => ['codebook', 'export', '--project', project, '--out', join(out, `b.${ending}`)]),
  ]) {
    const { code, stdout, stderr } = await run(...words)
    expect(code, `${words.join(' ')}: ${stderr}`).toBe(0)
    said.push(stdout, stderr)
  }
  const files = filesBelow(world).filter((file) => !file.endsWith('other.earshot'))
  expect(files.length).toBeGreaterThanOrEqual(10)
  expect(files.map((file) => [file, canariesIn(readFileSync(file))]).filter(([, found]) => found!.length > 0)).toEqual([])
  expect(canariesIn(new TextEncoder().encode(said.join('\n')))).toEqual([])

  // That they would be seen, and come out where they are asked for.
  expect(canariesIn(readFileSync(project))).toEqual(CANARIES)
  const all = join(out, 'all.csv')
  expect((await run('export', '--project', project, '--out', all, '--with-personal-data')).code).toBe(0)
  expect(canariesIn(readFileSync(all))).toEqual(CANARIES)
}, 120_000)
