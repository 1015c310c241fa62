import { expect, type Page } from '@playwright/test'
import { CANARIES, canariesIn, canarySurvey } from '../helpers/canaries'
import { keptFiles } from './kept-files'
import { chooseFile, expectAccessible, headline, importButton, openWindow, savedFile, test } from './window'

const SURVEY = { name: 'answers.csv', mimeType: 'text/csv', buffer: Buffer.from(canarySurvey()) }
const [RIGHT, WRONG] = ['four plain words here', 'three words here']

const canariesKept = async (page: Page, userData: string | null): Promise<readonly string[]> =>
  [...new Set([...(await keptFiles(page, userData)).values()].flatMap(canariesIn))]

const dialog = (page: Page) => page.getByRole('dialog')
const unlockField = (page: Page) => dialog(page).getByLabel('Password', { exact: true })

/** From the palette, as somebody would who knows no menus. */
async function openPasswordDialog(page: Page, words: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k')
  await dialog(page).getByRole('combobox').fill(words)
  await page.keyboard.press('Enter')
  await expect(dialog(page).getByRole('heading', { level: 2 })).toBeVisible()
}

test('a project is protected, asks for its password wherever it is opened, and is readable for nobody else', async ({ page, host }, info) => {
  const userData = host === 'browser' ? null : info.outputPath('user-data')
  test.setTimeout(120_000)
  await openWindow(page)
  await chooseFile(page, SURVEY)
  await importButton(page).click()
  await expect(headline(page)).toBeVisible({ timeout: 30_000 })
  expect((await canariesKept(page, userData)).length).toBe(CANARIES.length)

  await openPasswordDialog(page, 'protect')
  await expectAccessible(page, 'password dialog')
  const [first, again] = [dialog(page).getByLabel('Password', { exact: true }), dialog(page).getByLabel('The same again')]
  await expect(first).toBeFocused()
  await first.fill('short')
  await expect(dialog(page)).toContainText('5 characters of at least 8.')
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toBeVisible()
  await first.fill(RIGHT)
  await expect(dialog(page)).toContainText('long enough to be hard to guess')
  await again.fill(WRONG)
  await expect(dialog(page)).toContainText('The two are not the same.')
  await again.fill(RIGHT)
  await page.keyboard.press('Enter')
  await expect(page.getByText('opens with its new password alone')).toBeVisible({ timeout: 20_000 })
  await expect(page.locator('.status-line')).toContainText('Protected by a password')
  expect(await canariesKept(page, userData)).toEqual([])

  // Worked on, and left without closing.
  await page.locator('.project-name').getByRole('button').click()
  await page.keyboard.press('ControlOrMeta+a')
  await page.keyboard.type('Secret answers')
  await page.keyboard.press('Enter')
  await expect(page).toHaveTitle(/Secret answers/)
  expect(await canariesKept(page, userData)).toEqual([])
  await page.reload()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  const listed = page.locator('.table').getByRole('row', { name: /Secret answers/ })
  await expect(listed).toContainText('Protected by a password')
  await expect(listed).not.toContainText('120')

  await listed.getByRole('button', { name: 'Secret answers', exact: true }).click()
  await expect(unlockField(page)).toBeFocused()
  await expectAccessible(page, 'unlock dialog')
  await unlockField(page).fill(WRONG)
  await page.keyboard.press('Enter')
  await expect(dialog(page)).toContainText('That is not the password.')
  await expect(unlockField(page)).toBeFocused()
  await page.keyboard.type(RIGHT)
  await page.keyboard.press('Enter')
  await expect(headline(page)).toBeVisible({ timeout: 20_000 })
  await expect(dialog(page)).toBeHidden()
  await expect(page).toHaveTitle(/Secret answers/)

  // A copy has the password, too; so has what is dropped or chosen again.
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const menu = page.getByRole('group', { name: 'Export', exact: true })
  const copy = await savedFile(page, menu.getByRole('button', { name: 'Project file' }), 'Secret answers.earshot')
  expect(canariesIn(copy)).toEqual([])
  expect(Buffer.from(copy).subarray(0, 8).toString()).toBe('EARSLOCK')
  if (host === 'browser') {
    await page.locator('.rail').getByRole('button', { name: 'Start' }).click()
    await chooseFile(page, { name: 'copy.earshot', mimeType: 'application/octet-stream', buffer: Buffer.from(copy) })
    await unlockField(page).fill(RIGHT)
    await dialog(page).getByRole('button', { name: 'Open' }).click()
    await expect(headline(page)).toBeVisible({ timeout: 20_000 })
  }

  await page.locator('.rail').getByRole('button', { name: 'Data' }).click()
  await page.getByRole('button', { name: 'Change or remove the password…' }).click()
  await dialog(page).getByRole('button', { name: 'Remove the password' }).click()
  await expect(page.getByText('has no password any more')).toBeVisible({ timeout: 20_000 })
  await expect(page.locator('.status-line')).not.toContainText('Protected by a password')
  await page.reload()
  const readable = page.locator('.table').getByRole('row', { name: /Secret answers/ }).filter({ hasNotText: 'Protected by a password' })
  await expect(readable).toContainText('120')
  await readable.getByRole('button', { name: 'Secret answers', exact: true }).click()
  await expect(headline(page)).toBeVisible({ timeout: 20_000 })
  await expect(dialog(page)).toBeHidden()
})

test('who does not know the password leaves the project closed', async ({ page }) => {
  await openWindow(page)
  await chooseFile(page, SURVEY)
  await importButton(page).click()
  await expect(headline(page)).toBeVisible({ timeout: 30_000 })
  await page.locator('.rail').getByRole('button', { name: 'Data' }).click()
  await page.getByRole('button', { name: 'Protect with a password…' }).click()
  await dialog(page).getByLabel('Password', { exact: true }).fill(RIGHT)
  await dialog(page).getByLabel('The same again').fill(RIGHT)
  await dialog(page).getByRole('button', { name: 'Protect the project' }).click()
  await expect(page.getByText('opens with its new password alone')).toBeVisible({ timeout: 20_000 })
  await page.reload()
  const name = page.locator('.table').getByRole('button', { name: 'answers', exact: true })
  await name.click()
  await unlockField(page).fill(WRONG)
  await page.keyboard.press('Escape')
  await expect(dialog(page)).toBeHidden()
  await expect(name).toBeFocused()
  await expect(page.locator('.notice')).toHaveCount(0)
  await page.locator('.rail').getByRole('button', { name: 'Start' }).click()
  await name.click()
  await expect(unlockField(page)).toHaveValue('')
})
