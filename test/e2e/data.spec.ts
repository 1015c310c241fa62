import writeExcelFile from 'write-excel-file/universal'
import { expect, type Page } from '@playwright/test'
import { chooseFile, csvOf, expectAccessible, importButton, openWindow, test } from './window'

const HEADER = 'Response ID,How likely are you to recommend us?,Industry,Why?'
/** 43 rows: 40 responses (one of them with no score on the scale), 2 that come twice, a footer. */
const MIXED = {
  name: 'mixed.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      HEADER,
      ...Array.from({ length: 40 }, (_, at) => `r${at},${at === 3 ? 'ten' : at % 11},${at % 2 ? 'Finance' : 'Retail'},it was ${at}`),
      'r0,1,Finance,again',
      'r1,1,Finance,again',
      'Total,,,',
    ].join('\n'),
  ),
}

const waves = (page: Page) => page.locator('.data-waves tbody tr')
const preview = (page: Page) => page.locator('.plan-preview')
const rows = (page: Page) => preview(page).locator('tbody tr')

test('the fate of every row, and why; what the button says is what comes in', async ({ page }) => {
  await openWindow(page)
  await chooseFile(page, MIXED)
  await expect(importButton(page)).toHaveText('Import 40 responses: 39 scored, 1 without a score')
  await expect(preview(page).locator('.segment')).toHaveText(['First rows', 'Imported 40', 'Duplicates 2', 'Rejected 1'])
  await expect(rows(page)).toHaveCount(20)
  await expect(rows(page).nth(3)).toContainText('score not on the scale: kept as text, not counted')

  await preview(page).getByText('Duplicates 2').click()
  await expect(rows(page)).toHaveText([/^42duplicatesame response id as line 2/, /^43duplicatesame response id as line 3/])
  await page.locator('.problem-link').first().press('Enter')
  await expect(rows(page)).toHaveText([/^44rejecteda footer, not a response/])
  await expectAccessible(page, 'rejected rows')

  // A row that is no duplicate any more is imported: the rows follow the roles at once.
  await page.getByLabel('Role of “Response ID”').selectOption('Ignore')
  await expect(importButton(page)).toHaveText('Import 42 responses: 41 scored, 1 without a score')
  await expect(preview(page).locator('.segment')).toHaveText(['First rows', 'Imported 42', 'Rejected 1'])
  await importButton(page).click()
  await expect(page.locator('.status-line')).toContainText('42 responses')
  await expect(page.locator('.status-line')).toContainText('1 rejected row')
})

test('another sheet, separator or number of header rows shows its rows at once', async ({ page }) => {
  const row = (...cells: readonly string[]) => cells.map((value) => ({ value, type: String }))
  const written = await writeExcelFile([
    { sheet: 'Read me', data: [row('Score', 'Note'), row('1', 'nothing here')] },
    { sheet: 'Answers', data: [row('Score', 'Industry'), row('10', 'Finance'), row('9', 'Retail'), row('2', 'Retail')] },
  ]).toBlob()
  await openWindow(page)
  await chooseFile(page, {
    name: 'two.xlsx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(await written.arrayBuffer()),
  })
  await expect(page.getByLabel('Sheet')).toHaveValue('Answers')
  await expect(importButton(page)).toContainText('Import 3 responses')
  await expect(preview(page)).toContainText('Finance')
  await page.getByLabel('Sheet').selectOption('Read me')
  await expect(importButton(page)).toContainText('Import 1 response')
  await page.getByRole('button', { name: 'Do not import' }).click()

  await chooseFile(page, { name: 'semicolons.csv', mimeType: 'text/csv', buffer: Buffer.from('Score;Note\n9;a\n8;b\n7;c\n') })
  await expect(importButton(page)).toContainText('Import 3 responses: 3 scored')
  await page.getByLabel('Separator').selectOption('Comma')
  await expect(preview(page)).toContainText('9;a')
  await page.getByLabel('Separator').selectOption('Semicolon')
  await page.getByLabel('Header rows').selectOption('0')
  await expect(importButton(page)).toContainText('Import 4 responses')
})

test('a wave is renamed in place, taken out and brought back', async ({ page }) => {
  await openWindow(page)
  await chooseFile(page, csvOf(40))
  await importButton(page).click()
  await expect(page.locator('.interval-row').first()).toBeVisible()
  await page.keyboard.press('Control+2')
  await chooseFile(page, MIXED, page.getByRole('button', { name: 'Add a wave…' }))
  await importButton(page).click()
  await expect(page.locator('.status-line')).toContainText('80 responses')
  await page.keyboard.press('Control+2')
  await expect(waves(page)).toHaveCount(2)
  await expect(page.locator('.data-fields')).toContainText('Industry')
  await expectAccessible(page, 'waves')

  await page.getByRole('button', { name: 'generated: Rename the wave' }).press('Enter')
  await page.keyboard.type('Summer')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Summer: Rename the wave' })).toBeFocused()
  await page.getByRole('button', { name: 'Take “mixed” out of every figure' }).press('Enter')
  await expect(waves(page)).toHaveCount(1)
  await expect(page.locator('.status-line')).toContainText('40 responses')
  await page.locator('.passing-notice').getByRole('button', { name: 'Undo' }).click()
  await expect(waves(page)).toHaveCount(2)
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('button', { name: 'generated: Rename the wave' })).toBeVisible()
  await page.keyboard.press('Control+Shift+Z')
  await expect(page.getByRole('button', { name: 'Summer: Rename the wave' })).toBeVisible()
})

test('a project is removed for good in two steps, and kept by the first', async ({ page }) => {
  await openWindow(page)
  await chooseFile(page, csvOf(40))
  await importButton(page).click()
  await expect(page.locator('.interval-row').first()).toBeVisible()
  await page.keyboard.press('Control+1')
  const remove = page.getByRole('button', { name: 'Remove “generated” from this computer' })
  await expect(page.getByRole('row', { name: /generated/ })).toContainText('40 answers')
  await remove.click()
  await expect(page.getByRole('button', { name: 'Keep' })).toBeFocused()
  await expectAccessible(page, 'removing')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'Keep' })).toBeHidden()
  await remove.click()
  await page.getByRole('button', { name: 'Remove for good' }).click()
  await expect(page.getByText('“generated” is gone from this computer.')).toBeVisible()
  await expect(page.getByText('No projects yet.')).toBeVisible()
})
