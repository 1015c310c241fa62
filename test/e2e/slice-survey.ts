import { expect, type Locator, type Page } from '@playwright/test'
import { chooseFile, headline, importButton, openWindow } from './window'

export interface Answer {
  readonly score: number
  readonly industry: string
  readonly region: string
  readonly date: string
}

export const SEOUL = '서울특별시와 경기도 남부의 모든 지점'
export const BUSAN = '부산광역시'

/** Finance is loved, Travel is not, Mining has a low base, Space too few to score; four quarters, and two days unknown. */
function makeAnswers(): readonly Answer[] {
  const sizes = { Finance: 40, Retail: 40, Travel: 20, Mining: 3, Space: 1 }
  const scores: Readonly<Record<string, readonly number[]>> = {
    Finance: [10, 9, 9, 10, 8, 10, 9, 5],
    Retail: [9, 3, 7, 10, 8, 6, 9, 0],
    Travel: [2, 6, 9, 4, 7],
    Mining: [9, 7, 6],
    Space: [10],
  }
  const days = ['2025-02-03', '2025-05-10', '2025-08-17', '2025-11-24']
  const answers = days.flatMap((date, quarter) =>
    Object.entries(sizes).flatMap(([industry, size]) =>
      Array.from({ length: size }, (_, at): Answer => {
        const list = scores[industry] ?? []
        const score = list[(at + quarter) % list.length] ?? 0
        return { score, industry, region: at % 3 === 0 ? BUSAN : SEOUL, date }
      }),
    ),
  )
  return [...answers, { score: 8, industry: 'Retail', region: SEOUL, date: '' }, { score: 9, industry: 'Retail', region: BUSAN, date: '' }]
}

export const ANSWERS = makeAnswers()
const SURVEY = {
  name: 'answers.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    ['How likely are you to recommend us? (0-10),Industry,지역,Date,Why?', ...ANSWERS.map((each) => `${each.score},${each.industry},${each.region},${each.date},It works`)].join('\n'),
  ),
}

/** The score as the window writes it, counted answer by answer. */
export function scoreOf(answers: readonly Answer[], digits: number): string {
  const sum = answers.reduce((points, { score }) => points + (score >= 9 ? 1 : score <= 6 ? -1 : 0), 0)
  const text = ((100 * Math.abs(sum)) / answers.length).toFixed(digits)
  return Number(text) === 0 ? text : `${sum < 0 ? '−' : '+'}${text}`
}

export const of = (keep: (answer: Answer) => boolean): readonly Answer[] => ANSWERS.filter(keep)
export const from =
  (...industries: readonly string[]) =>
  ({ industry }: Answer): boolean =>
    industries.includes(industry)

export async function openSurvey(page: Page, locale: 'en' | 'ko' = 'en'): Promise<void> {
  await openWindow(page, locale)
  await chooseFile(page, SURVEY)
  await importButton(page).click()
  await expect(headline(page)).toHaveText(scoreOf(ANSWERS, 1))
}

export const view = (page: Page, name: 'By field' | 'Crossed' | 'Trend'): Promise<void> =>
  page.locator('.slice-controls').getByText(name, { exact: true }).click()
export const mark = (page: Page, name: string): Locator => page.getByRole('option', { name: new RegExp(`^${name}:`) })
export const cell = (page: Page, name: string): Locator => page.getByRole('gridcell', { name: new RegExp(`^${name}:`) })
export const table = (page: Page): Locator => page.locator('.slice-table')

export const expectFigure = async (page: Page, answers: readonly Answer[]): Promise<void> => {
  await expect(headline(page)).toHaveText(scoreOf(answers, 1))
  await expect(page.locator('.headline-base')).toContainText(`${answers.length} answer`)
}
