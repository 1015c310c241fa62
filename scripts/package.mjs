import { join } from 'node:path'
import { build } from './build.mjs'
import { ensure } from './ensure.mjs'
import { stage } from './package/stage.mjs'
import { out, root, say } from './project.mjs'

const USAGE = `npm run package               installers for this system
npm run package -- --dir      the app in a folder, not packed any further
npm run package -- --check    packs around a stand-in for Electron, and lists what is in it`

/** @type {ReadonlyMap<string, 'installers' | 'folder' | 'check'>} */
const MODES = new Map([
  ['', 'installers'],
  ['--dir', 'folder'],
  ['--check', 'check'],
])

const [wish = '', ...others] = process.argv.slice(2)
const mode = MODES.get(wish)
if (mode === undefined || others.length > 0) {
  say(USAGE)
  process.exit(2)
}
const staged = join(out, 'package/app')
ensure()
build()
stage(staged)
ensure(join(root, 'scripts/package'))
/** Its packages were not here before. */
const PACK = './package/pack.mjs'
const { pack } = await import(PACK)
await pack(mode, staged, join(out, 'package/dist'))
