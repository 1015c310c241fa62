import { expect, type Page } from '@playwright/test'
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

/** `times` answers alike: day, score, industry. */
const answers = (times: number, ...cells: readonly [day: string, score: number, industry: string]): readonly string[] =>
  Array.from({ length: times }, (_, at) => `${cells.join(',')},comment ${cells[2]} ${cells[1]} number ${at} of them`)

/** Winter: 20 promoters, 10 passives, 10 detractors. Spring: 35, 5, 10. Retail ends, Travel begins. */
const ROWS = [
  ...answers(20, '2025-02-03', 10, 'Finance'),
  ...answers(10, '2025-03-31', 7, 'Retail'),
  ...answers(10, '2025-01-01', 2, 'Retail'),
  ...answers(35, '2025-04-01', 9, 'Finance'),
  ...answers(5, '2025-06-30', 8, 'Travel'),
  ...answers(10, '2025-05-05', 0, 'Travel'),
]
const SURVEY = {
  name: 'answers.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    ['Submitted at,How likely are you to recommend us? (0-10),Industry,Why did you give that score?', ...ROWS].join('\n'),
  ),
}

const show = (page: Page, screen: 'Compare' | 'Slice' | 'Data'): Promise<void> =>
  page.locator('.rail').getByRole('button', { name: screen }).click()
const sentence = (page: Page) => page.locator('.compare-sentence')

async function openSurvey(page: Page): Promise<void> {
  await openWindow(page)
  await chooseFile(page, SURVEY)
  await importButton(page).click()
  await expect(headline(page)).toBeVisible()
  await show(page, 'Compare')
  await page.locator('.compare-pickers').getByText('Quarter').click()
  await expect(sentence(page)).toBeVisible()
}

async function compareSample(page: Page, locale: 'en' | 'ko' = 'en'): Promise<void> {
  await openSample(page, locale)
  await page.keyboard.press('Control+5')
  await expect(sentence(page)).toBeVisible()
  await expect(page.locator('.compare-view')).toHaveAttribute('aria-busy', 'false')
}

test('says in words whether the score has moved, and what it would take to know', async ({ page }) => {
  await openSurvey(page)
  await expect(sentence(page)).toHaveText(/Up 25 points \(95% interval −9 to \+57\): within noise/)
  await expect(page.locator('.compare-notes')).toContainText(
    'Would need about 170 answers on each side to call a difference of this size (there are 40 and 50).',
  )
  const periods = page.getByRole('table', { name: 'Table: both periods' })
  await expect(periods.getByRole('row', { name: /^2025 Q1/ })).toHaveText(/40\+25\.0.*20 50%10 25%10 25%/)
  await expect(periods.getByRole('row', { name: /^2025 Q2/ })).toHaveText(/50\+50\.0.*35 70%5 10%10 20%/)
  await expect(page.getByLabel('From', { exact: true }).locator('option')).toHaveText(['2025 Q2 · 50 answers', '2025 Q1 · 40 answers'])

  await page.keyboard.press('s')
  await expect(sentence(page)).toHaveText(/Down 25 points \(95% interval −57 to \+9\): within noise/)
  await expect(page.getByText('This reads backwards in time')).toBeVisible()
  await page.getByLabel('From', { exact: true }).selectOption('2025-Q1')
  await expect(sentence(page)).toHaveText(/Up 25 points/)

  await page.locator('.compare-pickers').getByText('Month').click()
  await expect(page.getByLabel('To', { exact: true }).locator('option')).toHaveCount(6)
})

test('shows where it moved; a segment looked at alone filters the verdict and not the segments', async ({ page }) => {
  await openSurvey(page)
  const table = page.getByRole('table', { name: 'Table: change by Industry' })
  await expect(table.getByRole('row', { name: /^Finance/ })).toHaveText(/\+100 n 20\+100 n 350\.0.*within noise/)
  await expect(table.getByRole('row', { name: /^Retail/ })).toContainText('gone since 2025 Q1')
  await expect(table.getByRole('row', { name: /^Travel/ })).toContainText('new in 2025 Q2')

  const chart = page.getByRole('figure', { name: 'Chart: change of the score by Industry' })
  await tabTo(page, chart.getByRole('button').first())
  await expect(chart.locator('.whisker-tip')).toContainText('Finance: from +100 (20 answers) to +100 (35 answers).')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Only Finance: the verdict and the themes are about it.')).toBeVisible()
  await expect(sentence(page)).toHaveText(/Level, 0 points/)
  await expect(table.getByRole('row', { name: /^Travel/ })).toBeVisible()
  await expect(page.locator('.status-line')).toContainText('55 of 90 responses')
  await expect(chart.getByRole('button').first()).toHaveAttribute('aria-pressed', 'true')
  await chart.getByRole('button').first().click()
  await expect(sentence(page)).toHaveText(/Up 25 points/)
  await expect(page.locator('.status-line')).not.toContainText('of 90')
})

