import { writeFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { fileName } from '../../shared/base/file-name'
import { readPdf } from '../helpers/read-pdf'
import {
  chooseFile,
  csvOf,
  expectAccessibleInBoth,
  expectFits,
  headline,
  importButton,
  openSample,
  openWindow,
  savedFile,
  tabTo,
  test,
} from './window'

async function showSummary(page: Page): Promise<void> {
  await page.keyboard.press('Control+7')
  await expect(page.locator('.summary-paper')).toBeVisible()
  await expect(page.locator('.summary-body')).toHaveAttribute('aria-busy', 'false')
}

const paper = (page: Page) => page.locator('.summary-paper')
const item = (page: Page, title: string | RegExp) => page.locator('.summary-item').filter({ hasText: title })

/** The page whose title says this; other pages may hold the words as well. */
const titled = (page: Page, title: RegExp) => page.locator('.summary-item').filter({ has: page.locator('.summary-title', { hasText: title }) })

/** Cells of the rows of a table, by the name of the row. */
async function rowsOf(page: Page, selector: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const rows = await page.locator(selector).evaluateAll((found) =>
    found.map((row) => [...row.querySelectorAll('th, td')].map((cell) => cell.textContent?.trim() ?? '')),
  )
  return new Map(rows.map(([name = '', ...cells]) => [name, cells]))
}

test('the pages show the numbers of the slice screen', async ({ page }) => {
  await openSample(page)
  await page.getByLabel('By', { exact: true }).or(page.getByRole('button', { name: 'Industry' })).first().waitFor()
  const sliced = (await page.locator('.headline').textContent()) ?? ''
  const industries = await rowsOf(page, '.slice-table tbody tr, .figure-table tbody tr, .table tbody tr')
  await showSummary(page)
  await titled(page, /^NPS by Industry/).click()
  const onPage = await rowsOf(page, '.summary-paper .deck-grid tr')
  const names = [...onPage.keys()].filter((name) => industries.has(name))
  expect(names.length).toBeGreaterThan(4)
  for (const name of names) {
    const exact = Number((industries.get(name) ?? []).find((text) => /^[+−]?\d+\.\d$/.test(text))?.replace('−', '-'))
    expect(Number(onPage.get(name)?.[4]?.replace('−', '-'))).toBe(Math.sign(exact) * Math.floor(Math.abs(exact) + 0.5))
    expect(industries.get(name)).toContain(onPage.get(name)?.[0])
  }
  await item(page, 'Headline').click()
  const pooled = /All answers, [^:]*: [+−]\d+ \([^)]*, ([\d,]+) answers\)/.exec((await paper(page).textContent()) ?? '')
  expect(sliced).toContain(`${pooled?.[1] ?? '?'} answers`)
})

test('arrow keys, Page Up, Page Down, Home and End turn the pages', async ({ page }) => {
  await openSample(page)
  await showSummary(page)
  const pages = await page.locator('.summary-item').count()
  await tabTo(page, page.locator('.summary-item').first())
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('.summary-item').nth(1)).toBeFocused()
  await expect(page.getByText(`2 of ${pages}`, { exact: true })).toBeVisible()
  await tabTo(page, paper(page))
  await page.keyboard.press('End')
  await expect(paper(page).getByRole('heading', { name: /^Based on .+ with 95% intervals$/ })).toBeVisible()
  await expect(page.getByRole('button', { name: 'Next page' })).toHaveAttribute('aria-disabled', 'true')
  await page.keyboard.press('PageUp')
  await expect(page.getByText(`${pages - 1} of ${pages}`, { exact: true })).toBeVisible()
  await page.keyboard.press('Home')
  await expect(paper(page).getByRole('heading', { name: /^Sample/ })).toBeVisible()
  await page.locator('summary').click()
  await expect(page.locator('.summary-notes')).toContainText('Source:')
})

test('other periods are compared, and a number opens its responses', async ({ page }) => {
  await openSample(page)
  await showSummary(page)
  await item(page, 'Headline').click()
  const from = page.getByLabel('Against', { exact: true })
  const value = (await from.locator('option').nth(3).getAttribute('value')) ?? ''
  await from.selectOption(value)
  await expect(paper(page)).toContainText(`against ${value.replace('-', ' ')}`)
  // What came "since" is never an earlier period: the other one makes way.
  const to = page.getByLabel('Period', { exact: true })
  const latest = await to.inputValue()
  await to.selectOption(value)
  await expect(to).toHaveValue(value)
  const earlier = await from.inputValue()
  expect(earlier < value).toBe(true)
  await expect(paper(page)).toContainText(`${value.replace('-', ' ')} against ${earlier.replace('-', ' ')}`)
  await to.selectOption(latest)
  await from.selectOption(value)
  await titled(page, /scores above everybody else, .+ below$/).click()
  const link = paper(page).getByRole('row', { name: /^Healthcare/ }).getByRole('button').nth(1)
  const answers = (await link.textContent()) ?? ''
  await tabTo(page, link)
  await page.keyboard.press('Enter')
  await expect(page.locator('.rail-button[aria-current]')).toHaveText('Code')
  await expect(page.locator('.status-line')).toContainText(/^\d+ of 2,424/)
  expect(Number(/^\d+/.exec((await page.locator('.status-line').textContent()) ?? '')?.[0])).toBeGreaterThanOrEqual(Number(answers))
  await showSummary(page)
  await expect(page.locator('.status-line')).not.toContainText(' of 2,424')
  await expect(from).toHaveValue(value)
})

