import { closeSync, ftruncateSync, existsSync, openSync, readFileSync, readdirSync, rmSync, writeFileSync, writeSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openNodeStore } from '../../../electron/shelf/node-store'
import { quietTask } from '../../../shared/base/task'
import { openProject } from '../../../shared/engine/project/open-project'
import { commandLine } from '../../helpers/command-line'
import { must, testPlatform } from '../../helpers/project'
import { SMALL_MAP, workFolder } from './surveys'

const cli = commandLine()
const folder = workFolder()
const { at } = folder
const project = at('small.earshot')
let whole: Buffer
let score: unknown

beforeAll(async () => {
  await folder.import(cli, { small: [at('small.csv'), ...SMALL_MAP] })
  whole = readFileSync(project)
  score = await cli.json('nps', '--project', project)
})
afterAll(() => {
  for (const name of readdirSync(at('.'))) if (/\.recovered|\.journal$/.test(name)) rmSync(at(name))
  folder.remove()
})

interface Verified {
  readonly ok: boolean
  readonly problems: readonly { readonly code: string; readonly message: string }[]
}

const flipped = (place: number): Buffer => {
  const bytes = Buffer.from(whole)
  bytes[place]! ^= 1
  return bytes
}

it('verifies a file from end to end, and is done whatever it finds', async () => {
  expect(await cli.json<Verified>('verify', '--project', project)).toEqual({ ok: true, problems: [] })
  expect(await cli.run('verify', '--project', project)).toMatchObject({ code: 0, stdout: `${project} is whole\n` })
  const cases: readonly (readonly [string, Buffer])[] = [
    ['hash', flipped(9000)],
    ['length', whole.subarray(0, whole.length - 5000)],
    ['length', Buffer.concat([whole, Buffer.from('x')])],
    ['foreign', whole.subarray(0, whole.length - 48)],
    ['not-a-project', Buffer.from('id,score\n1,10\n')],
    ['not-a-project', Buffer.alloc(0)],
  ]
  for (const [number, [code, bytes]] of cases.entries()) {
    const path = at(`verify-${number}.earshot`)
    writeFileSync(path, bytes)
    const { ok, problems } = await cli.json<Verified>('verify', '--project', path)
    expect({ ok, code: problems[0]?.code, number }).toEqual({ ok: false, code, number })
    expect(problems.every(({ message }) => message.length > 10)).toBe(true)
    expect(readFileSync(path).equals(bytes)).toBe(true)
  }
  await cli.refused('no-project', 'verify', '--project', at('nowhere.earshot'))
})

it('says how many changes come back that were never saved', async () => {
  const path = at('left.earshot')
  writeFileSync(path, whole)
  const left = must(await openProject(await testPlatform(), must(openNodeStore(path, 'write')), path, quietTask))
  for (const value of ['a', 'b']) {
    must(await left.change('setting', [{ register: 'setting', id: 'test', before: left.registers.setting.get('test') ?? null, after: { value } }]))
  }
  // Closed, as a crash would, without a save.
  await left.close()
  const { code, stdout, stderr } = await cli.run('nps', '--project', path)
  expect({ code, stderr }).toEqual({ code: 0, stderr: 'Recovered 2 changes of a session that ended before it was saved\n' })
  expect(stdout).not.toContain('Recovered')
  expect(await cli.json('nps', '--project', path)).toEqual({ ...(score as object), recoveredChanges: 2 })
  writeFileSync(at('codes.csv'), 'code,rule\nGood,good\n')
  expect((await cli.run('code', '--project', path, '--codebook', at('codes.csv'))).stderr).toContain('Recovered 2 changes')
  expect(await cli.json('nps', '--project', path)).toEqual(score)
})

it('verifies the journal beside the file, too', async () => {
  const path = at('journal.earshot')
  writeFileSync(path, whole)
  writeFileSync(`${path}.journal`, '\u0008\0\0\0abcd{"seq":3,"chain":"x"}{"seq":4,"chain":"x"}')
  expect((await cli.json<Verified>('verify', '--project', path)).problems.map(({ code }) => code)).toEqual(['journal'])
  await cli.refused('damaged', 'nps', '--project', path)
})

it('goes on with what can be had of a damaged file, in a file of its own, when asked to', async () => {
  const path = at('damaged.earshot')
  const bytes = flipped(whole.length - 20)
  writeFileSync(path, bytes)
  await cli.refused('damaged', 'nps', '--project', path)
  const { code, stdout, stderr } = await cli.run('nps', '--project', path, '--recover', '--json')
  expect({ code, changed: !readFileSync(path).equals(bytes) }).toEqual({ code: 0, changed: false })
  const { recovered, ...rest } = JSON.parse(stdout) as { readonly recovered: { readonly file: string; readonly from: string } }
  expect(rest).toEqual(score)
  expect(recovered).toMatchObject({ file: at('damaged.recovered.earshot'), from: 'rest', lostOperations: 0, lostResponses: 0, lostHistory: false })
  expect(stderr).toContain(`Recovered ${path} as ${recovered.file}`)
  expect(await cli.json<Verified>('verify', '--project', recovered.file)).toEqual({ ok: true, problems: [] })
  // Another time, another file: what was recovered may have been worked on.
  await cli.run('nps', '--project', path, '--recover')
  expect(readdirSync(at('.')).filter((name) => name.startsWith('damaged'))).toEqual(['damaged.earshot', 'damaged.recovered-2.earshot', 'damaged.recovered.earshot'])
})

it('recovers nothing where nothing is damaged, or nothing is left', async () => {
  expect(await cli.json('nps', '--project', project, '--recover')).toEqual(score)
  expect(existsSync(at('small.recovered.earshot'))).toBe(false)
  const gone = at('gone.earshot')
  writeFileSync(gone, whole.subarray(0, 300))
  await cli.refused('damaged', 'nps', '--project', gone, '--recover')
  expect(existsSync(at('gone.recovered.earshot'))).toBe(false)
})

it.each(['SQLite format 3\0', 'EARSLOCK'])('refuses a file that is too large without reading it: %s', async (start) => {
  const path = at('huge.earshot')
  const fd = openSync(path, 'w')
  writeSync(fd, start)
  ftruncateSync(fd, 2 ** 30 + 1)
  closeSync(fd)
  expect(await cli.refused('project-too-large', 'nps', '--project', path)).toContain('1025 MB')
})
