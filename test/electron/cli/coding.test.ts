import { spawnSync } from 'node:child_process'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import initSqlJs from 'sql.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CodeEffect } from '../../../shared/nps/types'
import { commandLine } from '../../helpers/command-line'
import { readRows, type Row } from '../../helpers/naive-figure'
import { FILMS, SMALL_MAP, SMALL_ROWS, workFolder } from './surveys'

const cli = commandLine()
const folder = workFolder()
const { at } = folder
const [films, small] = ['films', 'small'].map((name) => at(`${name}.earshot`)) as [string, string]

const codebook = [
  'code,parent,rule,description,color',
  '재미,,*재미* OR *잼있*,재미있다는 말,#1b9e77',
  '지루,,(*지루* | *노잼*) NOT *재미*,,',
  '배우,연기,배우,,',
  '연기,,연기,,',
].join('\n')
const contains: Readonly<Record<string, (text: string) => boolean>> = {
  재미: (text) => /재미|잼있/.test(text),
  지루: (text) => /지루|노잼/.test(text) && !text.includes('재미'),
}

interface Coding {
  readonly verbatims: number
  readonly coded: number
  readonly codes: readonly { readonly code: string; readonly n: number }[]
}
let coding: Coding
let exported: Row[] = []

beforeAll(async () => {
  await folder.import(cli, { films: [FILMS, '--treat-as-nps'], small: [at('small.csv'), ...SMALL_MAP] })
  writeFileSync(at('codebook.csv'), codebook)
  coding = await cli.json<Coding>('code', '--project', films, '--codebook', at('codebook.csv'))
  await cli.json('export', '--project', films, '--out', at('films.csv'), '--with-personal-data')
  exported = readRows(at('films.csv'))
})
afterAll(folder.remove)

it('codes Korean comments', () => {
  const reviews = readRows(FILMS).map(({ review = '' }) => review.normalize('NFKC'))
  const [parent, child] = [reviews.filter((text) => text.includes('연기')), reviews.filter((text) => text.includes('배우'))]
  const numbers = new Map(coding.codes.map(({ code, n }) => [code, n]))
  expect([...numbers.keys()]).toEqual(['재미', '지루', '연기', '배우'])
  for (const [code, matches] of Object.entries(contains)) expect(numbers.get(code)).toBe(reviews.filter(matches).length)
  // A word also takes particles, but is no part of another word.
  for (const [code, most] of [['연기', parent.length], ['배우', child.length]] as const) {
    expect(numbers.get(code)).toBeLessThan(most)
    expect(numbers.get(code)).toBeGreaterThan(most / 3)
  }
  const coded = exported.filter(({ codes }) => codes !== '').length
  expect(coding).toEqual({ verbatims: 20000, coded, coverage: coded / 20000, codes: coding.codes })
  for (const { code, n } of coding.codes) expect(exported.filter(({ codes }) => codes!.split('; ').includes(code)).length).toBe(n)
})

it('coding again with the same codebook changes nothing', async () => {
  const before = readFileSync(films)
  expect(await cli.json('code', '--project', films, '--codebook', at('codebook.csv'))).toEqual(coding)
  expect(readFileSync(films).equals(before)).toBe(true)
})

it('refuses a wrong rule with its place and a hint, and keeps the codes there are', async () => {
  const before = readFileSync(films)
  writeFileSync(at('wrong.csv'), 'code,rule\n재미,*재미*\n지루,(지루* OR\n')
  const said = await cli.refused('rule', 'code', '--project', films, '--codebook', at('wrong.csv'))
  expect(said).toContain('“지루” is wrong at character 6 (line 3)')
  writeFileSync(at('wrong.csv'), 'name,rule\n재미,*재미*\n')
  await cli.refused('codebook', 'code', '--project', films, '--codebook', at('wrong.csv'))
  await cli.refused('not-readable', 'code', '--project', films, '--codebook', at('missing.csv'))
  expect(readFileSync(films).equals(before)).toBe(true)
})

