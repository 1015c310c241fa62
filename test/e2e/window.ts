import AxeBuilder from '@axe-core/playwright'
import { expect, type Locator, type Page } from '@playwright/test'
import { resolve } from 'node:path'

const data = resolve(import.meta.dirname, '../../../shared/data')

/** 3,062 answers on 1-10, tab-separated, open comments: 2,294 / 577 / 130 = 72.1. */
export const R_SURVEY = resolve(data, 'r-community-survey-nps/2018-english-responses.tsv')
/** 20,000 Korean film reviews on 1-10: 10,650 / 3,905 / 5,445 = 26.0. */
export const FILM_REVIEWS = resolve(data, 'nsmc-naver-movie/nsmc_20k_dev.csv')
export const SPACK_WORKBOOK = resolve(data, 'spack-user-survey/spack-user-survey-2021-responses.xlsx')

export type FileToChoose = string | { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }

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
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
}

export async function chooseFile(
  page: Page,
  file: FileToChoose,
  by: Locator = page.locator('main .button-primary'),
): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await by.click()
  await (await chooser).setFiles(file)
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

export async function expectAccessible(page: Page, where: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  const found = violations.map(
    ({ id, nodes }) => `${where}: ${id}: ${nodes.map((node) => node.html.slice(0, 160)).join(' | ')}`,
  )
  expect(found).toEqual([])
}

export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(beyond).toBe(0)
}

/** `rows` answers on 0-10 from two industries, as CSV. */
export function csvOf(rows: number): FileToChoose {
  const lines = ['How likely are you to recommend us?,Industry,Comment']
  for (let row = 0; row < rows; row++)
    lines.push(`${row % 11},${row % 2 === 0 ? 'Finance' : 'Retail'},comment number ${row}`)
  return { name: 'generated.csv', mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\n')}\n`) }
}
