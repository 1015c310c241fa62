import { inBuiltWindow } from './built-window.mjs'
import { codebookCsv } from './codebook.mjs'
import { installClock } from './in-page-clock.mjs'

/**
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {{ name: string, goal: number | null, values: number[] }} Measured In milliseconds.
 * @typedef {(name: string, goal: number | null, ...values: readonly number[]) => void} Note
 */

const OPENINGS = 7
const TAGS = 200
const PICKS = 24
/** The first shows the choice itself, the second its figures. */
const TWO_FRAMES = 2

export const CARD = '.start-projects .link:not(.project-open *)'
const SCORE = '.headline-score'
const BASE = '.headline-base'
const CHART = '.interval-canvas canvas'
const ROW_TEXT = '.virtual-row .verbatim-text'

/**
 * How fast the window is at 100,000 responses: the file at `path` is imported and coded by 40 rules in the built browser
 * edition, and then used. All times are taken inside the page, from the input event to the frame that shows its outcome.
 * @param {string} path
 * @returns {Promise<readonly Measured[]>}
 */
export const measureWindowSpeed = (path) =>
  inMeasuredWindow(path, async (page, note) => {
    await openings(page, note)
    await tags(page, note)
    await filters(page, note)
    await scrolling(page, note)
  })

/**
 * Lets `work` take times in a window that has a project of the file at `path`, coded and closed.
 * @param {string} path
 * @param {(page: Page, note: Note) => Promise<void>} work
 * @returns {Promise<readonly Measured[]>}
 */
export const inMeasuredWindow = (path, work) =>
  inBuiltWindow(async (page, address) => {
    /** @type {Map<string, Measured>} */
    const measured = new Map()
    /** @type {Note} */
    const note = (name, goal, ...values) => {
      const known = measured.get(name) ?? { name, goal, values: [] }
      known.values.push(...values)
      measured.set(name, known)
    }
    await page.addInitScript(() => localStorage.setItem('earshot.coder', 'Bench'))
    await page.addInitScript(installClock, CARD)
    await makeProject(page, address, path)
    await work(page, note)
    return [...measured.values()]
  })

/**
 * @param {Page} page
 * @param {string} address
 * @param {string} path
 */
export async function makeProject(page, address, path) {
  await page.goto(address)
  await choose(page, 'main .button-primary', path)
  await page.locator('.plan-actions .button-primary').click({ timeout: 60_000 })
  // The chart comes when all rows are stored.
  await page.locator(CHART).waitFor({ timeout: 120_000 })
  await page.locator('.progress').waitFor({ state: 'detached' })
  await page.keyboard.press('Control+3')
  const csv = { name: 'codes.csv', mimeType: 'text/csv', buffer: Buffer.from(codebookCsv()) }
  await choose(page, '.code-book .empty .button-plain', csv)
  await page.locator('.book-code').nth(39).waitFor({ timeout: 60_000 })
  await closeProject(page)
}

/**
 * @param {Page} page
 * @param {string} button
 * @param {Parameters<import('@playwright/test').FileChooser['setFiles']>[0]} file
 */
export async function choose(page, button, file) {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.locator(button).click()])
  await chooser.setFiles(file)
}

/**
 * What `act` takes until the texts at the selectors have changed, and (`answer`) until the engine has answered `method`.
 * @template {string} Name
 * @param {Page} page
 * @param {Readonly<Record<Name, string>>} selectors
 * @param {() => Promise<unknown>} act
 * @param {string} [method]
 * @returns {Promise<Readonly<Record<Name | 'answer', number>>>}
 */
export async function timed(page, selectors, act, method) {
  await page.evaluate(([what, answer]) => Reflect.get(globalThis, 'clock').start(what, answer), /** @type {const} */ ([selectors, method]))
  await act()
  return page.evaluate(() => Reflect.get(globalThis, 'clock').times())
}

/**
 * In which frame after `act` the text at the selector is another one.
 * @param {Page} page
 * @param {string} selector
 * @param {() => Promise<unknown>} act
 * @returns {Promise<number>}
 */
async function frameOf(page, selector, act) {
  await page.evaluate((what) => Reflect.get(globalThis, 'clock').countFrames(what), selector)
  await act()
  return page.evaluate(async () => (await Reflect.get(globalThis, 'clock').times()).frame)
}

/**
 * Back to Start. The project is closed when the projects are listed anew.
 * @param {Page} page
 */
export async function closeProject(page) {
  await page.keyboard.press('Control+1')
  await timed(page, {}, () => page.locator('.project-open button').click(), 'projects')
}

