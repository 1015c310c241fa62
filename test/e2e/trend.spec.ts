import { expect, type Locator, type Page } from '@playwright/test'
import { chooseFile, expectAccessibleInBoth, expectFits, headline, importButton, LOCALES, openWindow, tabTo, test } from './window'

const MONTHS = 14
/** The one that stands out. */
const SPIKE = 6

/** Fourteen months up to this one, thirty answers each in two regions: even but for one month, which is loved. */
function makeSurvey(): { readonly name: string; readonly mimeType: string; readonly buffer: Buffer; readonly months: readonly string[] } {
  const now = new Date()
  const months = Array.from({ length: MONTHS }, (_, at) => new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - MONTHS + 1 + at, 1)).toISOString().slice(0, 7))
  const lines = months.flatMap((month, at) => {
    const scores = at === SPIKE ? [10] : [10, 9, 9, 8, 7, 0, 9, 8, 5, 10]
    // The present month has the days so far, which is one at least.
    return Array.from({ length: 60 }, (_, row) => `${scores[(row + at) % scores.length]},${row % 3 === 0 ? 'North' : 'South'},${month}-${at === MONTHS - 1 || row % 2 === 0 ? '01' : '28'},It works`)
  })
  return { name: 'months.csv', mimeType: 'text/csv', buffer: Buffer.from(['How likely are you to recommend us? (0-10),Region,Date,Why?', ...lines].join('\n')), months }
}

const SURVEY = makeSurvey()

async function openTrend(page: Page, locale: 'en' | 'ko' = 'en'): Promise<void> {
  await openWindow(page, locale)
  await chooseFile(page, SURVEY)
  await importButton(page).click()
  await expect(headline(page)).toBeVisible()
  await page.locator('.slice-controls .segmented').first().locator('.segment').nth(2).click()
  await page.locator('.slice-controls .field').nth(0).locator('select').selectOption({ index: 0 })
  await expect(period(page, MONTHS - 1)).toBeAttached()
}

const period = (page: Page, at: number): Locator => page.locator('.trend-period').nth(at)
const notes = (page: Page): Locator => page.locator('.trend-notes')
const menu = (page: Page): Locator => page.getByRole('group', { name: 'Show' })
const toggle = async (page: Page, name: string): Promise<void> => {
  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await menu(page).getByText(name, { exact: true }).click()
  await page.keyboard.press('Escape')
  await expect(menu(page)).toBeHidden()
}

test('what stands beside the scores is said of each period, and can be left out', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openTrend(page)
  await expect(period(page, 0)).not.toHaveAccessibleName(/pooled/)
  await expect(period(page, 2)).toHaveAccessibleName(/; 3 months pooled: \+30, interval \d+ to \d+, 180 answers; control limits /)
  await expect(period(page, SPIKE)).toHaveAccessibleName(/: \+100, .*signal: above the limits/)
  await expect(period(page, MONTHS - 1)).toHaveAccessibleName(/so far, the period is not complete/)
  await expect(period(page, MONTHS - 1)).not.toHaveAccessibleName(/signal/)
  await expect(notes(page)).toContainText(/Signal, above the limits: \w+ \d+\./)
  await expect(page.locator('.trend-chart figcaption')).toContainText('Dark line: the answers of 3 months pooled, never a mean of scores.')
  await expect(page.locator('.slice-table')).toContainText('(so far)')

  await page.getByRole('button', { name: /^Copy: / }).click()
  await page.getByRole('button', { name: 'Copy table' }).click()
  await expect(page.getByText('The table is on the clipboard')).toBeVisible()
  const lines = (await page.evaluate(() => navigator.clipboard.readText())).split('\n').map((line) => line.split('\t'))
  expect(lines[0]?.slice(-6)).toEqual(['NPS, 3 months pooled', 'Answers, 3 months pooled', 'Centre', 'Lower limit', 'Upper limit', 'Signal'])
  expect(lines[1 + SPIKE]?.slice(-6)).toEqual([expect.stringMatching(/^53\.3333/), '180', expect.stringMatching(/^3\d/), expect.anything(), expect.anything(), 'above'])

  await page.getByRole('button', { name: 'Show', exact: true }).click()
  await menu(page).getByLabel('Pooled over').selectOption({ label: '6 months' })
  await expect(period(page, 5)).toHaveAccessibleName(/; 6 months pooled: .*360 answers/)
  await expect(period(page, 4)).not.toHaveAccessibleName(/pooled/)
  await page.keyboard.press('Escape')

  await toggle(page, 'Control limits')
  await expect(period(page, SPIKE)).not.toHaveAccessibleName(/limits/)
  await expect(notes(page)).toBeHidden()
  await toggle(page, 'Rolling line')
  await expect(period(page, 8)).not.toHaveAccessibleName(/pooled/)

  // What was chosen stays, also for other periods; there are too few quarters for limits, and that is said.
  await page.getByRole('button', { name: 'Data', exact: true }).click()
  await page.getByRole('button', { name: 'Slice', exact: true }).click()
  await expect(period(page, 8)).not.toHaveAccessibleName(/pooled/)
  await toggle(page, 'Rolling line')
  await toggle(page, 'Control limits')
  await page.getByLabel('Period', { exact: true }).selectOption({ label: 'Quarter' })
  await expect(notes(page)).toContainText('No control limits: they need 8 complete periods with answers')
  await expect(period(page, 3)).toHaveAccessibleName(/; 4 quarters pooled: /)
  await page.getByLabel('Split by').selectOption({ label: 'Region' })
  await expect(page.locator('.trend-panel').nth(1).getByRole('option').nth(3)).toHaveAccessibleName(/; 4 quarters pooled: /)
})

