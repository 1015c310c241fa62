import writeExcelFile from 'write-excel-file/universal'
import { expect, type Page } from '@playwright/test'
import { chooseFile, csvOf, expectAccessible, expectFits, importButton, openWindow, tabTo, test } from './window'

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
  await expect(page.getByRole('button', { name: 'generated', exact: true })).toBeFocused()
  await remove.click()
  await page.getByRole('button', { name: 'Remove for good' }).click()
  await expect(page.getByText('“generated” is gone from this computer.')).toBeVisible()
  await expect(page.getByText('No projects yet.')).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
})

const file = (name: string, lines: readonly string[]) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(`${lines.join('\n')}\n`) })
const quarter = (name: string, header: string, prefix: string, more = '') =>
  file(name, [
    `Response ID,Submitted at,${header}`,
    ...Array.from({ length: 40 }, (_, at) => `${prefix}${at},2026-0${(at % 9) + 1}-11,${at % 11},${['Finance', 'Retail', 'Travel'][at % 3]!},it was number ${at} that day${more}`),
  ])
const FIRST = quarter('q1.csv', 'How likely are you to recommend Acme?,Industry,Why that score?', 'a')
const CHANGED = quarter('q2.csv', 'How likely would you be to recommend Acme?,Your industry,Why that score?,Seats', 'b', ',5')
const THIRD = quarter('q3.csv', 'How likely are you to recommend Acme?,Industry,Why that score?', 'c')
const OTHER = file('notes.csv', ['Color,Weight', ...Array.from({ length: 12 }, (_, at) => `${at % 2 ? 'red' : 'blue'},${at * 7}`)])

async function chooseFiles(page: Page, files: readonly ReturnType<typeof file>[]): Promise<void> {
  const chooser = page.waitForEvent('filechooser')
  await page.locator('main .button-primary').first().click()
  await (await chooser).setFiles([...files])
}
const queue = (page: Page) => page.locator('.queued')
const importAll = (page: Page) => page.locator('.plan-actions').getByRole('button', { name: /^Import \d+ files/ })

test('several files: each summed up, those that ask nothing imported at once, the others one by one', async ({ page }) => {
  await openWindow(page)
  await chooseFiles(page, [FIRST, CHANGED, OTHER, THIRD])
  await expect(queue(page)).toHaveText([
    /^q1\.csv40 responses, 40 with a scoreshown below$/,
    /^q2\.csv40 responses, 40 with a score$/,
    /^notes\.csv12 responses, 0 with a score1 question$/,
    /^q3\.csv40 responses, 40 with a score$/,
  ])
  await expect(page.locator('.plan-position')).toHaveText('File 1 of 4')
  await expectAccessible(page, 'queue')
  await importAll(page).click()

  // Beside the first wave, the second has columns to ask about.
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Import “q2.csv”')
  await expect(page.locator('.passing-notice')).toContainText('80 responses imported as 2 waves.')
  const match = page.locator('.plan-match')
  await expect(match).toContainText('3 columns are fields that are there already.')
  await expect(match.getByLabel('Field of “Your industry”')).toHaveText(/Industry/)
  await expect(match).toContainText('Only in this fileEach becomes a new field')
  await expectAccessible(page, 'matched columns')
  await expectFits(page)

  // By keyboard: one of them is a field of its own, the other is right.
  await tabTo(page, match.getByLabel('Field of “Your industry”'), 60)
  await page.keyboard.press('Home')
  await expect(match.getByLabel('Field of “Your industry”')).toHaveValue('')
  await expect(match.getByLabel('Field of “Your industry”')).toBeFocused()
  await expect(match.locator('.plan-match-sides')).toContainText('Your industry')
  await expect(match.getByLabel('Field of “Your industry”')).toBeFocused()
  await expect(match.getByRole('button', { name: 'This is right' })).toBeVisible()
  await match.getByLabel('Field of “Your industry”').selectOption('Industry')
  await match.getByRole('button', { name: 'This is right' }).press('Enter')
  await expect(match.getByRole('button', { name: 'This is right' })).toBeHidden()
  await expect(match.getByRole('heading', { name: 'Matched by you' })).toBeVisible()
  await expect(match.getByRole('heading', { name: 'Columns and fields' })).toBeFocused()
  await importButton(page).press('Enter')

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Import “notes.csv”')
  await expect(match).toContainText('it looks like another survey')
  // The same survey all the same: its columns can be matched, and be fields of their own again.
  await match.getByText('Match columns by hand').press('Enter')
  const note = match.locator('.plan-match-sides select').first()
  await note.selectOption('Industry')
  await expect(match.getByRole('heading', { name: 'Matched by you' })).toBeVisible()
  await expect(match.locator('table select')).toHaveText(/Industry/)
  await match.locator('table select').selectOption('A new field')
  await expect(match.getByRole('heading', { name: 'Matched by you' })).toBeHidden()
  await expect(match).toContainText('it looks like another survey')
  await page.getByRole('button', { name: 'Skip the rest' }).press('Enter')
  await expect(page.locator('.status-line')).toContainText('120 responses')
  await page.keyboard.press('Control+2')
  await expect(waves(page)).toHaveCount(3)
  await expect(page.locator('.data-fields tbody tr')).toHaveCount(6)
})