/**
 * @param {Page} page
 * @param {Note} note
 */
async function openings(page, note) {
  const open = () => timed(page, { figures: SCORE, chart: CHART }, () => page.locator(CARD).click())
  for (let run = 0; run < OPENINGS; run++) {
    await page.reload()
    const { first } = await page.evaluate(() => Reflect.get(globalThis, 'clock').times())
    note('page load to the list of projects', 1000, first)
    const opened = await open()
    note('project opened to its figures', 1000, opened.figures)
    note('project opened to its chart', 1000, opened.chart)
    const { list } = await timed(page, { list: ROW_TEXT }, () => page.keyboard.press('Control+3'))
    note('Code shown at once after that', 1000, list)
    await closeProject(page)
    note('project opened again to its figures', 1000, (await open()).figures)
    await closeProject(page)
  }
}

/**
 * @param {Page} page
 * @param {Note} note
 */
async function tags(page, note) {
  await page.locator(CARD).click()
  await page.locator(SCORE).waitFor()
  await page.keyboard.press('Control+3')
  await page.locator('.book-n').first().waitFor()
  await page.locator('.virtual-list').focus()
  for (let run = 0; run < TAGS; run++) {
    const press = () => page.keyboard.press(String((run % 9) + 1))
    const { shown, answer } = await timed(page, { shown: '.is-cursor .verbatim-meta' }, press, 'tag')
    note('tag by key on screen', 50, shown)
    note('tag by key durable', 100, answer)
    // Sometimes at once, sometimes when the codebook is just being counted again.
    await page.waitForTimeout([0, 120, 250, 400][run % 4] ?? 0)
    note('next comment by key', 50, (await timed(page, { place: '.read-place' }, () => page.keyboard.press('j'))).place)
  }
}

/**
 * @param {Page} page
 * @param {Note} note
 */
async function filters(page, note) {
  /**
   * @param {string} name
   * @param {string} selector
   * @param {(run: number) => import('@playwright/test').Locator} of
   */
  const picks = async (name, selector, of) => {
    for (let run = 0; run < 2 * PICKS; run++) {
      const one = of(run)
      await one.hover()
      const pick = () => one.click()
      if (run % 2 === 0) note(name, null, (await timed(page, { end: selector }, pick)).end)
      else note(`${name}: in which frame`, TWO_FRAMES, await frameOf(page, selector, pick))
    }
  }
  await picks('code picked in Code to the list', '.list-count', (run) => page.locator('.book-code .book-name').nth(run % 20))
  await page.locator('.chip-remove').click()

  await page.keyboard.press('Control+4')
  await page.locator('.interval-row').first().waitFor()
  await page.locator('.filter-add').click()
  await page.keyboard.type('Country')
  await page.keyboard.press('Enter')
  await picks('value picked in the filter to the figures', BASE, (run) => page.locator('.condition .combo-option').nth(run % 7))
  await page.keyboard.press('Escape')
  await page.locator('.chip-remove').click()

  await picks('mark picked in a chart to the figures', BASE, (run) => page.locator('.interval-row').nth(run % 12))
  await page.locator('.chip-remove').click()
}

/**
 * @param {Page} page
 * @param {Note} note
 */
async function scrolling(page, note) {
  await page.keyboard.press('Control+3')
  await page.locator(ROW_TEXT).first().waitFor()
  await page.locator('.virtual-list').hover()
  for (const [how, notches, pixels] of /** @type {const} */ ([
    ['scrolling', 400, 120],
    ['scrolling very fast', 200, 1500],
  ])) {
    await page.evaluate(() => void Object.assign(globalThis, { stopWatching: Reflect.get(globalThis, 'clock').watchFrames() }))
    for (let notch = 0; notch < notches; notch++) await page.mouse.wheel(0, pixels)
    /** @type {{ frames: number[], lacking: number }} */
    const { frames, lacking } = await page.evaluate(() => Reflect.get(globalThis, 'stopWatching')())
    note(`${how}: time between frames (rows lacking in ${Math.round((100 * lacking) / frames.length)} %)`, 34, ...frames)
  }
  await page.locator('.virtual-list').focus()
  for (let run = 0; run < PICKS; run++) {
    const jump = () => page.keyboard.press(run % 2 === 0 ? 'End' : 'Home')
    note('jump to the end and back', 100, (await timed(page, { text: '.is-cursor .verbatim-text' }, jump)).text)
  }
}
