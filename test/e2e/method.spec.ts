import { expect, type Page } from '@playwright/test'
import { chooseFile, expectAccessibleInBoth, expectFits, headline, importButton, LOCALES, openSample, openWindow, test } from './window'

const show = (page: Page, screen: 'Compare' | 'Slice'): Promise<void> => page.locator('.rail').getByRole('button', { name: screen }).click()
const method = (page: Page) => page.getByRole('dialog', { name: 'How figures are made' })

/** Twelve people answer in winter as detractors, and again in spring as promoters. */
const ROWS = ['2025-02-03', '2025-05-05'].flatMap((day, at) =>
  Array.from({ length: 12 }, (_, person) => `p${person},${day},${at === 0 ? 2 : 10},${person % 2 === 0 ? 'Finance' : 'Retail'}`),
)
const PEOPLE = {
  name: 'people.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(['Customer,Submitted at,How likely are you to recommend us? (0-10),Industry', ...ROWS].join('\n')),
}

async function openPeople(page: Page): Promise<void> {
  await openWindow(page)
  await chooseFile(page, PEOPLE)
  await page.getByLabel('Role of “Customer”').selectOption('Respondent')
  await importButton(page).click()
  await expect(headline(page)).toBeVisible()
}

test('counts each person once when asked to, and takes it back', async ({ page }) => {
  await openPeople(page)
  await expect(page.locator('.headline-score')).toHaveText('0.0')
  await page.getByRole('button', { name: '95% intervals (Adjusted Wald)' }).click()
  await method(page).getByLabel('Count each person once').click()
  await page.keyboard.press('Escape')
  await expect(page.locator('.headline-score')).toHaveText('+100.0')
  await expect(page.locator('.status-line')).toContainText('each person once')
  await page.getByRole('button', { name: 'Net Promoter Score: what this rests on' }).click()
  await expect(page.getByRole('group', { name: 'What this rests on' })).toContainText('24 of 24, 12 with a score')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+z')
  await expect(page.locator('.headline-score')).toHaveText('0.0')
})

test('opens the answers of those who moved from one group to another', async ({ page }) => {
  await openPeople(page)
  await show(page, 'Compare')
  await page.getByRole('button', { name: '12 customers from detractors to promoters. Open their answers.' }).click()
  await expect(page.locator('.rail-button[aria-current]')).toHaveText('Code')
  await expect(page.locator('.filter-bar')).toContainText('of people who were detractors')
  await expect(page.locator('.status-line')).toContainText('24 responses')
})

test('makes the interval otherwise, everywhere', async ({ page }) => {
  await openSample(page)
  await show(page, 'Slice')
  await page.locator('.interval-row', { hasText: 'Education' }).click()
  await expect(page.locator('.headline-base')).toContainText('199 answers')
  const interval = page.locator('.headline-base span').first()
  const before = (await interval.textContent()) ?? ''
  await page.keyboard.press('Control+k')
  await page.keyboard.type('How figures')
  await page.keyboard.press('Enter')
  await expect(method(page).getByLabel('Count each person once')).toBeEnabled()
  await method(page).getByLabel('Iterative score').click()
  await expect(interval).not.toHaveText(before)
  await expect(page.locator('.status-line')).toContainText('Iterative score')
})

test('compares a filter with everybody else', async ({ page }) => {
  await openSample(page)
  await show(page, 'Slice')
  await page.locator('.interval-row', { hasText: 'Healthcare' }).click()
  await show(page, 'Compare')
  await page.getByText('Two filters').click()
  await page.getByRole('button', { name: 'Use the filter above' }).last().click()
  await expect(page.locator('.filter-bar')).toContainText('All responses')
  await page.getByLabel('Against', { exact: true }).selectOption({ label: 'Everybody else' })
  await expect(page.locator('.compare-heading')).toContainText('Healthcare against Everybody else')
  await expect(page.locator('.compare-sentence')).toHaveText(/points higher \(95% interval .*\): more than noise/)
  await page.getByRole('button', { name: 'Swap the two sides' }).click()
  await expect(page.locator('.compare-sentence')).toHaveText(/points lower/)
  await page.getByText('By contribution').click()
  await expect(page.getByLabel(/what each theme does to the score/).first()).toBeVisible()
  // The responses behind a part of "everybody else" are those that are not of the filter.
  await page.locator('.share-part').last().click()
  await expect(page.locator('.filter-bar')).toContainText('but not those from Healthcare')
})

for (const locale of LOCALES) {
  test(`is accessible, and fits small windows: ${locale}`, async ({ page }) => {
    await openSample(page, locale)
    await page.keyboard.press('Control+4')
    await page.locator('.basis-button').first().click()
    await expectAccessibleInBoth(page, 'what a figure rests on')
    await page.keyboard.press('Escape')
    await page.locator('.status-method').first().click()
    await expectAccessibleInBoth(page, 'how figures are made')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+5')
    await page.locator('.compare-pickers .segment').nth(1).click()
    await expectAccessibleInBoth(page, 'two filters')
    await expectFits(page)
  })
}
