import type { Page } from '@playwright/test'
import { expect } from '@playwright/test'
import { openCodeScreen } from './code-screen'
import { expectAccessibleInBoth, expectFits, test } from './window'

const COMMENTS = [
  '배송이 늦어요',
  '배송비가 비싸요',
  '무료배송 좋아요',
  'The refund was very, very late',
  'Late delivery, and a late refund',
  'It just works',
  'Deliveries are quick',
]

/** 140 answers: each of the comments twenty times, told apart by a number. */
function survey(): { name: string; mimeType: string; buffer: Buffer } {
  const rows = ['Score (0-10),Date,Why did you give this score?']
  for (let row = 0; row < 140; row++) rows.push(`${row % 11},2026-0${1 + (row % 6)}-15,"${COMMENTS[row % COMMENTS.length]!}. Case ${row}"`)
  return { name: 'q2.csv', mimeType: 'text/csv', buffer: Buffer.from(`${rows.join('\n')}\n`) }
}

const BOOK = {
  name: 'book.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from('code,parent,rule,description,color\nRefund,,refund NEAR/2 late,Money back,\nDelivery,,배송,Getting it,\nWorks,,"works -#Refund",,\n'),
}

const list = (page: Page) => page.locator('.virtual-list')
const row = (page: Page, place: number) => page.locator(`.virtual-row[data-place="${place}"]`)
const pane = (page: Page) => page.locator('.code-read')
const why = (page: Page) => page.locator('.why-panel')
const rule = (page: Page) => page.getByRole('textbox', { name: 'Rule', exact: true })
const audit = (page: Page) => page.getByRole('dialog', { name: 'Audit of “Delivery”' })
const editorOf = async (page: Page, code: string): Promise<void> => {
  await page.locator('.book-code').filter({ hasText: code }).focus()
  await page.keyboard.press('Enter')
  await expect(page.locator('.rule-editor')).toBeVisible()
}

/** The code screen with the comments and the codebook. */
const openCode = (page: Page, locale: 'en' | 'ko' = 'en'): Promise<void> =>
  openCodeScreen(page, { survey: survey(), book: BOOK, codes: 3, locale, coder: 'me' })

test('a rule is tidied, and takes over words that it nearly matches; both are undone as typing is', async ({ page }) => {
  await openCode(page)
  await editorOf(page, 'Delivery')
  const near = page.locator('.near-misses')
  await expect(near.getByRole('button')).toHaveText([/무료배송20$/, /배송비20$/])
  await expect(near.locator('li').nth(1)).toContainText('배송비가 비싸요')
  await near.getByRole('button', { name: 'Add “배송비” to the rule: in 20 verbatims' }).click()
  await expect(rule(page)).toHaveValue('배송 | 배송비')
  await expect(page.locator('.outcome-count')).toHaveText('Matches 40 verbatims+20 / −0 against the saved rule')
  await expect(near.getByRole('button')).toHaveText([/무료배송20$/])
  await expect(page.getByRole('button', { name: 'Audit this rule…' })).toHaveAttribute('aria-disabled', 'true')

  const tidy = page.getByRole('button', { name: 'Tidy' })
  await rule(page).fill('((배송) OR NOT “late   delivery”')
  await expect(page.locator('.rule-wrong')).toContainText('never closed')
  await expect(tidy).toHaveAttribute('aria-disabled', 'true')
  await rule(page).press('End')
  await page.keyboard.type(')')
  await expect(page.locator('.rule-wrong')).toHaveCount(0)
  await page.keyboard.press('Control+Shift+F')
  await expect(rule(page)).toHaveValue('배송 | -"late delivery"')
  await page.keyboard.press('Control+Z')
  await expect(rule(page)).toHaveValue('((배송) OR NOT “late   delivery”)')
  await tidy.click()
  await expect(rule(page)).toHaveValue('배송 | -"late delivery"')
  await tidy.click()
  await expect(page.locator('.rule-tools')).toContainText('The rule is tidy already.')
  await expectAccessibleInBoth(page, 'the tools of a rule')
})

