import { spawnSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strFromU8, unzipSync } from 'fflate'
import Papa from 'papaparse'
import initSqlJs from 'sql.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CodeEffect, Difference, Figure, GroupCounts } from '../../shared/nps/types'
import { buildCommandLine, surveyPath, type CommandLine } from '../helpers/command-line'

const CARPENTRIES = surveyPath('carpentries-nps/longterm_October2017.csv')
const R_ENGLISH = surveyPath('r-community-survey-nps/2018-english-responses.tsv')
const R_SPANISH = surveyPath('r-community-survey-nps/2018-spanish-responses.tsv')
const R_WORKBOOK = surveyPath('r-community-survey-nps/2019 Spanish R Community Survey Responses.xlsx')
const FILMS = surveyPath('nsmc-naver-movie/nsmc_20k_dev.csv')
const FILMS_CP949 = surveyPath('re-encoded/nsmc_3000_cp949.csv')

interface Slice {
  readonly total: Figure
  readonly rows: readonly (Figure & { readonly key: Readonly<Record<string, string | null>> })[]
  readonly nonStandardScale?: string
}
interface Imported {
  readonly project: string
  readonly waves: readonly object[]
}

const folder = mkdtempSync(join(tmpdir(), 'earshot-cli-'))
const at = (name: string): string => join(folder, name)
const [carpentries, community, unmarked, films, small] = ['carpentries', 'community', 'unmarked', 'films', 'small'].map((name) =>
  at(`${name}.earshot`),
) as [string, string, string, string, string]
let cli: CommandLine
let imports: readonly Imported[] = []

/** 600 made-up answers over three quarters, with what exports hold: blanks, `=`, Korean, line breaks, formulas. */
const SMALL_ROWS = Array.from({ length: 600 }, (_, row) => {
  const dice = Math.imul(row + 1, 2_654_435_761) >>> 0
  const month = 1 + (row % 9)
  return {
    How: row % 50 === 7 ? 'abc' : row % 50 === 8 ? '' : String(Math.min(10, (dice % 13) + (month > 6 ? 1 : 0))),
    Other: String((dice >>> 8) % 11),
    'Plan=Kind': ['a=b', 'Team', '', ' Team '][(dice >>> 4) % 4]!,
    지역: ['서울', '부산', '대구'][(dice >>> 12) % 3]!,
    When: `2026-0${month}-${String(1 + (row % 28)).padStart(2, '0')}`,
    Comment: [`late delivery, order ${row}`, '배송이 늦어요', '=1+1', '', '\t@SUM(A1)', 'great\nsupport', '＝cmd', 'fine'][(dice >>> 16) % 8]!,
    Change: ['-5', '+82-10-1234-5678', '-1+1', '+cmd|x'][(dice >>> 20) % 4]!,
  }
})
const SMALL_MAP = ['--map', 'score=How', '--map', 'comment=Comment', '--map', 'segment=Plan=Kind', '--map', 'date=When']

beforeAll(async () => {
  cli = await buildCommandLine('cli')
  writeFileSync(at('small.csv'), `\ufeff${Papa.unparse(SMALL_ROWS)}`)
  const importing = [
    [carpentries, CARPENTRIES],
    [unmarked, R_SPANISH, '--wave', 'Encuesta 2018'],
    [community, R_ENGLISH, R_SPANISH, '--treat-as-nps'],
    [films, FILMS, '--treat-as-nps'],
    [small, at('small.csv'), ...SMALL_MAP],
  ] as const
  imports = await Promise.all(importing.map(([project, ...rest]) => cli.json<Imported>('import', ...rest, '--project', project)))
}, 120_000)

afterAll(() => {
  const beside = readdirSync(folder).filter((name) => !/^[\w-]+\.(earshot|csv|tsv|pptx|xlsx)$/.test(name))
  rmSync(folder, { recursive: true })
  expect(beside, 'beside the project files').toEqual([])
})

const nps = (project: string, ...args: readonly string[]): Promise<Slice> => cli.json<Slice>('nps', '--project', project, ...args)

