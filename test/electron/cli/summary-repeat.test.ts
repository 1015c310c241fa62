import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { commandLine } from '../../helpers/command-line'
import { readPdf } from '../../helpers/read-pdf'
import { officeParts } from '../../shared/report/well-formed'
import { SMALL_MAP, workFolder } from './surveys'

const cli = commandLine()
const folder = workFolder()
const { at } = folder
const project = at('small.earshot')

beforeAll(async () => {
  await folder.import(cli, { small: [at('small.csv'), ...SMALL_MAP] })
  writeFileSync(at('codes.csv'), 'code,rule\nDelivery,delivery OR 배송*\nSupport,support\n')
  await cli.json('code', '--project', project, '--codebook', at('codes.csv'))
})
afterAll(folder.remove)

// Two days on which every period of the answers is over, written with the same digits.
const [DAY, OTHER] = ['2027-12-03T09:30:00Z', '2027-03-12T09:30:00Z'] as const
const FORMS = [
  ['deck.pptx', []],
  ['slides.pdf', []],
  ['paper.pdf', ['--paper', 'a4']],
  ['page.html', []],
  ['book.xlsx', ['--responses']],
] as const

const write = async (name: string, clock: string, more: readonly string[]): Promise<Uint8Array> => {
  await cli.json('summary', '--project', project, '--out', at(name), '--clock', clock, '--lang', name.includes('pdf') ? 'ko' : 'en', ...more)
  return new Uint8Array(readFileSync(at(name)))
}

/** What a file says, with the clock's day in all of its forms left out. */
const DATES = /2027-?(?:12-?03|03-?12)(?:T?09:?30:?00(?:\.000)?Z?)?|(?:3 December|12 March) 2027|2027년 (?:12월 3|3월 12)일|D:2027\d+Z?/g
const timeless = (text: string): string => text.replace(DATES, '[day]')

function partsOf(name: string, bytes: Uint8Array): ReadonlyMap<string, string> {
  if (name.endsWith('.pdf')) {
    const { pages, bookmarks, tags, info, sizes } = readPdf(bytes)
    return new Map([...pages.map((page, place) => [`page ${place}`, page] as const), ['rest', JSON.stringify([bookmarks, tags, info, sizes])]])
  }
  if (!name.endsWith('.html')) return officeParts(bytes)
  return new Map([['page', new TextDecoder().decode(bytes)]])
}

it.each(FORMS)('%s is the same file for the same project and clock, and another clock changes nothing but its day', async (name, more) => {
  const [first, again, later] = await Promise.all([
    write(`1-${name}`, DAY, more),
    write(`2-${name}`, DAY, more),
    write(`3-${name}`, OTHER, more),
  ])
  expect(Buffer.compare(first, again)).toBe(0)
  expect(Buffer.compare(first, later)).not.toBe(0)
  const [before, after] = [partsOf(name, first), partsOf(name, later)]
  expect([...after.keys()]).toEqual([...before.keys()])
  let changed = 0
  for (const [part, text] of before) {
    const other = after.get(part)!
    if (other !== text) changed += 1
    if (timeless(other) !== timeless(text)) expect.fail(`${name}: ${part} differs in more than the day`)
  }
  expect(changed).toBeGreaterThan(0)
})

it('has the responses in the workbook if asked, without what names people and with personal words masked', async () => {
  const csv = ['Date,Score,Industry,Comment,Contact,Mail', ...Array.from({ length: 60 }, (_, row) =>
    `2026-0${1 + (row % 6)}-1${row % 9},${row % 11},${['Bank', 'Shop'][row % 2]},"${['Kim Min called 010-1234-5678', '=SUM(A1)', 'fine, write to a@b.co'][row % 3]} number ${row}",Kim Min,u${row}@x.com`)].join('\n')
  writeFileSync(at('people.csv'), `${csv}\n`)
  const people = at('people.earshot')
  await cli.json('import', at('people.csv'), '--project', people, '--map', 'score=Score', '--map', 'comment=Comment', '--map', 'person=Contact', '--map', 'person=Mail', '--map', 'segment=Industry')
  await cli.json('summary', '--project', people, '--out', at('people.xlsx'), '--responses', '--clock', DAY, '--where', 'Industry=Bank')
  const parts = officeParts(new Uint8Array(readFileSync(at('people.xlsx'))))
  const sheets = [...parts.keys()].filter((part) => /^xl\/worksheets\/sheet\d+\.xml$/.test(part))
  const last = parts.get(`xl/worksheets/sheet${sheets.length}.xml`)!
  expect(last.match(/<row /g)).toHaveLength(31)
  expect(last).toContain('▇▇▇')
  expect(last).toContain('=SUM(A1) number')
  for (const text of parts.values()) expect(text).not.toMatch(/Kim Min|010-1234|@x\.com|a@b\.co|<f[ >]/)
  await cli.json('summary', '--project', people, '--out', at('plain.xlsx'), '--clock', DAY, '--where', 'Industry=Bank')
  expect([...officeParts(new Uint8Array(readFileSync(at('plain.xlsx')))).keys()].filter((part) => /^xl\/worksheets\/sheet\d+\.xml$/.test(part))).toHaveLength(sheets.length - 1)
  await cli.refused('bad-usage', 'summary', '--project', people, '--out', at('people.pdf'), '--responses')
})
