import { expect, type Page } from '@playwright/test'
import { openCodeScreen } from './code-screen'
import { expectAccessibleInBoth, expectFits, tabTo, test } from './window'

const TOPICS: readonly (readonly [score: number, text: string])[] = [
  [2, 'The delivery came late and the parcel was damaged'],
  [9, 'Fair price and a nice discount'],
  [3, '배송이 지연됐어요|배송 지연이 심해요'],
  [8, '상담이 친절해요'],
  [0, 'Late deliveries again, parcel lost'],
  [10, 'Helpful staff in the shop'],
]
const ASIDES = ['honestly', '이번에도', 'this year', '저는', 'for us']

/** What the answer in a row says: of what is said in two ways, each in turn. */
function textOf(row: number): string {
  const ways = TOPICS[row % TOPICS.length]![1].split('|')
  return ways[Math.floor(row / TOPICS.length) % ways.length]!
}

/** 240 answers, two in five about late deliveries; the codebook knows prices only. */
function survey() {
  const rows = ['Score (0-10),Date,Industry,Why did you give this score?']
  for (let row = 0; row < 240; row++) {
    const [score] = TOPICS[row % TOPICS.length]!
    rows.push(`${score},2026-0${1 + (row % 6)}-15,${row % 2 === 0 ? 'Finance' : 'Travel'},"${textOf(row)}, ${ASIDES[row % ASIDES.length]!} ${row}"`)
  }
  return { name: 'q2.csv', mimeType: 'text/csv', buffer: Buffer.from(`${rows.join('\n')}\n`) }
}
const BOOK = { name: 'book.csv', mimeType: 'text/csv', buffer: Buffer.from('code,rule\nPrice,price\nDelivery,\nService,\n') }

const panel = (page: Page) => page.locator('.words-panel')
const lists = (page: Page) => panel(page).locator('select').first()
const word = (page: Page, name: string) => page.locator('.word-row').filter({ hasText: name }).first()
const editor = (page: Page) => page.locator('.rule-editor')
const rule = (page: Page) => editor(page).locator('textarea').first()
const row = (page: Page, place: number) => page.locator(`.virtual-row[data-place="${place}"]`)
const suggestion = (page: Page) => page.locator('.suggestion')

const openCode = (page: Page, locale: 'en' | 'ko' = 'en'): Promise<void> =>
  openCodeScreen(page, { survey: survey(), book: BOOK, codes: 3, locale, coder: 'me' })

test('by mouse: from a word to the verbatims with it, and into the rule of a new code and of one that is there', async ({ page }) => {
  await openCode(page)
  await page.locator('.panel-switch').getByText('Words', { exact: true }).click()
  await expect(panel(page)).toContainText('40 of 240 verbatims have a code, 17%')
  await expect(word(page, 'parcel')).toContainText('80')
  await expect(word(page, 'parcel')).toContainText('40% of them')

  await word(page, 'parcel').locator('.word-main').click()
  await expect(page.locator('.list-count')).toHaveText('80 verbatims')
  await expect(panel(page)).toContainText('40 of 240')
  await page.getByRole('button', { name: 'Clear the search' }).click()

  await word(page, 'parcel').hover()
  await word(page, 'parcel').getByRole('button', { name: 'New code with the rule “parcel”' }).click()
  await expect(editor(page).getByLabel('Name')).toHaveValue('parcel')
  await expect(rule(page)).toHaveValue('parcel')
  await expect(editor(page)).toContainText('Matches 80 verbatims')
  await page.keyboard.press('Control+Enter')
  await expect(panel(page)).toContainText('120 of 240')
  await expect(word(page, '배송')).toContainText('40')
  await expect(word(page, 'parcel')).toHaveCount(0)

  await panel(page).getByLabel('Make a rule (R) for').selectOption({ label: 'parcel' })
  await word(page, '배송').hover()
  await word(page, '배송').getByRole('button', { name: 'Add “배송” to the rule of “parcel”' }).click()
  await expect(rule(page)).toHaveValue('parcel | 배송')
  await word(page, '지연').getByRole('button').last().click()
  await expect(rule(page)).toHaveValue('parcel | 배송 | 지연')
  await editor(page).getByRole('button', { name: 'Cancel' }).click()
  await expect(panel(page)).toContainText('120 of 240')
})

