import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { resolve } from 'node:path'
import packages from './package.json' with { type: 'json' }

const here = import.meta.dirname

export default defineConfig({
  main: {
    resolve: {
      alias: [
        // The module edition names a variable `require`, as the shims do that are put before it.
        { find: /^fflate$/, replacement: resolve(here, 'node_modules/fflate/lib/node.cjs') },
        // The edition of the browser, so that command line and window write the same bytes.
        { find: /^pdfkit$/, replacement: resolve(here, 'node_modules/pdfkit/js/pdfkit.browser.mjs') },
      ],
    },
    build: {
      outDir: 'out/main',
      // A command is done sooner when its packages come in one piece. sql.js looks for its other file beside itself.
      externalizeDeps: { exclude: Object.keys(packages.dependencies).filter((name) => name !== 'sql.js') },
      rolldownOptions: {
        // The app, the command line and the browser edition's server: one build, sharing what they share.
        input: {
          main: resolve(here, 'electron/main.ts'),
          cli: resolve(here, 'electron/cli.ts'),
          serve: resolve(here, 'electron/serve.ts'),
        },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: resolve(here, 'electron/preload/preload.ts') },
        // A sandboxed preload cannot be an ES module.
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: 'renderer',
    base: './',
    plugins: [react()],
    resolve: {
      // fflate's asynchronous functions start blob: workers, which the content security policy forbids: a workbook
      // would hang without an error. The engine is a worker already, so the synchronous ones cost nothing.
      alias: [{ find: /^fflate$/, replacement: resolve(here, 'renderer/engine/fflate-sync.ts') }],
    },
    worker: { format: 'es' },
    build: {
      outDir: 'out/renderer',
      target: 'chrome130',
      minify: true,
      // Inlined assets would be data: addresses, which fetch and workers may not load under the policy.
      assetsInlineLimit: 0,
      rolldownOptions: { input: resolve(here, 'renderer/index.html') },
    },
  },
})
