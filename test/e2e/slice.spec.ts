import { expect } from '@playwright/test'
import { chooseFile, csvOf, expectAccessible, expectAccessibleInBoth, expectFits, importAsNps, importButton, LOCALES, openWindow, R_SURVEY, tabTo, test } from './window'
import { SEOUL, BUSAN, ANSWERS, scoreOf, of, from, openSurvey, view, mark, cell, table, expectFigure } from './slice-survey'

test('a mark filters everything but its own chart, and is taken back', async ({ page }) => {
  await openSurvey(page)
  await expect(page.locator('.interval-row')).toHaveCount(4)

  await mark(page, 'Finance').click()
  await expectFigure(page, of(from('Finance')))
  await expect(page.locator('.status-line')).toContainText(`160 of ${ANSWERS.length} responses`)
  await expect(page.locator('.interval-row')).toHaveCount(4)
  await expect(mark(page, 'Finance')).toHaveAttribute('aria-selected', 'true')
  await expect(mark(page, 'Retail')).toHaveAttribute('aria-selected', 'false')

  await mark(page, 'Retail').click({ modifiers: ['Control'] })
  await expectFigure(page, of(from('Finance', 'Retail')))
  await mark(page, 'Finance').click({ modifiers: ['Shift'] })
  await expectFigure(page, of(from('Retail')))

  // Another chart is filtered by it.
  await page.getByLabel('By', { exact: true }).selectOption({ label: '지역' })
  await expect(mark(page, SEOUL)).toContainText(`${of(from('Retail')).filter(({ region }) => region === SEOUL).length} answers`)
  await page.getByLabel('By', { exact: true }).selectOption({ label: 'Industry' })
  await expect(page.getByRole('button', { name: '1 picked: clear' })).toBeVisible()

  await mark(page, 'Retail').click()
  await expectFigure(page, ANSWERS)
  await mark(page, 'Travel').click()
  await page.keyboard.press('Escape')
  await expectFigure(page, ANSWERS)
})

test('by keyboard alone', async ({ page }) => {
  await openSurvey(page)
  await tabTo(page, mark(page, 'Finance'))
  await page.keyboard.press('ArrowDown')
  await expect(page.locator('.interval-tip')).toHaveText(/^Retail: .* answers; below the rest \(p [<\d. ]+, q 0\.\d+\)$/)
  await page.keyboard.press('Enter')
  await expectFigure(page, of(from('Retail')))
  await expect(page.getByRole('status').filter({ hasText: 'Filtered: ' })).toHaveText(/162 answers$/)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Control+Enter')
  await expectFigure(page, of(from('Retail', 'Travel')))
  await page.keyboard.press('Escape')
  await expectFigure(page, ANSWERS)

  await page.keyboard.press('x')
  await tabTo(page, cell(page, 'All'))
  for (const key of ['ArrowDown', 'ArrowRight', 'ArrowDown']) await page.keyboard.press(key)
  await expect(cell(page, `Finance × ${SEOUL}`)).toBeFocused()
  await page.keyboard.press(' ')
  await expectFigure(page, of((each) => each.industry === 'Finance' && each.region === SEOUL))
  await page.keyboard.press('Escape')

  await page.keyboard.press('t')
  await tabTo(page, mark(page, '2025 Q4'))
  await expect(page.locator('.chart-tip')).toHaveText(/^2025 Q4: .* 104 answers; since the period before: within noise; 4 quarters pooled: /)
  await page.keyboard.press('Shift+ArrowLeft')
  await expectFigure(page, of(({ date }) => date > '2025-07'))
  await page.keyboard.press('Home')
  await page.keyboard.press('Enter')
  await expectFigure(page, of(({ date }) => date.startsWith('2025-02')))
  await page.keyboard.press('Escape')
  await expectFigure(page, ANSWERS)
})