test('the same header over other contents is asked about, and a renamed column is seen on the field', async ({ page }) => {
  const wave = (name: string, region: string, prefix: string, cell: (at: number) => string | number) =>
    file(name, [`Response ID,How likely are you to recommend us?,${region}`, ...Array.from({ length: 40 }, (_, at) => `${prefix}${at},${at % 11},${cell(at)}`)])
  const named = (at: number): string => ['North', 'South', 'East'][at % 3]!
  await openWindow(page)
  await chooseFiles(page, [wave('q1.csv', 'Region', 'a', named), wave('q2.csv', 'Region', 'b', (at) => (at % 7) + 1), wave('q3.csv', 'Your region', 'c', named)])
  await importAll(page).click()

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Import “q2.csv”')
  const match = page.locator('.plan-match')
  const clash = match.getByRole('row', { name: /Region/ })
  await expect(clash).toContainText('numbers1 · 2 · 3categoriesNorth · South · East')
  await expect(match.getByLabel('Field of “Region”')).toHaveValue('')
  await expectAccessible(page, 'other contents')
  await expectFits(page)
  // By keyboard: it is the same after all, and then it is not.
  await tabTo(page, match.getByLabel('Field of “Region”'), 60)
  await page.keyboard.press('ArrowDown')
  await expect(match.getByRole('heading', { name: 'Matched by you' })).toBeVisible()
  await expect(match.getByLabel('Field of “Region”')).toBeFocused()
  await page.getByRole('button', { name: 'Do not import' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Import “q3.csv”')
  await importButton(page).click()
  await expect(page.locator('.status-line')).toContainText('80 responses')
  await page.keyboard.press('Control+2')
  await chooseFile(page, wave('q4.csv', 'Region', 'd', (at) => (at % 7) + 1), page.getByRole('button', { name: 'Add a wave…' }))
  await match.getByRole('button', { name: 'Keep it apart' }).press('Enter')
  await expect(match.getByRole('heading', { name: 'Columns and fields' })).toBeFocused()
  await expect(match.locator('.plan-match-sides')).toContainText('Region')
  await importButton(page).press('Enter')
  await expect(page.locator('.status-line')).toContainText('120 responses')
  await page.keyboard.press('Control+2')
  const fields = page.locator('.data-fields tbody tr')
  await expect(fields).toHaveCount(4)
  await expect(fields.nth(2).locator('.field-headers li')).toHaveText(['Region (q1)', 'Your region (q3)'])
  await expect(fields.nth(3)).toContainText('Region (2)')
  await expectAccessible(page, 'fields under other headers')
})

test('which of several scores is asked, and what was chosen holds for the next file of the layout', async ({ page }) => {
  const scores = (name: string, prefix: string) =>
    file(name, ['id,Overall score,Service score,Plan', ...Array.from({ length: 40 }, (_, at) => `${prefix}${at},${at % 11},${(at * 3) % 11},${at % 2 ? 'Free' : 'Pro'}`)])
  await openWindow(page)
  await chooseFile(page, scores('one.csv', 'a'))
  const asked = page.getByRole('group', { name: 'Which column is the score?' })
  await expect(asked.getByRole('radio')).toHaveCount(2)
  await expect(asked.getByRole('radio', { name: /Overall score/ })).toBeChecked()
  await tabTo(page, asked.getByRole('radio', { name: /Overall score/ }), 60)
  await page.keyboard.press('ArrowDown')
  await expect(asked.getByRole('radio', { name: /Service score/ })).toBeChecked()
  await expect(page.locator('.role-facts')).toContainText('Service score')
  await expectAccessible(page, 'several scores')
  await importButton(page).click()
  await expect(page.locator('.interval-row').first()).toBeVisible()

  await page.keyboard.press('Control+2')
  await chooseFile(page, scores('two.csv', 'b'), page.getByRole('button', { name: 'Add a wave…' }))
  await expect(page.locator('.plan-remembered')).toContainText('Read as you set it for “one.csv”')
  await expect(page.locator('.role-facts')).toContainText('Service score')
  await page.getByRole('button', { name: 'Start over' }).press('Enter')
  await expect(page.locator('.plan-remembered')).toBeHidden()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
})

test('what a tenure without a unit counts is asked', async ({ page }) => {
  await openWindow(page)
  const rows = Array.from({ length: 40 }, (_, at) => `r${at},2026-06-11,${at % 11},${at % 30}`)
  await chooseFile(page, file('tenure.csv', ['Response ID,Submitted at,Recommend us?,Tenure', ...rows]))
  const asked = page.getByRole('group', { name: 'What does “Tenure” count?' })
  await expect(asked).toContainText('The numbers go from 0 to 29; half of them are 9 or less.')
  await expect(asked).toHaveClass(/plan-ask/)
  await expect(asked.getByRole('radio', { name: 'Years' })).toBeChecked()
  await expectAccessible(page, 'tenure')
  await tabTo(page, asked.getByRole('radio', { name: 'Years' }), 60)
  await page.keyboard.press('ArrowUp')
  await expect(asked.getByRole('radio', { name: 'Months' })).toBeChecked()
  await expect(asked).not.toHaveClass(/plan-ask/)
  await importButton(page).click()
  await expect(page.locator('.interval-row').first()).toBeVisible()
  await expect(page.getByText('Under 3 months').first()).toBeVisible()
})

test('rows that the survey tool marks are imported all the same, by reason', async ({ page }) => {
  await openWindow(page)
  const marked = Array.from({ length: 30 }, (_, at) => `2026-01-01,2026-01-02,${at % 5 ? 'IP Address' : 'Survey Preview'},${at % 3 ? 'True' : 'False'},r${at},${at % 11}`)
  await chooseFile(page, file('marked.csv', ['StartDate,EndDate,Status,Finished,ResponseId,Q1_NPS', ...marked]))
  await expect(importButton(page)).toContainText('Import 16 responses')
  await tabTo(page, page.getByRole('checkbox', { name: 'not finished (8)' }), 60)
  await page.keyboard.press('Space')
  await expect(importButton(page)).toContainText('Import 24 responses')
  await page.getByRole('checkbox', { name: /a preview of the survey/ }).check()
  await expect(importButton(page)).toContainText('Import 30 responses')
  await expect(preview(page).locator('.segment')).toHaveText(['First rows', 'Imported 30'])
})

test('a quotation mark that is never closed is said, and the file read again without', async ({ page }) => {
  await openWindow(page)
  const text = ['NPS,Plan,Comment', ...Array.from({ length: 9 }, (_, at) => `${at},Free,fine`), '9,Pro,"good', ...Array.from({ length: 20 }, () => 'only words')]
  await chooseFile(page, file('quote.csv', text))
  await expect(page.locator('.plan-warnings')).toContainText('opens on line 11 and is never closed')
  await page.getByRole('button', { name: 'Read quotation marks as ordinary characters' }).press('Enter')
  await expect(page.locator('.plan-warnings')).toContainText('Quotation marks are read as ordinary characters.')
  await expect(page.locator('.plan-warnings')).not.toContainText('never closed')
})
