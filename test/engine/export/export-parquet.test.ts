import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { isoDay } from '../../../shared/base/day'
import { quietTask } from '../../../shared/base/task'
import { answerSlice } from '../../../shared/engine/figures/answers'
import { saveMethod } from '../../../shared/engine/settings/method'
import { STANDARD_METHOD } from '../../../shared/query/method'
import { exportResponses } from '../../../shared/engine/export/export-responses'
import { codeProject } from '../../../shared/engine/codebook/code-project'
import { importPlan, planFile, readFile } from '../../../shared/engine/import/import-file'
import { openSample } from '../../../shared/engine/open-sample'
import type { Project } from '../../../shared/engine/project/project'
import { groupsAt } from '../../../shared/engine/figures/count-groups'
import { placesOf } from '../../../shared/engine/tags/tag-parts'
import { tagsOf } from '../../../shared/engine/tags/tagging'
import { figureOf } from '../../../shared/nps/figure'
import type { Figure } from '../../../shared/nps/types'
import type { PlanOptions } from '../../../shared/ingest/types'
import type { Dimension } from '../../../shared/query/types'
import { runScript, type DuckRow } from '../../helpers/duckdb'
import { createMemoryShelf } from '../../helpers/memory-shelf'
import { must, newProject, testPlatform } from '../../helpers/project'
import { dataFile } from '../../helpers/survey-files'

const folder = mkdtempSync(join(tmpdir(), 'earshot-parquet-'))
afterAll(() => rmSync(folder, { recursive: true }))

interface Written {
  readonly sql: string
  readonly parquet: string
}

async function write(project: Project, name: string): Promise<Written> {
  const base = join(folder, name)
  const { parts } = must(await exportResponses(project, 'parquet', base, quietTask))
  for (const { ending, bytes } of parts) writeFileSync(`${base}.${ending}`, bytes)
  return { sql: new TextDecoder().decode(parts.find(({ ending }) => ending === 'sql')!.bytes), parquet: `${base}.parquet` }
}

/** The engine's figures of a dimension with scores, by key; and in the script's shape. */
async function engine(project: Project, by: readonly Dimension[]): Promise<ReadonlyMap<string, Figure>> {
  const slice = must(await answerSlice(project, { by, where: [] }, quietTask))
  return new Map(slice.rows.filter(({ figure }) => figure.n > 0).map(({ key, figure }) => [String(key[0] ?? null), figure]))
}

function expectSame(rows: readonly DuckRow[], key: string, figures: ReadonlyMap<string, Figure>): void {
  expect(rows.map((row) => String(row[key])).toSorted()).toEqual([...figures.keys()].toSorted())
  for (const row of rows) {
    const { n, promoters, passives, detractors, nps, low, high } = figures.get(String(row[key]))!
    expect(row).toMatchObject({ n, promoters, passives, detractors })
    for (const [name, value] of Object.entries({ nps, low, high })) expect(row[name], `${key} ${String(row[key])} ${name}`).toBeCloseTo(value!, 9)
  }
}

async function expectSameTables(project: Project, { sql }: Written): Promise<void> {
  const [, total, ...rest] = await runScript(sql)
  expectSame(total!.map((row) => ({ ...row, all: 'null' })), 'all', new Map([['null', must(await answerSlice(project, { by: [], where: [] }, quietTask)).total]]))
  const segments = project.fields().filter(({ role }) => role === 'segment')
  expect(segments.length).toBeGreaterThan(1)
  for (const [at, { id }] of segments.entries()) {
    const rows = rest[at]!
    const key = Object.keys(rows[0]!)[0]!
    expectSame(rows, key, await engine(project, [{ kind: 'field', field: id }]))
  }
  for (const [at, unit] of (['month', 'quarter', 'half', 'year'] as const).entries()) {
    expectSame(rest[segments.length + at]!, 'period', await engine(project, [{ kind: 'period', unit }]))
  }
  const tags = await tagsOf(project)
  const codes = tags.codes.map(({ code, rows }) => [code.name, figureOf(groupsAt(project.columns, project.columns.live, placesOf(rows)))] as const)
  expectSame(rest[segments.length + 4] ?? [], 'code', new Map(codes.filter(([, { n }]) => n > 0)))
  expect(rest).toHaveLength(segments.length + 4 + (codes.length > 0 ? 1 : 0))
}

