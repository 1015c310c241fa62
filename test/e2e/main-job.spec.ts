import { expect } from '@playwright/test'
import {
  chooseFile,
  csvOf,
  FILM_REVIEWS,
  headline,
  importAsNps,
  importButton,
  openWindow,
  R_SURVEY,
  savedFile,
  SPACK_WORKBOOK,
  tabTo,
  test,
} from './window'

test('from a survey export to the score by any field, and back to it after a reload', async ({ page }) => {
  await openWindow(page)
  await expect(page.getByText('No projects yet.')).toBeVisible()
  await chooseFile(page, R_SURVEY)

  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Import “2018-english-responses.tsv”')
  await expect(page.getByText('Google Forms')).toBeVisible()
  await expect(importButton(page)).toHaveText('Import 3,062 responses: 3,001 scored, 61 without a score')
  await page.getByLabel('Treat as NPS').check()
  await importButton(page).click()

  await expect(headline(page)).toHaveText('+72.1', { timeout: 30_000 })
  await expect(page.locator('.headline')).toContainText('95% interval 70.1 to 74.0')
  await expect(page.locator('.headline')).toContainText('3,001 answers')
  await expect(page.locator('.headline')).toContainText('Non-standard')
  await expect(page.locator('.headline-groups')).toContainText(/Promoters76%2,294.*Passives19%577.*Detractors4%130/)

  await page.getByRole('button', { name: /^By / }).click()
  await expect(page.locator('.field-picker-menu input')).toBeFocused()
  await page.keyboard.type('level of experience using R')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('row', { name: /^Expert 6\d\d / })).toBeVisible()
  const answers = page.locator('.slice-table tbody td:nth-child(2)')
  const total = (await answers.allTextContents()).reduce((sum, text) => sum + Number(text.replace(',', '')), 0)
  expect(total).toBe(3001)

  await page.reload()
  await expect(page.getByRole('row', { name: /2018-english-responses/ })).toContainText('+72.1')
  await page.getByRole('button', { name: '2018-english-responses', exact: true }).click()
  await expect(headline(page)).toHaveText('+72.1')
})

test('by keyboard alone', async ({ page }) => {
  await openWindow(page)
  const choose = page.getByRole('button', { name: 'Choose a file…' })
  await tabTo(page, choose)
  await chooseFile(page, FILM_REVIEWS, () => page.keyboard.press('Enter'))

  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await tabTo(page, page.getByLabel('Keep them as they are'))
  await page.keyboard.press('ArrowDown')
  await expect(page.getByLabel('Treat as NPS')).toBeChecked()
  await expect(page.locator('.plan-sheet')).toHaveAttribute('aria-busy', 'false')
  await tabTo(page, importButton(page))
  await page.keyboard.press('Enter')

  await expect(headline(page)).toHaveText('+26.0', { timeout: 30_000 })
  await expect(page.locator('.headline')).toContainText('20,000 answers')
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()

  const by = page.getByLabel('By', { exact: true })
  await tabTo(page, by)
  await by.press('End')
  await expect(page.getByRole('row', { name: /nsmc_20k_dev/ })).toContainText('20,000')
  await tabTo(page, page.locator('.interval-row').first())
  await expect(page.locator('.interval-tip')).toHaveText('nsmc_20k_dev: +26, interval 25 to 27, 20,000 answers')
  await page.keyboard.press('Escape')
  await expect(page.locator('.interval-tip')).toBeHidden()

  await page.keyboard.press('Control+z')
  await expect(page.getByText('This project holds no responses.')).toBeVisible()
  await page.keyboard.press('Control+Shift+Z')
  await expect(page.getByText('Done again: importing a file.')).toBeVisible()
})

test('periods and waves add up to the whole', async ({ page }) => {
  await openWindow(page)
  await importAsNps(page, FILM_REVIEWS)
  for (const label of ['Year', 'Half-year', 'Quarter', 'Month', 'Wave']) {
    await page.getByLabel('By', { exact: true }).selectOption({ label })
    await expect(page.locator('.slice-table thead th').first()).toContainText(label)
    for (;;) {
      const more = page.getByRole('button', { name: /^Show \d+ more/ })
      if (!(await more.isVisible())) break
      await more.click()
    }
    const answers = await page.locator('.slice-table tbody td:nth-child(2)').allTextContents()
    expect(answers.reduce((sum, text) => sum + Number(text.replace(',', '')), 0)).toBe(20_000)
  }
})

