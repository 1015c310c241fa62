import { expect, test } from '@playwright/test'
import {
  chooseFile,
  csvOf,
  expectAccessible,
  expectAccessibleInBoth,
  expectFits,
  importAsNps,
  importButton,
  LOCALES,
  openSample,
  openWindow,
  R_SURVEY,
  SMALL_SIZES,
} from './window'

// What every screen has; the screens' own looks are tested with them.

const EMPTY = { name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.from('') }

for (const locale of LOCALES) {
  test(`from the start to the plan everything is accessible, and fits small windows: ${locale}`, async ({ page }) => {
    await openWindow(page, locale)
    await expect(page.locator('.sample-first')).toBeVisible()
    await expectAccessibleInBoth(page, 'start, empty')
    await expectFits(page)
    await page.locator('.sample .button').first().click()
    await expect(page.locator('.tour')).toBeVisible({ timeout: 30_000 })
    await expectAccessibleInBoth(page, 'tour')
    await page.keyboard.press('Escape')
    await expect(page.locator('.tour')).toBeHidden()

    await page.keyboard.press('Control+2')
    await expect(page.locator('.data-fields tbody tr').first()).toBeVisible()
    await expectAccessibleInBoth(page, 'data')
    await expectFits(page)
    const add = page.locator('main .view-head .button').first()
    await chooseFile(page, EMPTY, add)
    await expect(page.getByRole('alert')).toBeVisible()
    await expectAccessibleInBoth(page, 'data, refused')
    await chooseFile(page, R_SURVEY, add)
    await expect(importButton(page)).toBeVisible()
    await expectAccessibleInBoth(page, 'plan')
    await expectFits(page)
    await page.keyboard.press('Control+1')
    await expect(page.locator('.start-projects .table')).toBeVisible()
    await expectAccessibleInBoth(page, 'start, with a project')
    await expectFits(page)
  })

  test(`what lies over the screens is accessible: ${locale}`, async ({ page }) => {
    await openWindow(page, locale)
    await chooseFile(page, csvOf(60))
    await importButton(page).click()
    await expect(page.locator('.interval-row').first()).toBeVisible()
    await page.keyboard.press('Control+k')
    await expectAccessibleInBoth(page, 'palette')
    await page.keyboard.press('Escape')
    await page.keyboard.press('?')
    await expectAccessibleInBoth(page, 'shortcuts')
    await page.keyboard.press('Escape')
    await page.locator('.filter-add').click()
    await expect(page.locator('.condition [role=option]').first()).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.locator('.condition .combo-check').first()).toBeVisible()
    await page.keyboard.press('Enter')
    await expect(page.locator('.chip')).toHaveCount(1)
    await expectAccessibleInBoth(page, 'condition')
    await page.keyboard.press('Escape')
    await page.locator('.export-button').click()
    await expectAccessibleInBoth(page, 'export menu')
  })
}

test('a condition is edited within the window, however small', async ({ page }) => {
  await openWindow(page, 'ko')
  await chooseFile(page, csvOf(60))
  await importButton(page).click()
  await expect(page.locator('.interval-row').first()).toBeVisible()
  for (const { width, height } of SMALL_SIZES) {
    await page.setViewportSize({ width, height })
    await page.locator('.filter-add').click()
    const panel = await page.locator('.condition').boundingBox()
    expect(panel).not.toBeNull()
    expect((panel?.y ?? 0) + (panel?.height ?? 0)).toBeLessThanOrEqual(height)
    expect((panel?.x ?? 0) + (panel?.width ?? 0)).toBeLessThanOrEqual(width)
    expect(panel?.y).toBeGreaterThanOrEqual(0)
    await page.keyboard.press('Escape')
    await expect(page.locator('.condition')).toBeHidden()
  }
})

test('progress is accessible', async ({ page }) => {
  await openWindow(page)
  await chooseFile(page, csvOf(400_000))
  await expect(importButton(page)).toContainText('400,000', { timeout: 30_000 })
  await importButton(page).click()
  await expect(page.getByRole('progressbar')).toBeVisible()
  await expectAccessible(page, 'importing')
})

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
      [...frame.querySelectorAll('button, label, th, legend, h2, p, span')]
        .map((element) => element.textContent ?? '')
        .filter((text) => /\b(the|answers|Promoters|Undo|Export|Axis|Sort|Condition|Saved|Search|responses)\b/.test(text)),
    )
  expect(english.filter((text) => !text.includes('R') && !text.includes('2018-english-responses'))).toEqual([])
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

test('with colours of the system what is marked, chosen and charted can still be told', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' })
  await openSample(page)
  const style = (selector: string, property: string): Promise<string> =>
    page.locator(selector).first().evaluate((element, name) => getComputedStyle(element).getPropertyValue(name), property)
  const ground = await style('html', 'background-color')
  const parts = await Promise.all(['promoters', 'passives', 'detractors'].map((group) => style(`.group-part.${group}`, 'background-color')))
  expect(new Set([...parts, ground]).size).toBe(4)
  expect(await style('.rail-button[aria-current]', 'outline-style')).toBe('solid')
  expect(await style('.segment:has(input:checked)', 'outline-style')).toBe('solid')
  await page.keyboard.press('Control+3')
  await expect(page.locator('.marked').first()).toBeVisible()
  expect(await style('.marked', 'text-decoration-line')).toBe('underline')
  expect(await style('.virtual-row.is-cursor', 'outline-style')).toBe('solid')
  expect(await style('.book-code .swatch', 'background-color')).not.toBe(ground)
  await expectAccessible(page, 'colours of the system')
})

test('nothing moves by itself for those who ask for less motion', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await openWindow(page)
  await chooseFile(page, csvOf(400_000))
  await expect(importButton(page)).toContainText('400,000', { timeout: 30_000 })
  await importButton(page).click()
  await expect(page.getByRole('progressbar')).toBeVisible()
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
})
