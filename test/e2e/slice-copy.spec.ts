import { expect, type Page } from '@playwright/test'
import { readFileSync } from 'node:fs'
import { openSurvey, table, view } from './slice-survey'
import { copiedSvg, test } from './window'

const copy = async (page: Page, what: 'Copy picture' | 'Copy as SVG' | 'Copy table'): Promise<void> => {
  await page.getByRole('button', { name: /^Copy: / }).click()
  await page.getByRole('button', { name: what }).click()
}

test('charts are copied as picture, as lines and as table', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await openSurvey(page)
  for (const [name, chart] of [['By field', '.interval-chart'], ['Crossed', '.heat-map'], ['Trend', '.trend-chart']] as const) {
    await view(page, name)
    await expect(page.locator(chart)).toBeVisible()
    await copy(page, 'Copy table')
    await expect(page.getByText('The table is on the clipboard')).toBeVisible()
    const lines = (await page.evaluate(() => navigator.clipboard.readText())).split('\n')
    const rows = await table(page).locator('tbody tr').count()
    expect(lines.length).toBe(rows + 1)
    expect(new Set(lines.map((line) => line.split('\t').length)).size).toBe(1)
    await copy(page, 'Copy picture')
    // Pictures are encoded while the browser has nothing else to do.
    await expect(page.getByText('The picture is on the clipboard')).toBeVisible({ timeout: 20_000 })
    const size = await page.evaluate(async () => {
      const [item] = await navigator.clipboard.read()
      const picture = await createImageBitmap(await item!.getType('image/png'))
      return [picture.width, picture.height]
    })
    expect(Math.min(...size)).toBeGreaterThan(400)
    await copy(page, 'Copy as SVG')
    await expect(page.getByText('The picture is on the clipboard as SVG')).toBeVisible()
    const svg = await copiedSvg(page)
    expect(svg.wrong).toBeNull()
    expect(svg.elements).not.toContain('foreignObject')
    expect(svg.texts).toEqual(expect.arrayContaining([await page.locator('.chart-head h2').textContent(), expect.stringMatching(/^All responses · /), 'Interval: 95%, Adjusted Wald']))
    expect(svg.drawn).toBeGreaterThan(5)
    expect(Math.abs(svg.width * 2 - size[0]!)).toBeLessThanOrEqual(2)
  }
})

test('without a clipboard a file is written, and that is said', async ({ page }) => {
  await openSurvey(page)
  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  for (const [what, name] of [['Copy table', 'NPS by Industry.tsv'], ['Copy as SVG', 'NPS by Industry.svg'], ['Copy picture', 'NPS by Industry.png']] as const) {
    const download = page.waitForEvent('download', { timeout: 20_000 })
    await copy(page, what)
    const file = await download
    expect(file.suggestedFilename()).toBe(name)
    const bytes = readFileSync(await file.path())
    if (what === 'Copy picture') expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG')
    else expect(bytes.toString('utf8')).toContain(what === 'Copy as SVG' ? '<svg ' : 'Finance\t160\t')
    await expect(page.getByText(`It is in the file “${name}” instead.`)).toBeVisible()
  }
})
