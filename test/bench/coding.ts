import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createNodePlatform } from '../../electron/node/node-platform'
import { openNodeStore } from '../../electron/shelf/node-store'
import { quietTask } from '../../shared/base/task'
import type { Result } from '../../shared/base/result'
import { createDesk } from '../../shared/engine/desk'
import type { Shelf } from '../../shared/protocol/store'
import type { Clause } from '../../shared/query/types'
import { codebookCsv, WORDS } from './codebook.mjs'

// Coding 100,000 responses x 30 columns by 40 rules and by hand, as the window asks for it. Prints one JSON line of figures.
const [path = ''] = process.argv.slice(2)
const folder = mkdtempSync(join(tmpdir(), 'earshot-coding-'))
const figures = new Map<string, number>()
const PAGE = 60

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.fault))
  return result.value
}

async function timed<T>(name: string, work: () => Promise<Result<T>>): Promise<T> {
  const start = performance.now()
  const value = must(await work())
  figures.set(name, performance.now() - start)
  return value
}

/** Median and 95th percentile of many runs. */
async function repeated(name: string, runs: number, work: (run: number) => Promise<Result<unknown>>): Promise<void> {
  const times: number[] = []
  for (let run = 0; run < runs; run++) {
    const start = performance.now()
    must(await work(run))
    times.push(performance.now() - start)
  }
  times.sort((a, b) => a - b)
  figures.set(`${name} p50`, times[Math.floor(runs / 2)]!)
  figures.set(`${name} p95`, times[Math.floor(runs * 0.95)]!)
}

const shelf: Shelf = {
  list: () => Promise.resolve([]),
  open: (id) => Promise.resolve(openNodeStore(join(folder, `${id}.earshot`), 'write')),
  create: (id) => Promise.resolve(openNodeStore(join(folder, `${id}.earshot`), 'write')),
  describe: (id, card) => Promise.resolve(writeFileSync(join(folder, `${id}.json`), card)),
  remove: () => Promise.resolve({ ok: true, value: null }),
}

try {
  const desk = createDesk(await createNodePlatform('bench'), shelf)
  must(await desk.createProject({ name: 'Coding' }, quietTask))
  must(await desk.plan({ file: { name: 'coding.csv', bytes: readFileSync(path) }, options: {} }, quietTask))
  const project = await timed('import and save', () => desk.importPlan(null, quietTask))
  const field = (name: string): string => project.fields.find(({ label }) => label === name)!.id
  const all = { where: [], order: 'file', first: 0, count: PAGE } as const

  await timed('first page of verbatims', () => desk.verbatims(all, quietTask))
  const csv = { name: 'codes.csv', bytes: new TextEncoder().encode(codebookCsv()) }
  await timed('first coding by 40 rules', () => desk.code({ csv }, quietTask))
  const first = await timed('codebook first', () => desk.codebook({ where: [] }, quietTask))
  figures.set('coverage', first.coded / first.verbatims)
  const codes = first.codes.map(({ id }) => id)
  const random = (below: number): number => (seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0) % below
  let seed = 1

  const page = must(await desk.verbatims({ ...all, first: 50_000, count: 400 }, quietTask)).verbatims
  // Each time another verbatim or another code: the same word again would change nothing.
  let said = 0
  const tag = () => {
    said += 1
    const code = codes[(said + Math.floor(said / page.length)) % codes.length]!
    return desk.tag({ verbatims: [page[said % page.length]!], code, verdict: said % 3 === 0 ? 'remove' : 'add' }, quietTask)
  }
  await repeated('tag acknowledged', 300, tag)
  const after: number[] = []
  await repeated('tag and codebook', 60, async () => {
    must(await tag())
    const start = performance.now()
    const done = await desk.codebook({ where: [] }, quietTask)
    after.push(performance.now() - start)
    return done
  })
  after.sort((a, b) => a - b)
  figures.set('codebook after a tag p50', after[30]!)
  figures.set('codebook after a tag p95', after[57]!)

  await repeated('edit of one rule and codebook', 10, async (run) => {
    const code = first.codes[run]!
    must(await desk.saveCode({ ...code, rule: `${code.rule} OR 완전 OR 진짜${run}` }, quietTask))
    return desk.codebook({ where: [] }, quietTask)
  })
  await repeated('preview of one rule', 10, (run) => desk.previewRule({ code: codes[20 + run]!, rule: `너무 OR 정말 OR 그냥${run}` }, quietTask))

  await repeated('page at a random place', 100, () => desk.verbatims({ ...all, first: random(99_000) }, quietTask))
  for (const order of ['newest', 'lowest'] as const) {
    await timed(`page by ${order} first`, () => desk.verbatims({ ...all, order, first: 7000 }, quietTask))
    await repeated(`page by ${order} at a random place`, 50, () => desk.verbatims({ ...all, order, first: random(99_000) }, quietTask))
  }
  const text = (wanted: string): Clause[] => [{ kind: 'text', text: wanted }]
  await timed('text search first', () => desk.verbatims({ ...all, where: text('연기') }, quietTask))
  await repeated('text search again, other words', 20, (run) => desk.verbatims({ ...all, where: text(WORDS[run]!) }, quietTask))
  await repeated('slice by text', 20, (run) => desk.slice({ by: [], where: text(`${WORDS[run]!} `) }, quietTask))
  await timed('uncoded list', () => desk.verbatims({ ...all, where: [{ kind: 'codes', codes: 'any', has: false }] }, quietTask))
  await repeated('next uncoded', 20, (run) => desk.nextUncoded({ where: [], order: 'file', after: run * 4000 }, quietTask))

  const industry = { kind: 'field', field: field('Industry') } as const
  const country: Clause = { kind: 'values', dimension: { kind: 'field', field: field('Country') }, values: ['KR'] }
  const coded: Clause = { kind: 'codes', codes: codes.slice(0, 2), has: true }
  await timed('filtered slice first', () => desk.slice({ by: [industry], where: [country] }, quietTask))
  await repeated('filtered slice', 50, () => desk.slice({ by: [industry], where: [country] }, quietTask))
  await repeated('slice filtered by codes', 50, () => desk.slice({ by: [industry], where: [country, coded] }, quietTask))
  await repeated('codebook filtered', 20, () => desk.codebook({ where: [country] }, quietTask))

  await timed('tag 100,000 at once', () => desk.tag({ verbatims: { where: [] }, code: codes[0]!, verdict: 'add' }, quietTask))
  await timed('codebook after that', () => desk.codebook({ where: [] }, quietTask))
  await repeated('tag among 100,000 decisions', 50, (run) => desk.tag({ verbatims: [page[run]!], code: codes[0]!, verdict: 'remove' }, quietTask))
  await timed('codebook after that tag', () => desk.codebook({ where: [] }, quietTask))
  await timed('undo and redo a tag', async () => {
    must(await desk.undo(null, quietTask))
    return desk.redo(null, quietTask)
  })
  await timed('remove a code with 100,000 decisions', () => desk.removeCode({ id: codes[0]! }, quietTask))
  must(await desk.closeProject(null, quietTask))
  figures.set('peak memory MB', process.resourceUsage().maxRSS / 1024)
  console.log(JSON.stringify(Object.fromEntries(figures)))
} finally {
  rmSync(folder, { recursive: true })
}