test('why a verbatim is not tagged, part by part, with the words that were found', async ({ page }) => {
  await openCode(page)
  await row(page, 3).click()
  await pane(page).getByRole('button', { name: 'Why not…?' }).click()
  await page.keyboard.type('ref')
  await expect(why(page).getByRole('option')).toHaveText(['Refund'])
  await page.keyboard.press('Enter')
  await expect(why(page)).toContainText('Why not “Refund”?')
  await expect(why(page)).toBeFocused()
  await expect(why(page)).toContainText('“refund” was found, but not within 2 words of “late”: they are 4 words apart.')
  await expect(why(page).locator('.why-part')).toHaveText([
    /no\s*refund NEAR\/2 late.*4 words apart.*this decides/,
    /yes\s*refund.*found “refund”/,
    /yes\s*late.*found “late”/,
  ])
  await expect(pane(page).locator('.read-text mark')).toHaveText(['refund', 'late'])
  await expectAccessibleInBoth(page, 'why not')

  await list(page).focus()
  await page.keyboard.press('j')
  await expect(why(page)).toContainText('Why “Refund”?')
  await expect(why(page)).toContainText('The rule matches.')
  await page.keyboard.press('j')
  await expect(why(page)).toContainText('Neither side of “refund NEAR/2 late” was found.')
  await page.keyboard.press('Escape')
  await expect(why(page)).toHaveCount(0)

  await page.keyboard.press('k')
  await page.keyboard.press('Control+I')
  await page.keyboard.type('works')
  await page.keyboard.press('Enter')
  await expect(why(page).locator('.why-reasons li')).toHaveText([
    '“works” was not found.',
    '“late”, “refund” is there, and must not be.',
  ])
  await page.keyboard.press('Escape')
  await expect(list(page)).toBeFocused()

  await pane(page).getByRole('button', { name: 'Rule matches “late”, “refund”' }).click()
  await expect(why(page)).toContainText('Why “Refund”?')
})

test('the rule language is tried out: from the keys, the palette and the editor', async ({ page }) => {
  await openCode(page)
  const guide = page.getByRole('dialog', { name: 'The rule language' })
  await list(page).focus()
  await page.keyboard.press('?')
  await page.getByRole('button', { name: 'The rule language: All forms, to try out' }).click()
  await expect(guide.locator('.rule-try')).toHaveCount(16)
  const near = guide.locator('.rule-try').filter({ hasText: 'At most three words apart' })
  const marks = near.locator('li')
  await expect(marks.first()).toContainText('matches')
  await expect(marks.nth(1)).toContainText('no match')
  await expect(marks.first().locator('mark')).toHaveText(['price', 'high'])
  await near.getByRole('textbox').fill('price NEAR/6 (high')
  await expect(near.locator('.rule-wrong')).toContainText('this bracket is never closed')
  await near.getByRole('textbox').press('End')
  await page.keyboard.type(')')
  await expect(near.locator('.rule-wrong')).toHaveCount(0)
  await expect(marks.nth(1).locator('mark')).toHaveText(['High', 'price'])
  await near.getByRole('button', { name: 'As it was' }).click()
  await expect(marks.nth(1)).toContainText('no match')
  const condition = guide.locator('.rule-try').filter({ hasText: 'What the response must be' })
  await expect(condition.locator('li')).toHaveText([/matches\s*Too slow score=3 · industry=Finance/, /no match/, /no match/])
  await expect(guide.locator('.rule-try .rule-wrong')).toHaveCount(0)
  await expectAccessibleInBoth(page, 'the rule language')
  await expectFits(page)
  await page.keyboard.press('Escape')
  await expect(guide).toHaveCount(0)

  await page.keyboard.press('Control+K')
  await page.keyboard.type('rule language')
  await page.keyboard.press('Enter')
  await expect(guide).toBeVisible()
  await page.keyboard.press('Escape')
  await editorOf(page, 'Delivery')
  await page.getByText('How to write a rule').click()
  await page.getByRole('button', { name: 'All forms, to try out' }).click()
  await expect(guide).toBeVisible()
})