test('opens the responses behind every bar, and is whole again afterwards', async ({ page }) => {
  await openSurvey(page)
  const bar = page.getByRole('button', { name: '2025 Q1: 10 of 40 are detractors (25%). Open their responses.' })
  await tabTo(page, page.locator('.share-part').first())
  for (const key of ['ArrowRight', 'ArrowRight']) await page.keyboard.press(key)
  await expect(bar).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.locator('.status-line')).toContainText('10 of 90 responses')
  await expect(page.getByText('comment Retail 2 number 0 of them').first()).toBeVisible()
  await show(page, 'Compare')
  await expect(sentence(page)).toHaveText(/Up 25 points/)
  await page.getByRole('button', { name: 'Read the responses of Travel' }).click()
  await expect(page.locator('.status-line')).toContainText('15 of 90 responses')
})

test('teaches where there is nothing to compare', async ({ page }) => {
  await openWindow(page)
  await chooseFile(page, csvOf(40))
  await importButton(page).click()
  await expect(headline(page)).toBeVisible()
  await show(page, 'Compare')
  await expect(page.getByText('The responses have no dates, so there are no periods to compare.')).toBeVisible()
  await page.getByRole('button', { name: 'Compare two filters' }).click()
  await expect(page.getByText('Both sides are everybody')).toBeVisible()
  await page.getByText('Two periods').click()
  await page.getByRole('button', { name: 'Go to Data' }).click()
  await expect(page.locator('.rail-button[aria-current]')).toHaveText('Data')

  await page.locator('.rail').getByRole('button', { name: 'Start' }).click()
  const lines = answers(30, '2025-02-03', 9, 'Finance')
  const buffer = Buffer.from(['Submitted at,How likely are you to recommend us? (0-10),Industry,Why?', ...lines].join('\n'))
  await chooseFile(page, { name: 'day.csv', mimeType: 'text/csv', buffer }, page.locator('.start-open .button-primary'))
  await importButton(page).click()
  await expect(headline(page)).toBeVisible()
  await show(page, 'Compare')
  await expect(page.getByText('All the answers lie in one period')).toBeVisible()
})

test('every chart is copied as picture, as lines and as table', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await compareSample(page)
  const menus = page.getByRole('button', { name: /^Copy: / })
  await expect(menus).toHaveCount(6)
  const press = (what: string): Promise<void> => page.locator('.chart-menu:popover-open').getByRole('button', { name: what }).click()
  for (const [at, within, row] of [
    [0, '.compare-half >> nth=0', '2026 Q2'],
    [1, '.compare-half >> nth=1', '2026 Q2'],
    [2, '.compare-section >> nth=0', 'Logistics'],
    [3, '.compare-section >> nth=1', 'Logistics'],
    [4, '.compare-themes', 'Price'],
    [5, '.compare-section >> nth=-1', 'Promoters in'],
  ] as const) {
    await expect(page.locator(within)).toContainText(row)
    await menus.nth(at).click()
    await press('Copy as SVG')
    await expect(page.getByText('The picture is on the clipboard as SVG')).toBeVisible()
    const svg = await copiedSvg(page)
    expect(svg.wrong).toBeNull()
    expect(svg.texts.some((text) => text.startsWith(row))).toBe(true)
    expect(svg.texts.some((text) => text.startsWith('All responses · '))).toBe(true)
    await menus.nth(at).click()
    await press('Copy table')
    await expect(page.getByText('The table is on the clipboard')).toBeVisible()
    const lines = (await page.evaluate(() => navigator.clipboard.readText())).split('\n')
    expect(lines.some((line) => line.startsWith(row))).toBe(true)
    expect(lines.join(' ')).toMatch(/\d\.\d{8,}/)
  }
  // By keyboard, and the focus stays where it was.
  await menus.first().focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText('The picture is on the clipboard.')).toBeVisible({ timeout: 20_000 })
  await expect(menus.first()).toBeFocused()
})

test('names the themes that moved, and opens what was said', async ({ page }) => {
  await compareSample(page)
  await expect(page.getByLabel('To', { exact: true }).locator('option')).not.toHaveCount(0)
  const table = page.getByRole('table', { name: 'Table: themes in both periods' })
  const changes = (await table.locator('tbody td:nth-child(4)').allTextContents()).map((text) =>
    Math.abs(Number(text.replace('−', '-'))),
  )
  expect(changes.length).toBeGreaterThan(5)
  expect(changes).toEqual(changes.toSorted((a, b) => b - a))
  const first = await table.locator('tbody th').first().textContent()
  await table.getByRole('button').first().click()
  await expect(page.locator('.filter-bar')).toContainText(`that mention ${first ?? '?'}`)
  await expect(page.locator('.rail-button[aria-current]')).toHaveText('Code')
})

for (const locale of LOCALES) {
  test(`is accessible, and fits small windows: ${locale}`, async ({ page }) => {
    await compareSample(page, locale)
    await page.locator('.whisker-row').nth(3).focus()
    await expectAccessibleInBoth(page, 'compare')
    await expectFits(page)
    await page.setViewportSize({ width: 512, height: 350 })
    await page.locator('.whisker-row').nth(3).click()
    await expect(page.locator('.compare-picked')).toBeVisible()
    await expectAccessibleInBoth(page, 'compare, picked, narrow')
  })
}
