import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { openCodeScreen } from './code-screen'
import { expectAccessibleInBoth, expectNoSidewaysScroll, LOCALES, openSample, test } from './window'

const LONG = 'We have been with you for years and most of it was fine, the people are kind and quick, and still every single quarter somebody has to write in because'
const COMMENTS = ['The price went up again', 'Delivery was late', 'No comment', `${LONG} the invoice is wrong`, 'It just works', 'no comment.']

/** 60 answers to two open questions. */
function survey(): { name: string; mimeType: string; buffer: Buffer } {
  const rows = ['Score (0-10),Date,Why did you give this score?,What should we do better?']
  for (let row = 0; row < 60; row++)
    rows.push(`${row % 11},2026-0${1 + (row % 6)}-15,"${COMMENTS[row % COMMENTS.length]!}${row % 3 === 2 ? '' : ` (case ${row})`}",${row % 3 === 0 ? `"Lower the price ${row}"` : ''}`)
  return { name: 'q2.csv', mimeType: 'text/csv', buffer: Buffer.from(`${rows.join('\n')}\n`) }
}
const BOOK = {
  name: 'book.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('code,rule\nPrice,price\nInvoice,invoice\nDelivery,delivery\n'),
}

const list = (page: Page) => page.locator('.virtual-list')
const row = (page: Page, place: number) => page.locator(`.virtual-row[data-place="${place}"]`)
const count = (page: Page) => page.locator('.list-count')
const pane = (page: Page) => page.locator('.code-read')
const select = (page: Page, name: string) => page.getByRole('combobox', { name, exact: true })

async function openDesk(page: Page): Promise<void> {
  await openCodeScreen(page, { survey: survey(), book: BOOK, codes: 3 })
  await expect(row(page, 0).locator('.tag-chip').first()).toHaveText('Price')
}

test('marks: a note, a quote, nothing to code; shown, counted, filtered and taken back', async ({ page }) => {
  await openDesk(page)
  await expect(count(page)).toHaveText('80 verbatims')
  await row(page, 0).click()
  await pane(page).getByRole('button', { name: 'Flag as a quote' }).click()
  await expect(row(page, 0).locator('.row-mark-quote')).toBeVisible()
  await expect(pane(page)).toContainText(/Quote: Mina, /)
  await pane(page).getByRole('button', { name: 'Write a note' }).click()
  await pane(page).getByLabel('Note on this verbatim').fill('ask Kim')
  await pane(page).getByRole('button', { name: 'Keep', exact: true }).click()
  await expect(pane(page).locator('.read-note')).toHaveText('ask Kim')

  // Going on keeps what was written, and the keys work the list.
  await pane(page).getByRole('button', { name: 'Edit the note' }).click()
  await pane(page).getByLabel('Note on this verbatim').fill('ask Kim and Lee')
  await row(page, 1).click()
  await expect(pane(page).getByLabel('Note on this verbatim')).toHaveCount(0)
  await page.keyboard.press('k')
  await expect(pane(page).locator('.read-note')).toHaveText('ask Kim and Lee')

  // Nothing to code in all that a search lists, as one step.
  await page.getByLabel('Search verbatims').fill('no comment')
  await expect(count(page)).toHaveText('20 verbatims')
  await list(page).focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('n')
  await expect(page.locator('.notice')).toContainText('Nothing to code in 20 verbatims.')
  await expect(page.locator('.coverage')).toContainText('20 more with nothing to code')
  await page.getByLabel('Search verbatims').fill('')
  await page.getByRole('button', { name: 'Uncoded' }).click()
  await expect(count(page)).toHaveText('10 verbatims')
  await page.getByRole('button', { name: 'Uncoded' }).click()

  await page.getByRole('button', { name: 'Condition' }).click()
  await page.getByPlaceholder('A field, or words in a comment').fill('quotes')
  await page.keyboard.press('Enter')
  await page.getByRole('option', { name: 'Quote', exact: true }).click()
  await expect(page.locator('.filter-bar')).toContainText('marked: quote')
  await expect(count(page)).toHaveText('1 verbatim')
  await page.keyboard.press('Escape')
  await page.locator('.filter-bar .chip-remove').click()
  await page.keyboard.press('Control+z')
  await expect(page.locator('.coverage')).not.toContainText('nothing to code')
})

