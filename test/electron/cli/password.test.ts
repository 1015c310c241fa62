import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CANARIES, canariesIn, canarySurvey } from '../../helpers/canaries'
import { commandLine } from '../../helpers/command-line'

const cli = commandLine()
const folder = mkdtempSync(join(tmpdir(), 'earshot-password-'))
const at = (name: string): string => join(folder, name)
const [survey, right, wrong] = [at('answers.csv'), at('right.txt'), at('wrong.txt')]
const config = process.env['XDG_CONFIG_HOME']

beforeAll(() => {
  process.env['XDG_CONFIG_HOME'] = at('config')
  writeFileSync(survey, canarySurvey())
  // As an editor on Windows leaves it.
  writeFileSync(right, '﻿네 단어로 된 password\r\nnot this\r\n')
  writeFileSync(wrong, 'another password')
})
afterAll(() => {
  if (config === undefined) delete process.env['XDG_CONFIG_HOME']
  else process.env['XDG_CONFIG_HOME'] = config
  rmSync(folder, { recursive: true })
})

async function locked(name: string): Promise<string> {
  const project = at(name)
  await cli.json('import', survey, '--project', project)
  expect(await cli.json('password', '--project', project, '--set-file', right)).toEqual({ project, locked: true })
  return project
}

describe('a project with a password', () => {
  it('is opened by every command that is given it, and by none that is not', async () => {
    const project = await locked('a.earshot')
    expect(await cli.refused('password', 'nps', '--project', project)).toContain('--password-file')
    await cli.refused('wrong-password', 'nps', '--project', project, '--password-file', wrong)
    await cli.refused('password', 'nps', '--project', project, '--recover')
    await cli.refused('not-readable', 'nps', '--project', project, '--password-file', at('none.txt'))
    expect(await cli.json('nps', '--project', project, '--password-file', right)).toMatchObject({ total: { n: 120 } })
    process.env['EARSHOT_PASSWORD'] = '네 단어로 된 password'
    try {
      expect(await cli.json('nps', '--project', project)).toMatchObject({ total: { n: 120 } })
      await cli.json('export', '--project', project, '--out', at('a.csv'))
    } finally {
      delete process.env['EARSHOT_PASSWORD']
    }
    expect(readdirSync(folder).filter((name) => name.startsWith('a.earshot.'))).toEqual([])
  })

  it('keeps it through an import, with nothing readable in it', async () => {
    const project = await locked('b.earshot')
    writeFileSync(at('more.csv'), canarySurvey().replaceAll('2026-0', '2025-0'))
    await cli.json('import', at('more.csv'), '--project', project, '--password-file', right)
    expect(await cli.json('nps', '--project', project, '--password-file', right)).toMatchObject({ total: { n: 240 } })
    expect(canariesIn(readFileSync(project))).toEqual([])
  })

  it('is made with it, where a new one is imported into with one', async () => {
    const project = at('new.earshot')
    await cli.json('import', survey, '--project', project, '--password-file', right)
    expect(canariesIn(readFileSync(project))).toEqual([])
    await cli.refused('password', 'nps', '--project', project)
    writeFileSync(at('short.txt'), 'short\n')
    await cli.refused('short-password', 'import', survey, '--project', at('never.earshot'), '--password-file', at('short.txt'))
    expect(existsSync(at('never.earshot'))).toBe(false)
  })

  it('has it changed and removed', async () => {
    const project = await locked('c.earshot')
    await cli.refused('password', 'password', '--project', project, '--remove')
    await cli.json('password', '--project', project, '--set-file', wrong, '--password-file', right)
    await cli.refused('wrong-password', 'nps', '--project', project, '--password-file', right)
    expect(await cli.json('password', '--project', project, '--remove', '--password-file', wrong)).toEqual({ project, locked: false })
    expect(await cli.json('nps', '--project', project)).toMatchObject({ total: { n: 120 } })
    expect(canariesIn(readFileSync(project)).length).toBe(CANARIES.length)
    for (const options of [[], ['--remove', '--set-file', right]]) await cli.refused('bad-usage', 'password', '--project', project, ...options)
    writeFileSync(at('blank.txt'), '\nsecond line')
    await cli.refused('bad-usage', 'password', '--project', project, '--set-file', at('blank.txt'))
  })

  it('is verified as whole without it, to the last record with it, and as damaged without it too', async () => {
    const project = await locked('d.earshot')
    expect(await cli.json('verify', '--project', project)).toEqual({ ok: true, problems: [], locked: true, opened: false })
    expect(await cli.json('verify', '--project', project, '--password-file', right)).toEqual({ ok: true, problems: [], locked: true, opened: true })
    await cli.refused('wrong-password', 'verify', '--project', project, '--password-file', wrong)
    const damaged = readFileSync(project)
    damaged[5000]! ^= 1
    writeFileSync(at('damaged.earshot'), damaged)
    expect(await cli.json('verify', '--project', at('damaged.earshot'))).toMatchObject({ ok: false, problems: [{ code: 'hash' }] })
    await cli.refused('damaged', 'nps', '--project', at('damaged.earshot'), '--password-file', right)
  })

  it('loses the earlier snapshots that the app kept, and is not locked while the app has changes of it', async () => {
    const project = at('e.earshot')
    await cli.json('import', survey, '--project', project)
    const app = join(at('config'), 'Earshot', 'projects', 'p1')
    const generations = join(app, 'project.generations')
    mkdirSync(generations, { recursive: true })
    writeFileSync(join(app, 'place.json'), JSON.stringify({ file: project, mark: '' }))
    const kept = join(generations, '2026-01-01T00-00-00.000Z-0123456789abcdef.earshot')
    writeFileSync(kept, readFileSync(project))
    writeFileSync(join(app, 'project.earshot.journal'), 'changes')
    await cli.refused('kept-in-app', 'password', '--project', project, '--set-file', right)
    expect(existsSync(kept)).toBe(true)
    rmSync(join(app, 'project.earshot.journal'))
    await cli.json('password', '--project', project, '--set-file', right)
    expect(existsSync(generations)).toBe(false)
  })

  it('that is damaged is recovered under its password, from what the app kept', async () => {
    const project = await locked('f.earshot')
    const app = join(at('config'), 'Earshot', 'projects', 'p2')
    mkdirSync(join(app, 'project.generations'), { recursive: true })
    writeFileSync(join(app, 'place.json'), JSON.stringify({ file: project, mark: '' }))
    writeFileSync(join(app, 'project.generations', '2026-01-01T00-00-00.000Z-0123456789abcdef.earshot'), readFileSync(project))
    const damaged = readFileSync(project)
    damaged.fill(1, 20, 3000)
    writeFileSync(project, damaged)
    await cli.refused('password', 'nps', '--project', project, '--recover')
    const { code, stdout } = await cli.run('nps', '--project', project, '--recover', '--password-file', right, '--json')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ total: { n: 120 }, recovered: { from: 'generation' } })
    const recovered = at('f.recovered.earshot')
    expect(canariesIn(readFileSync(recovered))).toEqual([])
    expect(await cli.json('nps', '--project', recovered, '--password-file', right)).toMatchObject({ total: { n: 120 } })
  })
})