test('two fields crossed: every cell is its figure, totals and low bases included', async ({ page }) => {
  await openSurvey(page)
  await view(page, 'Crossed')
  await expect(cell(page, 'All')).toContainText(`${scoreOf(ANSWERS, 0)}n ${ANSWERS.length}`)
  for (const industry of ['Finance', 'Retail', 'Travel']) {
    await expect(cell(page, industry)).toContainText(scoreOf(of(from(industry)), 0))
    for (const region of [SEOUL, BUSAN]) {
      const both = of((each) => each.industry === industry && each.region === region)
      await expect(cell(page, `${industry} × ${region}`)).toContainText(`${scoreOf(both, 0)}n ${both.length}`)
      const row = table(page).getByRole('row', { name: new RegExp(`^${industry} ${region} `) })
      await expect(row).toContainText(scoreOf(both, 1))
    }
  }
  await expect(cell(page, 'Mining')).toContainText(`${scoreOf(of(from('Mining')), 0)}n 12low base`)
  await expect(cell(page, 'Space')).toContainText(/promoters?, .*detractors\)n 4$/)
  await expect(cell(page, `Space × ${SEOUL}`)).toContainText('·')
  await expect(cell(page, 'Finance')).toContainText('▲')
  await expect(cell(page, 'Finance')).toHaveAccessibleName(/above the rest \(p < 0\.001, q < 0\.001\)$/)

  await cell(page, `Finance × ${SEOUL}`).click()
  await expectFigure(page, of((each) => each.industry === 'Finance' && each.region === SEOUL))
  await cell(page, `Travel × ${SEOUL}`).click({ modifiers: ['Control'] })
  await expectFigure(page, of((each) => ['Finance', 'Travel'].includes(each.industry) && each.region === SEOUL))
  await expect(page.getByRole('gridcell', { selected: true })).toHaveCount(2)
  await page.getByRole('columnheader', { name: BUSAN }).first().click()
  await expectFigure(page, of(({ region }) => region === BUSAN))
  await page.getByRole('rowheader', { name: 'Space' }).first().click()
  await expect(page.locator('.headline-base')).toContainText('too few to score')
  await page.getByRole('button', { name: '1 picked: clear' }).click()
  await expectFigure(page, ANSWERS)

  await page.getByRole('button', { name: 'Swap rows and columns' }).click()
  await expect(cell(page, `${SEOUL} × Finance`)).toBeVisible()
  await page.getByLabel('Columns', { exact: true }).selectOption({ label: 'Half-year' })
  await expect(cell(page, `${BUSAN} × 2025 H1`)).toBeVisible()
  await page.getByText('Zoomed', { exact: true }).click()
  await expect(page.locator('.mark').filter({ hasText: 'Zoomed in: the colours run from' })).toBeVisible()
})

test('over time: periods in words, a range by dragging, a panel for each value', async ({ page }) => {
  await openSurvey(page)
  await view(page, 'Trend')
  await expect(mark(page, '2025 Q1')).toHaveCount(1)
  await expect(page.getByText('2 answers have no date and are left out.')).toBeVisible()
  for (const [quarter, month] of [['Q1', '02'], ['Q2', '05'], ['Q3', '08'], ['Q4', '11']] as const) {
    const answers = of(({ date }) => date.startsWith(`2025-${month}`))
    await expect(mark(page, `2025 ${quarter}`)).toHaveAccessibleName(new RegExp(`: \\${scoreOf(answers, 0)}, .* ${answers.length} answers`))
    await expect(table(page).getByRole('row', { name: new RegExp(`^2025 ${quarter} `) })).toContainText(scoreOf(answers, 1))
  }

  const plot = (await page.locator('.trend-periods').boundingBox())!
  await page.mouse.move(plot.x + plot.width * 0.3, plot.y + 40)
  await page.mouse.down()
  await page.mouse.move(plot.x + plot.width * 0.7, plot.y + 60, { steps: 4 })
  await page.mouse.up()
  await expectFigure(page, of(({ date }) => date > '2025-05' && date < '2025-09'))
  await expect(page.locator('.trend-picked')).toHaveCount(2)
  await page.keyboard.press('Escape')
  await expectFigure(page, ANSWERS)

  await page.getByLabel('Period', { exact: true }).selectOption({ label: 'Year' })
  await expect(mark(page, '2025')).toHaveAccessibleName(/416 answers/)
  await page.getByLabel('Period', { exact: true }).selectOption({ label: 'Month' })
  await expect(mark(page, 'Mar 2025')).toHaveAccessibleName(/no answers/)
  await page.getByLabel('Period', { exact: true }).selectOption({ label: 'Half-year' })
  await page.getByLabel('Split by').selectOption({ label: 'Industry' })
  await expect(page.locator('.trend-panel')).toHaveCount(6)
  const travel = page.locator('.trend-panel').filter({ hasText: 'Travel' })
  const second = of((each) => each.industry === 'Travel' && each.date > '2025-07')
  await expect(travel.getByRole('option', { name: /^Travel × 2025 H2/ })).toHaveAccessibleName(new RegExp(`: ${scoreOf(second, 0)}, `))
  await expect(table(page).getByRole('row', { name: /^2025 H2 Travel / })).toContainText(scoreOf(second, 1))
  await travel.getByRole('button', { name: 'Travel' }).click()
  await expectFigure(page, of(from('Travel')))
  await expect(page.locator('.trend-panel')).toHaveCount(6)

  // Its choices stay while it is away.
  await view(page, 'By field')
  await expect(mark(page, 'Travel')).toHaveAttribute('aria-selected', 'true')
  await page.getByRole('button', { name: 'Data', exact: true }).click()
  await page.getByRole('button', { name: 'Slice', exact: true }).click()
  await view(page, 'Trend')
  await expect(page.getByLabel('Period', { exact: true })).toHaveValue('half')
  await expect(page.locator('.trend-panel')).toHaveCount(6)
})