/** The figure of counts, computed another way than the engine does. */
function figure({ promoters, passives, detractors }: GroupCounts): object {
  const n = promoters + passives + detractors
  const counts = { n, promoters, passives, detractors }
  if (n === 0) return { ...counts, nps: null, low: null, high: null, base: 'tiny', reason: 'no-answers' }
  const [sum, squares] = [promoters - detractors, promoters + detractors + 1.5]
  const mean = sum / (n + 3)
  const margin = 1.959963984540054 * Math.sqrt((squares / (n + 3) - mean ** 2) / (n + 3))
  return {
    ...counts,
    nps: expect.closeTo((100 * sum) / n, 9) as unknown,
    low: expect.closeTo(Math.max(-100, 100 * (mean - margin)), 9) as unknown,
    high: expect.closeTo(Math.min(100, 100 * (mean + margin)), 9) as unknown,
    base: n < 10 ? 'tiny' : n < 30 ? 'low' : 'ok',
  }
}

function count(scores: readonly string[]): GroupCounts {
  const answers = scores.map((text) => text.trim()).filter((text) => /^(\d|10)$/.test(text)).map(Number)
  const between = (low: number, high: number): number => answers.filter((score) => score >= low && score <= high).length
  return { promoters: between(9, 10), passives: between(7, 8), detractors: between(0, 6) }
}

type Row = Readonly<Record<string, string>>
const smallWhere = (keep: (row: (typeof SMALL_ROWS)[number]) => boolean): object =>
  figure(count(SMALL_ROWS.filter(keep).map(({ How }) => How)))

const readRows = (path: string, options: { delimiter?: string; quoteChar?: string } = {}): Row[] =>
  Papa.parse<Row>(readFileSync(path, 'utf8').replace(/^\ufeff/, ''), { header: true, skipEmptyLines: true, ...options }).data

/** Expects the rows of a slice to be those of `scores` by key, each once and as computed here. */
function expectRows(slice: Slice, name: string, keyed: readonly (readonly [key: string, score: string])[]): void {
  const scores = new Map<string, string[]>()
  for (const [key, score] of keyed) scores.set(key, [...(scores.get(key) ?? []), score])
  const wanted = [...scores].map(([key, list]) => ({ key: { [name]: key }, ...figure(count(list)) }))
  const byKey = (a: { key: object }, b: { key: object }): number => (JSON.stringify(a.key) < JSON.stringify(b.key) ? -1 : 1)
  expect([...slice.rows].sort(byKey)).toEqual(wanted.sort(byKey))
}

const total = (slice: Slice): GroupCounts => {
  const sum = (group: keyof GroupCounts): number => slice.rows.reduce((all, row) => all + row[group], 0)
  return { promoters: sum('promoters'), passives: sum('passives'), detractors: sum('detractors') }
}

describe('inspect', () => {
  const first = (headers: readonly string[], roles: readonly string[], kinds: readonly string[]): object[] =>
    headers.map((name, column) => ({ index: column + 1, name, role: roles[column], kind: kinds[column] }))
  const film = first(
    ['review_id', 'movie_id', 'date', 'rating', 'author', 'review'],
    ['id', 'ignore', 'date', 'score', 'person', 'comment'],
    ['id', 'number', 'date', 'score', 'text', 'text'],
  )

  it('says what a CSV, a TSV, a workbook and a CP949 file hold', async () => {
    const inspect = (file: string): Promise<object> => cli.json<object>('inspect', file)
    const [csv, tsv, xlsx, cp949] = await Promise.all([CARPENTRIES, R_ENGLISH, R_WORKBOOK, FILMS_CP949].map(inspect))
    const message = expect.stringMatching(/\w/) as unknown
    const scaleNote = { code: 'scale-not-nps', message }
    expect(csv).toEqual({
      format: 'csv',
      encoding: 'utf-8',
      delimiter: ',',
      headerRows: 1,
      rows: readRows(CARPENTRIES).length,
      preset: null,
      columns: expect.arrayContaining([{ index: 75, name: 'Likely-To-Recommend', role: 'score', kind: 'score' }]) as unknown,
      score: { column: 'Likely-To-Recommend', scale: '0-10' },
      warnings: [{ code: 'no-date', message }],
    })
    expect(tsv).toMatchObject({ format: 'tsv', encoding: 'utf-8', delimiter: '\t', headerRows: 1, rows: 3062, preset: 'google-forms' })
    expect(tsv).toMatchObject({ score: { column: expect.stringMatching(/^How likely are you to recommend R/) as unknown, scale: '1-10' } })
    expect(tsv).toHaveProperty('columns.length', 43)
    expect(tsv).toHaveProperty('warnings', expect.arrayContaining([scaleNote]))
    expect(xlsx).toMatchObject({ format: 'xlsx', encoding: null, delimiter: null, headerRows: 1, rows: 338, score: { scale: '1-10' } })
    expect(xlsx).toHaveProperty('columns.length', 52)
    expect(cp949).toEqual({
      format: 'csv',
      encoding: 'cp949',
      delimiter: ',',
      headerRows: 1,
      rows: 3000,
      preset: null,
      columns: film,
      score: { column: 'rating', scale: '1-10' },
      warnings: [scaleNote],
    })
  })

  it('answers people in words', async () => {
    const { code, stdout, stderr } = await cli.run('inspect', FILMS_CP949)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/nsmc_3000_cp949\.csv: csv, cp949, 3000 rows, 6 columns\n/)
  })
})

