import { expect, type Page } from '@playwright/test'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { openNodeStore } from '../../electron/shelf/node-store'
import type { DesktopShell } from '../../shared/protocol/shell'
import type { Shell } from '../helpers/shell'
import { chooseFile, csvOf, importButton, openWindow, R_SURVEY, test } from './window'

/** 30 answers on 0-10 from two industries. */
const SURVEY = csvOf(30)
const started = (shell: Shell): Promise<void> => expect(shell.page.getByRole('heading', { level: 1 })).toBeVisible()
const project = (page: Page, name: string) => page.locator('.table').getByRole('button', { name, exact: true })
const responses = (page: Page, n: string): Promise<void> =>
  expect(page.locator('.status-line')).toContainText(new RegExp(`(^|[^\\d,])${n} responses`))

/** From the start screen to a project of its own, on the Slice screen. */
async function importSurvey(page: Page): Promise<void> {
  await chooseFile(page, SURVEY)
  await importButton(page).click()
  await expect(page.getByText('30 responses imported')).toBeVisible()
}

/** Names of what lies beside a file. */
const beside = (path: string): readonly string[] => readdirSync(dirname(path)).filter((name) => name.includes('.earshot')).sort()

test('a project becomes a file, is opened there again, and leaves nothing beside it', async ({ launch }, info) => {
  const path = info.outputPath('quarter.earshot')
  let shell = await launch()
  let { page } = shell
  await openWindow(page)
  await importSurvey(page)

  await shell.answer(null)
  await shell.choose('File', 'Save')
  await expect.poll(async () => (await shell.dialogs()).length).toBe(2)
  await expect(page.locator('.progress')).toBeHidden()
  await shell.answer([path.replace('.earshot', '')])
  await shell.choose('File', 'Save as…')
  await expect(page.getByText('“quarter.earshot” is saved.')).toBeVisible()
  expect(readFileSync(path).subarray(0, 15).toString()).toBe('SQLite format 3')
  expect((await shell.dialogs()).map(({ kind }) => kind)).toEqual(['open', 'save', 'save'])
  expect(beside(path)).toEqual(['quarter.earshot', 'quarter.earshot.lock'])

  await shell.choose('Edit', 'Undo')
  await responses(page, '0')
  await shell.choose('File', 'Save')
  await expect(page.getByText('“quarter.earshot” is saved.')).toBeVisible()
  expect(await shell.dialogs()).toHaveLength(3)
  await shell.choose('Edit', 'Redo')
  await responses(page, '30')
  expect(await shell.close()).toBe(0)
  expect(beside(path)).toEqual(['quarter.earshot'])

  shell = await launch()
  page = shell.page
  await started(shell)
  await project(page, 'generated').click()
  await responses(page, '30')
  await expect.poll(async () => (await shell.menu())[0]?.items.find(({ label }) => label === 'Save')?.enabled).toBe(true)
  await shell.choose('File', 'Close project')
  await expect(page.getByRole('heading', { level: 1 })).not.toHaveText('Slice')
  await shell.choose('File', 'Open recent', 'quarter.earshot')
  await responses(page, '30')
})

test('loses no acknowledged change when the main process is killed', async ({ launch }, info) => {
  const path = info.outputPath('kept.earshot')
  let shell = await launch()
  let { page } = shell
  await openWindow(page)
  await importSurvey(page)
  await shell.answer([path])
  await shell.choose('File', 'Save as…')
  await expect(page.getByText('“kept.earshot” is saved.')).toBeVisible()
  const file = readFileSync(path)

  for (const [change, shown] of [
    ['Undo', '0'],
    ['Redo', '30'],
    ['Undo', '0'],
    ['Redo', '30'],
    ['Undo', '0'],
  ] as const) {
    await shell.choose('Edit', change)
    await responses(page, shown)
    await shell.kill()
    expect(readFileSync(path).equals(file), 'the file is written when the project is saved').toBe(true)

    shell = await launch()
    page = shell.page
    await started(shell)
    await project(page, 'generated').click()
    await responses(page, shown)
  }
  await shell.choose('Edit', 'Redo')
  await responses(page, '30')
  expect(await shell.close()).toBe(0)
  expect(beside(path)).toEqual(['kept.earshot'])
  expect(readFileSync(path).equals(file)).toBe(false)
})

