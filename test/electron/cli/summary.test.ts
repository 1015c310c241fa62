import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { commandLine } from '../../helpers/command-line'
import { R_ENGLISH, R_SPANISH, SMALL_MAP, workFolder } from './surveys'

const cli = commandLine()
const folder = workFolder()
const { at } = folder
const [community, small] = ['community', 'small'].map((name) => at(`${name}.earshot`)) as [string, string]

beforeAll(async () => {
  await folder.import(cli, {
    community: [R_ENGLISH, R_SPANISH, '--treat-as-nps'],
    small: [at('small.csv'), ...SMALL_MAP],
  })
})
afterAll(folder.remove)

it.each(['en', 'ko'])('in %s is a presentation and a workbook', async (lang) => {
  await Promise.all(
    ['pptx', 'xlsx'].map(async (format) => {
      const file = at(`${lang}.${format}`)
      const answer = await cli.json('summary', '--project', community, '--out', file, '--lang', lang)
      const bytes = new Uint8Array(readFileSync(file))
      expect(answer).toEqual({ file, bytes: bytes.length })
      const parts = unzipSync(bytes)
      const names = Object.keys(parts)
      expect(names).toContain(format === 'pptx' ? 'ppt/presentation.xml' : 'xl/workbook.xml')
      if (format === 'pptx') expect(names.filter((name) => /^ppt\/charts\/chart\d+\.xml$/.test(name)).length).toBeGreaterThan(1)
      const texts = names.filter((name) => /^(ppt\/slides\/slide\d+|xl\/sharedStrings|xl\/worksheets\/sheet\d+)\.xml$/.test(name))
      const words = texts.map((name) => strFromU8(parts[name]!)).join('\n')
      expect(/[가-힣]{2}/.test(words)).toBe(lang === 'ko')
      expect(words).toContain('3,261')
    }),
  )
})

it('refuses other formats', async () => {
  await cli.refused('output-format', 'summary', '--project', small, '--out', at('summary.pdf'))
  await cli.refused('output-format', 'export', '--project', small, '--out', at('export.pdf'))
  await cli.refused('not-writable', 'export', '--project', small, '--out', at('no-such-folder/export.csv'))
})
