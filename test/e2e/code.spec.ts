import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { importToCode, takeBook } from './code-screen'
import { expectAccessibleInBoth, expectNoSidewaysScroll, LOCALES, openSample, openWindow, SMALL_SIZES, test } from './window'

const COMMENTS = [
  'The price went up again',
  'Delivery was late',
  '가격이 너무 비싸요',
  'Friendly support, fair price',
  'It just works',
  '배송이 늦었어요',
]

/** 300 answers with comments in English and Korean; every tenth has none. */
function survey(): { name: string; mimeType: string; buffer: Buffer } {
  const rows = ['Score (0-10),Date,Industry,Why did you give this score?']
  for (let row = 0; row < 300; row++) {
    const comment = row % 10 === 9 ? '' : `"${COMMENTS[row % COMMENTS.length]!}. Case ${row}"`
    rows.push(`${row % 11},2026-0${1 + (row % 6)}-15,${row % 2 === 0 ? 'Finance' : 'Travel'},${comment}`)
  }
  return { name: 'q2.csv', mimeType: 'text/csv', buffer: Buffer.from(`${rows.join('\n')}\n`) }
}

const BOOK = {
  name: 'book.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    'code,parent,rule,description,color\n' +
      'Price,,price OR 가격,What it costs,\nDelivery,,delivery OR 배송,,\nLate,Delivery,late,,\nSupport,,support,,\n',
  ),
}

const list = (page: Page) => page.locator('.virtual-list')
const row = (page: Page, place: number) => page.locator(`.virtual-row[data-place="${place}"]`)
const chips = (page: Page, place: number) => row(page, place).locator('.tag-chip')
const active = (page: Page) => page.locator('.virtual-row.is-cursor')
const pane = (page: Page) => page.locator('.code-read')
const codeRow = (page: Page, name: string) => page.locator('.book-code').filter({ hasText: name })
const undo = (page: Page) => page.getByRole('button', { name: /^(Undo|실행 취소):/ })

/** The code screen of a project with comments, and with a codebook unless `book` is false. */
async function openCode(page: Page, { book = true } = {}): Promise<void> {
  await importToCode(page, survey())
  if (!book) return
  const parts = page.locator('.code-parts')
  const narrow = await parts.isVisible()
  if (narrow) await parts.locator('label').first().click()
  await takeBook(page, BOOK, 4)
  if (narrow) await parts.locator('label').nth(1).click()
  else await expect(chips(page, 0)).toHaveText(['Price'])
}

/** Whose name hand tags carry is answered: it is not asked for. */
const named = (page: Page) => page.addInitScript(() => localStorage.setItem('earshot.coder', 'me'))

test('by mouse: a tag with its reason, given and taken, on one and on many', async ({ page }) => {
  await named(page)
  await openWindow(page)
  await openCode(page)
  await expect(page.locator('.list-count')).toHaveText('270 verbatims')
  await expect(page.locator('.coverage')).toContainText('220 of 270 coded, 81%')
  await row(page, 0).click()
  await expect(pane(page)).toContainText('Rule matches “price”')

  await pane(page).getByRole('button', { name: 'Take “Price” away' }).click()
  await expect(chips(page, 0)).toHaveCount(0)
  await expect(pane(page).locator('del')).toHaveText('Price')
  await expect(pane(page)).toContainText(/Taken away by me, .*The rule matches “price”/)
  await expect(codeRow(page, 'Price')).toContainText('139')
  await pane(page).getByRole('button', { name: 'Let the rule decide' }).click()
  await expect(chips(page, 0)).toHaveText(['Price'])

  await row(page, 1).locator('.row-check').click()
  await row(page, 4).click({ modifiers: ['Shift'] })
  await expect(page.locator('.selection-bar')).toContainText('4 verbatims selected')
  await page.locator('.selection-bar').getByRole('button', { name: 'Add a code…' }).click()
  await page.getByRole('option', { name: /^Support/ }).click()
  for (const place of [1, 2, 4]) await expect(chips(page, place).filter({ hasText: 'Support' })).toHaveClass(/tag-chip-hand/)
  await expect(chips(page, 3).filter({ hasText: 'Support' })).not.toHaveClass(/tag-chip-hand/)

  await undo(page).click()
  await expect(chips(page, 1).filter({ hasText: 'Support' })).toHaveCount(0)
  await page.getByRole('button', { name: /^Redo:/ }).click()
  await expect(chips(page, 1).filter({ hasText: 'Support' })).toHaveCount(1)

  await codeRow(page, 'Delivery').first().click()
  await expect(page.locator('.filter-bar')).toContainText('Delivery')
  await expect(page.locator('.list-count')).toHaveText('80 verbatims')
  await codeRow(page, 'Delivery').first().click()
  await expect(page.locator('.list-count')).toHaveText('270 verbatims')
})

