import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { commandLine } from '../../helpers/command-line'
import { readPdf } from '../../helpers/read-pdf'
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

it.each(['en', 'ko'])('in %s is a PDF and a page, with the time it was given and no other', async (lang) => {
  const clock = ['--clock', '2026-07-02T09:30:00Z', '--lang', lang]
  const write = async (name: string, ...more: readonly string[]): Promise<Uint8Array> => {
    await cli.json('summary', '--project', community, '--out', at(name), ...clock, ...more)
    return new Uint8Array(readFileSync(at(name)))
  }
  const [wide, again, sheets, html] = await Promise.all([
    write(`${lang}.pdf`),
    write(`again-${lang}.pdf`),
    write(`${lang}-a4.pdf`, '--paper', 'a4'),
    write(`${lang}.html`),
  ])
  const pdf = readPdf(wide)
  expect(pdf.info).toMatchObject({ Title: 'community', CreationDate: 'D:20260702093000Z' })
  expect(pdf.pages).toHaveLength(pdf.bookmarks.length)
  expect(pdf.pages.join('\n')).toContain('3,261')
  expect(/[가-힣]{2}/.test(pdf.pages.join('\n'))).toBe(lang === 'ko')
  expect(Buffer.compare(again, wide)).toBe(0)
  expect(readPdf(sheets).sizes[0]).toEqual([595.28, 841.89])
  const page = new TextDecoder().decode(html)
  expect(page).toContain(`<html lang="${lang}">`)
  expect(page).toContain('3,261')
  expect(page).toContain('2026-07-02T09:30:00.000Z')
})

it('refuses papers and clocks that are none', async () => {
  await cli.refused('bad-usage', 'summary', '--project', small, '--out', at('summary.pdf'), '--paper', 'letter')
  await cli.refused('bad-usage', 'summary', '--project', small, '--out', at('summary.pdf'), '--clock', 'yesterday')
})

it('refuses other formats', async () => {
  await cli.refused('output-format', 'summary', '--project', small, '--out', at('summary.docx'))
  await cli.refused('output-format', 'export', '--project', small, '--out', at('export.pdf'))
  await cli.refused('not-writable', 'export', '--project', small, '--out', at('no-such-folder/export.csv'))
})
