import { expect } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import Papa from 'papaparse'
import { chooseFile, expectAccessible, headline, importButton, openSample, openWindow, savedFile, tabTo, test } from './window'

const MIXED = {
  name: 'mixed.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    ['Response ID,Score,Why?', 'r1,9,good', 'r1,9,again', '"r2",3,"=1+1"', 'Response ID,Score,Why?', 'r3,10,a,b,c', 'Total,,', ''].join('\n'),
  ),
}

test('responses leave as a workbook and come back as the same project', async ({ page }) => {
  await openSample(page)
  const score = await headline(page).innerText()
  await page.getByRole('button', { name: 'Data' }).click()
  await page.getByRole('main').getByRole('button', { name: 'Export…' }).press('Enter')
  const workbook = page.getByRole('button', { name: 'Responses as Excel' })
  await expect(workbook).toBeVisible()
  await expectAccessible(page, 'export menu')
  const buffer = await savedFile(page, workbook, 'Sample - Harbor responses.xlsx')
  await expect(page.getByText('It has all 2,424 responses.')).toBeVisible()

  await page.getByRole('button', { name: 'Start' }).click()
  const close = page.getByRole('button', { name: /^Close/ })
  if (await close.isVisible()) await close.click()
  await chooseFile(page, { name: 'back.xlsx', mimeType: 'application/vnd.ms-excel', buffer }, page.getByRole('button', { name: 'Choose a file…' }))
  await expect(page.locator('.plan-facts')).toContainText('Earshot')
  await expect(page.locator('.plan-facts')).toContainText('2025 Q1 · 2025 Q2 · 2025 Q3 · 2025 Q4 · 2026 Q1 · 2026 Q2')
  await expect(importButton(page)).toHaveText('Import 2,424 responses: 2,392 scored, 32 without a score')
  await importButton(page).click()
  await expect(page.getByText('2,424 responses imported as 6 waves.')).toBeVisible({ timeout: 30_000 })
  await expect(headline(page)).toHaveText(score)
  await page.getByRole('button', { name: 'Data' }).click()
  await expect(page.locator('.data-waves tbody tr')).toHaveCount(6)
  await expect(page.locator('.status-line')).toContainText('19 codes')
})

test('hand tags that an export has on responses that are there are brought over when asked for', async ({ page }) => {
  const rows = Array.from({ length: 20 }, (_, at) => `r${at},${at % 11},it was number ${at} that day`)
  await openWindow(page)
  await chooseFile(page, { name: 'wave.csv', mimeType: 'text/csv', buffer: Buffer.from(['Response ID,Score,Why?', ...rows].join('\n')) })
  await importButton(page).click()
  await expect(headline(page)).toBeVisible()
  await page.getByRole('button', { name: 'Data' }).click()
  await page.getByRole('main').getByRole('button', { name: 'Export…' }).press('Enter')
  const written = await savedFile(page, page.getByRole('button', { name: 'Responses as CSV' }), 'wave responses.csv')
  const { data } = Papa.parse<string[]>(written.toString('utf8').replace('\ufeff', ''), { skipEmptyLines: true })
  const hand = data[0]!.indexOf('earshot_hand')
  const tagged = data.map((cells, row) => (row === 2 || row === 5 ? cells.with(hand, 'Speed | has | Mina | 2026-07-01T10:00:00.000Z') : cells))
  const close = page.getByRole('button', { name: /^Close/ })
  if (await close.isVisible()) await close.click()

  const back = { name: 'back.csv', mimeType: 'text/csv', buffer: Buffer.from(Papa.unparse(tagged)) }
  await chooseFile(page, back, page.getByRole('button', { name: 'Add a wave…' }))
  const offer = page.getByRole('region', { name: '2 responses that are there already have other hand tags in this file' })
  await expect(offer).toContainText('The file has 2 tags where the project has none. Tags that only the project has stay.')
  await expect(importButton(page)).toBeDisabled()
  await expectAccessible(page, 'other hand tags')
  await tabTo(page, offer.getByRole('checkbox'), 60)
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'Bring 2 tags over' }).press('Enter')
  await expect(page.getByText('2 hand tags brought over.')).toBeVisible()
  await expect(page.locator('.status-line')).toContainText('1 code')
  await page.keyboard.press('Control+z')
  await expect(page.locator('.status-line')).not.toContainText('1 code')
  await expect(page.locator('.status-line')).toContainText('20 responses')
})

test('Parquet comes with its SQL, from the palette', async ({ page }) => {
  await openSample(page)
  await page.keyboard.press('Control+k')
  await page.keyboard.type('parquet')
  const download = page.waitForEvent('download')
  await page.keyboard.press('Enter')
  const file = await download
  expect(file.suggestedFilename()).toBe('Sample - Harbor.zip')
  const chunks: Buffer[] = []
  for await (const chunk of await file.createReadStream()) chunks.push(chunk as Buffer)
  const parts = unzipSync(new Uint8Array(Buffer.concat(chunks)))
  expect(Object.keys(parts)).toEqual(['Sample - Harbor.parquet', 'Sample - Harbor.sql'])
  expect(strFromU8(parts['Sample - Harbor.parquet']!.subarray(0, 4))).toBe('PAR1')
  expect(strFromU8(parts['Sample - Harbor.sql']!)).toContain("read_parquet('Sample - Harbor.parquet')")
})

test('the rows that stay out leave with their reasons', async ({ page }) => {
  await openWindow(page)
  await chooseFile(page, MIXED)
  const bytes = await savedFile(page, page.getByRole('button', { name: 'Export the rows that stay out (CSV)' }), 'mixed rows left out.csv')
  expect(bytes.toString('utf8').split('\r\n')).toEqual([
    '\ufeffLine,Reason,Response ID,Score,Why?,Cell 4,Cell 5',
    '3,same response id as line 2,r1,9,again,,',
    '5,the header again,Response ID,Score,Why?,,',
    '6,too many cells to be read,r3,10,a,b,c',
    '7,"a footer, not a response",Total,,,,',
    '',
  ])
  await page.getByText('한국어', { exact: true }).click()
  await expect(page.getByRole('button', { name: '빠지는 행 내보내기(CSV)' })).toBeVisible()
  await expect(importButton(page)).toBeVisible()
})
