import { chromium } from '@playwright/test'
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { build } from './build.mjs'
import { findChromium } from './chromium.mjs'
import { ensure } from './ensure.mjs'
import { root, say } from './project.mjs'

// Makes the README's picture from a made-up survey, so that it can be made again when the window changes.
const PORT = 4391
const INDUSTRIES = ['Finance', 'Travel', 'Retail', 'Public sector', 'Energy', 'Education', 'Logistics']

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
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 2 })
  await page.addInitScript(() => {
    localStorage.setItem('earshot.locale', 'en')
    localStorage.setItem('earshot.theme', 'light')
  })
  await page.goto(`http://127.0.0.1:${PORT}/`)
  const chooser = page.waitForEvent('filechooser')
  await page.locator('main .button-primary').click()
  await (await chooser).setFiles({ name: 'Acme 2026.csv', mimeType: 'text/csv', buffer: Buffer.from(survey()) })
  await page.locator('.plan-actions .button-primary').click()
  await page.locator('.interval-row').first().waitFor()
  await page.locator('.notices button, .notice button').first().click()
  await page.mouse.move(10, 790)
  await page.waitForTimeout(500)
  const path = join(root, 'resources', 'slice.png')
  await page.screenshot({ path })
  say(existsSync(path) ? `Wrote ${path}` : 'No picture was written')
} finally {
  await browser.close()
  server.kill('SIGTERM')
}

/** Seeded answers: every industry scores a little differently, one of them is small. */
function survey() {
  let state = 7
  const random = () => (state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0) / 2 ** 32
  const lines = ['Submitted,How likely are you to recommend Acme?,Why?,Industry,Plan']
  for (let row = 0; row < 2400; row++) {
    const at = row % 120 === 0 ? INDUSTRIES.length - 1 : Math.floor(random() * (INDUSTRIES.length - 1))
    const lean = 0.62 - at * 0.06
    const score = random() < lean ? 9 + Math.round(random()) : random() < 0.55 ? 7 + Math.round(random()) : Math.floor(random() * 7)
    const month = 1 + Math.floor(random() * 9)
    lines.push(`2026-0${month}-${10 + Math.floor(random() * 18)},${score},,${INDUSTRIES[at]},${random() < 0.5 ? 'Team' : 'Business'}`)
  }
  return `${lines.join('\n')}\n`
}