test('a file that was damaged is recovered from the state that the app kept, and stays as it is', async ({ launch }, info) => {
  const path = info.outputPath('kept.earshot')
  let shell = await launch()
  await openWindow(shell.page)
  await importSurvey(shell.page)
  await shell.answer([path])
  await shell.choose('File', 'Save as…')
  await expect(shell.page.getByText('“kept.earshot” is saved.')).toBeVisible()
  expect(await shell.close()).toBe(0)
  const damaged = readFileSync(path).fill(90, 5000, 8000)
  writeFileSync(path, damaged)

  shell = await launch()
  const { page } = shell
  await started(shell)
  await project(page, 'generated').click()
  await expect(page.getByRole('alert')).toContainText('Earshot kept an earlier state, saved')
  await expect(page.getByRole('alert')).toContainText('A recovered copy has 30 responses')
  await page.screenshot({ path: info.outputPath('recovery.png') })
  await page.getByRole('button', { name: 'Open a recovered copy' }).click()
  await responses(page, '30')
  await expect(page).toHaveTitle('generated (recovered) – Earshot')
  expect(readFileSync(path).equals(damaged)).toBe(true)
})

test('survey files chosen together are summed up, and imported one after the other', async ({ launch }, info) => {
  const shell = await launch()
  const { page } = shell
  await openWindow(page)
  const paths = [30, 40].map((rows) => {
    const path = info.outputPath(`${rows}.csv`)
    writeFileSync(path, csvOf(rows).buffer)
    return path
  })
  await shell.answer(paths)
  await shell.choose('File', 'Open…')
  await expect(page.locator('.queued')).toHaveCount(2)
  await page.getByRole('button', { name: 'Import 2 files: 70 responses' }).click()
  await responses(page, '70')
})

test('project files come by dialog, on starting, from the system and from a second start', async ({ launch }, info) => {
  const [first, second] = [info.outputPath('first.earshot'), info.outputPath('둘째.earshot')]
  let shell = await launch()
  let { page } = shell
  await openWindow(page)
  await importSurvey(page)
  await shell.answer([first])
  await shell.choose('File', 'Save')
  await expect(page.getByText('“first.earshot” is saved.')).toBeVisible()
  await shell.close()
  writeFileSync(second, readFileSync(first))

  shell = await launch(second)
  page = shell.page
  await responses(page, '30')
  await expect.poll(() => existsSync(`${second}.lock`)).toBe(true)
  await shell.openFile(first)
  await expect.poll(() => [existsSync(`${first}.lock`), existsSync(`${second}.lock`)]).toEqual([true, false])
  await shell.startAgain('--some-switch', second)
  await expect.poll(() => [existsSync(`${first}.lock`), existsSync(`${second}.lock`)]).toEqual([false, true])
  // A file is asked for only when the one before is open, which it is a moment after it is locked.
  await expect(page.locator('.progress')).toHaveCount(0)
  await shell.answer([first])
  await shell.choose('File', 'Open…')
  await expect.poll(() => [existsSync(`${first}.lock`), existsSync(`${second}.lock`)]).toEqual([true, false])
  await responses(page, '30')
})

test('a project that somebody else has open is refused, and opens when it is free', async ({ launch }, info) => {
  const path = info.outputPath('shared.earshot')
  const shell = await launch()
  const { page } = shell
  await openWindow(page)
  await importSurvey(page)
  await shell.answer([path])
  await shell.choose('File', 'Save')
  await expect(page.getByText('“shared.earshot” is saved.')).toBeVisible()
  await shell.choose('File', 'Close project')
  await expect.poll(() => beside(path)).toEqual(['shared.earshot'])

  const other = openNodeStore(path, 'write')
  await project(page, 'generated').click()
  await expect(page.getByText('The project is open in another window or program.')).toBeVisible()
  if (other.ok) await other.value.close()
  await project(page, 'generated').click()
  await responses(page, '30')
})