describe('the sample', () => {
  let sample: Project
  let written: Written
  beforeAll(async () => {
    sample = must(await openSample(await testPlatform(), createMemoryShelf(), 'ko', quietTask))
    written = await write(sample, "it's 샘플")
  })

  it('gives the same tables in DuckDB', () => expectSameTables(sample, written))

  it('gives the same tables by a fiscal year', async () => {
    must(await saveMethod(sample, { ...STANDARD_METHOD, fiscalStart: 11 }))
    const fiscal = await write(sample, 'fiscal')
    expect(fiscal.sql).toContain('the fiscal year begins in month 11')
    await expectSameTables(sample, fiscal)
    must(await sample.undo())
  })

  it('has columns of their kinds, and every response', async () => {
    const [described, rows] = await runScript(
      `DESCRIBE SELECT * FROM read_parquet('${written.parquet.replaceAll("'", "''")}'); SELECT * FROM read_parquet('${written.parquet.replaceAll("'", "''")}')`,
    )
    const types = new Map(described!.map(({ column_name: name, column_type: type }) => [name, type]))
    expect(['line', 'date', 'nps_score', 'nps_group'].map((name) => types.get(name))).toEqual(['INTEGER', 'DATE', 'INTEGER', 'VARCHAR'])
    expect([...types].filter(([name]) => String(name).startsWith('earshot_tag: ')).every(([, type]) => type === 'BOOLEAN')).toBe(true)
    const { columns } = sample
    const live = [...columns.live.keys()].filter((row) => columns.live[row])
    expect(rows!.map(({ line, nps_score: score, date }) => [line, score ?? -1, date instanceof Date ? date.toISOString().slice(0, 10) : null])).toEqual(
      live.map((row) => [columns.lines[row], columns.scores[row], columns.days[row]! < -1e6 ? null : isoDay(columns.days[row]!)]),
    )
  })
})

it('gives the same tables on a real export', async () => {
  const project = await newProject()
  const options = { treatAsNps: true }
  const read = must(await readFile(project.platform, dataFile('r-community-survey-nps/2018-english-responses.tsv'), options, quietTask))
  must(await importPlan(project, read, must(await planFile(read, options, project)), quietTask))
  const codebook = 'code,parent,rule\nCommunity,,communit* OR people\nFree,Community,free OR "open source"\n"It\'s ""never"" there",,qqqq\n'
  must(await codeProject(project, { name: 'c.csv', bytes: new TextEncoder().encode(codebook) }))
  await expectSameTables(project, await write(project, 'real'))
})

it('never adds up scores of different scales', async () => {
  const project = await newProject()
  const bring = async (name: string, top: number, options: PlanOptions): Promise<void> => {
    const rows = Array.from({ length: 60 }, (_, row) => `${top === 5 ? 1 + (row % 5) : row % 11},${'AB'[row % 2]},${row % 7}`)
    const file = { name, bytes: new TextEncoder().encode(`Score,Team,Visits\n${rows.join('\n')}\n`) }
    const roles = { 1: 'score', 2: 'segment', 3: 'segment' } as const
    const read = must(await readFile(project.platform, file, { ...options, roles }, quietTask))
    must(await importPlan(project, read, must(await planFile(read, { ...options, roles }, project)), quietTask))
  }
  await bring('ten.csv', 10, {})
  await bring('five.csv', 5, { treatAsNps: true })
  await bring("five's own.csv", 5, {})
  const [, total, , visits] = await runScript((await write(project, 'mixed')).sql)
  const of = async (wave: string): Promise<Figure> =>
    must(await answerSlice(project, { by: [], where: [{ kind: 'values', dimension: { kind: 'wave' }, values: [wave] }] }, quietTask)).total
  expectSame(total!, 'nps_scale', new Map([['0-10', await of('ten')], ['1-5', await of('five')]]))
  expect(visits!.map(({ nps_scale: scale, Visits: key }) => `${String(scale)} ${String(key)}`)).toEqual(
    ['0-10', '1-5'].flatMap((scale) => Array.from({ length: 7 }, (_, key) => `${scale} ${key}`)),
  )
})

it('takes cells with several answers apart as the engine does', async () => {
  const project = await newProject()
  const options = ['Price', "Buyer's guide", '지원'.normalize('NFC'), 'Speed']
  const rows = Array.from({ length: 200 }, (_, row) => {
    const chosen = options.filter((_option, at) => ((row * 7 + at * 3) % 5) % 2 === 0)
    return `${row % 11},"${(row % 9 === 0 ? [] : chosen).join(';')}",${row % 3 === 0 ? 'a' : 'b'}`
  })
  const roles = { 1: 'score', 2: 'segment', 3: 'segment' } as const
  const file = { name: 'multi.csv', bytes: new TextEncoder().encode(`Score,Liked,Team\n${rows.join('\n')}\n`) }
  const read = must(await readFile(project.platform, file, { roles }, quietTask))
  must(await importPlan(project, read, must(await planFile(read, { roles }, project)), quietTask))
  const liked = project.fields().find(({ label }) => label === 'Liked')!
  expect(liked.kind).toBe('multi')
  expect((await engine(project, [{ kind: 'field', field: liked.id }])).size).toBe(5)
  await expectSameTables(project, await write(project, 'multi'))
})