test('a role changed in the plan shows its effect before anything is imported', async ({ page }) => {
  await openWindow(page)
  await chooseFile(page, csvOf(40))
  await expect(importButton(page)).toHaveText('Import 40 responses: 40 scored, 0 without a score')
  await page.getByLabel('Role of “How likely are you to recommend us?”').selectOption('Ignore')
  await expect(importButton(page)).toHaveText('Import 40 responses: 0 scored, 40 without a score')
  await expect(page.getByText('No column holds scores.')).toBeVisible()
  await page.getByRole('button', { name: 'Do not import' }).click()
  await expect(page.getByText('No projects yet.')).toBeVisible()
})

test('another encoding is refused or shown, never guessed at silently', async ({ page }) => {
  await openWindow(page)
  await chooseFile(page, FILM_REVIEWS)
  await expect(page.locator('.plan-preview')).toContainText('조오타아~~~')
  await page.getByLabel('Encoding').selectOption('windows-1252')
  await expect(page.locator('.plan-preview')).not.toContainText('조오타아~~~')
  await page.getByLabel('Encoding').selectOption('utf-8')
  await expect(page.locator('.plan-preview')).toContainText('조오타아~~~')
})

test('a workbook is read as well', async ({ page }) => {
  await openWindow(page)
  await chooseFile(page, SPACK_WORKBOOK)
  await expect(page.locator('.plan-facts')).toContainText('XLSX')
  await expect(importButton(page)).toContainText('Import')
})

test('an import can be cancelled, and leaves nothing behind', async ({ page }) => {
  await openWindow(page)
  await chooseFile(page, csvOf(100_000))
  await expect(importButton(page)).toContainText('100,000', { timeout: 30_000 })
  // Pressed as soon as it is there, long before anybody sees it: a fast computer is soon done.
  const pressed = page.evaluate(
    () =>
      new Promise<string | null>((done) => {
        new MutationObserver((_, observer) => {
          const cancel = document.querySelector<HTMLElement>('.progress button')
          if (!cancel) return
          observer.disconnect()
          done(cancel.closest('.progress')?.getAttribute('aria-label') ?? null)
          cancel.focus()
          cancel.click()
        }).observe(document.body, { childList: true, subtree: true })
      }),
  )
  await importButton(page).press('Enter')
  expect(await pressed).toBe('Importing “generated.csv”')
  await expect(page.getByText('Cancelled. Nothing was changed.')).toBeVisible({ timeout: 30_000 })
  await expect(importButton(page)).toContainText('Import 100,000 responses')
  await expect(page.locator('body')).not.toBeFocused()
  await page.getByRole('button', { name: 'Do not import' }).click()
  await expect(page.getByText('No projects yet.')).toBeVisible()
})

test('an import can be undone and done again', async ({ page }) => {
  await openWindow(page)
  await chooseFile(page, csvOf(40))
  await importButton(page).click()
  await page.getByRole('button', { name: /^Undo: import/ }).click()
  await expect(page.getByText('Undone: importing a file.')).toBeVisible()
  await expect(page.getByText('This project holds no responses.')).toBeVisible()
  await page.reload()
  await page.getByRole('button', { name: 'generated', exact: true }).click()
  await page.getByRole('button', { name: /^Redo: import/ }).click()
  await expect(page.getByRole('row', { name: /generated/ })).toContainText('40')
})

test('a second file joins as a wave; the same file does not come twice', async ({ page }) => {
  await openWindow(page)
  await chooseFile(page, csvOf(40))
  await importButton(page).click()
  await expect(headline(page)).toBeVisible()
  await page.getByRole('button', { name: 'Data' }).click()
  await chooseFile(page, csvOf(40), page.getByRole('button', { name: 'Add a wave…' }))
  await expect(page.getByText('This file was imported before')).toBeVisible()
  await expect(importButton(page)).toHaveText('Nothing to import')
  await page.getByRole('button', { name: 'Do not import' }).click()
  await chooseFile(page, csvOf(30), page.getByRole('button', { name: 'Add a wave…' }))
  await importButton(page).click()
  await expect(page.getByText('30 responses imported')).toBeVisible()
  await page.getByRole('button', { name: 'Data' }).click()
  await expect(page.locator('.data-waves tbody tr')).toHaveCount(2)
})

