import { defineConfig } from '@playwright/test'
import { resolve } from 'node:path'
import { findChromium } from '../../scripts/chromium.mjs'
import type { HostKind } from '../e2e/window'
import { electronPath } from '../helpers/electron-real'
import { BROWSER_ARGS } from './browser-args'

const root = resolve(import.meta.dirname, '../..')
const executablePath = findChromium()
/** Chosen once: the workers read this file as well, and must come to the same port. */
const port = (process.env['EARSHOT_E2E_PORT'] ??= String(20000 + (process.pid % 10000)))

/** What the desktop app must do as well as the browser edition does, and what only it does. */
const DESKTOP = ['**/access.spec.ts', '**/access-keys.spec.ts', '**/main-job.spec.ts', '**/password.spec.ts', '**/canaries.spec.ts', '**/erase.spec.ts', '**/policy.spec.ts', '**/saved.spec.ts', '**/desktop.spec.ts']
/** What is the same engine's work on every host, and tested on one. */
const ENGINE_ONLY = /periods and waves add up|a role changed in the plan|another encoding|a workbook is read|people of one name are told apart/
const hasElectron = electronPath() !== null
if (!hasElectron && process.env['TEST_WORKER_INDEX'] === undefined) {
  console.log('Electron’s binary is not here: the desktop app is tested on the double of Electron alone.')
}

export default defineConfig<{ host: HostKind }>({
  testDir: resolve(root, 'test/e2e'),
  testMatch: '**/*.spec.ts',
  outputDir: resolve(root, 'test/results/e2e'),
  fullyParallel: true,
  workers: 2,
  forbidOnly: true,
  timeout: 60_000,
  reporter: [['list'], ['json', { outputFile: resolve(root, 'test/results/e2e.json') }]],
  use: {
    baseURL: `http://127.0.0.1:${port}/`,
    locale: 'en-US',
    launchOptions: { ...(executablePath === null ? {} : { executablePath }), args: BROWSER_ARGS },
    // What a trace sees of every step, pictures and copies of the page, would take a quarter of the time.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false },
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'browser', testIgnore: '**/desktop.spec.ts' },
    { name: 'desktop', testMatch: DESKTOP, grepInvert: ENGINE_ONLY, use: { host: 'standin' } },
    ...(hasElectron ? [{ name: 'electron', testMatch: DESKTOP, use: { host: 'electron' } as const }] : []),
  ],
  webServer: {
    command: `"${process.execPath}" scripts/start.mjs --browser --no-open --port ${port}`,
    cwd: root,
    url: `http://127.0.0.1:${port}/`,
    reuseExistingServer: false,
    timeout: 120_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  },
})
