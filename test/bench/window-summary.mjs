import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { out } from '../../scripts/project.mjs'
import { codebookCsv } from './codebook.mjs'
import { CARD, closeProject, inMeasuredWindow, timed } from './window-speed.mjs'

/**
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {import('./window-speed.mjs').Measured} Measured
 * @typedef {import('./window-speed.mjs').Note} Note
 */

const OPENINGS = 5
const EXPORTS = 3
const EDITS = 12
const CHART = '.interval-canvas canvas'
const PAGE = '.summary-body .summary-paper'
const ALL_PAGES = '.summary-body[aria-busy="false"] .summary-paper'
const FILES = ['pptx', 'pdf', 'pdf-a4', 'html', 'xlsx']
const FIRST_MS = 300
const FILE_MS = 3000

/**
 * How fast the summary is at 100,000 responses with 40 codes in the built browser edition: the first page and all of them
 * after the project was opened, an edited sentence, and each file from the click until it is there.
 * @param {string} path
 * @returns {Promise<readonly Measured[]>}
 */
export const measureSummary = (path) =>
  inMeasuredWindow(path, async (page, note) => {
    for (let run = 0; run < OPENINGS; run++) await openSummary(page, note)
    await edits(page, note)
    await files(page, note)
  })

/**
 * @param {Page} page
 * @param {Note} note
 */
async function openSummary(page, note) {
  const opened = async () => {
    await page.reload()
    await page.locator(CARD).click()
    await page.locator(CHART).waitFor()
    await page.waitForTimeout(300)
  }
  await opened()
  const { first, all } = await timed(page, { first: PAGE, all: ALL_PAGES }, () => page.keyboard.press('Control+7'))
  note('first page after opening the project', FIRST_MS, first)
  note('all pages after opening the project', null, all)
  await page.keyboard.press('Control+4')
  await page.locator(CHART).waitFor()
  await closeProject(page)

  await opened()
  await page.keyboard.press('Control+7')
  await page.waitForTimeout(60)
  const { list } = await timed(page, { list: '.virtual-row .verbatim-text' }, () => page.keyboard.press('Control+3'))
  note('Code shown while the pages are worked out', FIRST_MS, list)
  await page.keyboard.press('Control+7')
  await page.locator(ALL_PAGES).waitFor()
}

/**
 * @param {Page} page
 * @param {Note} note
 */
async function edits(page, note) {
  await page.locator('.summary-item').nth(1).click()
  const heading = page.locator('.summary-edit textarea').first()
  for (let run = 0; run < EDITS; run++) {
    await heading.fill(`What the board should know, number ${run}`)
    const { answer } = await timed(page, {}, () => page.keyboard.press('Tab'), 'summaryEdits')
    note('sentence kept, and the pages up to date', null, answer)
    await page.locator(ALL_PAGES).waitFor()
  }
}

/**
 * @param {Page} page
 * @param {Note} note
 */
async function files(page, note) {
  for (let run = 0; run < EXPORTS; run++) {
    for (const [at, name] of FILES.entries()) {
      const [main, other] = [page.locator('.summary-buttons .button-primary'), page.locator('.summary-buttons .chart-menu-button').first()]
      if (at > 0) await other.click()
      const button = at === 0 ? main : page.locator('.summary-buttons [popover]').first().locator('button').nth(at - 1)
      const file = page.waitForEvent('download')
      const begun = performance.now()
      await button.click()
      await (await file).path()
      note(`${name} from the click to the file`, FILE_MS, performance.now() - begun)
      await page.locator('.progress').waitFor({ state: 'detached' })
    }
  }
}

/**
 * The command line's time for each file of a summary, the start of Node and reading the project included.
 * @param {string} path
 * @returns {readonly Measured[]}
 */
export function measureCommandLine(path) {
  const folder = mkdtempSync(join(tmpdir(), 'earshot-summary-'))
  /** @param {readonly string[]} words */
  const earshot = (...words) => {
    const begun = performance.now()
    const run = spawnSync(process.execPath, ['--max-semi-space-size=64', join(out, 'main', 'cli.js'), ...words], { cwd: folder, encoding: 'utf8' })
    if (run.status !== 0) throw new Error(run.stderr)
    return performance.now() - begun
  }
  try {
    writeFileSync(join(folder, 'codes.csv'), codebookCsv())
    earshot('import', path, '--project', 'p.earshot')
    earshot('code', '--project', 'p.earshot', '--codebook', 'codes.csv')
    return FILES.filter((name) => name !== 'pdf-a4').map((name) => ({
      name: `${name} by the command line`,
      goal: FILE_MS,
      values: Array.from({ length: EXPORTS }, () => earshot('summary', '--project', 'p.earshot', '--out', `summary.${name}`)),
    }))
  } finally {
    rmSync(folder, { recursive: true })
  }
}
