import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, expect, it } from 'vitest'
import { projectPaths } from '../../../electron/window/open-paths'

const folder = mkdtempSync(join(tmpdir(), 'earshot-paths-'))
for (const name of ['a.earshot', '나.EARSHOT', '-b.earshot', 'c.csv']) writeFileSync(join(folder, name), '')
afterAll(() => rmSync(folder, { recursive: true }))

it('finds project files that are there, relative to where the app was called', () => {
  const words = ['/usr/bin/earshot', '..', '--flag=a.earshot', '-b.earshot', 'a.earshot', join(folder, '나.EARSHOT'), 'absent.earshot', 'c.csv']
  expect(projectPaths(words, folder)).toEqual([join(folder, 'a.earshot'), join(folder, '나.EARSHOT')])
  expect(projectPaths([join(folder, 'a.earshot')], folder)).toEqual([])
})

it('finds them by the addresses that file managers of Linux give', () => {
  const url = pathToFileURL(join(folder, '나.EARSHOT')).href
  expect(url).toContain('%EB')
  expect(projectPaths(['earshot', url, url.replace('file:///', 'file://localhost/')], '/')).toEqual([join(folder, '나.EARSHOT'), join(folder, '나.EARSHOT')])
})

it.each([
  'file://share.example/x/a.earshot', 'file://%2e/a.earshot', 'file:///%00a.earshot', 'file:///..%2f..%2fa.earshot', 'file:', 'file:///', 'https://example.com/a.earshot',
  'app://local/a.earshot', 'javascript:a.earshot', 'data:,a.earshot', 'a.earshot\0', 'a.earshot?x', 'a.earshot#x',
])('makes nothing of %j', (word) => expect(projectPaths(['earshot', word], folder)).toEqual([]))
