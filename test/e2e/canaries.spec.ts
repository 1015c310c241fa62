import { expect, type Page } from '@playwright/test'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { CANARIES, canariesIn, canarySurvey } from '../helpers/canaries'
import { shellOf } from '../helpers/shell'
import { takeBook } from './code-screen'
import { everyPlace } from './every-place'
import { keptBeside } from './kept-beside'
import { chooseFile, headline, importButton, openWindow, savedFile, test } from './window'

const SURVEY = { name: 'answers.csv', mimeType: 'text/csv', buffer: Buffer.from(canarySurvey()) }
const BOOK = { name: 'book.csv', mimeType: 'text/csv', buffer: Buffer.from(`code,rule,must_hit\nLate,late,late again ${CANARIES[9]} ${CANARIES[0]}\nSupport,suppor,\n`) }

const among = (text: string): readonly string[] => CANARIES.filter((canary) => text.includes(canary))
const seen = async (page: Page): Promise<readonly string[]> => among(`${await page.content()} ${await page.title()}`)

/** The project itself: its file, its journal, rows on their way, earlier snapshots. */
const OF_PROJECT = /\.earshot(?:\.journal)?$/u

function filesBelow(folder: string): readonly string[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder).flatMap((name) => (statSync(join(folder, name)).isDirectory() ? filesBelow(join(folder, name)) : [join(folder, name)]))
}

test('nobody is told of anywhere, in a whole session', async ({ page, context, host }, info) => {
  test.setTimeout(180_000)
  page.setDefaultTimeout(10_000)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openWindow(page)
  const logged: string[] = []
  page.on('console', (message) => logged.push(message.text()))
  await chooseFile(page, SURVEY)
  await importButton(page).click()
  await expect(headline(page)).toBeVisible({ timeout: 30_000 })
  await page.locator('.rail').getByRole('button', { name: 'Code' }).click()
  await takeBook(page, BOOK, 2)
  for (const { name, show } of everyPlace(/^Line [^0-9]+/u)) {
    await test.step(name, async () => {
      await show(page)
      expect(await seen(page), name).toEqual([])
      // What is drawn on a canvas leaves as a copy of it, and as its table.
      for (const copy of ['Copy as SVG', 'Copy table']) {
        if (name !== 'menu of a chart') continue
        if (!(await page.getByRole('button', { name: copy }).isVisible())) await page.getByRole('button', { name: /^Copy: / }).click()
        await page.getByRole('button', { name: copy }).click()
        await expect(page.getByText(/is on the clipboard/u).first()).toBeVisible()
        const copied = await page.evaluate(() => navigator.clipboard.readText())
        expect(copied).toContain('North desk')
        expect(among(copied)).toEqual([])
      }
    })
  }
  await page.locator('main table tbody tr').first().getByRole('button').first().click()
  await expect(headline(page)).toBeVisible()
  const menu = page.getByRole('group', { name: 'Export', exact: true })
  for (const [label, file] of [['Responses as CSV', 'answers responses.csv'], ['Responses as Excel (.xlsx)', 'answers responses.xlsx']] as const) {
    await page.getByRole('button', { name: 'Export', exact: true }).click()
    expect(canariesIn(await savedFile(page, menu.getByRole('button', { name: label }), file))).toEqual([])
  }
  const kept = host === 'browser' ? await keptBeside(page) : await page.evaluate(() => JSON.stringify({ ...localStorage }))
  expect(kept).toContain('earshot')
  expect(among(`${kept}\n${logged.join('\n')}`)).toEqual([])

  if (host !== 'browser') {
    // Where the window was is written when it closes.
    await shellOf(page)?.close()
    const files = filesBelow(info.outputPath('user-data'))
    const own = files.filter((file) => OF_PROJECT.test(file))
    const beside = [...files.filter((file) => !OF_PROJECT.test(file)), ...filesBelow(info.outputPath('user-data-temp'))]
    expect(own.flatMap((file) => canariesIn(readFileSync(file))).length).toBeGreaterThanOrEqual(CANARIES.length)
    expect(beside.length).toBeGreaterThan(0)
    expect(beside.filter((file) => among(readFileSync(file, 'latin1')).length > 0)).toEqual([])
  }
})
