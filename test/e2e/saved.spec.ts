import { expect, type Page } from '@playwright/test'
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { translator } from '../../shared/locale/translate'
import { shellOf } from '../helpers/shell'
import { chooseFile, csvOf, expectAccessible, expectFits, importButton, LOCALES, openWindow, savedFile, test } from './window'

// Where the latest change is, as the window says it: on its way, on this computer, in the file.

const saved = (page: Page) => page.locator('.status-saved')

async function importSurvey(page: Page): Promise<void> {
  await chooseFile(page, csvOf(30))
  await importButton(page).click()
  await expect(page.locator('.status-line')).toContainText('30', { timeout: 30_000 })
}

/** Renames the project, and waits for nothing. */
async function rename(page: Page, name: string): Promise<void> {
  await page.locator('.project-name button').first().click()
  await page.locator('.project-name input').fill(name)
  await page.keyboard.press('Enter')
}

for (const locale of LOCALES) {
  const t = translator(locale)

  test(`a change is saving, then on this computer, and closed in the place that is named: ${locale}`, async ({ page, host }, info) => {
    // A disk that takes its time: the desktop's main process stands still, the browser's flush waits.
    if (host === 'browser')
      await page.route(/worker-[^/]*\.js$/, async (route) => {
        const answer = await route.fetch()
        const slow = `{ const { flush } = FileSystemSyncAccessHandle.prototype; FileSystemSyncAccessHandle.prototype.flush = function () { const until = performance.now() + 900; while (performance.now() < until); return flush.call(this) } }\n`
        await route.fulfill({ response: answer, body: slow + (await answer.text()) })
      })
    const shell = shellOf(page)
    const path = info.outputPath('a quarter, of which nobody knows how it ended.earshot')
    await openWindow(page, locale)
    await importSurvey(page)
    await expect(saved(page)).not.toHaveText(t('app.saving'), { timeout: 20_000 })
    if (shell) {
      await shell.answer([path])
      await shell.choose(t('shell.menu.file'), t('shell.save'))
      await expect(saved(page)).toHaveText(t('app.saved.file', { file: 'a quarter, of …ended.earshot' }))
      await expect(saved(page)).toHaveAttribute('title', t('app.saved.file.hint', { file: 'a quarter, of which nobody knows how it ended.earshot' }))
      await expectFits(page)
      shell.hang(true)
    }
    await rename(page, 'Slow')
    await expect(saved(page)).toHaveText(t('app.saving'))
    await page.screenshot({ path: info.outputPath('saving.png') })
    shell?.hang(false)
    await expect(saved(page)).toHaveText(t('app.kept'))
    await page.screenshot({ path: info.outputPath('kept.png') })
    await expectAccessible(page, 'kept')
    if (!shell) {
      await page.reload()
      await page.locator('.table').getByRole('button', { name: 'Slow', exact: true }).click()
      await rename(page, 'Again')
    } else await shell.choose(t('shell.menu.file'), t('shell.save'))
    await expect(saved(page)).toHaveText(shell ? /ended\.earshot/u : t('app.kept'))
    await page.screenshot({ path: info.outputPath('saved.png') })
  })
}

