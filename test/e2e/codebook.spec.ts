import { expect, type Page } from '@playwright/test'
import { openCodeScreen } from './code-screen'
import { chooseFile, expectAccessibleInBoth, LOCALES, savedFile, test } from './window'

const COMMENTS = ['The price went up again', 'Delivery was late', '가격이 너무 비싸요', 'Friendly support, fair price', 'It just works', '배송이 늦었어요']

/** 60 answers to two open questions. */
function survey(): { name: string; mimeType: string; buffer: Buffer } {
  const rows = Array.from({ length: 60 }, (_, row) => `${row % 11},"${COMMENTS[row % 6]}. Case ${row}",${row % 3 === 0 ? `the price again as we said in case ${row} of ours` : ''}`)
  return { name: 'q2.csv', mimeType: 'text/csv', buffer: Buffer.from(['Score (0-10),Why did you give this score?,What should we improve?', ...rows].join('\n')) }
}

const BOOK = {
  name: 'book.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('code,parent,rule,must_hit\nPrice,,price OR 가격,the price\nDelivery,,delivery OR 배송,\nLate,Delivery,late,\nSupport,,support,\n'),
}

const panel = (page: Page) => page.locator('.code-book')
const codeRow = (page: Page, name: string) => page.locator('.book-code').filter({ hasText: name })
const names = (page: Page) => page.locator('.book-code .book-name')
const editor = (page: Page) => page.locator('.rule-editor')
const notice = (page: Page) => page.locator('.notice')
const undo = (page: Page) => page.getByRole('button', { name: /^(Undo|실행 취소):/ })
const menu = (page: Page) => page.getByRole('menu')
const dialog = (page: Page) => page.getByRole('dialog')
const bookMenu = async (page: Page, place: number): Promise<void> => {
  await panel(page).locator('.book-head .icon-button').click()
  await menu(page).getByRole('menuitem').nth(place).click()
}

async function openCode(page: Page, { book = true, locale = 'en' as 'en' | 'ko' } = {}): Promise<void> {
  await openCodeScreen(page, { survey: survey(), ...(book ? { book: BOOK } : {}), codes: 4, locale })
  if (book) await expect(names(page)).toHaveText(['Price', 'Delivery', 'Late', 'Support'])
}

test('examples have a lamp that follows the rule; what a change breaks is said before it is saved', async ({ page }) => {
  await openCode(page)
  await codeRow(page, 'Price').press('Enter')
  const lamps = editor(page).locator('.rule-test')
  await expect(lamps).toHaveText([/matches.*the price/])
  await editor(page).getByLabel('New example').fill('a fair prize')
  await editor(page).getByRole('button', { name: 'Must not match', exact: true }).click()
  await editor(page).getByRole('button', { name: 'Keep as an example that must match' }).click()
  await expect(lamps).toHaveText([/matches.*the price/, /matches.*The price went up again. Case 0/, /no match.*a fair prize/])
  await editor(page).getByLabel('Rule').fill('prize')
  await expect(lamps).toHaveText([/must match.*the price/, /must match/, /must not match.*a fair prize/])
  await editor(page).getByRole('button', { name: 'Save' }).click()
  await expect(editor(page).getByRole('alert')).toContainText('This breaks 3 examples.')
  await editor(page).getByLabel('Rule').fill('cost')
  await expect(editor(page).getByRole('alert')).toBeHidden()
  await page.keyboard.press('Control+Enter')
  await expect(editor(page).getByRole('alert')).toContainText('“the price” must match, and would not.')
  await editor(page).getByRole('button', { name: 'Save anyway' }).click()
  await expect(editor(page)).toBeHidden()
  await expect(codeRow(page, 'Price').locator('.book-failing')).toHaveAttribute('title', '2 examples do not hold')
  await undo(page).click()
  await expect(page.locator('.book-failing')).toHaveCount(0)

  await page.locator('.code-read').getByRole('button', { name: 'Keep as an example…' }).click()
  await dialog(page).getByRole('button', { name: 'It must match' }).click()
  await expect(notice(page)).toContainText('Kept as an example that “Price” must match.')
})

test('the tree is put in order by keyboard and by hand; codes are merged, split, archived and brought back', async ({ page }) => {
  await openCode(page)
  await codeRow(page, 'Support').focus()
  await page.keyboard.press('Alt+ArrowUp')
  await expect(names(page)).toHaveText(['Price', 'Support', 'Delivery', 'Late'])
  await expect(codeRow(page, 'Support')).toBeFocused()
  await page.keyboard.press('Alt+ArrowRight')
  await expect(codeRow(page, 'Support')).toHaveAttribute('aria-level', '2')
  await page.keyboard.press('Alt+ArrowLeft')
  await expect(codeRow(page, 'Support')).toHaveAttribute('aria-level', '1')
  await codeRow(page, 'Price').dragTo(codeRow(page, 'Late'), { targetPosition: { x: 40, y: 4 } })
  await expect(names(page)).toHaveText(['Support', 'Delivery', 'Price', 'Late'])
  await undo(page).click()
  await expect(names(page)).toHaveText(['Price', 'Support', 'Delivery', 'Late'])

  await codeRow(page, 'Late').focus()
  await page.keyboard.press('Shift+F10')
  const merge = (await menu(page).getByRole('menuitem').allInnerTexts()).findIndex((text) => text.startsWith('Merge into'))
  for (let step = 0; step < merge; step++) await page.keyboard.press('ArrowDown')
  await expect(menu(page).getByRole('menuitem', { name: 'Merge into…' })).toBeFocused()
  await page.keyboard.press('Enter')
  await dialog(page).getByLabel('Into').selectOption({ label: 'Price' })
  await dialog(page).getByRole('button', { name: 'Merge', exact: true }).click()
  await expect(notice(page)).toContainText('“Late” is merged into “Price”.')
  await expect(names(page)).toHaveText(['Price', 'Support', 'Delivery'])
  await expect(codeRow(page, 'Price')).toContainText('60')

  await page.keyboard.press('Control+k')
  await page.keyboard.type('split price')
  await page.keyboard.press('Enter')
  await dialog(page).getByLabel('Name of the second code').fill('support')
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toContainText('There is already a code named “support”', { ignoreCase: true })
  await dialog(page).getByLabel('Name of the second code').fill('Discount')
  await page.keyboard.press('Enter')
  await expect(editor(page).getByLabel('Name', { exact: true })).toHaveValue('Discount')
  await expect(names(page)).toHaveText(['Price', 'Discount', 'Support', 'Delivery'])

  await codeRow(page, 'Price').click({ button: 'right' })
  await menu(page).getByRole('menuitem', { name: 'Archive' }).click()
  await expect(names(page)).toHaveText(['Discount', 'Support', 'Delivery'])
  await panel(page).getByRole('button', { name: 'Show archived (1)' }).click()
  await panel(page).getByRole('button', { name: 'Bring back' }).click()
  await expect(names(page)).toHaveText(['Price', 'Discount', 'Support', 'Delivery'])
})

