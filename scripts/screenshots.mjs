import { chromium } from '@playwright/test'
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { build } from './build.mjs'
import { findChromium } from './chromium.mjs'
import { ensure } from './ensure.mjs'
import { root, say } from './project.mjs'

// Makes the README's pictures from the sample project, so that they can be made again when the window changes.
const PORT = 4391
const SCREENS = ['data', 'code', 'slice', 'compare', 'drivers', 'summary']
const LOOKS = /** @type {const} */ ([
  { locale: 'en', theme: 'light', shown: ['code', 'compare', 'drivers'] },
  { locale: 'ko', theme: 'dark', shown: ['slice', 'summary'] },
])
/** Long enough for fonts, charts and previews. */
const SETTLE_MS = 1500

ensure()
build()
const server = spawn(process.execPath, ['scripts/start.mjs', '--browser', '--no-open', '--port', String(PORT)], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
})
await new Promise((resolve) => server.stdout.on('data', (text) => String(text).includes(String(PORT)) && resolve(null)))
const executablePath = findChromium()
const browser = await chromium.launch({ ...(executablePath === null ? {} : { executablePath }), args: ['--no-sandbox'] })
try {
  for (const { locale, theme, shown } of LOOKS) {
    const context = await browser.newContext({ viewport: { width: 1360, height: 850 }, deviceScaleFactor: 1.5 })
    const page = await context.newPage()
    await page.addInitScript(
      ([language, look]) => {
        localStorage.setItem('earshot.locale', language)
        localStorage.setItem('earshot.theme', look)
      },
      /** @type {const} */ ([locale, theme]),
    )
    await page.goto(`http://127.0.0.1:${PORT}/`)
    await page.getByRole('button', { name: locale === 'ko' ? /예시/ : /sample/ }).first().click()
    await page.locator('.rail-button').nth(SCREENS.length).waitFor()
    await page.waitForTimeout(SETTLE_MS)
    await page.keyboard.press('Escape')
    for (const screen of shown) {
      await page.locator('.rail-button').nth(SCREENS.indexOf(screen) + 1).click()
      await page.waitForTimeout(SETTLE_MS)
      // A verbatim with reasons, a page with a chart.
      if (screen === 'code') for (let step = 0; step < 7; step++) await page.keyboard.press('j')
      if (screen === 'summary') await page.locator('.summary-outline button').nth(1).click()
      await page.waitForTimeout(SETTLE_MS / 3)
      const name = `${screen}-${locale}-${theme}.png`
      await page.screenshot({ path: join(root, 'resources', name) })
      say(`Wrote resources/${name}`)
    }
    await context.close()
  }
} finally {
  await browser.close()
  server.kill('SIGTERM')
}
