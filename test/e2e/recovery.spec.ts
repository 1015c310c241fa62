import { expect, type Page } from '@playwright/test'
import { chooseFile, csvOf, expectAccessibleInBoth, expectFits, importButton, LOCALES, openWindow, savedFile, test } from './window'

const project = (page: Page, name: string) => page.locator('.table').getByRole('button', { name, exact: true })
const responses = (page: Page, n: string): Promise<void> => expect(page.locator('.status-line')).toContainText(new RegExp(`(^|\\D)${n}(\\D|$)`))

async function importSurvey(page: Page): Promise<void> {
  await chooseFile(page, csvOf(30))
  await importButton(page).click()
  await expect(page.locator('.interval-row').first()).toBeVisible()
}

async function closeProject(page: Page): Promise<void> {
  await page.keyboard.press('Control+1')
  await page.locator('.project-open button').click()
  await expect(page.locator('.project-open')).toHaveCount(0)
}

/** Zeros a stretch of the newest snapshot of the only project; gives how many snapshots there are. */
const damageNewest = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const projects = await (await navigator.storage.getDirectory()).getDirectoryHandle('projects')
    const numbers: number[] = []
    for await (const folder of projects.values()) {
      if (!(folder instanceof FileSystemDirectoryHandle)) continue
      for await (const name of folder.keys()) if (/^snapshot-\d+$/.test(name)) numbers.push(Number(name.slice(9)))
      const writable = await (await folder.getFileHandle(`snapshot-${Math.max(...numbers)}`)).createWritable({ keepExistingData: true })
      await writable.write({ type: 'write', position: 5000, data: new Uint8Array(3000).fill(90) })
      await writable.close()
    }
    return numbers.length
  })

for (const locale of LOCALES) {
  test(`a project that is damaged in the browser is recovered from the state before: ${locale}`, async ({ page }, info) => {
    await openWindow(page, locale)
    await importSurvey(page)
    await page.keyboard.press('Control+z')
    await responses(page, '0')
    await page.keyboard.press('Control+Shift+z')
    await responses(page, '30')
    await closeProject(page)
    expect(await damageNewest(page)).toBe(3)

    await project(page, 'generated').click()
    const notice = page.getByRole('alert')
    await expect(notice).toContainText('30')
    await expect(notice.getByRole('button').first()).toHaveText(locale === 'en' ? 'Open a recovered copy' : '복구본 열기')
    await page.screenshot({ path: info.outputPath(`recovery-${locale}.png`) })
    await expectAccessibleInBoth(page, 'what can be had')
    await expectFits(page)
    await notice.getByRole('button').first().click()
    await responses(page, '30')
    const copy = locale === 'en' ? 'generated (recovered)' : 'generated (복구본)'
    await expect(page).toHaveTitle(`${copy} – Earshot`)
    await page.keyboard.press('Control+1')
    // What is damaged stays, and offers the same again.
    await expect(project(page, copy)).toBeVisible()
    await project(page, 'generated').click()
    await expect(page.getByRole('alert').getByRole('button').first()).toBeVisible()
  })
}

test('of a damaged project file that is chosen, what can be read is offered', async ({ page }) => {
  await openWindow(page)
  await importSurvey(page)
  await page.getByRole('button', { name: 'Export' }).click()
  const file = await savedFile(page, page.getByRole('button', { name: 'Project file (.earshot)' }), 'generated.earshot')
  file[file.length - 100] = (file.at(-100) ?? 0) ^ 1
  await closeProject(page)
  await chooseFile(page, { name: 'acme.earshot', mimeType: 'application/octet-stream', buffer: file })
  await expect(page.getByRole('alert')).toContainText('30 responses')
  await page.getByRole('button', { name: 'Open a recovered copy' }).click()
  await responses(page, '30')
  await expect(page).toHaveTitle('acme (recovered) – Earshot')
})

test('a damaged project with a password is recovered with it, and the copy has it too', async ({ page }) => {
  const password = 'four plain words here'
  const dialog = page.getByRole('dialog')
  const field = dialog.getByLabel('Password', { exact: true })
  await openWindow(page)
  await importSurvey(page)
  await page.keyboard.press('Control+1')
  await page.locator('.rail').getByRole('button', { name: 'Data' }).click()
  await page.getByRole('button', { name: 'Protect with a password…' }).click()
  await field.fill(password)
  await dialog.getByLabel('The same again').fill(password)
  await page.keyboard.press('Enter')
  await expect(page.getByText('opens with its new password alone')).toBeVisible({ timeout: 20_000 })
  await page.keyboard.press('Control+z')
  await responses(page, '0')
  await page.keyboard.press('Control+Shift+z')
  await responses(page, '30')
  await closeProject(page)
  await damageNewest(page)

  await project(page, 'generated').click()
  await expect(dialog).toContainText('The project is damaged. With its password')
  await field.fill('three words here')
  await page.keyboard.press('Enter')
  await expect(dialog).toContainText('That is not the password.')
  await field.fill(password)
  await page.keyboard.press('Enter')
  const notice = page.getByRole('alert')
  await expect(notice).toContainText('it is not as Earshot saved it', { timeout: 20_000 })
  await notice.getByRole('button', { name: 'Open a recovered copy' }).click()
  await responses(page, '30')
  await expect(page).toHaveTitle('generated (recovered) – Earshot')
  await expect(page.locator('.status-line')).toContainText('Protected by a password')
})