test('the menus do what the window does, in its language', async ({ launch }) => {
  const shell = await launch()
  const { page } = shell
  await openWindow(page)
  await shell.answer([R_SURVEY])
  await shell.choose('File', 'New project from file…')
  await importButton(page).click()
  await responses(page, '3,062')

  const heading = page.getByRole('heading', { level: 1 })
  for (const screen of ['Data', 'Compare', 'Summary', 'Slice']) {
    await shell.choose('View', screen)
    await expect(heading).toHaveText(screen)
  }
  await shell.choose('View', 'Appearance', 'Dark')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await expect
    .poll(async () => (await shell.menu()).flatMap(({ items }) => items.flatMap((item) => item.items)).filter(({ checked }) => checked).map(({ label }) => label))
    .toEqual(['Dark'])
  await shell.choose('Help', 'Keyboard shortcuts')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await shell.choose('Help', 'About Earshot')
  expect((await shell.dialogs()).at(-1)).toMatchObject({ kind: 'message', options: { detail: expect.stringContaining('trademarks') as unknown } })

  await page.locator('.header-settings label').filter({ hasText: '한국어' }).click()
  await expect.poll(async () => (await shell.menu()).map(({ label }) => label)).toEqual(['파일', '편집', '보기', '창', '도움말'])
  await shell.choose('편집', '실행 취소')
  await expect(page.locator('.status-line')).toContainText('0')
})

test('in a text field, undo in the menu is about typing', async ({ launch }) => {
  const shell = await launch()
  const { page } = shell
  await openWindow(page)
  await importSurvey(page)
  await shell.choose('View', 'Search or command…')
  const field = page.getByRole('dialog').getByRole('combobox')
  await field.pressSequentially('slice')
  await shell.choose('Edit', 'Undo')
  await expect(field).not.toHaveValue('slice')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await responses(page, '30')
})

test('the bridge is narrow, frozen and checked, and the page is isolated', async ({ launch }) => {
  const { page } = await launch()
  await openWindow(page)
  const found = await page.evaluate(async () => {
    const { earshot } = window as unknown as { readonly earshot: DesktopShell }
    const refusals: string[] = []
    for (const attempt of [
      () => earshot.shelf.open('../../secret'),
      () => earshot.shelf.readJournal(1.5),
      () => earshot.shelf.readSnapshot(4711),
      () => earshot.saveFile('a.csv', 'text' as unknown as Uint8Array),
      () => earshot.setLocale('fr' as 'en'),
    ]) {
      await attempt().then(
        () => refusals.push('allowed'),
        (error: Error) => refusals.push(error.message.replace(/.*Error: /, '')),
      )
    }
    return {
      refusals,
      frozen: Object.isFrozen(earshot) && Object.isFrozen(earshot.shelf),
      isolated: crossOriginIsolated,
      node: ['require', 'process', 'module', 'Buffer'].filter((name) => name in window),
    }
  })
  expect(found).toEqual({
    refusals: [
      'shelf.open: wrong arguments',
      'shelf.readJournal: wrong arguments',
      'shelf.readSnapshot failed',
      'shell.saveFile: wrong arguments',
      'shell.setLocale: wrong arguments',
    ],
    frozen: true,
    isolated: true,
    node: [],
  })
})

test('a protected project file asks for its password however the system opens it, and stays a file with it', async ({ launch }, info) => {
  const path = info.outputPath('locked.earshot')
  let shell = await launch()
  let { page } = shell
  await openWindow(page)
  await importSurvey(page)
  await shell.answer([path])
  await shell.choose('File', 'Save')
  await expect(page.getByText('“locked.earshot” is saved.')).toBeVisible()
  await shell.choose('File', 'Password…')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Password', { exact: true }).fill('four plain words here')
  await dialog.getByLabel('The same again').fill('four plain words here')
  await page.keyboard.press('Enter')
  await expect(page.locator('.status-line')).toContainText('Protected by a password', { timeout: 20_000 })
  expect(readFileSync(path).subarray(0, 8).toString()).toBe('EARSLOCK')
  await shell.choose('Edit', 'Undo')
  await responses(page, '0')
  expect(await shell.close()).toBe(0)
  expect(beside(path)).toEqual(['locked.earshot'])

  // By a double click, with the app closed.
  shell = await launch(path)
  page = shell.page
  const field = page.getByRole('dialog').getByLabel('Password', { exact: true })
  await expect(field).toBeFocused()
  await field.fill('four plain words here')
  await page.keyboard.press('Enter')
  await responses(page, '0')
  await shell.choose('File', 'Close project')
  await expect(page.locator('.table')).toContainText('Protected by a password')
  // From the system, and from the recent ones, with the app open.
  for (const open of [() => shell.openFile(path), () => shell.choose('File', 'Open recent', 'locked.earshot')]) {
    await open()
    await expect(field).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(field).toBeHidden()
  }
})