test('the table says what the chart says', async ({ page }) => {
  await openSurvey(page)
  for (const industry of ['Finance', 'Retail', 'Travel', 'Mining']) {
    const answers = of(from(industry))
    await expect(mark(page, industry).locator('.interval-score')).toContainText(scoreOf(answers, 0))
    const row = table(page).getByRole('row', { name: new RegExp(`^${industry} ${answers.length} `) })
    await expect(row).toContainText(scoreOf(answers, 1))
    const [low, high] = (await mark(page, industry).locator('.interval-range').innerText()).split(' to ')
    const exact = (await row.locator('td').nth(2).innerText()).replaceAll('−', '-').split(' to ').map(Number)
    const drawn = [low, high].map((end) => Number(end?.replace('−', '-')))
    for (const side of [0, 1]) expect(Math.abs(drawn[side]! - exact[side]!)).toBeLessThanOrEqual(0.5)
  }
  await expect(table(page).getByRole('row', { name: /^Space 4 too few to score/ })).toBeVisible()
  await expect(page.getByText('1 value has fewer than 10 answers and stands in the table only.')).toBeVisible()
  await expect(table(page).getByRole('row', { name: /^Finance / })).toContainText('above the rest')
  await expect(table(page).getByRole('row', { name: /^Travel / })).toContainText('below the rest')
  // A low base is not compared.
  await expect(table(page).getByRole('row', { name: /^Mining / }).locator('.verdict')).toHaveCount(0)
})

test('rows of chart and table stand level where they are the same, and nowhere else', async ({ page }) => {
  await openWindow(page)
  const lines = ['Score (0-10),Date,Team']
  for (let row = 0; row < 40 * 12; row++) {
    const month = row % 40
    lines.push(`${row % 11},${2020 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-11,${['Sales', 'Service', 'Sites'][row % 3]}`)
  }
  await chooseFile(page, { name: 'months.csv', mimeType: 'text/csv', buffer: Buffer.from(lines.join('\n')) })
  await importButton(page).click()
  await page.setViewportSize({ width: 2560, height: 1440 })
  const heights = async (): Promise<readonly [number, number]> => {
    const bar = await page.locator('.interval-row').first().boundingBox()
    const row = await page.locator('.slice-table tbody tr').first().boundingBox()
    return [Math.round(bar?.height ?? 0), Math.round(row?.height ?? 0)]
  }
  await expect(page.locator('.interval-row')).toHaveCount(3)
  const [bar, row] = await heights()
  expect(row).toBe(bar)
  // Of time the chart shows the latest part only: its first row is not that of the table.
  await page.getByLabel('By', { exact: true }).selectOption({ label: 'Month' })
  await expect(page.locator('.interval-row')).toHaveCount(30)
  const [later, earlier] = await heights()
  expect(earlier).not.toBe(later)
})

test('a field among many is found by typing', async ({ page }) => {
  await openWindow(page)
  await importAsNps(page, R_SURVEY)
  await page.getByRole('button', { name: /^By / }).click()
  await page.keyboard.type('gender')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'NPS by What gender do you identify with?' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'By What gender do you identify with?', exact: true })).toBeFocused()
})

