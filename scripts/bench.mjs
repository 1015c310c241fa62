import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { build as buildApp } from './build.mjs'
import { ensure } from './ensure.mjs'
import { root, say } from './project.mjs'

// Measures Earshot: against DuckDB on one million rows, in turn in one run, so that the ratios hold on any machine; and
// alone. `npm run bench -- window` measures that part only; several can be named.
const PARTS = ['million', 'coding', 'rules', 'export', 'import', 'window', 'answers', 'summary', 'reopen', 'large', 'suggest', 'themes']
/** Parts that need no made-up export and no built app. */
const AGAINST_CODES = ['suggest', 'themes']
const RUNS = 3
const XLSX_LIMIT = 5000
/** In the window: its 95th percentile has a goal of its own. */
const [DURABLE, DURABLE_RARELY] = ['tag by key durable', 250]
/** As the command line runs. */
const FLAGS = ['--max-semi-space-size=64']
const BENCH = join(root, 'test', 'bench')
const BUILT = join(root, 'test', 'results', 'bench')
const DATA = join(tmpdir(), 'earshot-bench', 'million.csv')
const CODING_DATA = join(tmpdir(), 'earshot-bench', 'coding.csv')
const LARGE_DATA = join(tmpdir(), 'earshot-bench', 'large.csv')
/** So many make a project of more than 256 MB. */
const LARGE_ROWS = 1_600_000
const SHARED = join(root, '..', 'shared', 'data')
const REVIEWS = join(SHARED, 'nsmc-naver-movie', 'nsmc_raw_full_dev.csv.gz')

const wanted = process.argv.slice(2)
const unknown = wanted.find((part) => !PARTS.includes(part))
if (unknown !== undefined) {
  say(`Unknown part ${unknown}\nUsage: npm run bench -- [${PARTS.join('] [')}]`)
  process.exit(2)
}
/** @param {string} part */
const isWanted = (part) => wanted.length === 0 || wanted.includes(part)

ensure()
const isHeavy = PARTS.some((part) => isWanted(part) && !AGAINST_CODES.includes(part))
if (isHeavy && ![DATA, CODING_DATA].every(existsSync) && !existsSync(REVIEWS)) {
  say('The benchmark is made from the 356,803 film reviews of the shared data, which are not beside this folder.')
  process.exit(1)
}
if (isHeavy) {
  buildApp()
  const { makeData } = await import('../test/bench/make-data.mjs')
  say('Making the survey exports, once …')
  if (isWanted('million') || isWanted('import') || isWanted('answers')) await makeData(DATA, REVIEWS)
  await makeData(CODING_DATA, REVIEWS, 100_000, 20)
  if (isWanted('large')) await makeData(LARGE_DATA, REVIEWS, LARGE_ROWS)
}

/** @typedef {Record<string, number>} Figures */

/**
 * @param {string} script
 * @param {readonly string[]} words
 * @returns {Figures}
 */
function measure(script, ...words) {
  const run = spawnSync(process.execPath, [...FLAGS, script, ...(words.length > 0 ? words : [DATA])], { cwd: root, encoding: 'utf8', maxBuffer: 1 << 24 })
  if (run.status !== 0) throw new Error(`${script} failed\n${run.stderr}`)
  return JSON.parse(run.stdout.trim().split('\n').at(-1) ?? '{}')
}

/**
 * Builds a measuring script that runs the engine in Node.
 * @param {'million' | 'coding' | 'rules' | 'export' | 'reopen' | 'large' | 'suggest' | 'themes'} name
 */
async function built(name) {
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
  return join(BUILT, `${name}.mjs`)
}

/**
 * @param {readonly number[]} values
 * @param {number} share
 */
const quantile = (values, share) => values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN

/**
 * @param {readonly Figures[]} runs
 * @param {string} name
 */
const median = (runs, name) => quantile(runs.map((figures) => figures[name] ?? NaN), 0.5)

/** @param {readonly Figures[]} runs */
function printMedians(runs) {
  for (const name of Object.keys(runs[0] ?? {})) {
    console.log(`${name.padEnd(44)} ${median(runs, name).toFixed(1).padStart(9)} ${/MB|rows|coverage/.test(name) ? '' : 'ms'}`)
  }
}