describe('nps', () => {
  it.each([
    ['carpentries', () => carpentries, 215, 118, 69, 36.3184, undefined],
    ['films', () => films, 10650, 3905, 5445, 26.025, '1-10'],
  ] as const)('of %s is what is known', async (_, project, promoters, passives, detractors, points, scale) => {
    const slice = await nps(project())
    expect(slice).toEqual({
      total: figure({ promoters, passives, detractors }),
      rows: [],
      ...(scale === undefined ? {} : { nonStandardScale: scale }),
    })
    expect(slice.total.nps).toBeCloseTo(points, 4)
  })

  it('of each survey of a project, and of all', async () => {
    const english = { promoters: 2294, passives: 577, detractors: 130 }
    const spanish = { promoters: 184, passives: 58, detractors: 18 }
    const slice = await nps(community, '--by', 'wave')
    expect(slice.rows).toEqual([
      { key: { wave: '2018-english-responses' }, ...figure(english) },
      { key: { wave: '2018-spanish-responses' }, ...figure(spanish) },
    ])
    expect(slice.rows[0]?.nps).toBeCloseTo(72.1093, 4)
    expect(slice.total).toEqual(figure(total(slice)))
    expect((await nps(community, '--where', 'wave=2018-spanish-responses')).total).toEqual(figure(spanish))
  })

  it('is refused on another scale, with the way out', async () => {
    expect(await cli.refused('scale', 'nps', '--project', unmarked)).toContain('--treat-as-nps')
    const others = [['drivers'], ['compare', '--from', '2018', '--to', '2019']] as const
    await Promise.all(others.map((args) => cli.refused('scale', ...args, '--project', unmarked)))
  })

  it.each([
    ['carpentries', () => carpentries, [215, 118, 69], [['Country'], ['how-many-workshops'], ['75'], ['Country', 'Position', 'Column33']]],
    ['community', () => community, [2478, 635, 148], [['7'], ['wave', '34'], ['In what country do you currently reside?']]],
    ['films', () => films, [10650, 3905, 5445], [['rating'], ['2'], ['author']]],
  ] as const)('adds up over any fields of %s', async (_, project, [promoters, passives, detractors], choices) => {
    const whole = figure({ promoters, passives, detractors })
    const slices = await Promise.all(choices.map((fields) => nps(project(), ...fields.flatMap((field) => ['--by', field]))))
    for (const [choice, slice] of slices.entries()) {
      expect(slice.total).toEqual(whole)
      expect(figure(total(slice))).toEqual(whole)
      expect(new Set(slice.rows.map(({ key }) => JSON.stringify(key))).size).toBe(slice.rows.length)
      for (const { key } of slice.rows) expect(Object.keys(key).sort()).toEqual([...choices[choice]!].sort())
    }
  })

  it.each([
    ['month', /^\d{4}-(0\d|1[0-2])$/],
    ['quarter', /^\d{4}-Q[1-4]$/],
    ['half', /^\d{4}-H[12]$/],
    ['year', /^\d{4}$/],
  ])('adds up over each %s', async (unit, shape) => {
    const [few, many] = await Promise.all([community, films].map((project) => nps(project, '--period', unit)))
    expect(figure(total(few!))).toEqual(figure({ promoters: 2478, passives: 635, detractors: 148 }))
    expect(figure(total(many!))).toEqual(figure({ promoters: 10650, passives: 3905, detractors: 5445 }))
    for (const slice of [few!, many!]) {
      expect(slice.total).toEqual(figure(total(slice)))
      const periods = slice.rows.map(({ key }) => String(key['period']))
      expect(slice.rows.map(({ key }) => key)).toEqual(periods.map(() => ({ period: expect.stringMatching(shape) as unknown })))
      expect(periods).toEqual([...periods].sort())
    }
  })

  it('of a field or a period is that of its rows, counted one by one', async () => {
    const [years, industries, plans] = await Promise.all([
      nps(films, '--period', 'year'),
      nps(community, '--by', 'What industry do you work or participate in?', '--where', 'wave=2018-english-responses'),
      nps(small, '--by', 'Plan=Kind'),
    ])
    expectRows(years, 'period', readRows(FILMS).map(({ date = '', rating = '' }) => [`20${date.slice(0, 2)}`, rating]))
    const industry = 'What industry do you work or participate in?'
    const score = 'How likely are you to recommend R to a colleague, friend, or family member?'
    const answers = readRows(R_ENGLISH, { delimiter: '\t', quoteChar: '\0' })
    expectRows(industries, industry, answers.map((row) => [row[industry]!.trim(), row[score]!]))
    expectRows(plans, 'Plan=Kind', SMALL_ROWS.map((row) => [row['Plan=Kind'].trim(), row.How]))
  })

  it('takes conditions that add up with AND, blank values and names that hold an =', async () => {
    const nobody = figure({ promoters: 0, passives: 0, detractors: 0 })
    const cases: readonly (readonly [wanted: object, ...conditions: string[]])[] = [
      [smallWhere((row) => row['Plan=Kind'] === 'a=b'), 'Plan=Kind=a=b'],
      [smallWhere((row) => row['Plan=Kind'] === ''), 'Plan=Kind='],
      [smallWhere((row) => row['Plan=Kind'].trim() === 'Team' && row.지역 === '부산'), '3=Team', '지역=부산'],
      [smallWhere((row) => /-0[456]-/.test(row.When) && row.지역 === '서울'), 'period=2026-Q2', '지역=서울'],
      [nobody, '지역=제주'],
      [nobody, '지역=서울', '지역=부산'],
    ]
    const slices = await Promise.all(cases.map(([, ...conditions]) => nps(small, ...conditions.flatMap((condition) => ['--where', condition]))))
    expect(slices.map((slice) => slice.total)).toEqual(cases.map(([wanted]) => wanted))
    expect(await cli.refused('unknown-field', 'nps', '--project', small, '--where', 'Region=서울')).toContain('지역')
    await cli.refused('period', 'nps', '--project', small, '--where', 'period=2026-Q5')
    await cli.refused('unknown-field', 'nps', '--project', small, '--by', 'Region')
  })
})


