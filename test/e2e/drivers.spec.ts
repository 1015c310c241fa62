import { expect, type Locator, type Page } from '@playwright/test'
import {
  chooseFile,
  copiedSvg,
  csvOf,
  expectAccessibleInBoth,
  expectFits,
  headline,
  importButton,
  LOCALES,
  openSample,
  openWindow,
  tabTo,
  test,
} from './window'

const show = (page: Page, screen: 'Code' | 'Drivers'): Promise<void> => page.locator('.rail').getByRole('button', { name: screen }).click()
const ranking = (page: Page): Locator => page.getByRole('figure', { name: 'Chart: contribution of each code' })
const group = (page: Page, name: string): Locator => page.getByRole('region', { name }).locator('.pull-row')
const table = (page: Page): Locator => page.getByRole('table', { name: 'Table: codes and the score' })

async function openDrivers(page: Page, locale: 'en' | 'ko' = 'en'): Promise<void> {
  await openSample(page, locale)
  await page.keyboard.press('Control+6')
  await expect(page.locator('.pull-row').first()).toBeVisible()
  await expect(page.locator('.drivers-view')).toHaveAttribute('aria-busy', 'false')
}

/** The first number in a text, with its sign. */
const numberIn = (text: string | null): number => Number(/[−+-]?\d[\d,]*(\.\d+)?/.exec(text ?? '')?.[0].replace('−', '-').replace(',', ''))

test('ranks codes by what goes with the score, in words that claim no more', async ({ page }) => {
  await openDrivers(page)
  await expect(page.locator('.drivers-claim')).toContainText('“goes with”, not “causes”')
  await expect(page.locator('.drivers-score')).toContainText(/NPS \+31 \(95% interval \+28 to \+34\) Base: all 2,392 responses with a score/)
  const down = (await group(page, 'Goes with a lower score').locator('.whisker-figure').allTextContents()).map(numberIn)
  const up = (await group(page, 'Goes with a higher score').locator('.whisker-figure').allTextContents()).map(numberIn)
  expect(down.length).toBeGreaterThan(3)
  expect(down).toEqual(down.toSorted((a, b) => a - b))
  expect(up).toEqual(up.toSorted((a, b) => b - a))
  expect(down.every((value) => value <= 0) && up.every((value) => value >= 0)).toBe(true)

  const all = (await table(page).locator('tbody td:nth-child(7)').allTextContents()).slice(0, 6).map(numberIn)
  expect(all).toEqual(all.toSorted((a, b) => a - b))
  await ranking(page).getByRole('button', { name: /^Show \d+ more$/ }).click()
  expect(await group(page, 'Goes with a lower score').count()).toBeGreaterThan(down.length)
})

test('a code opens its details, and these the responses behind each figure', async ({ page }) => {
  await openDrivers(page)
  await page.locator('.pull-row').first().click()
  const details = page.locator('.driver-details')
  await expect(details).toContainText(/Those who mention it are \d\.\d times as often detractors as the rest \(95% interval \d\.\d to \d\.\d\): \d+% against \d+%\./)
  await expect(details).toContainText(/With the other codes held the same: −/)
  await expect(details.locator('.driver-quote')).toHaveCount(4)
  const read = details.getByRole('button', { name: /Read \d+ detractors/ })
  const n = numberIn((await read.textContent()) ?? '')
  await read.click()
  await expect(page.locator('.rail-button[aria-current]')).toHaveText('Code')
  await expect(page.locator('.status-line')).toContainText(`${n} of 2,424 responses`)
  await show(page, 'Drivers')
  await expect(page.locator('.status-line')).not.toContainText('of 2,424')
  await expect(details).toBeVisible()
  const rest = /The rest: .*?([\d,]+) responses/.exec((await details.textContent()) ?? '')?.[1] ?? 'no figure'
  await details.getByRole('button', { name: 'Read those who do not mention it' }).click()
  await expect(page.locator('.status-line')).toContainText(`${rest} of 2,424 responses`)
  await show(page, 'Drivers')
  await page.locator('.pull-row').first().click()
  await expect(details).toHaveCount(0)

  const point = page.getByRole('region', { name: 'Bright spots' }).locator('.driver-point').first()
  await expect(point).toContainText(/\d+ of 1,209 promoters \(\d+%\) · \d+ mentions, mean score \d\.\d/)
  await expect(point.locator('.driver-quote')).toBeVisible()
  await expect(page.getByText('How quotes are chosen: one that was marked as a quote comes first')).toBeVisible()
  await point.getByRole('button').click()
  await expect(page.locator('.filter-bar')).toContainText('promoters')
})

