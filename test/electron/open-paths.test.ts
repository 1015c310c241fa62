import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { projectPaths } from '../../electron/open-paths'

const folder = mkdtempSync(join(tmpdir(), 'earshot-paths-'))
for (const name of ['a.earshot', '나.EARSHOT', '-b.earshot', 'c.csv']) writeFileSync(join(folder, name), '')
afterAll(() => rmSync(folder, { recursive: true }))

it('finds project files that are there, relative to where the app was called', () => {
  const words = ['/usr/bin/earshot', '.', '--flag=a.earshot', '-b.earshot', 'a.earshot', join(folder, '나.EARSHOT'), 'absent.earshot', 'c.csv']
  expect(projectPaths(words, folder)).toEqual([join(folder, 'a.earshot'), join(folder, '나.EARSHOT')])
  expect(projectPaths([join(folder, 'a.earshot')], folder)).toEqual([])
})