test('by keyboard: move, tag, select, choose by typing, search, the next uncoded', async ({ page }) => {
  await openWindow(page)
  await openCode(page)
  const { keyboard } = page
  await list(page).focus()
  await keyboard.press('4')
  const question = page.getByRole('dialog', { name: 'Your name on hand tags' })
  await expect(question.getByRole('textbox')).toBeFocused()
  await expectAccessibleInBoth(page, 'the coder')
  await expect(chips(page, 0)).toHaveText(['Price'])
  await keyboard.type('Mina')
  await keyboard.press('Enter')
  await expect(question).toBeHidden()
  await expect(list(page)).toBeFocused()
  await expect(chips(page, 0)).toHaveText([/Price/, /Support.*by hand/])
  await expect(pane(page)).toContainText(/Added by Mina, /)
  await keyboard.press('4')
  await expect(chips(page, 0)).toHaveText(['Price'])

  await keyboard.press('Shift+Digit4')
  await expect(active(page)).toHaveAttribute('data-place', '1')
  await keyboard.press('k')
  await expect(pane(page)).toContainText(/Added by Mina, /)
  await keyboard.press('Backspace')
  await keyboard.type('sup')
  await keyboard.press('Enter')
  await expect(chips(page, 0)).toHaveText(['Price'])

  await keyboard.press('u')
  await expect(active(page)).toContainText('It just works')
  await keyboard.press('t')
  await keyboard.type('Prai')
  await expect(page.getByRole('option', { name: 'New code “Prai”' })).toBeVisible()
  await keyboard.type('se')
  await keyboard.press('Enter')
  await expect(codeRow(page, 'Praise')).toContainText('1')
  await expect(active(page).locator('.tag-chip')).toHaveText([/Praise/])

  await keyboard.press('x')
  await keyboard.press('Shift+ArrowDown')
  await keyboard.press('5')
  await expect(codeRow(page, 'Praise').locator('.book-n')).toContainText('2')
  await keyboard.press('Escape')
  await expect(page.locator('.selection-bar')).toBeHidden()

  await keyboard.press('/')
  await keyboard.type('늦었어요')
  await expect(page.locator('.list-count')).toHaveText('40 verbatims')
  await expect(row(page, 0).locator('.marked-found')).toHaveText('늦었어요')
  await keyboard.press('Enter')
  await keyboard.press('Control+a')
  await keyboard.press('5')
  await expect(codeRow(page, 'Praise').locator('.book-n')).toContainText('40')
  await expect(page.locator('.notice')).toContainText('“Praise” added to 40 verbatims.')
  await keyboard.press('Control+z')
  await expect(codeRow(page, 'Praise').locator('.book-n')).toHaveText(/^1 /)
  await keyboard.press('Escape')
  await keyboard.press('/')
  await keyboard.press('Escape')
  await expect(page.locator('.list-count')).toHaveText('270 verbatims')

  // By initial consonants, as everywhere where names are chosen from.
  await list(page).focus()
  for (const typed of ['배송 지연', 'ㅂㅅ']) {
    await keyboard.press('t')
    await keyboard.type(typed)
    await keyboard.press('Enter')
    await expect(codeRow(page, '배송 지연').locator('.book-n')).toHaveText(typed === 'ㅂㅅ' ? /^0 / : /^1 /)
  }
  await expect(codeRow(page, 'ㅂㅅ')).toHaveCount(0)
})

