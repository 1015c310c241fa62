import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from './build.mjs'
import { ensure } from './ensure.mjs'
import { out, say } from './project.mjs'

ensure()
try {
  build({ silent: true })
} catch (error) {
  say(`error build: ${error instanceof Error ? error.message : String(error)}`)
  process.exit(1)
}
// npm runs scripts in the project's folder; the paths on the command line are relative to where the user stands.
if (process.env['npm_lifecycle_event'] === 'earshot' && process.env['INIT_CWD']) process.chdir(process.env['INIT_CWD'])
await import(pathToFileURL(join(out, 'main', 'cli.js')).href)
