import { spawnSync } from 'node:child_process'
import { mkdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { build } from './build.mjs'
import { ensureChromium } from './chromium.mjs'
import { ensure } from './ensure.mjs'
import { readOrNull, root, say } from './project.mjs'
import { soaksIn } from './soaks.mjs'

/** @typedef {{ passed: number, failed: number, skipped: number }} Count */

const RESULTS = join(root, 'test', 'results')
const options = new Set(process.argv.slice(2))
const unknown = [...options].find((option) => option !== '--static' && option !== '--soak')
if (unknown) {
  say(`Unknown option ${unknown}\nUsage: npm test -- [--static] [--soak]`)
  process.exit(2)
}
if (options.has('--soak')) process.env['EARSHOT_SOAK'] = '1'
if (!process.stdout.isTTY && !process.env['FORCE_COLOR']) process.env['NO_COLOR'] = '1'

ensure()
rmSync(RESULTS, { recursive: true, force: true })
mkdirSync(RESULTS, { recursive: true })

/** @type {readonly (readonly [string, () => boolean | Count | Promise<boolean | Count>])[]} */
const CHECKS = [
  ['types', () => runs(bin('typescript/bin/tsc'), ['-b'])],
  ['lint', runLint],
  ['layers', checkLayers],
]
/** @type {typeof CHECKS} */
const TESTS = [
  ['chromium', () => ensureChromium() !== null],
  ['build', runBuild],
  ['tests', runVitest],
  ['window', runPlaywright],
]

/** @type {Count} */
const total = { passed: 0, failed: 0, skipped: 0 }
for (const [name, stage] of options.has('--static') ? CHECKS : [...CHECKS, ...TESTS]) {
  console.log(`\n== ${name}`)
  const started = Date.now()
  const outcome = await stage()
  const count = typeof outcome === 'boolean' ? { passed: Number(outcome), failed: Number(!outcome), skipped: 0 } : outcome
  total.passed += count.passed
  total.failed += count.failed
  total.skipped += count.skipped
  console.log(`== ${name}: ${count.failed === 0 ? 'ok' : 'FAILED'} in ${((Date.now() - started) / 1000).toFixed(1)} s`)
}
if (options.has('--soak')) {
  console.log('\n== what ran at its full length')
  for (const { file, title, status, seconds } of soaksIn(RESULTS)) console.log(`${status.padEnd(7)} ${seconds.toFixed(0).padStart(6)} s  ${file}: ${title}`)
}
console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
process.exitCode = total.failed === 0 ? 0 : 1

/** @param {string} path */
function bin(path) {
  return join(root, 'node_modules', path)
}

/**
 * @param {string} script
 * @param {readonly string[]} args
 * @param {Record<string, string>} [env]
 */
function runs(script, args, env = {}) {
  const run = spawnSync(process.execPath, [script, ...args], {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, ...env },
  })
  return run.status === 0
}

function runLint() {
  const what = ['shared', 'renderer', 'electron', 'scripts', 'test', 'electron.vite.config.ts']
  const config = ['-c', 'test/config/oxlint.json', '--ignore-pattern', 'test/bench', '--ignore-pattern', 'test/results']
  return runs(bin('oxlint/bin/oxlint'), ['--type-aware', '--deny-warnings', '--format=unix', ...config, ...what])
}

async function checkLayers() {
  const { checkTree } = await import('./layers.mjs')
  const problems = checkTree()
  for (const problem of problems) console.log(problem)
  return problems.length === 0
}

function runBuild() {
  try {
    build()
    return true
  } catch (error) {
    console.log(error instanceof Error ? error.message : error)
    return false
  }
}

function runVitest() {
  const report = join(RESULTS, 'vitest.json')
  const args = ['run', '--config', 'test/config/vitest.config.ts', '--reporter=default', '--reporter=json']
  const ended = runs(bin('vitest/vitest.mjs'), [...args, `--outputFile.json=${report}`])
  const found = JSON.parse(readOrNull(report) ?? '{}')
  return checked(ended, {
    passed: found.numPassedTests ?? 0,
    failed: found.numFailedTests ?? 0,
    skipped: (found.numPendingTests ?? 0) + (found.numTodoTests ?? 0),
  })
}

async function runPlaywright() {
  const args = ['test', '--config', 'test/config/playwright.config.ts']
  const ended = runs(bin('@playwright/test/cli.js'), args, { EARSHOT_E2E_PORT: String(await freePort()) })
  const { stats = {} } = JSON.parse(readOrNull(join(RESULTS, 'e2e.json')) ?? '{}')
  return checked(ended, {
    passed: stats.expected ?? 0,
    failed: (stats.unexpected ?? 0) + (stats.flaky ?? 0),
    skipped: stats.skipped ?? 0,
  })
}

/**
 * A runner can fail without a failed test: a file that does not load, an error between tests, no test at all.
 * @param {boolean} ended
 * @param {Count} count
 * @returns {Count}
 */
function checked(ended, count) {
  return ended || count.failed > 0 ? count : { ...count, failed: 1 }
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((done, fail) => {
    const server = createServer().once('error', fail)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => done(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
