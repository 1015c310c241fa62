import { inBuiltWindow } from './built-window.mjs'

/**
 * Imports the file at `path` in the built browser edition and watches the window's thread meanwhile.
 * @param {string} path
 * @returns {Promise<readonly (readonly [name: string, value: string])[]>}
 */
export const measureWindow = (path) =>
  inBuiltWindow(async (page, address) => {
    await page.addInitScript(() => {
      const tasks = /** @type {number[]} */ ([])
      Reflect.set(globalThis, 'longTasks', tasks)
      new PerformanceObserver((list) => tasks.push(...list.getEntries().map(({ duration }) => duration))).observe({ type: 'longtask' })
    })
    await page.goto(address)
    const chooser = page.waitForEvent('filechooser')
    await page.locator('main .button-primary').click()
    // Opening the window itself is not the import.
    await page.evaluate(() => void (Reflect.get(globalThis, 'longTasks').length = 0))
    const start = Date.now()
    await (await chooser).setFiles(path)
    await page.locator('.plan-view .preview-cell').first().waitFor({ timeout: 120_000 })
    const glimpsed = Date.now()
    const importButton = page.locator('.plan-actions .button-primary')
    await importButton.waitFor({ timeout: 120_000 })
    const planned = Date.now()
    await importButton.click()
    await page.locator('.headline-score').waitFor({ timeout: 180_000 })
    const sliced = Date.now()
    await page.locator('.progress').waitFor({ state: 'detached', timeout: 300_000 })
    const stored = Date.now()
    const tasks = /** @type {number[]} */ (await page.evaluate(() => Reflect.get(globalThis, 'longTasks')))
    return [
      ['file to its first rows', `${glimpsed - start} ms (at most 1000)`],
      ['file to plan', `${planned - start} ms`],
      ['import to first slice on screen', `${sliced - planned} ms`],
      ['import stored and saved', `${stored - planned} ms`],
      ['longest task on the window thread', `${Math.round(Math.max(0, ...tasks))} ms (at most 100)`],
    ]
  })
