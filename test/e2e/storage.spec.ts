import { expect, type CDPSession, type Page } from '@playwright/test'
import { openCodeScreen } from './code-screen'
import { chooseFile, csvOf, expectAccessibleInBoth, importButton, openWindow, savedFile, test } from './window'

// What a browser does to what is kept in it.

const saveCopy = (page: Page) => page.getByRole('alert').getByRole('button', { name: 'Save a copy of the project' })
const responses = (page: Page, n: number): Promise<void> =>
  expect(page.locator('.status-line')).toContainText(new RegExp(`(^|[^\\d,])${n} responses`))

const devtools = (page: Page): Promise<CDPSession> => page.context().newCDPSession(page)
const originOf = (page: Page): string => new URL(page.url()).origin

/** What the browser lets this page keep, beyond what is there; null: as much as it likes. */
async function leaveRoom(page: Page, session: CDPSession, bytes: number | null): Promise<void> {
  const origin = originOf(page)
  const { usage } = await session.send('Storage.getUsageAndQuota', { origin })
  await session.send('Storage.overrideQuotaForOrigin', bytes === null ? { origin } : { origin, quotaSize: usage + bytes })
}

async function rename(page: Page, name: string): Promise<void> {
  await page.locator('.project-name button').first().click()
  await page.locator('.project-name input').fill(name)
  await page.keyboard.press('Enter')
}

async function importSurvey(page: Page, rows = 30): Promise<void> {
  await chooseFile(page, csvOf(rows))
  await importButton(page).click()
  await expect(page.getByText(`${rows} responses imported`)).toBeVisible({ timeout: 30_000 })
}

test('when the browser gives no more room it says so, hands out the project, and goes on when there is room', async ({ page }, info) => {
  await openWindow(page)
  await importSurvey(page)
  await rename(page, 'Before')
  await expect(page).toHaveTitle('Before – Earshot')
  const session = await devtools(page)
  await leaveRoom(page, session, 0)

  // Room is found once: earlier states go.
  await rename(page, 'In the room of an earlier state')
  await expect(page).toHaveTitle('In the room of an earlier state – Earshot')
  await leaveRoom(page, session, 0)
  await rename(page, 'Too much')
  await expect(page.getByRole('alert')).toContainText('There is no room left')
  await page.screenshot({ path: info.outputPath('full.png') })
  await expectAccessibleInBoth(page, 'no room')
  const copy = await savedFile(page, saveCopy(page), 'In the room of an earlier state.earshot')
  expect(copy.subarray(0, 15).toString()).toBe('SQLite format 3')

  await page.getByRole('button', { name: 'Data' }).click()
  await chooseFile(page, csvOf(400), page.locator('main .view-head .button').first())
  await importButton(page).click()
  await expect(page.getByRole('alert')).toContainText('There is no room left')
  await responses(page, 30)

  await leaveRoom(page, session, null)
  await importButton(page).click()
  await responses(page, 430)
  await rename(page, 'After')
  await expect(page).toHaveTitle('After – Earshot')
  // What was refused is not there, and what was acknowledged is.
  await page.reload()
  await page.locator('.table').getByRole('button', { name: 'After', exact: true }).click()
  await responses(page, 430)
})

test('storage that is cleared under an open project is noticed, and the project can be had', async ({ page }, info) => {
  await openCodeScreen(page, { survey: csvOf(30), codes: 0 })
  const session = await devtools(page)
  await session.send('Storage.clearDataForOrigin', { origin: originOf(page), storageTypes: 'all' })
  // Nobody has touched anything.
  await expect(page.getByRole('alert')).toContainText('The browser has cleared what Earshot kept here.')
  await expect(page.locator('.status-saved')).toHaveText('Not kept here any more')
  await page.screenshot({ path: info.outputPath('cleared.png') })
  await expectAccessibleInBoth(page, 'cleared')
  await page.getByRole('alert').getByRole('button', { name: 'Close' }).click()
  // The focus does not go with what was pressed.
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()

  await rename(page, 'Lost')
  await expect(page.getByRole('alert')).toContainText('The browser has cleared what Earshot kept here.')
  await expect(page).toHaveTitle('generated – Earshot')
  const buffer = await savedFile(page, saveCopy(page), 'generated.earshot')

  await page.keyboard.press('Control+1')
  await chooseFile(page, { name: 'generated.earshot', mimeType: 'application/octet-stream', buffer })
  await responses(page, 30)
  await expect(page.locator('.status-saved')).toHaveText('Saved in this browser')
  await rename(page, 'Kept')
  await expect(page).toHaveTitle('Kept – Earshot')
})