test('by keyboard: every list, a word into a rule by R, and a proposed theme', async ({ page }) => {
  await openCode(page)
  await tabTo(page, page.getByRole('radio', { name: 'Codebook' }))
  await page.keyboard.press('ArrowRight')
  await expect(panel(page)).toContainText('40 of 240')
  await expect(page.getByRole('radio', { name: 'Words' })).toBeFocused()

  await lists(page).selectOption('detractors')
  await expect(panel(page)).toContainText('120 verbatims of detractors, 120 of others')
  await expect(word(page, 'late')).toContainText('only here')
  await tabTo(page, page.locator('.word-main').first())
  await page.keyboard.press('End')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowDown')
  const name = await page.locator('.word-main:focus .word-name').innerText()
  await page.keyboard.press('r')
  await expect(editor(page).getByLabel('Name')).toHaveValue(name)
  await page.keyboard.press('Escape')
  await expect(editor(page)).toHaveCount(0)

  await lists(page).selectOption('pairs')
  await expect(word(page, '배송 지연')).toContainText('times as often as by chance')
  await lists(page).selectOption('code')
  await expect(word(page, 'discount')).toContainText('only here')
  await lists(page).selectOption('themes')
  await expect(panel(page)).toContainText('200 of 200 were looked at')
  await tabTo(page, page.locator('.word-main').first())
  await page.keyboard.press('Enter')
  await expect(editor(page)).toContainText(/Matches \d+ verbatims/)
  await expect(rule(page)).toHaveValue(/ OR /)
})

test('tags are learned from hand tags, and accepted or refused by key', async ({ page }) => {
  await openCode(page)
  await expect(page.locator('.suggestions')).toContainText('once you have given that same code by hand 8 times')
  await row(page, 0).click()
  // Key 2 is Delivery: given to twelve late deliveries, one in each three.
  for (let place = 0; place < 60; place++) {
    const text = textOf(place)
    if (/배송|deliver/i.test(text)) await page.keyboard.press('2')
    if (/친절|Helpful/.test(text)) await page.keyboard.press('3')
    await page.keyboard.press('j')
  }
  await expect(row(page, 60)).toHaveClass(/is-cursor/)
  await expect(suggestion(page).first()).toContainText('Delivery')
  await expect(suggestion(page).first()).toContainText(/\d+%, because of “/)
  await page.keyboard.press('Enter')
  await expect(row(page, 60).locator('.tag-chip')).toHaveText([/Delivery/])
  await expect(suggestion(page)).toHaveCount(0)

  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await expect(suggestion(page).first()).toContainText('Delivery')
  await page.keyboard.press('Shift+Backspace')
  await expect(suggestion(page)).toHaveCount(0)
  await expect(row(page, 62).locator('.tag-chip')).toHaveCount(0)
  await page.keyboard.press('Control+z')
  await expect(suggestion(page).first()).toContainText('Delivery')
  await page.getByRole('button', { name: 'Not “Delivery”' }).click()
  await expect(suggestion(page)).toHaveCount(0)

  await row(page, 64).click()
  await expect(suggestion(page)).not.toHaveCount(0)
  await page.getByRole('button', { name: 'Turn off' }).click()
  await expect(suggestion(page)).toHaveCount(0)
  await page.reload()
  await page.getByRole('button', { name: /q2/ }).first().click()
  await page.locator('.rail-button').nth(2).click()
  await page.getByRole('button', { name: 'Suggest codes' }).click()
  await page.keyboard.press('/')
  await page.keyboard.type('Late deliveries again, parcel lost, for us')
  await expect(page.locator('.list-count')).toHaveText('8 verbatims')
  await row(page, 7).click()
  await expect(suggestion(page).first()).toContainText('Delivery')
})

test('in Korean, small and accessible', async ({ page }) => {
  await openCode(page, 'ko')
  await page.locator('.panel-switch').getByText('단어', { exact: true }).click()
  await expect(panel(page)).toContainText('의견 240건 중 40건(17%)에 코드가 있습니다')
  await expectAccessibleInBoth(page, 'words')
  await lists(page).selectOption('themes')
  await expect(page.locator('.theme-row').first()).toBeVisible()
  await expectAccessibleInBoth(page, 'themes')
  await expectFits(page)
})
