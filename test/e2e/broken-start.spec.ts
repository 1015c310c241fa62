import { expect, test } from '@playwright/test'
import { csvOf, importButton, chooseFile, openWindow, headline } from './window'

for (const [what, answer] of [
  ['is not there', { status: 404, body: 'Not found' }],
  ['is cut short', { status: 200, contentType: 'application/wasm', body: Buffer.from([0, 0x61, 0x73, 0x6d, 1, 0, 0]) }],
  ['is something else', { status: 200, contentType: 'text/html', body: '<!doctype html>' }],
] as const) {
  test(`a window whose engine ${what} says so, and works when it is loaded again`, async ({ page }) => {
    await page.route('**/*.wasm', (route) => route.fulfill(answer))
    await page.goto('/')
    await expect(page.getByRole('alert')).toBeVisible({ timeout: 30_000 })
    await page.unroute('**/*.wasm')
    await page.reload()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('alert')).toHaveCount(0)
  })
}

test('a project is there when the page is left and come back to', async ({ page }) => {
  await openWindow(page)
  await chooseFile(page, csvOf(30))
  await importButton(page).click()
  await expect(headline(page)).toBeVisible()
  await page.goto('about:blank')
  await page.goBack()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  if (!(await headline(page).isVisible())) await page.locator('main table tbody tr').first().getByRole('button').first().click()
  await expect(headline(page)).toBeVisible()
  await expect(page.getByRole('alert')).toHaveCount(0)
})