test('a rule is audited by keyboard; what is wrong with it becomes corrections, as one step', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openCode(page)
  await editorOf(page, 'Delivery')
  await page.getByRole('button', { name: 'Audit this rule…' }).click()
  await expect(audit(page)).toContainText('1 of 140')
  await expect(audit(page)).toContainText('Getting it')
  await expect(audit(page)).toContainText('Does this belong to “Delivery”?')
  await expectAccessibleInBoth(page, 'an audit')
  await expectFits(page)

  // Answered by what is so: two of the comments it misses, and one it matches is not about delivery.
  let judged = 0
  const judge = async (): Promise<void> => {
    const text = await page.locator('.audit-text').innerText()
    const isIt = /배송|Deliver|delivery/.test(text) && !text.endsWith('Case 0')
    await page.keyboard.press(isIt ? 'y' : 'n')
    judged += 1
  }
  for (let each = 0; each < 3; each++) await judge()
  await page.keyboard.press('Backspace')
  await expect(audit(page)).toContainText('3 of 140')
  await page.keyboard.press('Escape')
  await expect(audit(page)).toHaveCount(0)
  await page.getByRole('button', { name: 'Audit this rule…' }).click()
  await expect(audit(page)).toContainText('3 of 140')
  await audit(page).getByRole('button', { name: /^Result/ }).click()
  await expect(audit(page)).toContainText(/Too few of what the rule matches are judged: \d of at least 10\./)
  await audit(page).getByRole('button', { name: 'Go on judging' }).click()
  await page.locator('.audit-text').waitFor()
  while (judged < 140) await judge()

  const figures = page.locator('.audit-figures')
  await expect(figures).toContainText('Of what the rule matches, 95% is right (76% to 99%)')
  await expect(figures).toContainText('19 of 20 judged belong to the code; the rule matches 20 verbatims in all.')
  await expect(figures).toContainText('Of what belongs to the code, the rule finds 19% (19% to 19%)')
  await expect(audit(page).locator('.audit-wrong').first().locator('li')).toHaveText(['배송이 늦어요. Case 0'])
  await expect(audit(page).locator('.audit-wrong').nth(1).locator('li')).toHaveCount(80)
  await audit(page).getByRole('button', { name: 'Copy the result' }).click()
  await expect(audit(page)).toContainText('The result is copied.')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('19 of 20 judged belong to the code')
  await expectAccessibleInBoth(page, 'the result of an audit')

  await audit(page).getByRole('button', { name: 'Apply as corrections (81)' }).click()
  await expect(page.locator('.passing-notice')).toContainText('81 verbatims corrected by hand: “Delivery”.')
  const delivery = page.locator('.book-code').filter({ hasText: 'Delivery' })
  await expect(delivery).toContainText('99')
  await expect(page.getByRole('button', { name: 'Audit this rule…' })).toBeFocused()
  await page.locator('.passing-notice').getByRole('button', { name: 'Undo' }).click()
  await expect(delivery).toContainText('20')
})

test('in Korean: why not, and an audit', async ({ page }) => {
  await openCode(page, 'ko')
  await row(page, 3).click()
  await pane(page).getByRole('button', { name: '왜 없나요?' }).click()
  await page.keyboard.type('refund')
  await page.keyboard.press('Enter')
  await expect(why(page)).toContainText('“refund” 표현은 있지만 “late” 표현과 2단어 안에 있지 않습니다(4단어 떨어짐).')
  await page.locator('.book-code').filter({ hasText: 'Refund' }).click({ button: 'right' })
  await page.getByRole('menuitem', { name: '이 규칙 점검…' }).click()
  const dialog = page.locator('.audit')
  await expect(dialog).toContainText('코드에 해당합니까?')
  // A Korean layout is on: the key of Y writes ㅛ, that of N ㅜ.
  await page.locator('.audit-text').evaluate((element) =>
    element.dispatchEvent(new KeyboardEvent('keydown', { key: 'ㅛ', code: 'KeyY', bubbles: true, cancelable: true })),
  )
  await expect(dialog).toContainText('2번째')
})