test('by keyboard: rows, base, level, and the chart whose points lead back to the rows', async ({ page }) => {
  await openDrivers(page)
  const rows = page.locator('.pull-row')
  await tabTo(page, rows.first())
  await page.keyboard.press('ArrowDown')
  await expect(rows.nth(1)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(rows.nth(1)).toHaveAttribute('aria-expanded', 'true')
  await page.keyboard.press('Enter')
  await expect(rows.nth(1)).toHaveAttribute('aria-expanded', 'false')
  await page.keyboard.press('End')
  await expect(rows.last()).toBeFocused()

  await page.keyboard.press('b')
  await expect(page.locator('.drivers-score')).toContainText('Those who wrote nothing are left out.')
  await page.keyboard.press('l')
  await expect(page.getByRole('radio', { name: 'Themes' })).toBeChecked()
  await expect(table(page).locator('tbody tr')).toHaveCount(5)

  const points = page.locator('.severity-point')
  await expect(points).toHaveCount(5)
  await tabTo(page, points.first())
  await page.keyboard.press('ArrowRight')
  await expect(points.nth(1)).toBeFocused()
  const sentence = (await points.nth(1).getAttribute('aria-label')) ?? '?'
  await expect(page.locator('.severity-chart .chart-tip')).toHaveText(sentence)
  expect(sentence).toMatch(/: \d+ responses mention it \(\d+%\), [−+]\d+ points against the rest, contribution [−+]\d+\.\d/)
  await page.keyboard.press('Enter')
  const row = page.locator('.pull-row[aria-expanded="true"]')
  await expect(row).toBeFocused()
  await expect(row).toContainText(sentence.split(':')[0] ?? '?')
})

test('copies all figures with all of their digits', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openDrivers(page)
  await page.getByRole('button', { name: /^Copy: / }).last().click()
  await page.getByRole('button', { name: 'Copy table' }).click()
  await expect(page.getByText('The table is on the clipboard')).toBeVisible()
  const [head, first] = (await page.evaluate(() => navigator.clipboard.readText())).split('\n').map((line) => line.split('\t'))
  expect(head?.slice(0, 4)).toEqual(['Code', 'Mentions', 'Share', 'NPS'])
  expect(first?.[head?.indexOf('Contribution') ?? 0]).toMatch(/^-\d\.\d{9,}$/)
  await page.getByRole('button', { name: /^Copy: / }).last().click()
  await page.getByRole('button', { name: 'Copy picture' }).click()
  await expect(page.getByText('The picture is on the clipboard')).toBeVisible({ timeout: 20_000 })
  for (const title of ['first', 'last'] as const) {
    await page.getByRole('button', { name: /^Copy: / })[title]().click()
    await page.getByRole('button', { name: 'Copy as SVG' }).click()
    await expect(page.getByText('The picture is on the clipboard as SVG')).toBeVisible()
    const svg = await copiedSvg(page)
    expect(svg.wrong).toBeNull()
    expect(svg.texts).toContain(first?.[0])
  }
})

test('teaches where there is nothing to rank', async ({ page }) => {
  await openWindow(page)
  await chooseFile(page, csvOf(20))
  await importButton(page).click()
  await expect(headline(page)).toBeVisible()
  await show(page, 'Drivers')
  await expect(page.getByText('There are no codes yet.')).toBeVisible()
  await page.getByRole('button', { name: 'Go to Code' }).click()
  await expect(page.locator('.rail-button[aria-current]')).toHaveText('Code')
  await page.getByRole('button', { name: /starter/i }).first().click()
  await expect(page.getByText('19 codes added.')).toBeVisible()
  await show(page, 'Drivers')
  await expect(page.getByText('Only 20 responses have a score here.')).toBeVisible()

  await page.locator('.rail').getByRole('button', { name: 'Start' }).click()
  await chooseFile(page, csvOf(60), page.locator('.start-open .button-primary'))
  await importButton(page).click()
  await expect(headline(page)).toBeVisible()
  await show(page, 'Code')
  await page.getByRole('button', { name: /starter/i }).first().click()
  await expect(page.getByText('19 codes added.')).toBeVisible()
  await show(page, 'Drivers')
  await expect(page.getByText('None of these responses mentions a code.')).toBeVisible()
})

for (const locale of LOCALES) {
  test(`is accessible, and fits small windows: ${locale}`, async ({ page }) => {
    await openDrivers(page, locale)
    await page.locator('.pull-row').first().click()
    await expect(page.locator('.driver-quote').first()).toBeVisible()
    await page.locator('.severity-point').nth(2).focus()
    await expectAccessibleInBoth(page, 'drivers')
    await expectFits(page)
    await page.setViewportSize({ width: 512, height: 350 })
    await expectAccessibleInBoth(page, 'drivers, narrow')
  })
}
