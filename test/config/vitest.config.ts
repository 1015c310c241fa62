import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { resolve } from 'node:path'
import { findChromium } from '../../scripts/chromium.mjs'
import { BROWSER_ARGS } from './browser-args'

const root = resolve(import.meta.dirname, '../..')
const executablePath = findChromium()

/** Folders of tests that put a double in Electron's place, or start and kill processes. */
const OWN_PROCESS = '{crash,electron}'

export default defineConfig({
  root,
  test: {
    // One fewer than the cores, the default, would leave half of a small machine idle.
    maxWorkers: 2,
    projects: [
      {
        root,
        test: {
          name: 'node',
          include: [`test/${OWN_PROCESS}/**/*.test.ts`],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        test: {
          name: 'pure',
          include: ['test/**/*.test.ts'],
          exclude: ['test/**/*.browser.test.ts', 'test/bench/**', `test/${OWN_PROCESS}/**`],
          // Nothing here puts other modules in the place of some, and a process for every file would double the time.
          isolate: false,
          unstubGlobals: true,
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
      {
        root,
        // Named, so that nothing is discovered halfway and the page reloaded under a test.
        optimizeDeps: {
          include: [
            '@stdlib/stats-base-dists-normal-cdf',
            '@stdlib/stats-base-dists-normal-quantile',
            'fflate',
            'hyparquet-writer/src/index.js',
            'intl-messageformat',
            'papaparse',
            'pdfkit',
            'sql.js',
            'write-excel-file/universal',
          ],
        },
        test: {
          name: 'browser',
          include: ['test/**/*.browser.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { ...(executablePath === null ? {} : { executablePath }), args: BROWSER_ARGS },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})
