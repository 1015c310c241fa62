import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

const here = import.meta.dirname
const root = resolve(here, '../../..')

/** Builds the double into `folder` and gives what `node --import` takes to put it in Electron's place. */
export async function buildDouble(folder: string): Promise<string> {
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    build: {
      outDir: folder,
      target: 'node20',
      minify: false,
      ssr: true,
      rolldownOptions: {
        input: Object.fromEntries(['register', 'hooks', 'double'].map((name) => [name, join(here, `${name}.ts`)])),
        output: { entryFileNames: '[name].mjs', format: 'es' },
      },
    },
  })
  return pathToFileURL(join(folder, 'register.mjs')).href
}
