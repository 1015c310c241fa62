import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { commandLine } from '../../helpers/command-line'
import { CARPENTRIES, FILMS, SMALL_MAP, workFolder } from './surveys'

const cli = commandLine()
const folder = workFolder()
const { at } = folder
const small = at('small.earshot')

beforeAll(async () => {
  writeFileSync(at('codebook.csv'), 'code,rule\nPrice,price\n')
  await folder.import(cli, {
    small: [at('small.csv'), ...SMALL_MAP],
  })
})
afterAll(folder.remove)

it('is bad usage when words are missing, wrong or too many', async () => {
  const usages: readonly string[][] = [
    [],
    ['conjure'],
    ['inspect'],
    ['inspect', CARPENTRIES, FILMS],
    ['import', CARPENTRIES],
    ['import', CARPENTRIES, '--project', 'p.earshot', '--map', 'score'],
    ['nps'],
    ['nps', '--project', 'p.earshot', '--colour', 'red'],
    ['nps', '--project', 'p.earshot', 'stray'],
    ['compare', '--project', 'p.earshot', '--from', '2026'],
    ['code', '--codebook', 'codes.csv'],
    ['drivers'],
    ['summary', '--project', 'p.earshot', '--out', 'p.pptx', '--lang', 'fr'],
  ]
  const runs = await Promise.all(usages.map((args) => cli.run(...args)))
  for (const [number, { code, stdout, stderr }] of runs.entries()) {
    const args = usages[number]!
    expect({ args, code, stdout }).toEqual({ args, code: 2, stdout: '' })
    expect(stderr).toMatch(args.length === 0 ? /^Usage: / : /^error bad-usage: .+\n.+\n$/)
  }
})

it('is bad usage with a project as well', async () => {
  const usages = [
    ['nps', '--period', 'week'],
    ['nps', '--where', 'How'],
    ['compare', '--from', '2026', '--to', '2026', '--by', 'How', '--by', '지역'],
  ] as const
  await Promise.all(usages.map((args) => cli.refused('bad-usage', ...args, '--project', small)))
})

it('helps when asked to', async () => {
  for (const args of [['help'], ['nps', '--help']]) {
    const { code, stdout, stderr } = await cli.run(...args)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    for (const name of ['inspect', 'import', 'nps', 'compare', 'code', 'drivers', 'summary', 'export']) expect(stdout).toContain(`  ${name} `)
  }
})

const commands = (project: string): (readonly [string, ...string[]])[] => [
  ['nps', '--project', project],
  ['compare', '--project', project, '--from', '2026', '--to', '2026'],
  ['code', '--project', project, '--codebook', at('codebook.csv')],
  ['drivers', '--project', project],
  ['summary', '--project', project, '--out', at('none.pptx')],
  ['export', '--project', project, '--out', at('none.csv')],
]

it('is anything with a project that is not there', async () => {
  await Promise.all(commands(at('nowhere.earshot')).map((args) => cli.refused('no-project', ...args)))
  await cli.refused('storage-gone', 'import', CARPENTRIES, '--project', at('no-such-folder/p.earshot'))
  expect(existsSync(at('nowhere.earshot'))).toBe(false)
})

it('is anything with a damaged project', async () => {
  const whole = readFileSync(small)
  const flipped = (place: number): Buffer => Buffer.from(whole.map((byte, index) => (index === place ? byte ^ 0x10 : byte)))
  const damages: readonly (readonly [code: string, bytes: Buffer])[] = [
    ['damaged', flipped(0)],
    ['damaged', flipped(Math.floor(whole.length / 2))],
    ['damaged', flipped(whole.length - 1)],
    ['damaged', whole.subarray(0, whole.length - 5000)],
    ['not-a-project', Buffer.from('nothing of the kind')],
    ['not-a-project', Buffer.alloc(0)],
    ['changed-elsewhere', whole.subarray(0, whole.length - 48)],
  ]
  const refusals = damages.map(async ([code, bytes], number) => {
    const damaged = at(`damaged${number}.earshot`)
    writeFileSync(damaged, bytes)
    const all = [...commands(damaged), ['import', CARPENTRIES, '--project', damaged]]
    // One after the other: of two that write, one would find the project locked.
    for (const args of number === 1 ? all : [all[number]!]) await cli.refused(code, ...args)
    expect(readFileSync(damaged).equals(bytes)).toBe(true)
  })
  await Promise.all(refusals)
  await cli.refused('not-a-project', 'nps', '--project', folder.path)
  await cli.refused('not-a-project', 'import', CARPENTRIES, '--project', folder.path)
})

it.skipIf(process.platform === 'win32')('reads no device, which would never end, and all of a pipe', async () => {
  for (const device of ['/dev/zero', '/dev/null']) {
    const { code, stderr } = await cli.run('inspect', device)
    expect({ code, stderr }).toEqual({ code: 1, stderr: expect.stringMatching(/^error not-readable: .*it is a device/) as unknown })
  }
  expect(spawnSync('mkfifo', [at('pipe.csv')]).status).toBe(0)
  const text = readFileSync(at('small.csv'))
  const written = writeFile(at('pipe.csv'), Buffer.concat([text, Buffer.from('\n'.repeat(200_000))]))
  const { code, stdout } = await cli.run('inspect', at('pipe.csv'))
  await written
  expect({ code, stdout }).toEqual({ code: 0, stdout: expect.stringContaining('pipe.csv: csv') as unknown })
})
