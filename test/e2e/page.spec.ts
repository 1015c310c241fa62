import { expect, test } from '@playwright/test'

test('the page runs under its own policy and asks nobody else', async ({ page, baseURL }) => {
  const problems: string[] = []
  const strangers: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') problems.push(message.text())
  })
  page.on('pageerror', (error) => problems.push(error.message))
  page.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(String(baseURL)) && !/^(blob|data):/.test(url)) strangers.push(url)
  })
  await page.goto('/')
  await expect(page.locator('#root > *').first()).toBeVisible()
  await page.waitForLoadState('networkidle')
  expect(problems).toEqual([])
  expect(strangers).toEqual([])
})

test('the page is isolated', async ({ page }) => {
  await page.goto('/')
  expect(await page.evaluate(() => ({ isolated: crossOriginIsolated, secure: isSecureContext }))).toEqual({
    isolated: true,
    secure: true,
  })
})

test('text cannot become markup or code', async ({ page }) => {
  await page.goto('/')
  await expect(page.locator('#root > *').first()).toBeVisible()
  const refused = await page.evaluate(() => {
    const attempts: readonly (() => unknown)[] = [
      () => document.body.insertAdjacentHTML('beforeend', '<img src="x" onerror="alert(1)">'),
      () => Object.assign(document.body, { innerHTML: '<b>x</b>' }),
      () => Object.assign(document.createElement('script'), { text: 'alert(1)' }),
      () => new Worker('https://evil.example/worker.js'),
    ]
    return attempts.map((attempt) => {
      try {
        attempt()
        return 'allowed'
      } catch (error) {
        return error instanceof Error ? error.name : 'thrown'
      }
    })
  })
  expect(refused).toEqual(['TypeError', 'TypeError', 'TypeError', 'TypeError'])
})
