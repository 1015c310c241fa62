import { spawnSync } from 'node:child_process'
import { existsSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readOrNull, root, say } from './project.mjs'

const HOME = join(root, 'node_modules', 'electron')
const GAVE_UP = join(root, 'node_modules', '.earshot-electron-timeout')
const FETCH_SECONDS = 90
const RETRY_AFTER_MS = 24 * 3600_000

/** The path of Electron's binary, fetched in a bounded time when it is missing; null when it cannot be had. */
export function electronBinary() {
  const present = installed()
  if (present) return present
  // A download that ran out of time is tried again the next day, so that it does not hold up every start.
  const gaveUp = statSync(GAVE_UP, { throwIfNoEntry: false })
  if (gaveUp && Date.now() - gaveUp.mtimeMs < RETRY_AFTER_MS) {
    say('Electron is not here; fetching it took too long last time and is tried again in a day.')
    return null
  }
  say(`Fetching Electron (once, about 110 MB, at most ${FETCH_SECONDS} s) …`)
  const fetched = spawnSync(process.execPath, [join(HOME, 'install.js')], {
    cwd: root,
    stdio: 'ignore',
    timeout: FETCH_SECONDS * 1000,
    killSignal: 'SIGKILL',
  })
  if (fetched.signal !== null) writeFileSync(GAVE_UP, '')
  const binary = installed()
  if (!binary) say(fetched.signal ? 'Electron could not be fetched in time.' : 'Electron could not be fetched.')
  return binary
}

function installed() {
  const name = readOrNull(join(HOME, 'path.txt'))
  if (!name) return null
  const path = join(process.env['ELECTRON_OVERRIDE_DIST_PATH'] ?? join(HOME, 'dist'), name)
  return existsSync(path) ? path : null
}