test('a file that is no survey is refused with a way out', async ({ page }) => {
  await openWindow(page)
  await chooseFile(page, {
    name: 'photo.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]),
  })
  await expect(page.getByRole('alert')).toBeVisible()
  await page.getByRole('button', { name: 'Close' }).click()
  await expect(page.getByRole('alert')).toBeHidden()
})

test('a file dropped anywhere is opened', async ({ page }) => {
  await openWindow(page)
  const transfer = await page.evaluateHandle(() => {
    const held = new DataTransfer()
    held.items.add(new File(['Score (0-10),Industry\n10,Finance\n3,Retail\n'], 'dropped.csv', { type: 'text/csv' }))
    return held
  })
  await page.dispatchEvent('.status-line', 'dragenter', { dataTransfer: transfer })
  await expect(page.getByText('Drop to open')).toBeVisible()
  await page.dispatchEvent('.status-line', 'drop', { dataTransfer: transfer })
  await expect(page.getByText('Drop to open')).toBeHidden()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Import “dropped.csv”')
})

test('exports: responses, workbook, presentation, and the project, which opens again from its file', async ({ page }) => {
  await openWindow(page)
  await importAsNps(page, R_SURVEY)
  const exported = async (item: string, ending: string, starts: string): Promise<Buffer> => {
    await page.getByRole('button', { name: 'Export' }).click()
    const bytes = await savedFile(page, page.getByRole('button', { name: item }), `2018-english-responses${ending}`)
    expect(bytes.length).toBeGreaterThan(10_000)
    expect(bytes.subarray(0, starts.length).toString('latin1')).toBe(starts)
    return bytes
  }
  await exported('Responses as CSV', ' responses.csv', '\xef\xbb\xbf')
  await exported('Summary as Excel (.xlsx)', '.xlsx', 'PK')
  await exported('Summary as PowerPoint', '.pptx', 'PK')
  const buffer = await exported('Project file', '.earshot', 'SQLite format 3')

  await page.getByRole('button', { name: 'Start' }).click()
  const copy = { name: 'copy.earshot', mimeType: 'application/octet-stream', buffer }
  await chooseFile(page, copy, page.getByRole('button', { name: 'Choose a file…' }))
  await expect(headline(page)).toHaveText('+72.1')
})

test('scores kept on their scale can be counted as NPS later, and no longer', async ({ page }) => {
  await openWindow(page)
  // 22 promoters, 22 passives, 66 detractors.
  const lines = ['How likely are you to recommend us?', ...Array.from({ length: 110 }, (_, row) => String(1 + (row % 10)))]
  await chooseFile(page, { name: 'tens.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) })
  await importButton(page).click()
  await expect(page.getByText('The scores of “tens” are on 1-10, not on 0-10.')).toBeVisible()
  // Conditions count responses, whatever their scale.
  await page.keyboard.press('/')
  await page.keyboard.type('score')
  await page.keyboard.press('Enter')
  await expect(page.locator('.condition [role=option]').first()).toHaveText('1011')
  await page.getByRole('button', { name: 'Done' }).click()
  await page.getByRole('button', { name: 'Treat as NPS' }).click()
  await expect(headline(page)).toHaveText('−40.0')
  await page.keyboard.press('Control+z')
  await expect(page.getByRole('button', { name: 'Treat as NPS' })).toBeVisible()

  // Beside a wave on 0-10, that one alone has figures all the same.
  await page.keyboard.press('Control+2')
  await chooseFile(page, csvOf(40), page.locator('main .view-head .button').filter({ hasText: 'Add a wave' }))
  await importButton(page).click()
  await page.getByRole('button', { name: 'Look at the waves on 0-10 only' }).click()
  await expect(page.locator('.headline-base')).toContainText('40 answers')
})
