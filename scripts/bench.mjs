import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { build as buildApp } from './build.mjs'
import { ensure } from './ensure.mjs'
import { root, say } from './project.mjs'

// Measures Earshot against DuckDB on one million rows, in turn in one run, so that the ratios hold on any machine.
const RUNS = 3
/** As the command line runs. */
const FLAGS = ['--max-semi-space-size=64']
const BENCH = join(root, 'test', 'bench')
const BUILT = join(root, 'test', 'results', 'bench')
const DATA = join(tmpdir(), 'earshot-bench', 'million.csv')
const CODING_DATA = join(tmpdir(), 'earshot-bench', 'coding.csv')
const REVIEWS = join(root, '..', 'shared', 'data', 'nsmc-naver-movie', 'nsmc_raw_full_dev.csv.gz')

ensure()
if (![DATA, CODING_DATA].every(existsSync) && !existsSync(REVIEWS)) {
  say('The benchmark is made from the 356,803 film reviews of the shared data, which are not beside this folder.')
  process.exit(1)
}
ensure(BENCH)
buildApp()
for (const name of ['million', 'coding']) {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      ssr: join(BENCH, `${name}.ts`),
      outDir: BUILT,
      emptyOutDir: false,
      target: 'node20',
      rolldownOptions: { output: { entryFileNames: `${name}.mjs` } },
    },
  })
}
const { makeData } = await import('../test/bench/make-data.mjs')
say('Making one million rows, once …')
await makeData(DATA, REVIEWS)
await makeData(CODING_DATA, REVIEWS, 100_000, 20)

/** @typedef {Record<string, number>} Figures */

/**
 * @param {string} script
 * @param {string} [data]
 * @returns {Figures}
 */
function measure(script, data = DATA) {
  const run = spawnSync(process.execPath, [...FLAGS, script, data], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 24 })
  if (run.status !== 0) throw new Error(`${script} failed\n${run.stderr}`)
  return JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '{}')
}

/** @type {Figures[]} */
const ours = []
/** @type {Figures[]} */
const theirs = []
for (let run = 1; run <= RUNS; run++) {
  say(`Run ${run} of ${RUNS} …`)
  theirs.push(measure(join(BENCH, 'duckdb.mjs')))
  ours.push(measure(join(BUILT, 'million.mjs')))
}

/**
 * @param {readonly Figures[]} runs
 * @param {string} name
 */
const median = (runs, name) => runs.map((figures) => figures[name] ?? NaN).toSorted((a, b) => a - b)[Math.floor(runs.length / 2)] ?? NaN

console.log(`\nOne million rows x 10 columns, 128 MB, ${RUNS} runs in turn, medians\n`)
for (const [what, own, peer, limit] of /** @type {const} */ ([
  ['file to first slice / DuckDB CSV to table', 'file to first slice', 'CSV to table', 2.5],
  ['NPS over 12 x 6 cells / DuckDB', 'slice 12 x 6', 'slice 12 x 6', 1],
  ['filtered slice / DuckDB', 'filtered slice', 'filtered slice', 1],
])) {
  const [a, b] = [median(ours, own), median(theirs, peer)]
  const ratio = a / b
  console.log(
    `${what.padEnd(44)} ${a.toFixed(1).padStart(9)} ms ${b.toFixed(1).padStart(9)} ms   ratio ${ratio.toFixed(2)} (at most ${limit}) ${ratio <= limit ? 'ok' : 'TOO SLOW'}`,
  )
}
console.log('\nEarshot alone')
for (const name of Object.keys(ours[0] ?? {})) {
  console.log(`${name.padEnd(44)} ${median(ours, name).toFixed(1).padStart(9)} ${/MB|rows/.test(name) ? '' : 'ms'}`)
}
/** @type {Figures[]} */
const coding = []
for (let run = 1; run <= RUNS; run++) coding.push(measure(join(BUILT, 'coding.mjs'), CODING_DATA))
console.log('\nCoding 100,000 responses x 30 columns by 40 rules')
for (const name of Object.keys(coding[0] ?? {})) {
  console.log(`${name.padEnd(44)} ${median(coding, name).toFixed(1).padStart(9)} ${/MB|coverage/.test(name) ? '' : 'ms'}`)
}
const { measureWindow } = await import('../test/bench/window.mjs')
console.log('\nIn the browser, the same file')
for (const [name, value] of await measureWindow(DATA)) console.log(`${name.padEnd(44)} ${value}`)
