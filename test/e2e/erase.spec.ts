import { expect, type Page } from '@playwright/test'
import { CANARY, erasedTracesIn } from '../helpers/erase-survey'
import { keptFiles } from './kept-files'
import { chooseFile, expectAccessibleInBoth, expectFits, headline, importButton, openWindow, test } from './window'

const said = (text: string): string => `"${text.replaceAll('"', '""')}"`
const ROWS = Array.from({ length: 40 }, (_, at) => {
  const isMine = at === 7 || at === 30
  const cells = isMine
    ? ['1', said(`${CANARY.comment}, ${at}`), CANARY.name, CANARY.email, CANARY.site]
    : [`${at % 11}`, said(`support was quick in case ${at}`), at % 10 === 0 ? 'Kim Minsu' : 'Ana Roy', `c${at}@example.com`, 'Depot North']
  return [...cells, `2026-0${1 + (at % 6)}-10`].join(',')
})
const SURVEY = {
  name: 'deliveries.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(['NPS,Why did you give this score?,Full name,Email,Site,Submitted at', ...ROWS, ''].join('\n')),
}

async function openCode(page: Page, locale: 'en' | 'ko'): Promise<void> {
  await openWindow(page, locale)
  await chooseFile(page, SURVEY)
  await importButton(page).click()
  await expect(headline(page)).toBeVisible({ timeout: 30_000 })
  await page.keyboard.press('ControlOrMeta+3')
  await expect(page.locator('.read-text')).toBeVisible()
}

test('the respondent of a comment is erased: shown what goes, confirmed once, and in no file afterwards', async ({ page, host }, info) => {
  const userData = host === 'browser' ? null : info.outputPath('user-data')
  const traces = async () => erasedTracesIn([...(await keptFiles(page, userData)).values()])
  await openCode(page, 'en')
  await page.getByRole('searchbox').fill('greenhouse')
  await expect(page.locator('.verbatim')).toHaveCount(2)
  const pane = page.getByRole('region', { name: 'Reading' })
  expect(await traces()).not.toEqual([])
  await pane.getByRole('button', { name: 'Erase this respondent…' }).click()
  const dialog = page.getByRole('dialog', { name: 'Erase a respondent' })
  await expect(dialog.getByRole('status').first()).toHaveText('One person found, 2 responses.')
  await expect(dialog).toContainText('2 responses with 2 comments')
  await expect(dialog).toContainText('deliveries: 2 responses')
  await expect(dialog).toContainText('Nobody can undo this.')
  expect(await dialog.innerHTML()).not.toContain(CANARY.email)
  await expect(dialog.locator('h3').first()).toBeFocused()
  await expectAccessibleInBoth(page, 'erasing')
  await page.keyboard.press('Escape')
  await expect(page.locator('dialog')).toHaveCount(0)
  await expect(pane.getByRole('button', { name: 'Erase this respondent…' })).toBeFocused()

  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: 'Erase for good: 2 responses' }).click()
  const receipt = page.getByRole('dialog', { name: 'Receipt' })
  await expect(receipt).toContainText('one respondent erased, with')
  await expect(receipt.locator('h3')).toBeFocused()
  await expectAccessibleInBoth(page, 'receipt')
  await receipt.getByRole('button', { name: 'Copy the receipt' }).click()
  await receipt.getByRole('button', { name: 'Close' }).last().click()

  await page.getByRole('searchbox').fill('')
  await expect(page.locator('.verbatim').first()).toBeVisible()
  await page.getByRole('searchbox').fill('greenhouse')
  await expect(page.locator('.verbatim')).toHaveCount(0)
  expect(await page.content()).not.toContain(CANARY.comment)
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('dialog').getByRole('combobox').fill('History')
  await page.keyboard.press('Enter')
  const history = page.getByRole('dialog', { name: 'History' })
  await expect(history.locator('.history-entry').first()).toContainText('Erased 1 respondent (2 responses)')
  await expect(history.locator('.history-entry').first().getByRole('button')).toHaveCount(0)
  expect(await traces()).toEqual([])
  const names = [...(await keptFiles(page, userData)).keys()].join('\n')
  // What lies there was looked into: the project itself, and what is kept of earlier.
  expect(names).toMatch(host === 'browser' ? /snapshot-\d+$/m : /project\.earshot$/m)
})

test('somebody is found by an address, in Korean, and people of one name are told apart', async ({ page }) => {
  await openCode(page, 'ko')
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('dialog').getByRole('combobox').fill('완전 삭제')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog', { name: '응답자 완전 삭제' })
  const field = dialog.getByRole('textbox')
  await expect(field).toBeFocused()
  await field.fill('nobody@example.com')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('alert')).toContainText('정확히 일치하는 사람이 프로젝트에 없습니다')
  await expect(field).toBeFocused()
  await field.fill('Kim Minsu')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('radio')).toHaveCount(3)
  const button = dialog.getByRole('button', { name: /완전 삭제$/ })
  await expect(button).toHaveAttribute('aria-disabled', 'true')
  await dialog.getByRole('radio').first().check()
  await expect(button).not.toHaveAttribute('aria-disabled')
  await expectAccessibleInBoth(page, 'several people')
  await expectFits(page)
  await page.keyboard.press('Escape')

  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('dialog').getByRole('combobox').fill('완전 삭제')
  await page.keyboard.press('Enter')
  await field.fill(CANARY.email)
  await page.keyboard.press('Enter')
  await dialog.getByRole('button', { name: '응답 2건 완전 삭제' }).click()
  await expect(page.getByRole('dialog', { name: '삭제 확인서' })).toContainText('응답자 1명을 완전히 삭제했습니다')
})
