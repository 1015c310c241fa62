import { expect, type Locator, type Page } from '@playwright/test'
import { chooseFile, expectAccessible, expectFits, headline, importButton, openWindow, tabTo, test } from './window'

interface Answer {
  readonly score: number
  readonly plan: string
  readonly industry: string
  readonly seats: number | null
  readonly tools: readonly string[]
}

const INDUSTRIES = ['Finance', 'Retail', 'Mining'] as const
const TOOLS = ['Reports', 'Mobile', 'Search'] as const

/** Large customers are content, small ones are not; 1 in 20 does not say how large it is. */
const ANSWERS: readonly Answer[] = Array.from({ length: 900 }, (_, at): Answer => {
  const seats = at % 20 === 0 ? null : ((at * 37) % 480) + 1
  const content = (seats ?? 0) >= 200 ? [10, 9, 9, 8, 10, 6] : [3, 6, 8, 9, 5, 0]
  return {
    score: content[Math.floor(at / 7) % 6]!,
    plan: at % 3 === 0 ? 'Free' : 'Pro',
    industry: (['Finance', 'Retail', 'Mining', 'Finance', 'Retail', 'Finance'] as const)[Math.floor(at / 3) % 6]!,
    seats,
    tools: TOOLS.filter((__, tool) => ((at % 7) + 1) >> tool & 1),
  }
})
const SURVEY = {
  name: 'answers.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    [
      'How likely are you to recommend us? (0-10),Plan,Industry,Seats,Tools used',
      ...ANSWERS.map(({ score, plan, industry, seats, tools }) => `${score},${plan},${industry},${seats ?? ''},${tools.join('; ')}`),
    ].join('\n'),
  ),
}
const between =
  (from: number, to: number) =>
  ({ seats }: Answer): boolean =>
    seats !== null && seats >= from && seats < to
const of = (...keep: readonly ((answer: Answer) => boolean)[]): readonly Answer[] => ANSWERS.filter((answer) => keep.every((each) => each(answer)))

async function openSurvey(page: Page): Promise<void> {
  await openWindow(page)
  await chooseFile(page, SURVEY)
  await importButton(page).click()
  await expect(headline(page)).toBeVisible()
}
const chooseField = (page: Page, label: string, field: string): Promise<unknown> => page.getByLabel(label, { exact: true }).selectOption({ label: field })
const mark = (page: Page, name: string): Locator => page.getByRole('option', { name: new RegExp(`^${name}:`) })
const marks = (page: Page): Locator => page.locator('.interval-name')
const names = (page: Page): Promise<readonly string[]> => page.locator('.slice-table tbody th:first-child').allInnerTexts()
const expectCount = (page: Page, answers: readonly Answer[]): Promise<void> => expect(page.locator('.headline-base')).toContainText(`${answers.length} answers`)

test('numbers are in bands, which are edited by keyboard; a filter keeps its meaning, and undo brings the bands back', async ({ page }) => {
  await openSurvey(page)
  await chooseField(page, 'By', 'Seats')
  await expect(marks(page)).toHaveText([/^under /, /^\d+ to \d+$/, /^\d+ to \d+$/, /^\d+ to \d+$/, /^\d+ and more$/, '(blank)'])
  const suited = await marks(page).allInnerTexts()

  await tabTo(page, page.getByRole('button', { name: 'Edit bands of “Seats”…' }))
  await page.keyboard.press('Enter')
  const edges = page.getByRole('textbox', { name: 'Where a new band begins' })
  await expect(edges).toBeFocused()
  await edges.fill('300\n100 many')
  await expect(page.getByRole('alert')).toHaveText('This is no number: many')
  await edges.fill('300\n100\n9000')
  const counted = page.getByRole('dialog').locator('tbody tr')
  await expect(counted).toHaveText([
    new RegExp(`under 100\\s*${of(between(0, 100)).length}`),
    new RegExp(`100 to 299\\s*${of(between(100, 300)).length}`),
    new RegExp(`300 to 8999\\s*${of(between(300, 9000)).length}`),
    /9000 and more\s*0/,
    new RegExp(`\\(blank\\)\\s*${ANSWERS.filter(({ seats }) => seats === null).length}`),
  ])
  await expectAccessible(page, 'bands')
  await edges.fill('300\n100')
  await page.keyboard.press('Control+Enter')
  await expect(marks(page)).toHaveText(['under 100', '100 to 299', '300 and more', '(blank)'])
  await expect(page.getByRole('status').filter({ hasText: 'other bands' })).toBeVisible()

  await mark(page, '100 to 299').click()
  await expectCount(page, of(between(100, 300)))
  await page.getByRole('button', { name: 'Edit bands of “Seats”…' }).click()
  await edges.fill('200')
  await page.getByRole('button', { name: 'Use these bands' }).click()
  await expect(marks(page)).toHaveText(['under 200', '200 and more', '(blank)'])
  // The band is gone; its filter goes on to say and to do the same.
  await expect(page.getByText('from 100 to 299 (Seats)')).toBeVisible()
  await expectCount(page, of(between(100, 300)))
  await page.getByRole('button', { name: '1 picked: clear' }).click()
  await expectCount(page, ANSWERS)

  await page.getByRole('button', { name: 'Edit bands of “Seats”…' }).click()
  await page.getByRole('button', { name: 'Back to the bands that suit the values' }).click()
  await expect(marks(page)).toHaveText(suited)
  await page.keyboard.press('Control+z')
  await expect(marks(page)).toHaveText(['under 200', '200 and more', '(blank)'])
})