const wave = (name: string, file: string, accepted: number, scored: number, commented: number): object => ({
  name,
  file,
  accepted,
  setAside: 0,
  duplicates: 0,
  rejected: [],
  scored,
  commented,
})

describe('import', () => {
  it('says of every file what became of its rows', () => {
    const invalid = SMALL_ROWS.filter(({ How }) => !/^\d+$/.test(How)).length
    const [english, spanish] = ['2018-english-responses', '2018-spanish-responses'] as const
    expect(imports).toEqual([
      { project: carpentries, waves: [wave('longterm_October2017', 'longterm_October2017.csv', 476, 402, 91)] },
      { project: unmarked, waves: [wave('Encuesta 2018', `${spanish}.tsv`, 295, 260, 187)] },
      { project: community, waves: [wave(english, `${english}.tsv`, 3062, 3001, 2501), wave(spanish, `${spanish}.tsv`, 295, 260, 187)] },
      { project: films, waves: [wave('nsmc_20k_dev', 'nsmc_20k_dev.csv', 20000, 20000, 20000)] },
      {
        project: small,
        waves: [wave('small', 'small.csv', 600, 600 - invalid, SMALL_ROWS.filter(({ Comment }) => Comment.trim() !== '').length)],
      },
    ])
  })

  it('lists rows that are no responses, with their lines', async () => {
    const footer = surveyPath('re-encoded/r_english_2018_salesforce_footer.csv')
    const { waves } = await cli.json<Imported>('import', footer, '--project', at('footer.earshot'))
    const lines = readFileSync(footer, 'utf8').trimEnd().split('\n').length
    expect(waves[0]).toHaveProperty('rejected', expect.arrayContaining([{ line: lines, code: 'footer', message: expect.any(String) as unknown }]))
  })

  it('of the same file again, under any name, finds duplicates and changes nothing', async () => {
    const before = readFileSync(small)
    copyFileSync(at('small.csv'), at('copy.csv'))
    const { waves } = await cli.json<Imported>('import', at('small.csv'), at('copy.csv'), '--project', small, ...SMALL_MAP)
    const repeated = { accepted: 0, setAside: 0, duplicates: 600, rejected: [], scored: 0, commented: 0 }
    expect(waves).toEqual([
      { name: 'small', file: 'small.csv', ...repeated },
      { name: 'copy', file: 'copy.csv', ...repeated },
    ])
    expect(readFileSync(small).equals(before)).toBe(true)
  })

  it('takes the column it is told to, by header, number or name', async () => {
    const wanted = figure(count(SMALL_ROWS.map(({ Other }) => Other)))
    const totals = ['Other', '2', 'other'].map(async (column, number) => {
      const project = at(`mapped${number}.earshot`)
      await cli.json('import', at('small.csv'), '--project', project, '--map', `score=${column}`)
      return (await nps(project)).total
    })
    expect(await Promise.all(totals)).toEqual([wanted, wanted, wanted])
  })

  it('names several waves, and refuses names it does not know', async () => {
    writeFileSync(at('other.csv'), Papa.unparse(SMALL_ROWS.slice(0, 40)))
    const project = at('named.earshot')
    await cli.json('import', at('small.csv'), at('other.csv'), '--project', project, '--wave', '상반기', ...SMALL_MAP)
    expect((await nps(project, '--by', 'wave')).rows.map(({ key }) => key)).toEqual([{ wave: '상반기' }, { wave: '상반기 2' }])
    await cli.refused('unknown-role', 'import', at('small.csv'), '--project', at('no.earshot'), '--map', 'rating=How')
    expect(await cli.refused('unknown-column', 'import', at('small.csv'), '--project', at('no.earshot'), '--map', 'score=Nope')).toContain('How')
    expect(existsSync(at('no.earshot'))).toBe(false)
  })

  it('of files of which one cannot be read changes nothing', async () => {
    writeFileSync(at('empty.csv'), '')
    writeFileSync(at('broken.xlsx'), readFileSync(R_WORKBOOK).subarray(0, 50_000))
    const files = [
      ['empty-file', at('empty.csv')],
      ['not-readable', at('broken.xlsx')],
      ['not-readable', folder],
      ['not-readable', at('missing.csv')],
      ['unsupported-file', films],
    ] as const
    const refusals = files.map(([code, bad], number) => {
      const project = number % 2 === 0 ? at(`no${number}.earshot`) : at(`kept${number}.earshot`)
      if (number % 2 === 1) copyFileSync(small, project)
      return cli.refused(code, 'import', at('other.csv'), bad, '--project', project)
    })
    await Promise.all(refusals)
    for (const number of [0, 2, 4]) expect(existsSync(at(`no${number}.earshot`))).toBe(false)
    for (const number of [1, 3]) expect(readFileSync(at(`kept${number}.earshot`)).equals(readFileSync(small))).toBe(true)
  })
})

