import { chromium } from '@playwright/test'
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findChromium } from '../../scripts/chromium.mjs'
import { root } from '../../scripts/project.mjs'

/**
 * Lets `work` use the built browser edition, in a browser of its own that has never seen Earshot before.
 * @template T
 * @param {(page: import('@playwright/test').Page, address: string) => Promise<T>} work
 */
export async function inBuiltWindow(work) {
  const server = spawn(process.execPath, ['scripts/start.mjs', '--browser', '--no-open', '--port', '0'], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  const profile = mkdtempSync(join(tmpdir(), 'earshot-window-'))
  try {
    const address = await new Promise((resolve, reject) => {
      server.stdout.on('data', (text) => {
        const [found] = /http:\S+/.exec(String(text)) ?? []
        if (found) resolve(found)
      })
      server.once('exit', () => reject(new Error('The window was not served')))
    })
    const executablePath = findChromium()
    const browser = await chromium.launchPersistentContext(profile, {
      ...(executablePath === null ? {} : { executablePath }),
      args: ['--no-sandbox'],
      viewport: { width: 1440, height: 900 },
    })
    try {
      return await work(await browser.newPage(), address)
    } finally {
      await browser.close()
    }
  } finally {
    server.kill('SIGTERM')
    rmSync(profile, { recursive: true, force: true })
  }
}