test('the files say what the pages say, in a language of their own', async ({ page }) => {
  await openSample(page)
  await showSummary(page)
  await page.locator('.summary-export').getByText('한국어').click()
  await expect(titled(page, /95% 신뢰구간과 함께 정리했습니다$/)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Export PowerPoint' })).toBeVisible()
  const titles = (await page.locator('.summary-item .summary-title').allTextContents()).map((title) => title.trim())
  const deck = await savedFile(page, page.getByRole('button', { name: 'Export PowerPoint' }), 'Sample - Harbor.pptx')
  const parts = unzipSync(new Uint8Array(deck))
  titles.forEach((title, at) => {
    const xml = strFromU8(parts[`ppt/slides/slide${at + 1}.xml`] ?? new Uint8Array())
    expect(xml.replaceAll('&amp;', '&')).toContain(title)
  })
  const other = page.getByRole('button', { name: 'Other formats' })
  await other.press('Enter')
  const workbook = await savedFile(page, page.getByRole('button', { name: 'Excel', exact: true }), 'Sample - Harbor.xlsx')
  expect(strFromU8(unzipSync(new Uint8Array(workbook))['xl/workbook.xml'] ?? new Uint8Array())).toContain('name="방법"')
})

test('a PDF, a page for the browser and charts say the same', async ({ page }) => {
  await openSample(page)
  await showSummary(page)
  const titles = (await page.locator('.summary-item .summary-title').allTextContents()).map((title) => title.trim())
  const other = page.getByRole('button', { name: 'Other formats' })
  const as = async (name: string, file: string): Promise<Uint8Array> => {
    await other.click()
    return new Uint8Array(await savedFile(page, page.getByRole('button', { name, exact: true }), file))
  }
  const slides = readPdf(await as('PDF, slides (16:9)', 'Sample - Harbor.pdf'))
  expect(slides.bookmarks).toEqual(titles)
  const sheets = readPdf(await as('PDF, A4 to read and print', 'Sample - Harbor A4.pdf'))
  expect(sheets.bookmarks.slice(0, titles.length)).toEqual(titles)
  const html = new TextDecoder().decode(await as('Web page, one file', 'Sample - Harbor.html'))
  for (const title of titles.slice(1)) expect(html.replaceAll('&amp;', '&')).toContain(`>${title}</h2>`)
  const book = unzipSync(await as('Excel, with the responses', 'Sample - Harbor.xlsx'))
  expect(strFromU8(book['xl/workbook.xml'] ?? new Uint8Array())).toContain('name="Responses"')

  const file = test.info().outputPath('page.html')
  writeFileSync(file, html)
  const alone = await page.context().newPage()
  await alone.goto(`file://${file}`)
  const number = alone.locator('.value button')
  const answers = (await alone.locator('.score .quiet').first().textContent()) ?? ''
  await number.focus()
  await alone.keyboard.press('Enter')
  const rows = alone.getByRole('dialog')
  await expect(rows).toBeVisible()
  await expect(rows).toContainText(answers)
  expect(await rows.getByRole('row').count()).toBeGreaterThan(10)
  await alone.keyboard.press('Escape')
  await expect(rows).toBeHidden()
  await expect(number).toBeFocused()
  await alone.close()

  const chart = page.getByRole('button', { name: 'Chart of this page' })
  await item(page, 'Cover').click()
  await expect(chart).toHaveAttribute('aria-disabled', 'true')
  await item(page, 'Trend').click()
  const title = (await item(page, 'Trend').locator('.summary-title').innerText()).trim()
  await chart.click()
  const svg = new TextDecoder().decode(await savedFile(page, page.getByRole('button', { name: 'As SVG, to edit and enlarge' }), fileName(`${title}.svg`)))
  expect(svg).toContain('<desc id="desc">')
  await chart.click()
  const png = await savedFile(page, page.getByRole('button', { name: 'As PNG picture' }), fileName(`${title}.png`))
  expect(png.readUInt32BE(16)).toBe(720 * 3)
})

test('the filter is on every page, and the pages follow it', async ({ page }) => {
  await openWindow(page)
  await chooseFile(page, csvOf(400))
  await importButton(page).click()
  await expect(headline(page)).toBeVisible()
  await showSummary(page)
  await expect(page.locator('.summary-contents')).toContainText('No trend and no change: the responses have no dates.')
  await expect(page.locator('.summary-contents')).toContainText('No themes: the codebook is empty.')
  await titled(page, /^Based on .+ with 95% intervals$/).click()
  await expect(paper(page)).not.toContainText('Filter')
  await page.keyboard.press('Control+4')
  await page.locator('.interval-row').filter({ hasText: 'Retail' }).first().click()
  await expect(page.locator('.status-line')).toContainText('200 of 400')
  await showSummary(page)
  await expect(paper(page)).toContainText('FilterIndustry is Retail (200 of 400 responses)')
  await expect(paper(page)).toContainText('generated · Filter: Industry is Retail · made')
  await page.locator('.summary-contents').getByRole('button', { name: 'Go to Code' }).click()
  await expect(page.locator('.rail-button[aria-current]')).toHaveText('Code')
})

for (const [locale, titles] of [
  ['en', ['Trend', 'Themes']],
  ['ko', ['추이', '주제']],
] as const) {
  test(`is accessible, and fits small windows: ${locale}`, async ({ page }) => {
    await openSample(page, locale)
    await showSummary(page)
    for (const title of titles) {
      await item(page, title).first().click()
      await expectAccessibleInBoth(page, `summary, ${title}`)
    }
    await expectFits(page)
  })
}
