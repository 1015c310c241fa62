import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { openCodeScreen } from './code-screen'
import { test } from './window'

const WORDS = ['slow', 'fair', 'lost', 'kind', 'odd']

/** 60 comments that no rule matches; each says by its first word what a person makes of it. */
function survey(): { name: string; mimeType: string; buffer: Buffer } {
  const rows = ['Score (0-10),Why did you give this score?']
  for (let row = 0; row < 60; row++) rows.push(`${row % 11},${WORDS[row % WORDS.length]!} matter number ${row}`)
  return { name: 'keys.csv', mimeType: 'text/csv', buffer: Buffer.from(`${rows.join('\n')}\n`) }
}
/** Ten codes: the last has a letter for its key. */
const NAMES = ['Speed', 'Price', 'Parcel', 'People', 'Fifth', 'Sixth', 'Seventh', 'Eighth', 'Ninth', 'Billing']
const BOOK = { name: 'book.csv', mimeType: 'text/csv', buffer: Buffer.from(`code,rule\n${NAMES.map((name) => `${name},`).join('\n')}\n`) }

const list = (page: Page) => page.locator('.virtual-list')
const active = (page: Page) => page.locator('.virtual-row.is-cursor')
const n = (page: Page, name: string) => page.locator('.book-code').filter({ hasText: name }).locator('.book-n')

async function openKeys(page: Page): Promise<void> {
  await openCodeScreen(page, { survey: survey(), book: BOOK, codes: NAMES.length })
  await list(page).focus()
}

test('50 verbatims by keyboard alone: by number, letter and name, nothing to code, a quote, the next uncoded, undo', async ({ page }) => {
  await openKeys(page)
  const { keyboard } = page
  for (let at = 0; at < 50; at++) {
    await expect(active(page)).toHaveAttribute('data-place', String(at))
    switch (at % 5) {
      case 0:
        await keyboard.press('1')
        break
      case 1:
        await keyboard.press('a')
        break
      case 2:
        await keyboard.press('t')
        await keyboard.type('parc')
        await keyboard.press('Enter')
        break
      case 3:
        await keyboard.press('n')
        break
      default:
        await keyboard.press('q')
        // A wrong key, and its undo.
        await keyboard.press('9')
        await expect(active(page).locator('.tag-chip')).toHaveCount(1)
        await keyboard.press('Control+z')
        await expect(active(page).locator('.tag-chip')).toHaveCount(0)
        await keyboard.press('4')
    }
    await keyboard.press('u')
  }
  await expect(active(page)).toHaveAttribute('data-place', '50')
  for (const [name, count] of [['Speed', '10'], ['Billing', '10'], ['Parcel', '10'], ['People', '10'], ['Ninth', '0']] as const)
    await expect(n(page, name)).toHaveText(new RegExp(`^${count} `))
  await expect(page.locator('.coverage')).toContainText('40 of 60 coded')
  await expect(page.locator('.coverage')).toContainText('10 more with nothing to code: 83% done')
  await keyboard.press('Home')
  for (const [place, chip] of [[0, 'Speed'], [1, 'Billing'], [2, 'Parcel'], [4, 'People']] as const)
    await expect(page.locator(`.virtual-row[data-place="${place}"] .tag-chip`)).toHaveText(new RegExp(chip))
  await expect(page.locator('.virtual-row[data-place="3"] .row-mark-nothing')).toBeVisible()
  await expect(page.locator('.virtual-row[data-place="4"] .row-mark-quote')).toBeVisible()
  await expect(page.locator('.virtual-row[data-place="50"] .tag-chip')).toHaveCount(0)
})

test('focus mode by keyboard alone: one comment, big, tagged and left', async ({ page }) => {
  await openKeys(page)
  const { keyboard } = page
  await keyboard.press('f')
  const focus = page.locator('.focus-view')
  await expect(focus.locator('.focus-text')).toHaveText('slow matter number 0')
  await keyboard.press('1')
  await expect(focus.locator('.focus-tags .tag-chip')).toHaveText(/Speed/)
  await keyboard.press('u')
  await expect(focus.locator('.focus-text')).toHaveText('fair matter number 1')
  await keyboard.press('t')
  await keyboard.type('pric')
  await keyboard.press('Enter')
  await expect(focus.locator('.focus-tags .tag-chip')).toHaveText(/Price/)
  await keyboard.press('Shift+N')
  await keyboard.type('first of many')
  await keyboard.press('Enter')
  await expect(focus.locator('.read-note')).toHaveText('first of many')
  await keyboard.press('j')
  await keyboard.press('n')
  await expect(focus.getByRole('button', { name: 'Nothing to code' })).toHaveAttribute('aria-pressed', 'true')
  await keyboard.press('Escape')
  await expect(focus).toHaveCount(0)
  await expect(active(page)).toHaveAttribute('data-place', '2')
  await expect(active(page).locator('.row-mark-nothing')).toBeVisible()
})

test('a key of one’s own: clashes are said, it works at once, stays, and goes back', async ({ page }) => {
  await openKeys(page)
  const { keyboard } = page
  await keyboard.press('?')
  const dialog = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
  const change = (action: string) => dialog.getByRole('button', { name: `Change the key: ${action}` })
  await change('nothing to code').click()
  await keyboard.press('q')
  await expect(dialog.getByRole('status')).toHaveText('Q is already used for: flag as a quote')
  await keyboard.press('z')
  await expect(dialog.getByRole('status')).toHaveText('nothing to code: Z')
  // The letter of a code, chosen.
  await dialog.getByRole('button', { name: 'Change the letter of the code Billing' }).click()
  await keyboard.press('z')
  await expect(dialog.getByRole('status')).toHaveText('Choose a letter that no command uses.')
  await keyboard.press('b')
  await expect(dialog.getByRole('button', { name: 'By its place again: Billing' })).toBeVisible()
  await keyboard.press('Escape')
  await expect(dialog).toBeHidden()

  await list(page).focus()
  await keyboard.press('n')
  await expect(active(page).locator('.row-mark-nothing')).toHaveCount(0)
  await keyboard.press('z')
  await expect(active(page).locator('.row-mark-nothing')).toBeVisible()
  await expect(page.locator('.read-marks').getByRole('button', { name: /Nothing to code/ })).toContainText('Z')
  await keyboard.press('j')
  await keyboard.press('b')
  await expect(active(page).locator('.tag-chip')).toHaveText(/Billing/)

  await page.reload()
  await page.getByRole('button', { name: 'keys', exact: true }).click()
  await page.locator('.rail-button').nth(2).click()
  await expect(page.locator('.read-marks').getByRole('button', { name: /Nothing to code/ })).toContainText('Z')
  await keyboard.press('?')
  await dialog.getByRole('button', { name: 'All back to default' }).click()
  await keyboard.press('Escape')
  await list(page).focus()
  await keyboard.press('End')
  await keyboard.press('n')
  await expect(active(page).locator('.row-mark-nothing')).toBeVisible()
})
