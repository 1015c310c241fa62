import AxeBuilder from '@axe-core/playwright'
import { test as base, expect, type Locator, type Page } from '@playwright/test'
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { electronPath, launchElectron } from '../helpers/electron-real'
import { freePort, launchStandin } from '../helpers/electron-standin/launch'
import { registerShell, shellOf, type Shell } from '../helpers/shell'

const data = resolve(import.meta.dirname, '../../../shared/data')

/** 3,062 answers on 1-10, tab-separated, open comments: 2,294 / 577 / 130 = 72.1. */
export const R_SURVEY = resolve(data, 'r-community-survey-nps/2018-english-responses.tsv')
/** 20,000 Korean film reviews on 1-10: 10,650 / 3,905 / 5,445 = 26.0. */
export const FILM_REVIEWS = resolve(data, 'nsmc-naver-movie/nsmc_20k_dev.csv')
export const SPACK_WORKBOOK = resolve(data, 'spack-user-survey/spack-user-survey-2021-responses.xlsx')

export const LOCALES = ['en', 'ko'] as const

export type FileToChoose = string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

/** What the window runs in; a project of playwright.config.ts chooses. */
export type HostKind = 'browser' | 'standin' | 'electron'

/** Starts the desktop app; again after it has ended, with the same data. `words` are what it is started with. */
export type Launch = (...words: readonly string[]) => Promise<Shell>

/** The same test on the browser edition, on the desktop app over the double of Electron, and on Electron: `page` is its window. */
export const test = base.extend<{ host: HostKind; launch: Launch }>({
  host: ['browser', { option: true }],
  launch: async ({ context, host }, provide, info) => {
    const started: Shell[] = []
    const userData = info.outputPath('user-data')
    const port = await freePort()
    const electron = host === 'electron' ? electronPath() : null
    await provide(async (...words) => {
      const shell =
        electron === null
          ? await launchStandin(await context.newPage(), { userData, port, words })
          : await launchElectron(electron, userData, words)
      registerShell(shell)
      started.push(shell)
      return shell
    })
    for (const shell of started) await shell.kill()
  },
  page: async ({ page, host, launch }, provide) => {
    await provide(host === 'browser' ? page : (await launch()).page)
  },
})