test('segments against the rest: by q, in numbers, and sorted by what is certain', async ({ page }) => {
  await openSurvey(page)
  await chooseField(page, 'By', 'Seats')
  await expect(page.getByText(/▲ above, ▼ below the rest: q ≤ 0\.10 in 6 comparisons\./)).toBeVisible()
  await expect(mark(page, '(\\d+ and more)')).toContainText(/above the rest \(p < 0\.001, q < 0\.001\)/)

  await page.getByRole('button', { name: 'Show differences, p and q' }).click()
  const heads = page.locator('.slice-table thead th')
  await expect(heads).toHaveText(['Seats', 'Answers', 'NPS', 'Against the rest', 'Difference', 'Its 95% interval', 'p', 'q'])
  await page.getByRole('button', { name: 'Against the rest' }).click()
  await expect(page.getByLabel('Sort by')).toHaveValue('certain')
  const certain = async (): Promise<readonly number[]> =>
    (await page.locator('.slice-table tbody tr td:nth-child(6)').allInnerTexts()).map((text) => {
      const [low = 0, high = 0] = text.replaceAll('−', '-').split(' to ').map(Number)
      return low > 0 ? low : high < 0 ? high : 0
    })
  const descending = await certain()
  expect(descending).toEqual(descending.toSorted((a, b) => b - a))
  expect(descending[0]).toBeGreaterThan(0)
  expect(descending.at(-1)).toBeLessThan(0)
  // The chart has the order of the table.
  expect(await marks(page).allInnerTexts()).toEqual(await names(page))
  await page.getByRole('button', { name: 'Against the rest' }).press('Enter')
  expect((await certain())[0]).toBe(descending.at(-1))

  await chooseField(page, 'By', 'Tools used')
  await expect(page.getByText('The rest of an answer are the responses without it.')).toBeVisible()
  await page.setViewportSize({ width: 1024, height: 700 })
  await expectFits(page)
  await expectAccessible(page, 'differences')
})

test('three fields: heat maps for the values of the third, picked and walked like one', async ({ page }) => {
  await openSurvey(page)
  await page.locator('.slice-controls').getByText('Crossed', { exact: true }).click()
  await chooseField(page, 'Rows', 'Plan')
  await chooseField(page, 'Columns', 'Seats')
  await chooseField(page, 'For each', 'Industry')
  const panels = page.locator('.heat-panel')
  const largest = [...INDUSTRIES].toSorted((a, b) => of(({ industry }) => industry === b).length - of(({ industry }) => industry === a).length)
  await expect(panels.locator('.heat-panel-title')).toHaveText(largest)
  await expect(panels.locator('.heat-panel-figure')).toHaveText(largest.map((name) => new RegExp(`n ${of(({ industry }) => industry === name).length}$`)))
  // The columns are bands, in their order, in every panel.
  for (const panel of await panels.all()) await expect(panel.locator('.heat-column')).toHaveText(['All', /^under/, / to /, / to /, / to /, /more$/, '(blank)'])

  const retail = panels.filter({ hasText: 'Retail' })
  const before = await panels.locator('.heat-score').allInnerTexts()
  await retail.getByRole('gridcell', { name: /Pro × 300 and more|Pro × \d+ and more/ }).click()
  await expect(page.locator('.status-line')).toContainText(`of ${ANSWERS.length} responses`)
  await expect(page.getByText('from Pro (Plan)')).toBeVisible()
  await expect(page.getByText('from Retail (Industry)')).toBeVisible()
  await expect(page.getByText(/from \d+ and more \(Seats\)/)).toBeVisible()
  // No chart is filtered by what was picked in it.
  expect(await panels.locator('.heat-score').allInnerTexts()).toEqual(before)
  await expect(page.locator('.heat-picked')).toHaveCount(1)
  await expect(page.locator('.slice-table tbody tr.picked')).toHaveCount(1)
  await expect(page.locator('.slice-table thead th').first()).toHaveText('Industry')
  await expect(page.locator('.slice-table tbody tr.picked')).toContainText('✓ Retail')

  await page.keyboard.press('Escape')
  await expectCount(page, ANSWERS)
  // The keys go on from where the click was; the corner is the panel as a whole.
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('Enter')
  await expectCount(page, of(({ industry }) => industry === 'Retail'))
  await page.keyboard.press('Enter')
  await expectCount(page, ANSWERS)

  await chooseField(page, 'For each', 'Tools used')
  await expect(panels).toHaveCount(3)
  await expect(page.getByText(/Several answers in one response/)).toBeVisible()
  for (const tool of TOOLS) await expect(panels.filter({ hasText: tool })).toContainText(`n ${of(({ tools }) => tools.includes(tool)).length}`)
  await expectAccessible(page, 'heat maps')
  await chooseField(page, 'For each', 'No third field')
  await expect(panels).toHaveCount(0)
  await expect(page.getByRole('grid')).toHaveCount(1)
})
