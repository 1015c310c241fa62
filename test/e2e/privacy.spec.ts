import { expect, type Page } from '@playwright/test'
import { CANARIES, canariesIn, canarySurvey } from '../helpers/canaries'
import { keptBeside } from './kept-beside'
import { chooseFile, expectAccessible, headline, importButton, openWindow, savedFile, test } from './window'

const SURVEY = { name: 'answers.csv', mimeType: 'text/csv', buffer: Buffer.from(canarySurvey()) }
const seen = async (page: Page): Promise<readonly string[]> => {
  const html = await page.content()
  return CANARIES.filter((canary) => html.includes(canary))
}

test('personal data is told of at import, masked on every screen and in files, and shown when asked for', async ({ page }) => {
  await openWindow(page)
  const logged: string[] = []
  page.on('console', (message) => logged.push(message.text()))
  await chooseFile(page, SURVEY)
  const told = page.getByRole('region', { name: 'Personal data' })
  await expect(told).toContainText('E-mail addresses: 24 comments, such as •.••••••••••@••••••-•••.••')
  await expect(told).toContainText('It is kept in the project. Lists and exports show it masked.')
  await expect(told).toContainText('has resident registration numbers in 18 rows.')
  await expect(told).toContainText('Column “Phone” is taken for personal data')
  expect(await seen(page)).toEqual([])
  await expectAccessible(page, 'plan with personal data')
  await told.getByRole('button', { name: 'Show personal data' }).click()
  expect((await seen(page)).length).toBeGreaterThan(3)
  await told.getByRole('button', { name: 'Mask personal data' }).click()
  expect(await seen(page)).toEqual([])
  await importButton(page).click()
  await expect(headline(page)).toBeVisible({ timeout: 30_000 })

  expect(await seen(page), 'Slice').toEqual([])
  for (const screen of ['Code', 'Compare', 'Drivers', 'Summary', 'Data']) {
    await page.locator('.rail').getByRole('button', { name: screen }).click()
    await expect(page.locator('.rail-button[aria-current]')).toHaveText(screen)
    await expect(page.locator('main h1, main h2').first()).toBeVisible()
    expect(await seen(page), screen).toEqual([])
  }
  await page.locator('.rail').getByRole('button', { name: 'Code' }).click()
  await page.getByRole('searchbox').fill('about case 5')
  await expect(page.locator('.verbatim mark').first()).toHaveText('about case 5')
  await page.getByRole('searchbox').fill('q.brackwater@canary')
  await expect(page.locator('.verbatim mark').first()).toHaveText(/^[•.@]+$/u)
  const pane = page.getByRole('region', { name: 'Reading' })
  await pane.getByRole('button', { name: 'Show personal data' }).click()
  await expect(pane.locator('.read-text mark').first()).toHaveText('q.brackwater@canary')
  await page.keyboard.press('ControlOrMeta+k')
  await page.getByRole('dialog').getByRole('combobox').fill('mask personal')
  await page.keyboard.press('Enter')
  await expect(pane.locator('.read-text mark').first()).toHaveText(/^[•.@]+$/u)

  const menu = page.getByRole('group', { name: 'Export', exact: true })
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  expect(canariesIn(await savedFile(page, menu.getByRole('button', { name: 'Responses as CSV' }), 'answers responses.csv'))).toEqual([])
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await menu.getByText('Included').click()
  await expect(menu.getByRole('status')).toContainText('Hand it only to people who may know.')
  await expectAccessible(page, 'export with personal data')
  expect(canariesIn(await savedFile(page, menu.getByRole('button', { name: 'Responses as CSV' }), 'answers responses.csv'))).toEqual(CANARIES)
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  await expect(menu.getByRole('radio', { name: 'Masked' })).toBeChecked()

  const kept = `${await keptBeside(page)}\n${logged.join('\n')}`
  expect(kept).toContain('earshot')
  expect(CANARIES.filter((canary) => kept.includes(canary))).toEqual([])
})

test('a column with registration numbers can be left out, in Korean', async ({ page }) => {
  const rows = Array.from({ length: 30 }, (_, at) => `${at % 11},배송이 ${at}번째로 늦었습니다,9001${10 + (at % 19)}-${1_234_500 + at}`)
  await openWindow(page, 'ko')
  await chooseFile(page, { name: '고객.csv', mimeType: 'text/csv', buffer: Buffer.from(['추천 점수,의견,사건 번호', ...rows].join('\n')) })
  const told = page.getByRole('region', { name: '개인정보' })
  await expect(told).toContainText('‘사건 번호’ 열의 30개 행에 주민등록번호나 외국인등록번호가 있습니다.')
  expect(await page.content()).not.toContain('-12345')
  await told.getByRole('button', { name: '‘사건 번호’ 열 빼기' }).click()
  await expect(told).toContainText('‘사건 번호’ 열을 빼고 빈칸으로 가져옵니다.')
  await told.getByRole('button', { name: '다시 넣기' }).click()
  await expect(told).toContainText('30개 행')
})
