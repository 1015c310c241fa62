import { expect, type BrowserContext, type Page } from '@playwright/test'
import { readFileSync, writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import { PAYLOADS } from '../helpers/payloads'
import { takeBook } from './code-screen'
import { everyPlace } from './every-place'
import { chooseFile, headline, importButton, openWindow, test } from './window'

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
const payload = (at: number): string => PAYLOADS[at % PAYLOADS.length]!

/** Every payload as a comment, a value of two fields, a name, and some as headers; 20 answers of each, over six months. */
function survey(): Buffer {
  const headers = ['NPS', 'Why did you give this score?', 'Full name', 'Region', 'Desk', 'Submitted at', payload(2), payload(9)]
  const rows = Array.from({ length: PAYLOADS.length * 20 }, (_, at) =>
    [at % 11, `${at % 2 === 0 ? 'the delivery was late again' : 'support was kind and quick'}, ${payload(at)} said case ${at}`, `Mina ${payload(at + 7)}`, payload(at % 3), payload(at % 40), `2026-0${1 + (at % 6)}-1${at % 9}`, payload(at % 4), payload(at % 5)].map(String).map(quoted).join(','),
  )
  return Buffer.from([headers.map(quoted).join(','), ...rows].join('\n'))
}
const CODES = PAYLOADS.map((name, at) => `${quoted(name)},,${quoted(at % 2 === 0 ? 'late' : 'deliver')},${quoted(`late ${payload(at + 3)}`)},${quoted(name)}`)

/** Counts what ran and what the page's policy had to stop, on every page of the context, from its start. */
async function watched(context: BrowserContext): Promise<(page: Page) => Promise<readonly string[]>> {
  await context.addInitScript(() => {
    const troubles: string[] = []
    Object.assign(window, { troubles, ran: () => troubles.push('ran') })
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, sample }) => troubles.push(`${violatedDirective} ${sample}`))
  })
  return (page) => page.evaluate(() => (window as unknown as { troubles: readonly string[] }).troubles)
}

test('60 payloads are text in every place where text is shown, and in the files that leave', async ({ page, context }, info) => {
  test.setTimeout(240_000)
  page.setDefaultTimeout(15_000)
  expect(new Set(PAYLOADS).size).toBe(60)
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  const troubles = await watched(context)
  const said: string[] = []
  const pictures = new Map<string, string>()
  let svgText = ''
  context.on('page', (each) => each.on('dialog', (dialog) => said.push(dialog.message())))
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') said.push(message.text())
  })
  page.on('pageerror', (error) => said.push(error.message))
  await openWindow(page)
  await chooseFile(page, { name: '<img src=x onerror=ran()>.csv', mimeType: 'text/csv', buffer: survey() })
  await expect(page.locator('.plan-columns')).toBeVisible()
  expect(await troubles(page), 'plan').toEqual([])
  await importButton(page).click()
  await expect(headline(page)).toBeVisible({ timeout: 30_000 })
  await page.locator('.rail').getByRole('button', { name: 'Code' }).click()
  const book = ['code,parent,rule,must_hit,description', ...CODES].join('\n')
  await takeBook(page, { name: '"><svg onload=ran()>.csv', mimeType: 'text/csv', buffer: Buffer.from(book) }, PAYLOADS.length)
  for (const { name, show } of everyPlace(/^<|^&|onerror|ran\(\)/u)) {
    await test.step(name, async () => {
      await show(page)
      expect(await troubles(page), name).toEqual([])
      if (name !== 'menu of a chart') return
      await page.getByRole('button', { name: 'Copy as SVG' }).click()
      await expect(page.getByText('The picture is on the clipboard as SVG')).toBeVisible()
      pictures.set('by desk', await page.evaluate(() => navigator.clipboard.readText()))
    })
  }
  await page.locator('main table tbody tr').first().getByRole('button').first().click()
  await page.locator('.rail').getByRole('button', { name: 'Summary' }).click()
  await expect(page.locator('.summary-page')).toBeVisible({ timeout: 30_000 })
  for (const item of await page.locator('.summary-item, .summary-contents button').all()) {
    await item.click()
    const chart = page.getByRole('button', { name: 'Chart of this page' })
    if ((await chart.getAttribute('aria-disabled')) === 'true') continue
    await chart.click()
    const saved = page.waitForEvent('download')
    await page.getByRole('button', { name: 'As SVG, to edit and enlarge' }).click()
    const file = await saved
    pictures.set(file.suggestedFilename(), readFileSync(await file.path(), 'utf8'))
  }
  await page.getByRole('button', { name: 'Export', exact: true }).click()
  const download = page.waitForEvent('download', { timeout: 60_000 })
  await page.getByRole('button', { name: 'Summary as a web page (.html)' }).click()
  const report = info.outputPath('report.html')
  await (await download).saveAs(report)
  const other = await context.newPage()
  await other.goto(pathToFileURL(report).href)
  await other.waitForLoadState('load')
  expect(await troubles(other), 'web page').toEqual([])
  expect(await other.evaluate(() => document.querySelectorAll('script, iframe, object, embed, form, base, [onerror], [onload], [href^="javascript:"]').length)).toBe(0)
  for (const [at, [name, svg]] of [...pictures].entries()) {
    const path = info.outputPath(`chart-${at}.svg`)
    writeFileSync(path, svg)
    await other.goto(pathToFileURL(path).href)
    expect(await troubles(other), name).toEqual([])
    const root = await other.evaluate(() => ({
      name: document.documentElement.nodeName,
      wrong: document.querySelector('parsererror')?.textContent ?? null,
      active: document.querySelectorAll('script, foreignObject, a, use, set, animate, iframe, image:not([href^="data:"]), [onload], [onerror]').length,
    }))
    expect(root, name).toEqual({ name: 'svg', wrong: null, active: 0 })
    svgText += await other.evaluate(() => document.documentElement.textContent)
  }
  expect(pictures.size).toBeGreaterThan(3)
  expect(svgText).toContain('<svg onload=ran()>')
  expect(await troubles(page)).toEqual([])
  expect(said).toEqual([])

  // That it would be noticed, in a picture as well.
  const drawn = info.outputPath('drawn.svg')
  writeFileSync(drawn, '<svg xmlns="http://www.w3.org/2000/svg" onload="ran()"><text>x</text></svg>')
  await other.goto(pathToFileURL(drawn).href)
  await expect.poll(() => troubles(other)).toEqual(['ran'])
  const bare = await context.newPage()
  await bare.setContent(PAYLOADS[2]!)
  await expect.poll(() => troubles(bare)).toEqual(['ran'])
})