for (const locale of LOCALES) {
  const t = translator(locale)

  test(`a project that was closed while its file could not be written says so in the list, until it is saved: ${locale}`, async ({ page, host }, info) => {
    test.skip(host === 'browser', 'a browser opens no files in place: what it keeps is all there is')
    const shell = shellOf(page)
    const folder = info.outputPath('drive')
    mkdirSync(folder)
    const close = (): Promise<void> | undefined => shell?.choose(t('shell.menu.file'), t('shell.close-project'))
    const ahead = page.locator('.table').getByText(t('start.project.ahead'))
    await openWindow(page, locale)
    await importSurvey(page)
    await shell?.answer([join(folder, 'q3.earshot')])
    await shell?.choose(t('shell.menu.file'), t('shell.save'))
    await expect(saved(page)).toHaveText(t('app.saved.file', { file: 'q3.earshot' }))
    await rename(page, 'In the file')
    await expect(page).toHaveTitle('In the file – Earshot')
    await close()
    const project = page.locator('.table').getByRole('button', { name: 'In the file', exact: true })
    await expect(project).toBeVisible()
    await expect(ahead).toHaveCount(0)

    await project.click()
    await rename(page, 'Here alone')
    await expect(page).toHaveTitle('Here alone – Earshot')
    renameSync(folder, `${folder}-away`)
    await close()
    await expect(ahead).toBeVisible()
    renameSync(`${folder}-away`, folder)
    await page.reload()
    await expect(ahead).toBeVisible()
    await expect(page.locator('.table')).toContainText(t('start.project.file', { file: 'q3.earshot' }))
    await expectAccessible(page, 'ahead')
    await expectFits(page)
    await page.screenshot({ path: info.outputPath('ahead.png') })

    await page.locator('.table').getByRole('button', { name: 'Here alone', exact: true }).click()
    await expect(page).toHaveTitle('Here alone – Earshot')
    await shell?.choose(t('shell.menu.file'), t('shell.save'))
    await expect(saved(page)).toHaveText(t('app.saved.file', { file: 'q3.earshot' }))
    await close()
    await expect(page.locator('.table')).toContainText(t('start.project.file', { file: 'q3.earshot' }))
    await expect(ahead).toHaveCount(0)

    // A cloud drive keeps what two people did at once as two files.
    const other = 'q3 (Mina’s conflicted copy 2026-11-23).earshot'
    copyFileSync(join(folder, 'q3.earshot'), join(folder, other))
    await page.setViewportSize({ width: 1024, height: 700 })
    await page.reload()
    const conflict = page.getByText(t('start.project.conflict', { n: 1, files: other }))
    await expect(conflict).toBeVisible()
    await expectFits(page)
    await page.screenshot({ path: info.outputPath('conflict.png') })
    const lines = await conflict.evaluate((note) => Math.round(note.getBoundingClientRect().height / parseFloat(getComputedStyle(note).lineHeight)))
    expect(lines, 'lines of the note of a conflict').toBeLessThanOrEqual(4)
  })
}

test('a journal whose folder is gone is said at once, nothing is acknowledged into nowhere, and saving or a copy has it all', async ({ page, host }, info) => {
  test.skip(host === 'browser', 'a browser shows no folders: storage.spec.ts clears them')
  const shell = shellOf(page)
  const path = info.outputPath('q3.earshot')
  await openWindow(page)
  await importSurvey(page)
  await shell?.answer([path])
  await shell?.choose('File', 'Save')
  await expect(saved(page)).toHaveText('Saved in q3.earshot')
  await rename(page, 'Before')
  await expect(page).toHaveTitle('Before – Earshot')
  const projects = info.outputPath('user-data', 'projects')
  const away = `${projects}-away`
  renameSync(projects, away)
  await rename(page, 'Into nowhere')
  await expect(page.getByRole('alert')).toContainText('The disk or folder cannot be reached: ENOENT')
  await page.screenshot({ path: info.outputPath('gone.png') })
  await expect(page).toHaveTitle('Before – Earshot')
  await expect(saved(page)).toHaveText('On this computer')
  const copy = await savedFile(page, page.getByRole('alert').getByRole('button', { name: 'Save a copy of the project' }), 'Before.earshot')
  expect(copy.subarray(0, 15).toString()).toBe('SQLite format 3')
  // It is there again: the edit that was refused can be made.
  renameSync(away, projects)
  await rename(page, 'After')
  await expect(page).toHaveTitle('After – Earshot')
  // A program that tidies up has removed the journal alone.
  for (const name of readdirSync(projects, { recursive: true })) if (String(name).endsWith('.journal')) rmSync(join(projects, String(name)))
  await rename(page, 'Into nowhere')
  await expect(page.getByRole('alert')).toContainText('cannot be reached')
  await shell?.choose('File', 'Save')
  await expect(saved(page)).toHaveText('Saved in q3.earshot')
  await rename(page, 'In the end')
  await expect(page).toHaveTitle('In the end – Earshot')
  // The file itself is moved away: the next save writes it anew.
  renameSync(path, `${path}.moved`)
  await shell?.choose('File', 'Save')
  await expect.poll(() => existsSync(path)).toBe(true)
})