it('counts by the codebook that is there where none is given', async () => {
  expect(await cli.json('code', '--project', films)).toEqual(coding)
})

it('says what each code does to the score: the score less the score without its mentioners', async () => {
  interface Drivers {
    readonly codes: readonly (CodeEffect & { readonly code: string })[]
  }
  const drivers = await cli.json<Drivers>('drivers', '--project', films)
  const points = (rows: readonly Row[]): number =>
    (100 * rows.reduce((sum, { nps_group: group }) => sum + (group === 'promoter' ? 1 : group === 'detractor' ? -1 : 0), 0)) / rows.length
  const scored = exported.filter(({ nps_group: group }) => group !== '')
  const all = points(scored)
  const wanted = coding.codes.map(({ code }) => {
    const [mentioners, rest] = [true, false].map((does) => scored.filter(({ codes }) => codes!.split('; ').includes(code) === does)) as [Row[], Row[]]
    return {
      code,
      n: mentioners.length,
      share: expect.closeTo(mentioners.length / scored.length, 12) as unknown,
      nps: expect.closeTo(points(mentioners), 9) as unknown,
      npsRest: expect.closeTo(points(rest), 9) as unknown,
      contribution: expect.closeTo(all - points(rest), 9) as unknown,
      low: expect.any(Number) as unknown,
      high: expect.any(Number) as unknown,
      adjusted: expect.any(Number) as unknown,
      adjustedSlope: expect.any(Number) as unknown,
      adjustedError: expect.any(Number) as unknown,
    }
  })
  const byCode = (a: { code: string }, b: { code: string }): number => (a.code < b.code ? -1 : 1)
  expect({ ...drivers, codes: [...drivers.codes].sort(byCode) }).toEqual({ base: 20000, nps: 26.025, nonStandardScale: '1-10', codes: wanted.sort(byCode) })
  for (const { low, high, contribution } of drivers.codes) expect((low! + high!) / 2).toBeCloseTo(contribution!, 9)
})

