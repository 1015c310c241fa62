import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { readOrNull, root } from './project.mjs'

/** @typedef {{ file: string, title: string, status: string, seconds: number }} Ran */

/**
 * What a soak ran longer than `npm test` does: the tests of all files that ask for it, with what became of them.
 * @param {string} results The folder of the runners' reports.
 * @returns {readonly Ran[]}
 */
export const soaksIn = (results) =>
  [...fromVitest(results), ...fromPlaywright(results)].filter(({ file }) => readFileSync(join(root, file), 'utf8').includes('EARSHOT_SOAK'))

/** @param {string} results @returns {readonly Ran[]} */
function fromVitest(results) {
  /** @type {{ testResults?: { name: string, assertionResults: { fullName: string, status: string, duration?: number }[] }[] }} */
  const { testResults = [] } = JSON.parse(readOrNull(join(results, 'vitest.json')) ?? '{}')
  return testResults.flatMap(({ name, assertionResults }) =>
    assertionResults.map(({ fullName, status, duration = 0 }) => ({ file: relative(root, name), title: fullName, status, seconds: duration / 1000 })),
  )
}

/**
 * @typedef {{ title: string, file: string, tests: { status: string, results: { duration: number }[] }[] }} Spec
 * @typedef {{ specs?: Spec[], suites?: Suite[] }} Suite
 */

/** @param {string} results @returns {readonly Ran[]} */
function fromPlaywright(results) {
  /** @type {(suite: Suite) => readonly Spec[]} */
  const specsIn = ({ specs = [], suites = [] }) => [...specs, ...suites.flatMap(specsIn)]
  return specsIn(JSON.parse(readOrNull(join(results, 'e2e.json')) ?? '{}')).flatMap(({ title, file, tests }) =>
    tests.map(({ status, results: runs }) => ({
      file: join('test', 'e2e', file),
      title,
      status: status === 'expected' ? 'passed' : status,
      seconds: runs.reduce((sum, { duration }) => sum + duration, 0) / 1000,
    })),
  )
}
