import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { commandLine } from '../../helpers/command-line'
import { readPdf } from '../../helpers/read-pdf'
import type { Outline } from '../../../shared/report/outline'
import { R_ENGLISH, R_SPANISH, SMALL_MAP, workFolder } from './surveys'

const cli = commandLine()
const folder = workFolder()
const { at } = folder
const wishes = mkdtempSync(join(tmpdir(), 'earshot-wishes-'))
const wish = (name: string): string => join(wishes, name)
const [community, small] = ['community', 'small'].map((name) => at(`${name}.earshot`)) as [string, string]

beforeAll(async () => {
  await folder.import(cli, {
    community: [R_ENGLISH, R_SPANISH, '--treat-as-nps'],
    small: [at('small.csv'), ...SMALL_MAP],
  })
})
afterAll(folder.remove)
afterAll(() => rmSync(wishes, { recursive: true }))

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

it('is its charts, each as SVG by the name of its slide', async () => {
  const options = ['--project', small, '--clock', '2026-10-02T09:30:00Z', '--lang', 'ko'] as const
  const { slides } = await cli.json<Outline>('summary', ...options, '--print-outline')
  const wanted = slides.flatMap((slide) => ('chart' in slide && slide.chart !== null ? [slide] : []))
  expect(wanted.length).toBeGreaterThan(3)
  const { files } = await cli.json<{ readonly files: readonly string[] }>('summary', ...options, '--charts', wishes)
  expect(files).toEqual(wanted.map(({ id }) => wish(`${id.replace(':', '-')}.svg`)))
  files.forEach((file, at) => {
    const picture = readFileSync(file, 'utf8')
    expect(picture).toMatch(/^<svg [^]*<\/svg>\s*$/)
    expect(picture).toContain('@font-face')
    expect(picture.replace(/<[^>]+>/g, '')).toContain(wanted[at]!.title.slice(0, 12).replace(/[&<>"].*/, ''))
  })
  await cli.refused('not-writable', 'summary', ...options, '--charts', wish('absent'))
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

it('says what it would write, and takes edits and a brand from files', async () => {
  const outline = await cli.json<Outline>('summary', '--project', small, '--print-outline')
  const headline = outline.slides.find(({ id }) => id === 'headline')
  expect(headline).toBeDefined()
  const edits = {
    order: ['title', 'own:1', 'headline'],
    out: ['method'],
    sentences: [{ slide: 'headline', key: 'title', of: 1, was: headline?.title, text: 'In our own words' }],
    pages: [{ id: 'own:1', title: 'First of all', text: 'One\nTwo' }],
  }
  writeFileSync(wish('edits.json'), JSON.stringify(edits))
  const edited = await cli.json<Outline>('summary', '--project', small, '--print-outline', '--outline', wish('edits.json'))
  expect(edited.slides.map(({ id }) => id)).toEqual(['title', 'own:1', ...outline.slides.map(({ id }) => id).filter((id) => id !== 'method' && id !== 'title')])
  expect(edited.slides.map(({ title }) => title)).toContain('In our own words')

  const png = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
  writeFileSync(wish('logo.png'), Buffer.from(png, 'base64'))
  writeFileSync(wish('brand.json'), JSON.stringify({ name: 'Hanbit', accent: '#3b0a45', font: 'Georgia', logo: 'logo.png' }))
  await cli.json('summary', '--project', small, '--out', at('dressed.pptx'), '--outline', wish('edits.json'), '--brand', wish('brand.json'))
  const parts = unzipSync(new Uint8Array(readFileSync(at('dressed.pptx'))))
  expect(strFromU8(parts['ppt/theme/theme1.xml']!)).toMatch(/3B0A45.*Georgia/s)
  expect(strFromU8(parts['ppt/slides/slide2.xml']!)).toContain('First of all')
  expect(Object.keys(parts).filter((name) => name.endsWith('.png')).length).toBeGreaterThan(0)
})

it.each([
  ['edits.json', '{"order": 5}', '--outline', 'bad-usage'],
  ['edits.json', 'order', '--outline', 'not-readable'],
  ['brand.json', '{"accent": "red"}', '--brand', 'bad-usage'],
  ['brand.json', '{"colour": "#ffffff"}', '--brand', 'bad-usage'],
  ['brand.json', '{"logo": "nowhere.png"}', '--brand', 'not-readable'],
])('refuses %s with %s', async (name, text, option, code) => {
  writeFileSync(wish(`wrong ${name}`), text)
  await cli.refused(code, 'summary', '--project', small, '--out', at('wrong.pptx'), option, wish(`wrong ${name}`))
})