describe('compare', () => {
  interface Compared extends Difference {
    readonly from: Figure
    readonly to: Figure
    readonly segments: readonly (Difference & { readonly key: object; readonly from: Figure; readonly to: Figure })[]
  }
  /** Difference, interval and p from what the two figures' own intervals say. */
  function expectDifference(difference: Difference, from: Figure, to: Figure): void {
    if (from.nps === null || to.nps === null) {
      expect(difference).toMatchObject({ difference: null, low: null, high: null, p: null, verdict: 'not-comparable' })
      return
    }
    expect(difference.difference).toBeCloseTo(to.nps - from.nps, 9)
    const centre = ({ promoters, detractors, n }: Figure): number => (100 * (promoters - detractors)) / (n + 3)
    const half = ({ promoters, detractors, n }: Figure): number =>
      ((promoters + detractors + 1.5) / (n + 3) - ((promoters - detractors) / (n + 3)) ** 2) / (n + 3)
    const margin = 196 * Math.sqrt(half(from) + half(to))
    expect(difference.low).toBeCloseTo(Math.max(-200, centre(to) - centre(from) - margin), 1)
    expect(difference.high).toBeCloseTo(Math.min(200, centre(to) - centre(from) + margin), 1)
    const real = difference.low! > 0 || difference.high! < 0
    const tiny = from.n < 10 || to.n < 10
    expect(difference.p! < 0.05).toBe(real)
    expect(difference.verdict).toBe(tiny ? 'not-comparable' : !real ? 'within-noise' : to.nps > from.nps ? 'up' : 'down')
  }

  it.each([
    ['films', () => films, '2008', '2015', [], ['nonStandardScale']],
    ['small', () => small, '2026-Q1', '2026-Q3', ['--by', '지역'], []],
    ['small, filtered', () => small, '2026-H1', '2026-08', ['--by', 'Plan=Kind', '--where', '지역=서울'], []],
  ] as const)('two periods of %s', async (_, project, from, to, rest, label) => {
    const compared = await cli.json<Compared>('compare', '--project', project(), '--from', from, '--to', to, ...rest)
    expect(Object.keys(compared)).toEqual(['from', 'to', 'difference', 'low', 'high', 'p', 'verdict', ...label, 'segments'])
    const filter = rest.filter((word, place) => word === '--where' || rest[place - 1] === '--where')
    for (const [period, side] of [[from, compared.from], [to, compared.to]] as const) {
      expect(side).toEqual({ period, ...(await nps(project(), '--where', `period=${period}`, ...filter)).total })
    }
    expectDifference(compared, compared.from, compared.to)
    for (const segment of compared.segments) expectDifference(segment, segment.from, segment.to)
    if (rest[0] === '--by') {
      expect(compared.segments.reduce((all, segment) => all + segment.to.n, 0)).toBe(compared.to.n)
      expect(compared.segments.map(({ key }) => Object.keys(key))).toEqual(compared.segments.map(() => [rest[1]]))
    }
  })

  it('refuses what is no period, and a project without dates', async () => {
    await cli.refused('period', 'compare', '--project', films, '--from', '2008', '--to', '2008-Q0')
    await cli.refused('no-dates', 'compare', '--project', carpentries, '--from', '2017', '--to', '2018')
  })
})