test('where nothing can be shown, the way on is', async ({ page }) => {
  await openSurvey(page)
  await mark(page, 'Finance').click()
  await page.keyboard.press('/')
  await page.keyboard.type('nobody says this')
  await page.keyboard.press('Enter')
  await expect(page.getByText('No response fits the filter.')).toBeVisible()
  await page.getByRole('button', { name: 'Clear the filter' }).click()
  await expectFigure(page, ANSWERS)

  await page.getByRole('button', { name: 'Start', exact: true }).click()
  await chooseFile(page, csvOf(60), page.getByRole('button', { name: 'Choose a file…' }))
  await importButton(page).click()
  await view(page, 'Trend')
  await expect(page.getByText('There are no dates to draw a trend by.')).toBeVisible()
  await expectAccessible(page, 'trend without dates')
  await page.getByRole('button', { name: 'Go to Data' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Data')

  // A scale that has no promoters can be coded all the same.
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  const sevens = ['Score,Why?', ...Array.from({ length: 70 }, (_, row) => `${1 + (row % 7)},comment ${row}`)].join('\n')
  const file = { name: 'sevens.csv', mimeType: 'text/csv', buffer: Buffer.from(sevens) }
  await chooseFile(page, file, page.getByRole('button', { name: 'Choose a file…' }))
  await importButton(page).click()
  await expect(page.getByText('Only scores on 0-10, 1-10 or 1-5 can be counted as NPS.')).toBeVisible()
  await page.getByRole('button', { name: 'Go to Code' }).click()
  await expect(page.locator('.virtual-row').first()).toBeVisible()

  // A survey without scores leads there from every screen of figures.
  await page.getByRole('button', { name: 'Start', exact: true }).click()
  const comments = ['Team,Why?', ...Array.from({ length: 40 }, (_, row) => `Sales,it helps me in my work number ${row}`)].join('\n')
  const texts = { name: 'comments.csv', mimeType: 'text/csv', buffer: Buffer.from(comments) }
  await chooseFile(page, texts, page.getByRole('button', { name: 'Choose a file…' }))
  await importButton(page).click()
  for (const screen of ['Slice', 'Compare']) {
    await page.getByRole('button', { name: screen, exact: true }).click()
    await expect(page.getByText('This project has no scores, so there is no NPS to show.')).toBeVisible()
    await page.getByRole('button', { name: 'Go to Code' }).click()
    await expect(page.locator('.virtual-row').first()).toBeVisible()
  }
})

test('theme and language change the charts at once', async ({ page }) => {
  await openSurvey(page)
  await view(page, 'Trend')
  const ink = () =>
    page.locator('.trend-canvas canvas').evaluate((canvas: HTMLCanvasElement) => {
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height)
      let sum = 0
      for (let at = 0; at < data.length; at += 4) sum += (data[at + 3]! > 0 ? data[at]! + data[at + 1]! + data[at + 2]! : 0) / 765
      return sum
    })
  const light = await ink()
  await page.getByLabel('Appearance', { exact: true }).selectOption('Dark')
  await expect.poll(ink).not.toBe(light)
  const english = await ink()
  await page.locator('.header-settings').getByText('한국어').click()
  await expect(mark(page, '2025년 1분기')).toBeVisible()
  await expect.poll(ink).not.toBe(english)
})

for (const locale of LOCALES) {
  test(`every view is accessible, and fits small windows: ${locale}`, async ({ page }) => {
    await openSurvey(page, locale)
    const views = page.locator('.slice-controls .segmented').first().locator('.segment')
    const firstMark = page.locator('.interval-row, .heat-cell, .trend-period')
    for (const [at, chart] of ['.interval-chart', '.heat-map', '.trend-chart'].entries()) {
      await views.nth(at).click()
      await expect(page.locator(chart)).toBeVisible()
      await firstMark.nth(2).focus()
      await page.keyboard.press('Enter')
      await page.locator('.slice-controls .segment').last().click()
      await expect(page.locator('.chart-head .link')).toBeVisible()
      await firstMark.nth(1).focus()
      await expectAccessibleInBoth(page, `view ${at}, picked`)
      await expectFits(page)
      await page.locator('.chart-head .link').click()
      await expect(page.locator('.chart-head .link')).toBeHidden()
    }
    await page.locator('.slice-controls .field').nth(1).locator('select').selectOption({ index: 1 })
    await expect(page.locator('.trend-panel').nth(1)).toBeVisible()
    await page.locator('.chart-menu-button').click()
    await expectAccessibleInBoth(page, 'panels, copy menu')
  })
}
