import { chromium } from '@playwright/test'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from '../../scripts/chromium.mjs'
import { root } from '../../scripts/project.mjs'

const PORT = 4390

/**
 * Imports the file at `path` in the built browser edition and watches the window's thread meanwhile.
 * @param {string} path
 * @returns {Promise<readonly (readonly [name: string, value: string])[]>}
 */
export async function measureWindow(path) {
  const server = spawn(process.execPath, ['scripts/start.mjs', '--browser', '--no-open', '--port', String(PORT)], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const profile = mkdtempSync(join(tmpdir(), 'earshot-window-'))
  try {
    await new Promise((resolve) => server.stdout.on('data', (text) => String(text).includes(String(PORT)) && resolve(null)))
    const executablePath = findChromium()
    const browser = await chromium.launchPersistentContext(profile, {
      ...(executablePath === null ? {} : { executablePath }),
      args: ['--no-sandbox'],
    })
    const page = await browser.newPage()
    await page.addInitScript(() => {
      const tasks = /** @type {number[]} */ ([])
      Reflect.set(globalThis, 'longTasks', tasks)
      new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' })
    })
    await page.goto(`http://127.0.0.1:${PORT}/`)
    const chooser = page.waitForEvent('filechooser')
    await page.locator('main .button-primary').click()
    // Opening the window itself is not the import.
    await page.evaluate(() => void (Reflect.get(globalThis, 'longTasks').length = 0))
    const start = Date.now()
    await (await chooser).setFiles(path)
    const importButton = page.locator('.plan-actions .button-primary')
    await importButton.waitFor({ timeout: 120_000 })
    const planned = Date.now()
    await importButton.click()
    await page.locator('.headline-score').waitFor({ timeout: 180_000 })
    const sliced = Date.now()
    await page.locator('.progress').waitFor({ state: 'detached', timeout: 300_000 })
    const stored = Date.now()
    const tasks = /** @type {number[]} */ (await page.evaluate(() => Reflect.get(globalThis, 'longTasks')))
    await browser.close()
    return [
      ['file to plan', `${planned - start} ms`],
      ['import to first slice on screen', `${sliced - planned} ms`],
      ['import stored and saved', `${stored - planned} ms`],
      ['longest task on the window thread', `${Math.round(Math.max(0, ...tasks))} ms (at most 100)`],
    ]
  } finally {
    server.kill('SIGTERM')
    rmSync(profile, { recursive: true, force: true })
  }
}