it('exports each accepted response as one row, with its cells', () => {
  const source = readRows(FILMS)
  expect(exported).toHaveLength(source.length)
  expect([...readFileSync(at('films.csv')).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
  const own = ['wave', 'line', 'date', 'nps_score', 'nps_group', 'codes']
  const tags = coding.codes.map(({ code }) => `earshot_tag: ${code}`)
  expect(Object.keys(exported[0]!)).toEqual([
    ...own,
    'review_id',
    'movie_id',
    'date (2)',
    'rating',
    'author',
    'review',
    ...tags,
    'earshot_hand',
    'earshot_marks',
    'earshot_about',
  ])
  for (const { code, n } of coding.codes) expect(exported.filter((row) => row[`earshot_tag: ${code}`] === '1')).toHaveLength(n)
  const plain = (text: string): string => text.replace(/^'(?=[\s]*[=+\-@＝＋－＠﹣﹢﹦﹫\t])/, '')
  source.forEach(({ review = '', rating = '', review_id = '', date = '' }, row) => {
    const line = exported[row]!
    const { review_id: id, nps_score: score, date: day, 'date (2)': written } = line
    expect([id, score, day, written, plain(line['review']!)]).toEqual([
      review_id,
      rating,
      `20${date.replaceAll('.', '-')}`,
      date,
      review.replace(/\r\n?/g, '\n'),
    ])
  })
})

it('finds what a rule matches, in the project and in a file of texts', async () => {
  interface Matched {
    readonly matched: readonly { readonly line: number; readonly spans: readonly (readonly [number, number])[]; readonly question?: string }[]
  }
  const rule = '(배우 | 감독) NEAR/2 연기 -"연기 못*"'
  const here = await cli.json<Matched>('match', `--rule=${rule}`, '--project', films)
  const reviews = readRows(FILMS).map(({ review = '' }) => review)
  writeFileSync(at('texts.csv'), reviews.map((review) => review.replace(/[\r\n]+/g, ' ')).join('\n'))
  const there = await cli.json<Matched>('match', `--rule=${rule}`, '--file', at('texts.csv'))
  expect(here.matched.length).toBeGreaterThan(50)
  expect(there.matched.map(({ line }) => Number(exported[line - 1]!['line']))).toEqual(here.matched.map(({ line }) => line))
  expect(there.matched.map(({ spans }) => spans)).toEqual(here.matched.map(({ spans }) => spans))
  for (const { line, spans } of there.matched) {
    for (const [start, end] of spans) expect(reviews[line - 1]!.slice(start, end)).toMatch(/^(배우|감독|연기)/)
  }
  const said = await cli.refused('rule', 'match', '--rule=-(배우', '--file', at('texts.csv'))
  expect(said).toContain('The rule is wrong at character 2')
  await cli.refused('bad-usage', 'match', '--rule=a')
})

it('ranks the words that set detractors apart', async () => {
  interface Found {
    readonly detractors: number
    readonly others: number
    readonly terms: readonly { readonly term: string; readonly detractors: number; readonly others: number; readonly score: number }[]
  }
  const { detractors, others, terms } = await cli.json<Found>('terms', '--project', films)
  expect([detractors, others]).toEqual([exported, exported].map((rows, side) => rows.filter(({ nps_group: group }) => (group === 'detractor') === (side === 0)).length))
  const leading = terms.slice(0, 12).map(({ term }) => term)
  for (const word of ['재미없', '별로', '지루', '쓰레기', '최악']) expect(leading).toContain(word)
  expect(terms.every(({ score }, at) => at === 0 || score <= terms[at - 1]!.score)).toBe(true)
})

it('exports no formula', async () => {
  expect(await cli.json('export', '--project', small, '--out', at('small-out.csv'), '--with-personal-data')).toEqual({
    file: at('small-out.csv'),
    bytes: statSync(at('small-out.csv')).size,
    rows: 600,
  })
  const rows = readRows(at('small-out.csv'))
  expect(rows).toHaveLength(600)
  const harmless = new Set(['-5', '+82-10-1234-5678'])
  const formulas = rows.flatMap((row) => Object.values(row)).filter((cell) => /^\s*[=+\-@]/.test(cell.normalize('NFKC')) && !harmless.has(cell))
  expect(formulas).toEqual([])
  expect(rows.map(({ Comment }) => Comment!.replace(/^'/, ''))).toEqual(SMALL_ROWS.map(({ Comment }) => Comment))
  expect(rows.map(({ Change }) => Change!.replace(/^'/, ''))).toEqual(SMALL_ROWS.map(({ Change }) => Change))
})

describe('the project file', () => {
  const QUERY = 'SELECT count(*), sum("rating" >= 9), sum("rating" BETWEEN 7 AND 8), sum("rating" <= 6), max(wave) FROM responses'
  const ANSWER = [20000, 10650, 3905, 5445, 'nsmc_20k_dev']

  it('is a database with one row per response', async () => {
    const sql = await initSqlJs()
    const db = new sql.Database(readFileSync(films))
    expect(db.exec(QUERY.replaceAll('"rating"', 'nps_score'))[0]?.values).toEqual([ANSWER])
    expect(db.exec('PRAGMA integrity_check')[0]?.values).toEqual([['ok']])
    db.close()
  })

  it('is read by the sqlite3 command', ({ skip }) => {
    if (spawnSync('sqlite3', ['-version']).status !== 0) skip('sqlite3 is not on the PATH')
    const read = (query: string): string => spawnSync('sqlite3', ['-readonly', films, query], { encoding: 'utf8' }).stdout.trim()
    expect(read(QUERY.replaceAll('"rating"', 'CAST("rating" AS INTEGER)'))).toBe(ANSWER.join('|'))
    expect(read('SELECT label, role FROM fields WHERE name = \'review\'')).toBe('review|comment')
    expect(read('PRAGMA integrity_check')).toBe('ok')
  })
})