test('targets and benchmarks by keyboard: added, refused, changed, undone', async ({ page }) => {
  await openTrend(page)
  const open = async (): Promise<void> => {
    await tabTo(page, page.getByRole('button', { name: 'Show', exact: true }))
    await page.keyboard.press('Enter')
    await tabTo(page, menu(page).getByRole('button', { name: 'Edit targets and benchmarks' }), 8)
    await page.keyboard.press('Enter')
    await expect(dialog).toBeVisible()
  }
  const dialog = page.getByRole('dialog', { name: 'Targets and benchmarks' })
  const type = async (...fields: readonly string[]): Promise<void> => {
    for (const [at, text] of fields.entries()) {
      if (at > 0) await page.keyboard.press('Tab')
      await page.keyboard.type(text)
    }
  }
  await open()
  await tabTo(page, dialog.getByRole('button', { name: 'Add a target' }), 8)
  await page.keyboard.press('Enter')
  await expect(dialog.getByLabel('Name')).toBeFocused()
  await type('Goal', '85', `${SURVEY.months[3]}`)
  await tabTo(page, dialog.getByRole('button', { name: 'Add a benchmark' }), 8)
  await page.keyboard.press('Enter')
  await expect(dialog.getByLabel('Name').nth(1)).toBeFocused()
  await type('Technology', '20', '35')
  await page.keyboard.press('Enter')
  // A benchmark without its source is refused, there.
  await expect(dialog.getByLabel('Source')).toBeFocused()
  await expect(dialog.getByText('Say where it comes from.')).toBeVisible()
  await type('Vendors’ survey, 2025')
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(notes(page)).toContainText('Target Goal: +85 from')
  await expect(notes(page)).toContainText('Benchmark Technology: 20 to 35. Source: Vendors’ survey, 2025')
  await expect(period(page, 2)).not.toHaveAccessibleName(/target/)
  await expect(period(page, 3)).toHaveAccessibleName(/; target “Goal” \+85: below it/)
  await expect(period(page, SPIKE)).toHaveAccessibleName(/; target “Goal” \+85: above it/)

  await page.keyboard.press('Control+k')
  await page.keyboard.type('Targets and bench')
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Remove the benchmark Technology' }).click()
  await expect(dialog.getByText('No benchmark yet.')).toBeVisible()
  await dialog.getByLabel('Score').fill('30')
  await dialog.getByRole('button', { name: 'Save' }).click()
  await expect(notes(page)).not.toContainText('Technology')
  await expect(period(page, 3)).toHaveAccessibleName(/; target “Goal” \+30: within noise of it/)
  await page.getByRole('button', { name: 'Undo', exact: true }).last().click()
  await expect(notes(page)).toContainText('Technology')
  await expect(period(page, 3)).toHaveAccessibleName(/; target “Goal” \+85: below it/)
  await toggle(page, 'Targets and benchmarks')
  await expect(period(page, 3)).not.toHaveAccessibleName(/target/)
})

test('a fiscal year from April on: periods and the filter have other names for the same days', async ({ page }) => {
  await openTrend(page)
  await page.getByLabel('Period', { exact: true }).selectOption({ label: 'Quarter' })
  const second = await period(page, 1).getAttribute('aria-label')
  await period(page, 1).focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('.filter-bar, .status-line').first()).toContainText(/20\d\d Q\d/)
  // The filter says so before the figures have come.
  await expect(page.locator('.headline-base')).toContainText(/([\d,]+) answers/.exec(second ?? '')?.[0] ?? '?')
  const before = await headline(page).innerText()
  await page.getByRole('button', { name: /95% intervals/ }).first().click()
  await page.getByLabel('Year begins in').selectOption({ label: 'April' })
  await page.keyboard.press('Escape')
  await expect(period(page, 1)).toHaveAccessibleName(/^FY20\d\d Q\d: /)
  await expect(headline(page)).toHaveText(before)
  await expect(period(page, 1)).toHaveAttribute('aria-selected', 'true')
  expect((await period(page, 1).getAttribute('aria-label'))?.replace(/^FY20\d\d Q\d/, '')).toBe(second?.replace(/^20\d\d Q\d/, ''))
  await period(page, 1).click()
  await page.getByRole('button', { name: 'Compare', exact: true }).click()
  await page.locator('.compare-pickers .segment').getByText('Quarter', { exact: true }).click()
  await expect(page.locator('.compare-pair select').first().locator('option').first()).toHaveText(/^FY20\d\d /)
})

for (const locale of LOCALES) {
  test(`a trend with everything in it is accessible and fits: ${locale}`, async ({ page }) => {
    await openTrend(page, locale)
    await page.locator('.trend-show-button').click()
    await expectAccessibleInBoth(page, 'menu')
    await page.locator('.trend-show-edit .button').click()
    await page.locator('.yardstick-targets .button').last().click()
    await page.locator('.yardstick-benchmarks .button').last().click()
    await page.locator('.yardsticks [type=submit]').click()
    await expect(page.locator('.field-fault').first()).toBeVisible()
    await expectAccessibleInBoth(page, 'dialog')
    await expectFits(page)
    await page.keyboard.press('Escape')
    await expectFits(page)
  })
}