test('of a group a comment has one code; a code for one question is not offered at another', async ({ page }) => {
  await openCode(page)
  for (const name of ['Price', 'Support']) {
    await codeRow(page, name).press('Enter')
    await editor(page).getByLabel('Exclusive group').fill('topic')
    if (name === 'Price') await editor(page).getByLabel('Why did you give this score?').check()
    await page.keyboard.press('Control+Enter')
    await expect(editor(page)).toBeHidden()
  }
  const row = (text: string) => page.locator('.virtual-row').filter({ hasText: text }).first()
  const pane = page.locator('.code-read')
  const reason = (name: string) => pane.locator('.tag-reason').filter({ has: page.getByText(name, { exact: true }) })
  await row('Friendly support').click()
  await expect(reason('Support')).toContainText('Of this group the comment has “Price” instead')
  await expect(pane).toContainText('Rule of v1')
  await page.keyboard.press('t')
  await page.keyboard.type('support')
  await page.keyboard.press('Enter')
  await expect(reason('Price')).toContainText('Of this group the comment has “Support” instead')

  await row('the price again').click()
  await expect(pane.locator('.tag-reason')).toHaveCount(0)
  await page.keyboard.press('1')
  await expect(notice(page)).toContainText('“Price” is not for this question.')
  await page.keyboard.press('t')
  await expect(page.locator('.picker-choice')).toHaveText([/Delivery/, /Late/, /Support/])
})

test('versions are listed, tried and used again; the codebook goes out and comes back', async ({ page }) => {
  await openCode(page)
  await expect(page.locator('.status-line')).toContainText('codebook v1')
  await codeRow(page, 'Price').press('Enter')
  await editor(page).getByLabel('Rule').fill('price')
  await editor(page).getByLabel('Name', { exact: true }).fill('Cost')
  await page.keyboard.press('Control+Enter')
  await expect(page.locator('.status-line')).toContainText('codebook v2')
  await bookMenu(page, 0)
  await expect(dialog(page).locator('.versions-item')).toHaveText([/v2, in use.*“Price” renamed “Cost” · rule of “Price”/, /v1.*“Price” added/])
  await dialog(page).locator('.versions-item').nth(1).click()
  await expect(dialog(page).locator('tbody tr').first()).toHaveText(/Price.*now “Cost”.*50.*40/)
  await expect(dialog(page)).toContainText('of 80 verbatims')
  await dialog(page).getByRole('button', { name: 'Use this version again' }).click()
  await expect(names(page).first()).toHaveText('Price')
  await expect(page.locator('.status-line')).toContainText('codebook v3')

  await panel(page).locator('.book-head .icon-button').click()
  const qdc = await savedFile(page, menu(page).getByRole('menuitem').nth(4), 'q2 codebook.qdc')
  expect(qdc.toString()).toContain('name="Price"')
  const renamed = Buffer.from(qdc.toString().replace('name="Price"', 'name="Price &amp; value"'))
  await chooseFile(page, { name: 'other.qdc', mimeType: 'application/xml', buffer: renamed }, panel(page).getByRole('button', { name: 'Import…' }))
  await expect(names(page)).toHaveText(['Price & value', 'Delivery', 'Late', 'Support'])
  await expect(codeRow(page, 'Price & value')).toContainText('50')
})

for (const locale of LOCALES) {
  test(`a starter codebook, and nothing in the way of anybody: ${locale}`, async ({ page }) => {
    await openCode(page, { book: false, locale })
    await panel(page).locator('.empty .button-quiet').click()
    await expect(names(page)).toHaveCount(19)
    await expect(page.locator('.book-failing')).toHaveCount(0)
    await codeRow(page, locale === 'en' ? 'Price' : '가격').press('Enter')
    await expect(editor(page).locator('.rule-test .lamp .icon')).toHaveCount(6)
    await expectAccessibleInBoth(page, 'editor')
    await page.keyboard.press('Escape')
    await bookMenu(page, 0)
    await dialog(page).locator('.versions-item').first().click()
    await expect(dialog(page).locator('tbody tr')).toHaveCount(19)
    await expectAccessibleInBoth(page, 'versions')
  })
}