test('what a hand has taken away stays away: over a new rule, and after a reload', async ({ page }) => {
  await openWindow(page)
  await openCode(page)
  await list(page).focus()
  await page.keyboard.press('1')
  // Who gives no name is called by the one that is there without asking, and not asked again.
  await expect(page.locator('.coder-name')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(chips(page, 0)).toHaveCount(0)
  await expect(list(page)).toBeFocused()

  await page.keyboard.press('e')
  const editor = page.getByRole('region', { name: 'Edit code' })
  await expect(editor.getByLabel('Name')).toHaveValue('Price')
  const rule = editor.getByLabel('Rule', { exact: true })
  await expect(rule).toBeFocused()
  await expect(editor).toContainText('Matches 140 verbatims')
  await rule.fill('price OR (비싸*')
  await expect(editor).toContainText('At character 10: this bracket is never closed.')
  await expect(editor.locator('.rule-at')).toHaveText('(')
  // The piece that the message names is marked, also behind a sign of its own.
  for (const [wrong, piece] of [['price #nobody', 'nobody'], ['price /a(?=b)/', '(?='], ['a NEAR/5 (b  AND c) d', '(b  AND c)']] as const) {
    await rule.fill(wrong)
    await expect(editor.locator('.rule-at')).toHaveText(piece)
    await expect(editor.locator('.rule-place')).toHaveText(wrong)
  }
  await rule.fill('price OR /(a?){90}a{90}/')
  await expect(editor).toContainText('the pattern could take too long')
  await expect(editor).toContainText('.{0,100} instead of .{0,500}')
  await rule.fill('price OR "just works"')
  await expect(editor).toContainText('+50 / −50 against the saved rule')
  await expect(editor).toContainText('New matches the first 5 of 50')
  await page.keyboard.press('Control+Enter')
  await expect(editor).toBeHidden()
  await expect(chips(page, 4)).toHaveText(['Price'])
  await expect(chips(page, 2)).toHaveCount(0)
  await expect(chips(page, 0)).toHaveCount(0)

  await page.reload()
  await page.getByRole('button', { name: 'q2', exact: true }).click()
  await page.locator('.rail-button').nth(2).click()
  await expect(chips(page, 4)).toHaveText(['Price'])
  await expect(chips(page, 0)).toHaveCount(0)
  await expect(pane(page)).toContainText('Taken away by me')
  await page.keyboard.press('Control+z')
  await expect(chips(page, 2)).toHaveText(['Price'])
  await page.keyboard.press('Control+z')
  await expect(chips(page, 0)).toHaveText(['Price'])
})

test('a codebook from nothing: a new code, its parent, what is left unsaved, removal and undo', async ({ page }) => {
  await openWindow(page)
  await openCode(page, { book: false })
  await expect(page.getByText('No codebook yet')).toBeVisible()
  await expectAccessibleInBoth(page, 'no codebook')
  await page.getByRole('button', { name: 'New code' }).click()
  const editor = page.locator('.rule-editor')
  await editor.getByLabel('Name').fill('Value')
  await editor.getByLabel('Rule', { exact: true }).fill('price or works')
  await expect(editor).toContainText('“or” is looked for as a word. To join terms, write OR.')
  await editor.getByLabel('Rule', { exact: true }).fill('price')
  await expect(editor).toContainText('Matches 90 verbatims')
  await editor.getByLabel('Name').press('Escape')
  await expect(editor).toBeHidden()
  await page.getByRole('button', { name: 'New code' }).click()
  await expect(editor).toContainText('What you had not saved is here again.')
  await editor.getByTitle('Green', { exact: true }).click()
  await expect(editor.getByLabel('Green', { exact: true })).toBeChecked()
  await editor.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(codeRow(page, 'Value')).toContainText('90')

  await page.keyboard.press('Shift+E')
  // What was saved is not unsaved.
  await expect(editor.getByLabel('Name')).toHaveValue('')
  await expect(editor).not.toContainText('is here again')
  await editor.getByLabel('Name').fill('value')
  await editor.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(editor.getByRole('alert')).toContainText('there is already a code named “value”')
  await editor.getByLabel('Name').fill('Fair')
  await editor.getByLabel('Belongs to').selectOption({ label: 'Value' })
  await editor.getByRole('button', { name: 'Save', exact: true }).click()
  await expect(codeRow(page, 'Fair')).toHaveAttribute('aria-level', '2')

  await codeRow(page, 'Value').focus()
  await page.keyboard.press('ArrowDown')
  await expect(codeRow(page, 'Fair')).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await editor.getByRole('button', { name: 'Remove code' }).click()
  await expect(codeRow(page, 'Value')).toHaveCount(0)
  await expect(codeRow(page, 'Fair')).toHaveAttribute('aria-level', '1')
  await page.locator('.notice').getByRole('button', { name: 'Undo' }).click()
  await expect(codeRow(page, 'Value')).toContainText('90')

  // A code that a rule names stays, and takes its new name along.
  const edit = async (name: string): Promise<void> => {
    await codeRow(page, name).focus()
    await page.keyboard.press('Enter')
  }
  await edit('Fair')
  await editor.getByLabel('Rule', { exact: true }).fill('#Value fair')
  await page.keyboard.press('Control+Enter')
  await expect(editor).toBeHidden()
  await edit('Value')
  await editor.getByRole('button', { name: 'Remove code' }).click()
  await expect(editor.getByRole('alert')).toContainText('the rule of “Fair” names “Value”')
  await expect(editor.getByRole('alert')).toBeInViewport()
  await editor.getByLabel('Name').fill('Good value')
  await page.keyboard.press('Control+Enter')
  await expect(editor).toBeHidden()
  await edit('Fair')
  await expect(editor.getByLabel('Rule', { exact: true })).toHaveValue('#"Good value" fair')
})

test('only the rows in sight exist, and nothing is empty without saying why', async ({ page }) => {
  await openWindow(page)
  await openCode(page)
  expect(await page.locator('.virtual-row').count()).toBeLessThan(40)
  await list(page).focus()
  await page.keyboard.press('End')
  await expect(active(page)).toHaveAttribute('aria-posinset', '270')
  await expect(active(page)).toContainText('Case 298')
  await page.getByRole('button', { name: 'Uncoded' }).click()
  await expect(page.locator('.list-count')).toHaveText('50 verbatims')
  await page.getByLabel('Search verbatims').fill('nobody wrote this')
  await expect(page.getByText('No verbatim passes the filter.')).toBeVisible()
  await page.getByRole('button', { name: 'Clear the filter' }).click()
  await expect(page.locator('.list-count')).toHaveText('270 verbatims')
})

for (const locale of LOCALES) {
  test(`is accessible: ${locale}`, async ({ page }) => {
    await named(page)
    await openSample(page, locale)
    await page.keyboard.press('Control+3')
    await expect(chips(page, 1)).not.toHaveCount(0)
    await list(page).focus()
    await page.keyboard.press('4')
    await page.keyboard.press('x')
    await page.keyboard.press('t')
    await expect(page.locator('.code-picker')).toBeVisible()
    await expectAccessibleInBoth(page, 'list, choosing a code')
    await page.keyboard.press('Escape')
    await page.keyboard.press('e')
    await page.locator('.rule-editor textarea').first().fill('price OR (')
    await expect(page.locator('.rule-wrong')).toBeVisible()
    await page.locator('.rule-help summary').click()
    await expectAccessibleInBoth(page, 'editor')
  })
}

for (const { width, height } of SMALL_SIZES) {
  test(`everything can be reached at ${width}x${height}`, async ({ page }) => {
    await page.setViewportSize({ width, height })
    await openWindow(page, 'ko')
    await openCode(page)
    await expectNoSidewaysScroll(page)
    const parts = page.locator('.code-parts label')
    const narrow = await parts.first().isVisible()
    for (const [at, part] of ['.code-book', '.code-list', '.code-read'].entries()) {
      if (narrow) await parts.nth(at).click()
      await expect(page.locator(part)).toBeVisible()
      await expectNoSidewaysScroll(page)
    }
    if (!narrow) {
      await expect(page.locator('.read-tags-head')).toBeInViewport({ ratio: 1 })
      const tops = await page.locator('.list-controls .filter-chip, .list-controls select').evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top))
      expect(new Set(tops).size).toBeLessThanOrEqual(2)
    }
    await page.keyboard.press('/')
    await expect(page.locator('[data-search]')).toBeFocused()
    await page.keyboard.press('Escape')
    if (narrow) await parts.first().click()
    await codeRow(page, 'Price').focus()
    await page.keyboard.press('Enter')
    await expect(page.locator('.rule-editor')).toBeInViewport()
    await expectNoSidewaysScroll(page)
    await page.keyboard.press('Escape')
    await expect(page.locator('.rule-editor')).toBeHidden()
  })
}
