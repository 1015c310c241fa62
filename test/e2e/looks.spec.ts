import { expect, test } from '@playwright/test'
import {
  chooseFile,
  csvOf,
  expectAccessible,
  expectNoSidewaysScroll,
  headline,
  importAsNps,
  importButton,
  openWindow,
  R_SURVEY,
} from './window'

const EMPTY = { name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.from('') }
const LOCALES = ['en', 'ko'] as const
const THEMES = ['light', 'dark'] as const
const SIZES = [
  { name: '1024x700', width: 1024, height: 700 },
  { name: '1440x900 at 200%', width: 720, height: 450 },
  { name: '1024x700 at 200%', width: 512, height: 350 },
] as const

for (const locale of LOCALES) {
  for (const theme of THEMES) {
    test(`every screen is accessible: ${locale}, ${theme}`, async ({ page }) => {
      await openWindow(page, locale, theme)
      await expectAccessible(page, 'start, empty')
      await chooseFile(page, R_SURVEY)
      await expect(importButton(page)).toBeVisible()
      await expectAccessible(page, 'plan')
      await page.locator('.plan-actions .button-plain').click()
      await importAsNps(page, R_SURVEY)
      await expectAccessible(page, 'slice')
      await page.locator('.interval-row').first().focus()
      await page.locator('.segment').last().click()
      await expectAccessible(page, 'slice, zoomed')
      await page.locator('.export-button').click()
      await expectAccessible(page, 'export menu')
      await page.keyboard.press('Escape')
      await page.locator('.rail-button').nth(1).click()
      await expectAccessible(page, 'data')
      await chooseFile(page, EMPTY, page.locator('main .view-head .button'))
      await expect(page.getByRole('alert')).toBeVisible()
      await expectAccessible(page, 'data, refused')
      await page.locator('.rail-button').first().click()
      await expect(page.locator('.start-projects .table')).toBeVisible()
      await expectAccessible(page, 'start, with a project')
    })
  }
}

test('progress is accessible', async ({ page }) => {
  await openWindow(page)
  await chooseFile(page, csvOf(400_000))
  await expect(importButton(page)).toContainText('400,000', { timeout: 30_000 })
  await importButton(page).click()
  await expect(page.getByRole('progressbar')).toBeVisible()
  await expectAccessible(page, 'importing')
})

for (const { name, width, height } of SIZES) {
  test(`nothing is cut off at ${name}`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await openWindow(page, 'ko')
    await expectNoSidewaysScroll(page)
    await chooseFile(page, R_SURVEY)
    await expect(importButton(page)).toBeVisible()
    await expectNoSidewaysScroll(page)
    await page.locator('.plan-actions .button-plain').click()
    await importAsNps(page, R_SURVEY)
    await expectNoSidewaysScroll(page)
    await page.locator('.rail-button').nth(1).click()
    await expectNoSidewaysScroll(page)
  })
}

test('the language switches at once and everywhere, and is remembered', async ({ page }) => {
  await openWindow(page)
  await importAsNps(page, R_SURVEY)
  await page.locator('.header-settings').getByText('한국어').click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko')
  await expect(page.locator('.headline')).toContainText('95% 신뢰구간 70.1 ~ 74.0')
  await expect(page.locator('.headline')).toContainText('응답 3,001건')
  await expect(page.locator('.status-line')).toContainText('응답 3,062건')
  const english = await page
    .locator('.frame')
    .evaluate((frame) =>
      [...frame.querySelectorAll('button, label, th, legend, h2, p')]
        .map((element) => element.textContent ?? '')
        .filter((text) => /\b(the|answers|Promoters|Undo|Export|Axis|Sort)\b/.test(text)),
    )
  expect(english.filter((text) => !text.includes('R'))).toEqual([])
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('설문 파일 열기')
})

test('light, dark and the system’s own', async ({ page }) => {
  const ground = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
  await page.emulateMedia({ colorScheme: 'dark' })
  await openWindow(page)
  const dark = await ground()
  await page.getByLabel('Appearance', { exact: true }).selectOption('Light')
  const light = await ground()
  expect(light).not.toBe(dark)
  await page.emulateMedia({ colorScheme: 'light' })
  await page.getByLabel('Appearance', { exact: true }).selectOption('Dark')
  expect(await ground()).toBe(dark)
  await page.getByLabel('Appearance', { exact: true }).selectOption('System')
  expect(await ground()).toBe(light)
})

test('the window stays free while a file is imported', async ({ page }) => {
  await openWindow(page)
  await chooseFile(page, csvOf(200_000))
  await expect(importButton(page)).toContainText('200,000', { timeout: 30_000 })
  await page.evaluate(() => {
    const longest = { ms: 0 }
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) longest.ms = Math.max(longest.ms, entry.duration)
    }).observe({ type: 'longtask' })
    Object.assign(window, { longest })
  })
  await importButton(page).click()
  await expect(headline(page)).toBeVisible({ timeout: 30_000 })
  await expect(page.locator('.interval-row').first()).toBeVisible({ timeout: 30_000 })
  const longest = await page.evaluate(() => (window as unknown as { longest: { ms: number } }).longest.ms)
  expect(longest).toBeLessThan(100)
})
