import { expect, type Page } from '@playwright/test'
import { chooseFile, expectAccessible, expectFits, headline, importButton, LOCALES, openWindow, test, type FileToChoose } from './window'

/** Few of Support are on Jeju. */
const siteOf = (team: string, at: number): string => (team === 'Support' && at % 12 > 0 ? ['Seoul', 'Busan'][at % 2]! : ['Jeju', 'Seoul', 'Busan'][at % 3]!)

/** Employees of three teams: Ops is too small, and Dev would give it away. */
function employees(name: string, turn = 7): FileToChoose {
  const sizes = [['Sales', 40], ['Support', 35], ['Dev', 20], ['Ops', 3]] as const
  const people = sizes.flatMap(([team, n]) => Array.from({ length: n }, (_, at) => [team, at] as const))
  const lines = people.map(([team, at], row) => [(row * turn) % 11, team, siteOf(team, at), `2026-0${1 + (row % 3)}-1${row % 10}`, `"The office is ${['loud', 'fine', 'cold'][row % 3]}, says number ${row}"`].join(','))
  return {
    name,
    mimeType: 'text/csv',
    buffer: Buffer.from(['How likely are you to recommend working here?,Team,Site,Submitted,Why?', ...lines].join('\n')),
  }
}

const rail = (page: Page, at: number) => page.locator('.rail-button').nth(at)

async function openAnonymous(page: Page, locale: 'en' | 'ko'): Promise<void> {
  await openWindow(page, locale)
  await chooseFile(page, employees('spring.csv'))
  await importButton(page).click()
  await expect(headline(page)).toBeVisible({ timeout: 30_000 })
  await rail(page, 1).click()
  await chooseFile(page, employees('autumn.csv', 3), page.locator('.view-actions .button').first())
  await importButton(page).click()
  await expect(headline(page)).toBeVisible({ timeout: 30_000 })
  await rail(page, 1).click()
  await page.getByRole('button', { name: locale === 'en' ? 'Anonymous survey' : '익명 설문' }).click()
}

for (const locale of LOCALES) {
  test(`a survey is made anonymous, and every screen keeps to it (${locale})`, async ({ page }) => {
    await openAnonymous(page, locale)
    const dialog = page.getByRole('dialog')
    await expectAccessible(page, 'anonymous dialog')
    await shot(page, `dialog-${locale}`)
    await dialog.locator('.button-primary').click()
    const badge = page.locator('.status-line').getByRole('button', { name: locale === 'en' ? 'Anonymous: groups under 5 people are hidden' : '익명: 5명 미만 그룹은 가립니다' })
    await expect(badge).toBeVisible()

    await rail(page, 3).click()
    await expect(page.locator('.slice-table tbody tr')).toHaveCount(2)
    const hidden = page.locator('.anonymous-hidden')
    await expect(hidden).toContainText('Dev')
    await expect(hidden).toContainText('Ops')
    await expect(page.locator('.slice-table')).not.toContainText('Ops')
    await shot(page, `slice-${locale}`)
    await expectAccessible(page, 'anonymous slice')
    await expectFits(page)

    // Crossed and by date: said why not, with the ways that there are.
    await page.locator('.slice-controls .segmented').first().getByRole('radio').nth(1).click({ force: true })
    await shot(page, `crossed-${locale}`)
    await page.locator('.slice-controls .segmented').first().getByRole('radio').nth(2).click({ force: true })
    await shot(page, `trend-${locale}`)

    await rail(page, 2).click()
    await expect(page.locator('.verbatim').first()).toBeVisible()
    await expect(page.locator('.score-chip')).toHaveCount(0)
    await expect(page.locator('.code-view')).not.toContainText('Sales')
    await expect(page.locator('.code-view')).not.toContainText('Seoul')
    await shot(page, `code-${locale}`)

    // The last two waves, without what would part their people further.
    await rail(page, 4).click()
    await expect(page.locator('.compare-verdict, .verdict').first()).toBeVisible()
    await expect(page.locator('main')).toContainText('spring')
    await expect(hidden).toContainText('Ops')
    await shot(page, `compare-${locale}`)
    await rail(page, 5).click()
    await expect(page.locator('main .empty')).toContainText(locale === 'en' ? 'the project is anonymous' : '익명 프로젝트')
    await rail(page, 6).click()
    await expect(page.locator('.summary-view')).toContainText(locale === 'en' ? 'Groups of fewer than 5 people' : '5명 미만인 그룹')
    await expect(page.locator('.summary-view')).not.toContainText('Ops')
    await shot(page, `summary-${locale}`)
    await page.locator('.summary-outline button').nth(2).click()
    await shot(page, `summary-page-${locale}`)
    await badge.click()
    await expect(dialog).toContainText(locale === 'en' ? 'still holds every row' : '모든 행이 그대로')
    await dialog.locator('.button-primary').click()
    await page.locator('.export-button').click()
    await expect(page.locator('.menu:popover-open .button')).toHaveCount(7)
  })
}

async function shot(page: Page, name: string): Promise<void> {
  const folder = process.env['EARSHOT_SHOTS']
  if (folder) await page.waitForTimeout(700)
  if (folder) await page.screenshot({ path: `${folder}/${name}.png` })
}

test('a file that begins a project is said to be anonymous as it is imported', async ({ page }) => {
  await openWindow(page)
  await chooseFile(page, employees('staff.csv'))
  await page.getByRole('checkbox', { name: 'The survey is anonymous' }).check()
  await expectAccessible(page, 'plan of an anonymous survey')
  await shot(page, 'plan-en')
  await importButton(page).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Field that others may be crossed with').selectOption({ label: 'Team' })
  await expect(dialog).toContainText('or “Team” with one other')
  await dialog.getByRole('button', { name: 'Make anonymous' }).click()
  // The filter names groups that can be seen, and says why it lets nothing through where it cannot.
  await page.locator('.slice-controls .segmented').first().getByRole('radio').nth(1).click({ force: true })
  await expect(page.locator('.anonymous-hidden')).toContainText('too small, or would give away one that is, or have no answers')
  const hidden = page.getByRole('gridcell', { name: /: hidden\. Too small, needed to hide another, or without answers\./ })
  await expect(hidden).toHaveCount(2)
  await expect(hidden.first()).toContainText('hidden')
  await shot(page, 'crossed-team-en')
  await page.keyboard.press('Control+z')
  await expect(page.locator('.status-line')).not.toContainText('Anonymous')
})
