import { inBuiltWindow } from './built-window.mjs'
import { installClock } from './in-page-clock.mjs'
import { CARD, choose, closeProject, timed } from './window-speed.mjs'

/** @typedef {import('@playwright/test').Page} Page */

const SCORE = '.headline-score'

/**
 * @param {Page} page
 * @param {string} address
 * @param {string} kept A project file.
 */
async function openFile(page, address, kept) {
  await page.addInitScript(installClock, CARD)
  await page.goto(address)
  await choose(page, 'main .button-primary', kept)
  await page.locator(SCORE).waitFor({ timeout: 120_000 })
}

/**
 * How long it takes until a project is on screen whose page was killed: the journal `KEPT.journal` is put where the browser edition
 * keeps that of the project file `kept`.
 * @param {string} kept
 * @returns {Promise<number>} Milliseconds from the click to the figures.
 */
export const measureReopening = (kept) =>
  inBuiltWindow(async (page, address) => {
    await openFile(page, address, kept)
    await closeProject(page)
    await page.goto(`${address}no-such-page`)
    await page.route('**/journal-of-bench', (route) => route.fulfill({ path: `${kept}.journal` }))
    await page.evaluate(async () => {
      const projects = await (await navigator.storage.getDirectory()).getDirectoryHandle('projects')
      for await (const folder of projects.values()) {
        if (!(folder instanceof FileSystemDirectoryHandle)) continue
        const writable = await (await folder.getFileHandle('journal', { create: true })).createWritable()
        await writable.write(await (await fetch('journal-of-bench')).arrayBuffer())
        await writable.close()
      }
    })
    await page.goto(address)
    const { figures } = await timed(page, { figures: SCORE }, () => page.locator(CARD).click())
    const said = await page.locator('.passing-notice').textContent()
    if (!said?.includes('50,000')) throw new Error(`The window says ${said}`)
    return figures
  })

/**
 * What a save of the project file `kept` takes in the browser, and how long the window's longest frame is meanwhile.
 * @param {string} kept
 * @returns {Promise<{ readonly saved: number, readonly frame: number }>} Milliseconds.
 */
export const measureSaving = (kept) =>
  inBuiltWindow(async (page, address) => {
    await page.addInitScript(() => {
      globalThis.Worker = class extends Worker {
        /** @param {ConstructorParameters<typeof Worker>} how */
        constructor(...how) {
          super(...how)
          Reflect.set(globalThis, 'benchWorker', this)
        }
      }
    })
    await openFile(page, address, kept)
    return page.evaluate(async () => {
      /** @type {Worker} */
      const worker = Reflect.get(globalThis, 'benchWorker')
      /**
       * @param {number} id One that the window does not use.
       * @param {string} method
       * @param {unknown} input
       * @returns {Promise<number>}
       */
      const asked = (id, method, input) =>
        new Promise((resolve, reject) => {
          const start = performance.now()
          worker.addEventListener('message', ({ data }) => {
            if (data.id !== id || data.kind === 'progress') return
            if (data.result?.ok) resolve(performance.now() - start)
            else reject(new Error(`${method}: ${JSON.stringify(data)}`))
          })
          worker.postMessage({ kind: 'request', id, method, input })
        })
      await asked(900_001, 'renameProject', { name: 'Edited' })
      const stop = Reflect.get(globalThis, 'clock').watchFrames()
      const saved = await asked(900_002, 'saveProject', null)
      return { saved, frame: Math.max(.../** @type {number[]} */ (stop().frames)) }
    })
  })