test('filters: a rule with its error, length, question, origin and a sample that the seed decides', async ({ page }) => {
  await openDesk(page)
  await page.getByLabel('Search verbatims').fill('=price -went')
  await expect(count(page)).toHaveText('20 verbatims')
  await expect(row(page, 0).locator('.marked-found')).toHaveText('price')
  await page.getByLabel('Rule to search for').fill('price NEAR/3 (')
  await expect(page.locator('.rule-wrong')).toContainText('At character 14: this bracket is never closed.')
  await expect(count(page)).toHaveText('20 verbatims')
  await page.getByLabel('Rule to search for').press('Escape')
  await expect(count(page)).toHaveText('80 verbatims')

  const question = select(page, 'Question')
  await expect(question.locator('option').nth(2)).toHaveText(/Answers to: .*better.* \(20\)/)
  await question.selectOption({ index: 2 })
  await expect(count(page)).toHaveText('20 verbatims')
  await question.selectOption({ index: 0 })

  const add = async (topic: string): Promise<void> => {
    await page.getByRole('button', { name: 'Condition', exact: true }).click()
    await page.getByPlaceholder('A field, or words in a comment').fill(topic)
    await page.keyboard.press('Enter')
  }
  await add('length')
  await page.getByRole('button', { name: 'Long (200 or more)' }).click()
  await page.getByLabel('From').fill('150')
  await page.getByLabel('From').press('Enter')
  await expect(count(page)).toHaveText('10 verbatims')
  await page.keyboard.press('Escape')
  // A long comment is folded at what matched, in the list alone.
  await expect(row(page, 0).locator('.verbatim-text')).toContainText(/^… .*invoice/)
  await expect(pane(page).locator('.read-text')).toContainText('We have been')
  await page.locator('.filter-bar .chip-remove').click()

  await list(page).focus()
  await page.keyboard.press('3')
  await add('hand')
  await page.getByRole('option', { name: 'Any code' }).click()
  await expect(count(page)).toHaveText('1 verbatim')
  await page.getByText('Against the rule').click()
  await expect(count(page)).toHaveText('1 verbatim')
  await page.keyboard.press('Escape')
  await page.locator('.filter-bar .chip-remove').click()

  await add('Date')
  await page.getByLabel('From').fill('2026-02-31')
  await page.getByLabel('From').press('Enter')
  await expect(page.getByRole('alert')).toHaveText('Write a day as 2026-07-31.')
  await expect(count(page)).toHaveText('80 verbatims')
  await page.getByLabel('From').fill('2026-06-01')
  await page.getByLabel('From').press('Enter')
  await expect(page.getByRole('alert')).toHaveCount(0)
  await expect(count(page)).not.toHaveText('80 verbatims')
  await page.keyboard.press('Escape')
  await page.locator('.filter-bar .chip-remove').click()

  await add('random')
  await page.getByLabel('How many verbatims').fill('12')
  await page.getByLabel('How many verbatims').press('Enter')
  await expect(count(page)).toHaveText('12 verbatims')
  const drawn = await row(page, 0).textContent()
  await page.getByRole('button', { name: 'Another sample' }).click()
  await expect(page.getByLabel('Seed', { exact: true })).toHaveValue('2')
  await page.getByLabel('Seed', { exact: true }).fill('1')
  await page.getByLabel('Seed', { exact: true }).press('Enter')
  await expect(row(page, 0)).toHaveText(drawn ?? '')
})

test('queues that teach, views that stay, and the history', async ({ page }) => {
  await openDesk(page)
  const queue = select(page, 'Queue')
  await expect(queue.locator('option').nth(1)).toHaveText('Uncoded detractors (21)')
  await queue.selectOption({ index: 1 })
  await expect(count(page)).toHaveText('21 verbatims')
  await list(page).focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.press('n')
  await expect(page.getByText('Every detractor is coded.')).toBeVisible()
  await page.getByRole('button', { name: 'Show all verbatims' }).click()
  await expect(count(page)).toHaveText('80 verbatims')

  await page.getByLabel('Search verbatims').fill('price')
  await expect(count(page)).toHaveText('30 verbatims')
  await page.getByRole('button', { name: 'Views' }).click()
  await page.getByLabel('Name of the view').fill('About money')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Show: About money' })).toBeVisible()
  await page.keyboard.press('Escape')
  await page.locator('.filter-bar .chip-remove').click()
  await page.keyboard.press('Control+k')
  await page.keyboard.type('about mon')
  await page.keyboard.press('Enter')
  await expect(count(page)).toHaveText('30 verbatims')

  await page.getByRole('button', { name: /^History/ }).click()
  const history = page.getByRole('dialog', { name: 'History' })
  await expect(history.locator('.history-entry').first()).toContainText('View “About money” saved')
  await expect(history.locator('.history-here')).toHaveCount(1)
  await expectAccessibleInBoth(page, 'history')
  await history.getByRole('button', { name: /Code|codes changed/ }).first().click()
  await expect(history.locator('.history-here')).toContainText('3 codes changed')
  await expect(history.locator('.history-undone')).toHaveCount(2)
  await history.getByRole('button', { name: /View “About money” saved/ }).click()
  await expect(history.locator('.history-here')).toContainText('About money')
})

test('repeated comments are one row, opened and coded together', async ({ page }) => {
  await openDesk(page)
  await page.getByRole('button', { name: 'Group repeats' }).click()
  await expect(count(page)).toHaveText(/80 in \d+ rows/)
  const repeated = page.locator('.virtual-row').filter({ hasText: 'No comment' })
  await expect(repeated).toHaveCount(1)
  await expect(repeated.locator('.row-times')).toHaveText('× 20')
  await repeated.locator('.verbatim-text').click()
  await expect(pane(page)).toContainText('20 verbatims say the same')
  await page.keyboard.press('n')
  await expect(page.locator('.coverage')).toContainText('20 more with nothing to code')
  await page.keyboard.press('ArrowRight')
  await expect(page.locator('.verbatim-within').first()).toBeVisible()
  await expect(page.locator('.verbatim-within').first().locator('.row-mark-nothing')).toBeVisible()
  await page.keyboard.press('n')
  await expect(page.locator('.coverage')).toContainText('19 more with nothing to code')
  await page.keyboard.press('ArrowLeft')
  await expect(page.locator('.verbatim-within')).toHaveCount(0)
})

for (const locale of LOCALES) {
  test(`is accessible: ${locale}`, async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem('earshot.coder', 'Mina'))
    await openSample(page, locale)
    await page.keyboard.press('Control+3')
    await expect(row(page, 1).locator('.tag-chip').first()).toBeVisible()
    await list(page).focus()
    await page.keyboard.press('q')
    await page.keyboard.press('Shift+N')
    await expectAccessibleInBoth(page, 'marks')
    await page.keyboard.press('Escape')
    await page.keyboard.press('f')
    await expect(page.locator('.focus-view')).toBeVisible()
    await expectAccessibleInBoth(page, 'focus mode')
    await expectNoSidewaysScroll(page)
    await page.keyboard.press('Escape')
    await expect(page.locator('.focus-view')).toHaveCount(0)
    await page.keyboard.press('?')
    await expectAccessibleInBoth(page, 'shortcuts')
  })
}