async function measureMillion() {
  const million = await built('million')
  /** @type {Figures[]} */
  const ours = []
  /** @type {Figures[]} */
  const theirs = []
  for (let run = 1; run <= RUNS; run++) {
    say(`Run ${run} of ${RUNS} …`)
    theirs.push(measure(join(BENCH, 'duckdb.mjs')))
    ours.push(measure(million))
  }
  console.log(`\nOne million rows x 10 columns, 128 MB, ${RUNS} runs in turn, medians\n`)
  for (const [what, own, peer, limit] of /** @type {const} */ ([
    ['file to first slice / DuckDB CSV to table', 'file to first slice', 'CSV to table', 2.5],
    ['file to stored / DuckDB CSV to table on disk', 'file to stored', 'CSV to table on disk', 4],
    ['the same / DuckDB CSV to table in memory', 'file to stored', 'CSV to table', 4],
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
  printMedians(ours)
}

async function measureCoding() {
  const coding = await built('coding')
  const runs = Array.from({ length: RUNS }, () => measure(coding, CODING_DATA))
  console.log('\nCoding 100,000 responses x 30 columns by 40 rules')
  printMedians(runs)
}

async function measureRules() {
  const script = await built('rules')
  const runs = Array.from({ length: RUNS }, () => measure(script, REVIEWS))
  console.log('\n200 rules of 8 words over 200,000 comments')
  printMedians(runs)
  for (const [what, own, peer, limit] of /** @type {const} */ ([
    ['rules / Aho-Corasick', 'rules read and matched, spans included', 'Aho-Corasick built and scanned', 1 / 5],
    ['one edited rule / all', 'one edited rule counted', 'all rules counted', 1 / 20],
  ])) {
    const ratio = quantile(runs.map((figures) => (figures[own] ?? NaN) / (figures[peer] ?? NaN)), 0.5)
    console.log(`${what.padEnd(44)} ratio ${ratio.toFixed(3)} (at most ${limit}) ${ratio <= limit ? 'ok' : 'TOO SLOW'}`)
  }
}

async function measureExport() {
  const script = await built('export')
  const runs = Array.from({ length: RUNS }, () => measure(script, CODING_DATA))
  const taken = median(runs, 'export as xlsx')
  console.log('\n50,000 responses x 30 columns with the tags of 40 codes as files')
  printMedians(runs)
  console.log(`XLSX at most ${XLSX_LIMIT} ms: ${taken <= XLSX_LIMIT ? 'ok' : 'TOO SLOW'}`)
}

async function measureImport() {
  const { measureWindow } = await import('../test/bench/window.mjs')
  console.log('\nOne million rows imported in the browser')
  for (const [name, value] of await measureWindow(DATA)) console.log(`${name.padEnd(44)} ${value}`)
}

async function measureSpeed() {
  const { measureWindowSpeed } = await import('../test/bench/window-speed.mjs')
  const measured = await measureWindowSpeed(CODING_DATA)
  console.log('\nThe window at 100,000 responses x 30 columns with 40 codes; median, 95th, 99th percentile and longest, in ms')
  for (const { name, values, goal } of measured) {
    const [middle, most, rarest, longest] = [quantile(values, 0.5), quantile(values, 0.95), quantile(values, 0.99), Math.max(...values)]
    const figures = [middle, most, rarest, longest].map((value) => value.toFixed(0).padStart(6)).join('')
    console.log(`${name.padEnd(60)} ${figures}   ${goal === null ? '' : `at most ${goal} ${most <= goal ? 'ok' : 'TOO SLOW'}`}`)
    if (name === DURABLE) printGoal(`${name}: 99th percentile`, rarest, DURABLE_RARELY)
  }
}

async function measureAnswers() {
  const { measureAnswers: measureIn } = await import('../test/bench/window-answers.mjs')
  const { codebookCsv } = await import('../test/bench/codebook.mjs')
  for (const [what, path, goal, codes] of /** @type {const} */ ([
    ['100,000 responses x 30 columns with 40 codes', CODING_DATA, 16, codebookCsv()],
    ['1,000,000 responses x 10 columns', DATA, 100, null],
  ])) {
    console.log(`\nAnswers of the engine to the window in the browser at ${what}; median, 95th percentile and longest, in ms`)
    for (const { name, values } of await measureIn(path, codes)) {
      const [middle, most, longest] = [quantile(values, 0.5), quantile(values, 0.95), Math.max(...values)]
      const figures = [middle, most, longest].map((value) => value.toFixed(1).padStart(8)).join('')
      console.log(`${name.padEnd(44)} ${figures}   at most ${goal} ${most <= goal ? 'ok' : 'TOO SLOW'}`)
    }
  }
}

async function measureSummary() {
  const { measureCommandLine, measureSummary: measureIn } = await import('../test/bench/window-summary.mjs')
  console.log('\nThe summary of 100,000 responses x 30 columns with 40 codes; median, 95th percentile and longest, in ms')
  for (const { name, values, goal } of [...(await measureIn(CODING_DATA)), ...measureCommandLine(CODING_DATA)]) {
    const [middle, most, longest] = [quantile(values, 0.5), quantile(values, 0.95), Math.max(...values)]
    const figures = [middle, most, longest].map((value) => value.toFixed(0).padStart(6)).join('')
    console.log(`${name.padEnd(60)} ${figures}   ${goal === null ? '' : `at most ${goal} ${middle <= goal ? 'ok' : 'TOO SLOW'}`}`)
  }
}

async function measureReopen() {
  const script = await built('reopen')
  const { measureReopening } = await import('../test/bench/window-kept.mjs')
  console.log('\nOpened after a crash: 100,000 verbatims, 50,000 operations in the journal')
  for (const [name, ...password] of [['crashed'], ['locked', 'four plain words here']]) {
    const kept = join(tmpdir(), 'earshot-bench', `${name}.earshot`)
    measure(script, 'make', kept, CODING_DATA, ...password)
    const runs = Array.from({ length: RUNS }, () => measure(script, 'open', kept, CODING_DATA, ...password))
    console.log(`\n${password.length > 0 ? 'With a password' : 'Without one'}`)
    printMedians(runs)
    printGoal('opened after the crash', median(runs, 'opened after the crash'), 5000)
    if (password.length === 0) printGoal('in the browser, to its figures', await measureReopening(kept), 5000)
  }
}

async function measureLarge() {
  const script = await built('large')
  const { measureSaving } = await import('../test/bench/window-kept.mjs')
  const kept = join(tmpdir(), 'earshot-bench', 'large.earshot')
  measure(script, 'make', kept, LARGE_DATA)
  const runs = Array.from({ length: RUNS }, () => measure(script, 'edit', kept))
  console.log('\nA project of more than 256 MB opened, edited and saved')
  printMedians(runs)
  printGoal('saved, verified', median(runs, 'saved, verified'), 3000)
  printGoal('peak memory', median(runs, 'peak memory MB'), 1536, 'MB')
  const { saved, frame } = await measureSaving(kept)
  printGoal('in the browser, saved and closed', saved, 3000)
  printGoal('longest frame meanwhile', frame, 100)
}

/**
 * @param {string} name
 * @param {number} value
 * @param {number} limit
 */
function printGoal(name, value, limit, unit = 'ms') {
  console.log(`${name.padEnd(44)} ${value.toFixed(0).padStart(9)} ${unit} (at most ${limit}) ${value <= limit ? 'ok' : 'TOO MUCH'}`)
}

async function measureSuggest() {
  const figures = measure(await built('suggest'), join(SHARED, 'nhs-patient-feedback-coded', 'text_data.csv'))
  console.log('\nSuggested codes against human ones: patients’ comments, 80 % to learn from')
  for (const [name, value] of Object.entries(figures)) {
    console.log(`${name.padEnd(44)} ${/F1/.test(name) ? value.toFixed(3).padStart(9) : String(Math.round(value)).padStart(9)}`)
  }
  const [own, ...others] = ['suggester', 'majority label', 'naive Bayes of natural'].map((name) => figures[`micro-F1 ${name}`] ?? NaN)
  console.log(`higher than both: ${others.every((other) => (own ?? NaN) > other) ? 'ok' : 'NO'}`)
}

async function measureThemes() {
  /** @type {unknown} */
  const measured = measure(await built('themes'), join(SHARED, 'jupyter-surveys'))
  console.log('\nRules against the analysts’ themes: comments with the theme, precision and recall')
  for (const [theme, { n, precision, recall }] of Object.entries(/** @type {Record<string, Figures>} */ (measured))) {
    console.log(`${theme.padEnd(44)} ${String(n).padStart(6)}   ${precision?.toFixed(2)}   ${recall?.toFixed(2)}`)
  }
}

if (isWanted('million')) await measureMillion()
if (isWanted('coding')) await measureCoding()
if (isWanted('rules')) await measureRules()
if (isWanted('export')) await measureExport()
if (isWanted('import')) await measureImport()
if (isWanted('window')) await measureSpeed()
if (isWanted('answers')) await measureAnswers()
if (isWanted('summary')) await measureSummary()
if (isWanted('reopen')) await measureReopen()
if (isWanted('large')) await measureLarge()
if (isWanted('suggest')) await measureSuggest()
if (isWanted('themes')) await measureThemes()
