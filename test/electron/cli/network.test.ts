import { spawn, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { commandLine, ended, type Run } from '../../helpers/command-line'
import { R_ENGLISH, workFolder } from './surveys'

const { script } = commandLine()
const { at, remove } = workFolder()
afterAll(remove)

const RECORD = at('record.txt')
const RECORDER = pathToFileURL(resolve(import.meta.dirname, '../../helpers/record-network.mjs')).href
/** Linux lends a process a network of its own, in which there is nothing; elsewhere what is tried is only written down. */
const WITHOUT_NETWORK = process.platform === 'linux' && spawnSync('unshare', ['-rn', 'true']).status === 0 ? ['unshare', '-rn'] : []

function run(...words: readonly string[]): Promise<Run> {
  const [program = '', ...rest] = [...WITHOUT_NETWORK, process.execPath, '--import', RECORDER, ...words]
  return ended(spawn(program, rest, { stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, EARSHOT_NETWORK_RECORD: RECORD } }))
}

it('works without a network, and asks for none', async () => {
  const project = at('network.earshot')
  for (const words of [
    ['import', R_ENGLISH, '--project', project, '--treat-as-nps'],
    ['nps', '--project', project],
    ...['pptx', 'pdf', 'html', 'xlsx'].map((ending) => ['summary', '--project', project, '--out', at(`out.${ending}`)]),
    ['export', '--project', project, '--out', at('out.parquet')],
  ]) {
    const { code, stderr } = await run(script, ...words)
    expect(code, `${words.join(' ')}: ${stderr}`).toBe(0)
  }
  expect(statSync(at('out.pdf')).size).toBeGreaterThan(10_000)
  expect(existsSync(RECORD)).toBe(false)
}, 120_000)

it('would be seen', async () => {
  await run('-e', 'fetch("http://127.0.0.1:9/").catch(() => 0); require("node:net").connect(9, "127.0.0.1").on("error", () => 0); require("node:dns").lookup("earshot.invalid", () => 0)')
  const seen = readFileSync(RECORD, 'utf8')
  rmSync(RECORD)
  for (const what of [/^connect .*"port":"?9/m, /^connect \[9,"127\.0\.0\.1"\]/m, /^lookup \["earshot\.invalid"\]/m]) expect(seen).toMatch(what)
})
