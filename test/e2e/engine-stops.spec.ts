import { expect, type Page } from '@playwright/test'
import { chooseFile, csvOf, expectAccessibleInBoth, expectFits, importButton, LOCALES, openWindow, test } from './window'

const WORDS = {
  en: { silent: 'Earshot has not answered for a minute.', stop: 'Stop and open again', memory: 'There was not enough memory for this.', again: 'Load again', broken: 'Something in Earshot stopped working.' },
  ko: { silent: 'Earshot이 1분 동안 응답하지 않았습니다.', stop: '멈추고 다시 열기', memory: '메모리가 부족해서 끝내지 못했습니다.', again: '다시 불러오기', broken: 'Earshot에 문제가 생겨 멈췄습니다.' },
} as const

/** The engine's worker, the same file in both editions, with `before` in front of it: only the browser edition's can be changed on its way, in all windows that open from now on. */
async function withBefore(page: Page, before: string): Promise<void> {
  await page.route('**/worker-*.js', async (route) => {
    const response = await route.fetch()
    await route.fulfill({ response, body: `${before};${await response.text()}` })
  })
}

/** When the project is renamed to a name with "late" in it, `what` happens first. */
const whenRenamed = (what: string): string =>
  `self.addEventListener('message', (event) => { const { method, input } = event.data; if (method === 'renameProject' && input.name.includes('late')) { ${what} } })`

/** Opens the window with a project of that name, and 30 responses in it. */
async function openKept(page: Page, locale: 'en' | 'ko'): Promise<void> {
  await openWindow(page, locale)
  await chooseFile(page, csvOf(30))
  await importButton(page).click()
  await expect(page.locator('.interval-row').first()).toBeVisible()
  await rename(page, 'Kept')
  await expect(page).toHaveTitle('Kept – Earshot')
}

/** Presses what begins anew, and finds the project as it was kept. */
async function beginAnew(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click()
  await expect(page).toHaveTitle('Kept – Earshot', { timeout: 30_000 })
  await expect(page.locator('.status-line')).toContainText('30')
  await expect(page.getByRole('alert')).toHaveCount(0)
}

async function rename(page: Page, name: string): Promise<void> {
  await page.locator('.rename-button').first().click()
  await page.locator('.rename-input').fill(name)
  await page.keyboard.press('Enter')
}

for (const locale of LOCALES) {
  test(`an engine that is silent for a minute can be stopped, and the project opens again: ${locale}`, async ({ page }, info) => {
    const words = WORDS[locale]
    await page.clock.install()
    await withBefore(page, whenRenamed('event.stopImmediatePropagation(); for (;;);'))
    await openKept(page, locale)
    await rename(page, 'too late')
    await page.clock.runFor(50_000)
    await expect(page.getByRole('alert')).toHaveCount(0)
    await page.clock.runFor(30_000)
    await expect(page.getByRole('alert')).toContainText(words.silent)
    await page.screenshot({ path: info.outputPath(`silent-${locale}.png`) })
    await expectFits(page)
    await beginAnew(page, words.stop)
  })

  test(`an engine without memory says so, and the project opens again with what was kept: ${locale}`, async ({ page }, info) => {
    const words = WORDS[locale]
    await withBefore(page, whenRenamed(`crypto.subtle.digest = () => { throw new RangeError('Array buffer allocation failed') }`))
    await openKept(page, locale)
    await rename(page, 'too late')
    await expect(page.getByRole('alert')).toContainText(words.memory)
    await page.screenshot({ path: info.outputPath(`memory-${locale}.png`) })
    await expectAccessibleInBoth(page, 'no memory')
    await expectFits(page)
    await beginAnew(page, words.again)
  })

  test(`an engine that crashed is said to have stopped at once, and the project opens again: ${locale}`, async ({ page }) => {
    await withBefore(page, whenRenamed(`event.stopImmediatePropagation(); setTimeout(() => { throw new Error('crashed') })`))
    await openKept(page, locale)
    await rename(page, 'too late')
    await expect(page.getByRole('alert')).toContainText(WORDS[locale].broken)
    await beginAnew(page, WORDS[locale].again)
  })
}

test('an engine that was long at something is not said to be silent any more when it answers', async ({ page }) => {
  await page.clock.install()
  await withBefore(page, whenRenamed('for (const end = Date.now() + 4000; Date.now() < end;);'))
  await openKept(page, 'en')
  await rename(page, 'Kept, if late')
  await page.clock.runFor(80_000)
  await expect(page.getByRole('alert')).toContainText(WORDS.en.silent)
  await expect(page).toHaveTitle('Kept, if late – Earshot', { timeout: 30_000 })
  await expect(page.getByRole('alert')).toHaveCount(0)
})