/** Opens the window with a language and an appearance chosen before. */
export async function openWindow(
  page: Page,
  locale: 'en' | 'ko' = 'en',
  theme: 'light' | 'dark' | 'system' = 'system',
): Promise<void> {
  await page.addInitScript(
    ([language, look]) => {
      if (sessionStorage.getItem('prepared') !== null) return
      sessionStorage.setItem('prepared', 'yes')
      localStorage.setItem('earshot.locale', language)
      localStorage.setItem('earshot.theme', look)
    },
    [locale, theme] as const,
  )
  const shell = shellOf(page)
  // Listened for from the start: a chooser that opens before the test listens is lost.
  page.on('filechooser', () => undefined)
  if (!shell) await page.goto('/')
  // A desktop app that was just started is there already, in the language and appearance of the system.
  else if (locale !== 'en' || theme !== 'system') await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

/** The sample project on the Slice screen, without the tour. */
export async function openSample(page: Page, locale: 'en' | 'ko' = 'en'): Promise<void> {
  await page.addInitScript(() => localStorage.setItem('earshot.tour', 'seen'))
  await openWindow(page, locale)
  // A desktop app that was just started has not heard that the tour was seen.
  if (shellOf(page)) await page.reload()
  await page.locator('.sample .button').first().click()
  await expect(headline(page)).toBeVisible({ timeout: 30_000 })
}

export async function chooseFile(
  page: Page,
  file: FileToChoose,
  by: Locator | (() => Promise<void>) = page.locator('main .button-primary'),
): Promise<void> {
  const shell = shellOf(page)
  const press = typeof by === 'function' ? by : () => by.click()
  if (shell) {
    await shell.answer([typeof file === 'string' ? file : writtenFile(file)])
    return press()
  }
  const chooser = page.waitForEvent('filechooser')
  await press()
  await (await chooser).setFiles(file)
}

function writtenFile({ name, buffer }: Exclude<FileToChoose, string>): string {
  const path = test.info().outputPath(name)
  writeFileSync(path, buffer)
  return path
}

/** The file that pressing `by` brings out: downloaded, or saved where the dialog was told. `name` is the one suggested. */
export async function savedFile(page: Page, by: Locator, name: string): Promise<Buffer> {
  const shell = shellOf(page)
  if (shell) {
    const path = test.info().outputPath(`saved-${name}`)
    await shell.answer([path])
    await by.click()
    await expect(page.getByText(`“${name}” is saved.`)).toBeVisible({ timeout: 30_000 })
    return readFileSync(path)
  }
  const download = page.waitForEvent('download')
  await by.click()
  const file = await download
  expect(file.suggestedFilename()).toBe(name)
  await expect(page.getByText('is in your downloads.')).toBeVisible()
  return readFileSync(await file.path())
}

/** The button that imports, in either language. */
export const importButton = (page: Page): Locator => page.locator('.plan-actions .button-primary')

export const headline = (page: Page): Locator => page.locator('.headline-score')

/** From the start screen to figures: a file on 1-10, treated as NPS. */
export async function importAsNps(page: Page, file: FileToChoose): Promise<void> {
  await chooseFile(page, file)
  await page.locator('.plan-scale input').nth(1).check()
  await expect(page.locator('.plan-sheet')).toHaveAttribute('aria-busy', 'false')
  await importButton(page).click()
  await expect(page.locator('.interval-row').first()).toBeVisible({ timeout: 30_000 })
}

/** Tabs until `target` has the focus. */
export async function tabTo(page: Page, target: Locator, most = 120): Promise<void> {
  await expect(target).toBeVisible()
  for (let presses = 0; presses < most; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`${most} tabs did not reach ${String(target)}`)
}

/** What only depends on the colours. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block']

/** `rules`: only these. */
export async function expectAccessible(page: Page, where: string, rules?: string[]): Promise<void> {
  // What is being worked out anew is faded until it is there.
  await expect(page.locator('main[aria-busy="true"], main [aria-busy="true"]')).toHaveCount(0)
  // Brought into the page once. There are no frames in it, so that one call in the page is all of the work.
  const there = await page.evaluate(() => 'axe' in window)
  const axe = new AxeBuilder({ page, ...(there ? { axeSource: 'null' } : {}) }).setLegacyMode()
  axe.options({ resultTypes: ['violations'] })
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze()
  const found = violations.map(
    ({ id, nodes }) => `${where}: ${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
  )
  expect(found).toEqual([])
}

/** Everything in light; in dark only the colours are others. For a window that follows the system's appearance. */
export async function expectAccessibleInBoth(page: Page, where: string): Promise<void> {
  await page.emulateMedia({ colorScheme: 'light' })
  await expectAccessible(page, `${where}, light`)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page, `${where}, dark`, COLOUR_RULES)
}

/** 1024x700, and 1440x900 and 1024x700 at 200 %. */
export const SMALL_SIZES = [
  { width: 1024, height: 700 },
  { width: 720, height: 450 },
  { width: 512, height: 350 },
] as const

/** Nothing reaches beyond the window's sides, down to the smallest one. */
export async function expectFits(page: Page): Promise<void> {
  const usual = page.viewportSize()
  for (const size of SMALL_SIZES) {
    await page.setViewportSize(size)
    await expectNoSidewaysScroll(page)
  }
  if (usual) await page.setViewportSize(usual)
}

export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const beyond = await page.evaluate(async () => {
    // What follows the size of the window does so in the next frame.
    for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame)
    return [document.documentElement, document.querySelector('main')].map((element) => (element ? element.scrollWidth - element.clientWidth : 0))
  })
  expect(beyond).toEqual([0, 0])
}

/** `rows` answers on 0-10 from two industries, as CSV. */
export function csvOf(rows: number): Exclude<FileToChoose, string> {
  const lines = ['How likely are you to recommend us?,Industry,Comment']
  for (let row = 0; row < rows; row++)
    lines.push(`${row % 11},${row % 2 === 0 ? 'Finance' : 'Retail'},comment number ${row}`)
  return { name: 'generated.csv', mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\n')}\n`) }
}

/** The SVG on the clipboard, as the browser's own parser reads it: in another page, because ours lets no text become markup. */
export async function copiedSvg(page: Page) {
  const text = await page.evaluate(() => navigator.clipboard.readText())
  const reader = await page.context().newPage()
  const read = await reader.evaluate((xml) => {
    const svg = new DOMParser().parseFromString(xml, 'image/svg+xml')
    return {
      wrong: svg.querySelector('parsererror')?.textContent ?? null,
      elements: [...new Set([...svg.querySelectorAll('*')].map(({ tagName }) => tagName))],
      texts: [...svg.querySelectorAll('text')].map(({ textContent }) => textContent),
      drawn: svg.querySelectorAll('path, rect, line, circle, polygon').length,
      width: Number(svg.documentElement.getAttribute('width')),
    }
  }, text)
  await reader.close()
  await page.bringToFront()
  return read
}