test('a browser that promises nothing is not relied upon', async ({ page }) => {
  await openWindow(page)
  await importSurvey(page)
  const copy = page.getByRole('button', { name: 'In this browser, which may clear it' })
  await savedFile(page, copy, 'generated.earshot')
})

test('a window that may keep nothing says so before there is anything to lose', async ({ page }) => {
  await page.route(/worker-[^/]*\.js$/, async (route) => {
    const answer = await route.fetch()
    const refuse = "navigator.storage.getDirectory = () => Promise.reject(new DOMException('no', 'SecurityError'));\n"
    await route.fulfill({ response: answer, body: refuse + (await answer.text()) })
  })
  await openWindow(page)
  await chooseFile(page, csvOf(30))
  await importButton(page).click()
  await expect(page.getByRole('alert')).toContainText('The browser lets Earshot keep nothing in this window.')
})

test('a second tab is told that the project is open, writes nothing, and has it when the first is gone', async ({ page, context }) => {
  await openWindow(page)
  await importSurvey(page)
  const second = await context.newPage()
  await openWindow(second)
  const card = second.locator('.table').getByRole('button', { name: 'generated', exact: true })
  await card.click()
  await expect(second.getByRole('alert')).toContainText('The project is open in another window or program.')
  await rename(page, 'Still the first')
  await expect(page).toHaveTitle('Still the first – Earshot')
  await page.close()
  // The browser takes a moment to end what a closed tab had running.
  await expect(async () => {
    await card.click()
    await expect(second).toHaveTitle('Still the first – Earshot', { timeout: 1000 })
  }).toPass({ timeout: 20_000 })
})

/** What a script of another program on the same address can do; none of ours does. */
const stealLock = (page: Page, keeps: boolean): Promise<boolean> =>
  page.evaluate(async (forGood) => {
    const held = (await navigator.locks.query()).held ?? []
    const name = held.find((lock) => lock.name?.startsWith('earshot-project-'))?.name
    if (name === undefined) return false
    return new Promise<boolean>((resolve) => {
      void navigator.locks.request(name, { steal: true }, () => {
        resolve(true)
        return forGood ? new Promise(() => undefined) : undefined
      })
    })
  }, keeps)

test('a tab whose lock is stolen says so, writes nothing more, and goes on where nobody else has the project', async ({ page, context }, info) => {
  await openWindow(page)
  await importSurvey(page)
  await rename(page, 'Before')
  await expect(page).toHaveTitle('Before – Earshot')
  const second = await context.newPage()
  await openWindow(second)
  const card = (tab: Page) => tab.locator('.table').getByRole('button', { name: 'Before', exact: true })
  expect(await stealLock(second, false)).toBe(true)
  await expect(page.getByRole('alert')).toContainText('Another window has taken this project over.')
  await expect(page.locator('.status-saved')).toHaveText('Taken over, read only')
  await page.screenshot({ path: info.outputPath('taken.png') })
  await expectAccessibleInBoth(page, 'taken over')
  // No lock is in the second one's way any more: the journal, which the first has open, is.
  await card(second).click()
  await expect(second.getByRole('alert')).toContainText('The project is open in another window or program.')
  await rename(page, 'Refused')
  await expect(page.getByRole('alert')).toContainText('Another window has taken this project over.')
  await expect(page).toHaveTitle('Before – Earshot')

  await page.getByRole('button', { name: 'Go on here' }).click()
  await expect(page.locator('.status-saved')).not.toHaveText('Taken over, read only')
  await rename(page, 'Still the first')
  await expect(page).toHaveTitle('Still the first – Earshot')

  // Where somebody has it for good, the project is given free, and told to be somewhere else.
  expect(await stealLock(second, true)).toBe(true)
  await expect(page.getByRole('alert')).toContainText('Another window has taken this project over.')
  await page.getByRole('button', { name: 'Go on here' }).click()
  await expect(page.getByRole('alert')).toContainText('The project is open in another window or program.')
  await second.reload()
  await second.locator('.table').getByRole('button', { name: 'Still the first', exact: true }).click()
  await expect(second).toHaveTitle('Still the first – Earshot')
  await responses(second, 30)
})