describe('code, drivers and export', () => {
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
    writeFileSync(at('codebook.csv'), codebook)
    coding = await cli.json<Coding>('code', '--project', films, '--codebook', at('codebook.csv'))
    await cli.json('export', '--project', films, '--out', at('films.csv'))
    exported = readRows(at('films.csv'))
  })

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
    expect(said).toContain('"지루" is wrong at character 6 (line 3)')
    writeFileSync(at('wrong.csv'), 'name,rule\n재미,*재미*\n')
    await cli.refused('codebook', 'code', '--project', films, '--codebook', at('wrong.csv'))
    await cli.refused('not-readable', 'code', '--project', films, '--codebook', at('missing.csv'))
    expect(readFileSync(films).equals(before)).toBe(true)
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
    expect(Object.keys(exported[0]!)).toEqual([...own, 'review_id', 'movie_id', 'date (2)', 'rating', 'author', 'review'])
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

  it('exports no formula', async () => {
    expect(await cli.json('export', '--project', small, '--out', at('small-out.csv'))).toEqual({
      file: at('small-out.csv'),
      bytes: statSync(at('small-out.csv')).size,
    })
    const rows = readRows(at('small-out.csv'))
    expect(rows).toHaveLength(600)
    const harmless = new Set(['-5', '+82-10-1234-5678'])
    const formulas = rows.flatMap((row) => Object.values(row)).filter((cell) => /^\s*[=+\-@]/.test(cell.normalize('NFKC')) && !harmless.has(cell))
    expect(formulas).toEqual([])
    expect(rows.map(({ Comment }) => Comment!.replace(/^'/, ''))).toEqual(SMALL_ROWS.map(({ Comment }) => Comment))
    expect(rows.map(({ Change }) => Change!.replace(/^'/, ''))).toEqual(SMALL_ROWS.map(({ Change }) => Change))
  })
})

describe('summary', () => {
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
    await cli.refused('output-format', 'summary', '--project', carpentries, '--out', at('summary.pdf'))
    await cli.refused('output-format', 'export', '--project', carpentries, '--out', at('export.xlsx'))
    await cli.refused('not-writable', 'export', '--project', carpentries, '--out', at('no-such-folder/export.csv'))
  })
})

describe('what cannot be done', () => {
  it('is bad usage when words are missing, wrong or too many', async () => {
    const usages: readonly string[][] = [
      [],
      ['conjure'],
      ['inspect'],
      ['inspect', CARPENTRIES, FILMS],
      ['import', CARPENTRIES],
      ['import', CARPENTRIES, '--project', 'p.earshot', '--map', 'score'],
      ['nps'],
      ['nps', '--project', 'p.earshot', '--colour', 'red'],
      ['nps', '--project', 'p.earshot', 'stray'],
      ['compare', '--project', 'p.earshot', '--from', '2026'],
      ['code', '--project', 'p.earshot'],
      ['drivers'],
      ['summary', '--project', 'p.earshot', '--out', 'p.pptx', '--lang', 'fr'],
    ]
    const runs = await Promise.all(usages.map((args) => cli.run(...args)))
    for (const [number, { code, stdout, stderr }] of runs.entries()) {
      const args = usages[number]!
      expect({ args, code, stdout }).toEqual({ args, code: 2, stdout: '' })
      expect(stderr).toMatch(args.length === 0 ? /^Usage: / : /^error bad-usage: .+\n.+\n$/)
    }
  })

  it('is bad usage with a project as well', async () => {
    const usages = [
      ['nps', '--period', 'week'],
      ['nps', '--where', 'How'],
      ['compare', '--from', '2026', '--to', '2026', '--by', 'How', '--by', '지역'],
    ] as const
    await Promise.all(usages.map((args) => cli.refused('bad-usage', ...args, '--project', small)))
  })

  it('helps when asked to', async () => {
    for (const args of [['help'], ['nps', '--help']]) {
      const { code, stdout, stderr } = await cli.run(...args)
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
      for (const name of ['inspect', 'import', 'nps', 'compare', 'code', 'drivers', 'summary', 'export']) expect(stdout).toContain(`  ${name} `)
    }
  })

  const commands = (project: string): (readonly [string, ...string[]])[] => [
    ['nps', '--project', project],
    ['compare', '--project', project, '--from', '2026', '--to', '2026'],
    ['code', '--project', project, '--codebook', at('codebook.csv')],
    ['drivers', '--project', project],
    ['summary', '--project', project, '--out', at('none.pptx')],
    ['export', '--project', project, '--out', at('none.csv')],
  ]

  it('is anything with a project that is not there', async () => {
    await Promise.all(commands(at('nowhere.earshot')).map((args) => cli.refused('no-project', ...args)))
    await cli.refused('storage', 'import', CARPENTRIES, '--project', at('no-such-folder/p.earshot'))
    expect(existsSync(at('nowhere.earshot'))).toBe(false)
  })

  it('is anything with a damaged project', async () => {
    const whole = readFileSync(small)
    const flipped = (place: number): Buffer => Buffer.from(whole.map((byte, index) => (index === place ? byte ^ 0x10 : byte)))
    const damages: readonly (readonly [code: string, bytes: Buffer])[] = [
      ['damaged', flipped(0)],
      ['damaged', flipped(Math.floor(whole.length / 2))],
      ['damaged', flipped(whole.length - 1)],
      ['damaged', whole.subarray(0, whole.length - 5000)],
      ['not-a-project', Buffer.from('nothing of the kind')],
      ['not-a-project', Buffer.alloc(0)],
      ['changed-elsewhere', whole.subarray(0, whole.length - 48)],
    ]
    const refusals = damages.map(async ([code, bytes], number) => {
      const damaged = at(`damaged${number}.earshot`)
      writeFileSync(damaged, bytes)
      const all = [...commands(damaged), ['import', CARPENTRIES, '--project', damaged]]
      // One after the other: of two that write, one would find the project locked.
      for (const args of number === 1 ? all : [all[number]!]) await cli.refused(code, ...args)
      expect(readFileSync(damaged).equals(bytes)).toBe(true)
    })
    await Promise.all(refusals)
    await cli.refused('not-a-project', 'nps', '--project', folder)
    await cli.refused('not-a-project', 'import', CARPENTRIES, '--project', folder)
  })
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
