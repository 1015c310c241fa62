import { expect, test, type Locator, type Page } from '@playwright/test'
import {
  chooseFile,
  csvOf,
  expectAccessible,
  expectNoSidewaysScroll,
  importAsNps,
  importButton,
  openWindow,
  R_SURVEY,
} from './window'

const EMPTY = { name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.from('') }
const LOCALES = ['en', 'ko'] as const
const SIZES = [
  { name: '1024x700', width: 1024, height: 700 },
  { name: '1440x900 at 200%', width: 720, height: 450 },
  { name: '1024x700 at 200%', width: 512, height: 350 },
] as const

/** The screens of a project, in the order of the rail, with a part that is there once they are loaded. */
const SCREENS: readonly (readonly [name: string, loaded: (page: Page) => Locator])[] = [
  ['data', (page) => page.locator('.data-fields tbody tr').first()],
  ['code', (page) => page.locator('.code-list [role=option], .code-list li, .code-list tr').first()],
  ['slice', (page) => page.locator('.interval-row').first()],
  ['compare', (page) => page.locator('.compare-view h2, .compare-view .empty').first()],
  ['summary', (page) => page.locator('.summary-view h2, .summary-view .empty').first()],
]

/** Opens the sample and ends the tour that comes with it the first time. */
async function openSample(page: Page): Promise<void> {
  await page.locator('.sample .button').first().click()
  await expect(page.locator('.tour')).toBeVisible({ timeout: 30_000 })
  await page.keyboard.press('Escape')
  await expect(page.locator('.tour')).toBeHidden()
}

async function visit(page: Page, look: (name: string) => Promise<void>): Promise<void> {
  for (const [at, [name, loaded]] of SCREENS.entries()) {
    await page.keyboard.press(`Control+${at + 2}`)
    await expect(loaded(page)).toBeVisible({ timeout: 15_000 })
    await look(name)
  }
}

/** Everything in light; in dark only the colours are others. */
async function expectAccessibleInBoth(page: Page, where: string): Promise<void> {
  await expectAccessible(page, `${where}, light`)
  await page.emulateMedia({ colorScheme: 'dark' })
  await expectAccessible(page, `${where}, dark`, ['color-contrast', 'link-in-text-block'])
  await page.emulateMedia({ colorScheme: 'light' })
}

for (const locale of LOCALES) {
  test(`every screen is accessible, in light and dark: ${locale}`, async ({ page }) => {
    test.slow()
    await page.emulateMedia({ colorScheme: 'light' })
    await openWindow(page, locale)
    await expect(page.locator('.sample-first')).toBeVisible()
    await expectAccessibleInBoth(page, 'start, empty')
    await openSample(page)
    await visit(page, (name) => expectAccessibleInBoth(page, name))

    await page.keyboard.press('Control+2')
    const add = page.locator('main .view-head .button')
    await chooseFile(page, EMPTY, add)
    await expect(page.getByRole('alert')).toBeVisible()
    await expectAccessibleInBoth(page, 'data, refused')
    await chooseFile(page, R_SURVEY, add)
    await expect(importButton(page)).toBeVisible()
    await expectAccessibleInBoth(page, 'plan')
    await page.keyboard.press('Control+1')
    await expect(page.locator('.start-projects .table')).toBeVisible()
    await expectAccessibleInBoth(page, 'start, with a project')
  })

  test(`what lies over the screens is accessible, in light and dark: ${locale}`, async ({ page }) => {
    test.slow()
    await page.emulateMedia({ colorScheme: 'light' })
    await openWindow(page, locale)
    await page.locator('.sample .button').first().click()
    await expect(page.locator('.tour')).toBeVisible({ timeout: 30_000 })
    await expectAccessibleInBoth(page, 'tour')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+4')
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
    await openSample(page)
    await visit(page, () => expectNoSidewaysScroll(page))
    await page.locator('.filter-add').click()
    const panel = await page.locator('.condition').boundingBox()
    expect(panel).not.toBeNull()
    expect((panel?.y ?? 0) + (panel?.height ?? 0)).toBeLessThanOrEqual(height)
    expect((panel?.x ?? 0) + (panel?.width ?? 0)).toBeLessThanOrEqual(width)
    expect(panel?.y).toBeGreaterThanOrEqual(0)
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
