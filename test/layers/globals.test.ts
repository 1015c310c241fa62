import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'earshot-globals-'))

afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Compiles one line as shared code would be: with its options and its list of globals, in a folder of its own. */
function compile(source: string): string {
  for (const file of ['tsconfig.base.json', 'ambient.d.ts', 'tsconfig.json']) {
    cpSync(join(root, 'shared', file), join(folder, file))
  }
  writeFileSync(join(folder, 'probe.ts'), `export const probe = ${source}\n`)
  const tsc = join(root, 'node_modules/typescript/bin/tsc')
  return spawnSync(process.execPath, [tsc, '-p', folder, '--noEmit', '--pretty', 'false'], { encoding: 'utf8' }).stdout
}

it('compiles plain code', () => {
  expect(compile('[1, 2].map((n) => n + 1).length')).toBe('')
})

it('has the globals it lists', () => {
  expect(compile("new TextEncoder().encode('a').length")).toBe('')
  expect(compile("new TextDecoder('utf-8', { ignoreBOM: true }).decode(new Uint8Array(1))")).toBe('')
})

it('decodes nothing but UTF-8 by itself', () => {
  expect(compile("new TextDecoder('euc-kr', { ignoreBOM: true })")).toMatch(/error TS2345/)
})

it.each(['document', 'window', 'process', 'fetch', 'console', 'setTimeout', 'crypto', 'localStorage'])(
  'does not know %s',
  (name) => {
    expect(compile(`typeof ${name} === 'undefined' ? 0 : ${name}`)).toMatch(/error TS(2304|2584|2591|2580|2552|2503)/)
  },
)
