import { expect, type Locator, type Page } from '@playwright/test'
import { view } from './slice-survey'

/** A place where a person's words or values can be seen, and the way there from the one before. */
export interface Place {
  readonly name: string
  readonly show: (page: Page) => Promise<void>
}

const screen = async (page: Page, name: string): Promise<void> => {
  await page.locator('.rail').getByRole('button', { name }).click()
  await expect(page.locator('.rail-button[aria-current]')).toHaveText(name)
  await expect(page.locator('main h1, main h2').first()).toBeVisible()
}
const labelled = (page: Page, name: string): Locator => page.getByLabel(name, { exact: true })
const choose = (select: Locator, label: string) => select.selectOption({ label })
/** A value to filter by: charts have options of their own. */
const valueOption = (page: Page, value: RegExp): Locator => page.getByRole('listbox', { name: 'Desk', exact: true }).getByRole('option', { name: value })
const markOf = (page: Page, value: RegExp): Locator => page.locator('.interval-chart').getByRole('option', { name: value }).first()
const closed = async (page: Page): Promise<void> => {
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
}

/**
 * Every place where the window shows what people wrote or what they are, one after the other: of a project with the fields
 * `Desk` and `Region`, several months, comments, and codes. `desk`: a value of Desk as it is shown.
 */
export const everyPlace = (desk: RegExp): readonly Place[] => [
  {
    name: 'headline and chart by field',
    show: async (page) => {
      await screen(page, 'Slice')
      await choose(labelled(page, 'By'), 'Desk')
      await expect(markOf(page, desk)).toBeVisible()
    },
  },
  {
    name: 'tip of a mark',
    show: async (page) => {
      await markOf(page, desk).focus()
      await markOf(page, desk).hover()
    },
  },
  { name: 'menu of a chart', show: (page) => page.getByRole('button', { name: /^Copy: / }).click() },
  {
    name: 'heat map',
    show: async (page) => {
      await page.keyboard.press('Escape')
      await view(page, 'Crossed')
      await choose(labelled(page, 'Rows'), 'Desk')
      await expect(page.getByRole('gridcell', { name: desk }).first()).toBeVisible()
    },
  },
  {
    name: 'trend, split',
    show: async (page) => {
      await view(page, 'Trend')
      await choose(labelled(page, 'Split by'), 'Desk')
      await expect(page.locator('.trend-chart').first()).toBeVisible()
    },
  },
  {
    name: 'values to filter by',
    show: async (page) => {
      await page.getByRole('button', { name: 'Condition', exact: true }).click()
      await page.getByPlaceholder('A field, or words in a comment').fill('Desk')
      await page.getByRole('option', { name: /^Desk/u }).first().click()
      await expect(page.getByRole('button', { name: 'Done' })).toBeVisible()
      await expect(valueOption(page, desk).first()).toBeVisible()
    },
  },
  {
    name: 'sentence of the filter',
    show: async (page) => {
      await valueOption(page, desk).first().click()
      await page.getByRole('button', { name: 'Done' }).click()
      await expect(page.locator('.filter-bar')).toContainText('Desk')
    },
  },
  {
    name: 'two periods compared by segment',
    show: async (page) => {
      await screen(page, 'Compare')
      await expect(page.locator('.whiskers').first()).toBeVisible()
    },
  },
  {
    name: 'filter taken away',
    show: (page) => page.locator('.filter-bar .chip-remove').first().click(),
  },
  {
    name: 'list of comments and reading pane',
    show: async (page) => {
      await screen(page, 'Code')
      await expect(page.locator('.virtual-row').first()).toBeVisible()
      await page.locator('.virtual-row').nth(2).click()
    },
  },
  {
    name: 'why a comment has a code',
    show: async (page) => {
      await page.locator('.reason-link').first().click()
      await expect(page.locator('.why-panel')).toBeVisible()
      await page.locator('.why-panel').getByRole('button', { name: 'Close' }).click()
    },
  },
  {
    name: 'example of a code, before it is kept',
    show: async (page) => {
      await page.getByRole('button', { name: /^Keep as an example/u }).click()
      await expect(page.getByRole('dialog')).toBeVisible()
    },
  },
  {
    name: 'rule of a code, its examples, what it matches and nearly matches',
    show: async (page) => {
      await closed(page)
      await page.locator('.book-code').first().hover()
      await page.locator('.book-code').first().locator('.book-edit').last().click()
      await expect(page.locator('.rule-editor')).toContainText('Matches')
    },
  },
  {
    name: 'words without a code',
    show: async (page) => {
      await page.keyboard.press('Escape')
      await page.locator('.panel-switch').getByText('Words', { exact: true }).click()
      await expect(page.locator('.word-row').first()).toBeVisible()
    },
  },
  ...['detractors', 'pairs', 'themes'].map(
    (list): Place => ({
      name: `words: ${list}`,
      show: async (page) => {
        await page.locator('.words-panel select').first().selectOption(list)
        await expect(page.locator('.words-panel [aria-busy="true"]')).toHaveCount(0)
      },
    }),
  ),
  {
    name: 'comments one by one',
    show: async (page) => {
      await page.locator('.panel-switch').getByText('Codebook', { exact: true }).click()
      await page.locator('.virtual-list').first().focus()
    },
  },
  { name: 'codes and what they go with', show: (page) => screen(page, 'Drivers') },
  {
    name: 'pages of the summary',
    show: async (page) => {
      await screen(page, 'Summary')
      await expect(page.locator('.summary-page')).toBeVisible({ timeout: 30_000 })
    },
  },
  { name: 'data: waves and fields', show: (page) => screen(page, 'Data') },
  {
    name: 'everything to be found',
    show: async (page) => {
      await page.keyboard.press('ControlOrMeta+k')
      await expect(page.getByRole('dialog').getByRole('option').first()).toBeVisible()
    },
  },
  {
    name: 'history',
    show: async (page) => {
      await page.getByRole('dialog').getByRole('combobox').fill('history')
      await page.keyboard.press('Enter')
      await expect(page.locator('.history-entry').first()).toBeVisible()
    },
  },
  {
    name: 'projects of this computer',
    show: async (page) => {
      await closed(page)
      await screen(page, 'Start')
      await expect(page.locator('main table tbody tr').first()).toBeVisible()
    },
  },
]
