import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { readOrNull, root, say, withLock } from './project.mjs'

const NEEDED = { major: 20, minor: 19 }

/**
 * Installs the packages of `folder`'s package-lock.json unless exactly these are there. Needs nothing installed itself.
 * @param {string} folder
 */
export function ensure(folder = root) {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < NEEDED.major || (major === NEEDED.major && minor < NEEDED.minor)) {
    say(`Earshot needs Node ${NEEDED.major}.${NEEDED.minor} or newer; this is ${process.versions.node} (https://nodejs.org).`)
    process.exit(1)
  }
  const lock = readOrNull(join(folder, 'package-lock.json')) ?? ''
  const stampFile = join(folder, 'node_modules', '.earshot-stamp')
  const stamp = createHash('sha256')
    .update([lock, process.platform, process.arch, major].join('\n'))
    .digest('hex')
  if (readOrNull(stampFile) === stamp) return
  withLock('install', () => {
    if (readOrNull(stampFile) === stamp) return
    if (!alreadyInstalled(folder, lock)) install(folder)
    // Scripts begin with `exec`, so that a signal to npm reaches them; Windows' shell does not know the word.
    if (process.platform === 'win32') writeFileSync(join(folder, 'node_modules', '.bin', 'exec.cmd'), '@%*\r\n')
    writeFileSync(stampFile, stamp)
  })
}

/**
 * Whether somebody ran npm here already: npm's own record of node_modules has every package this lock asks for.
 * @param {string} folder
 * @param {string} lock
 */
function alreadyInstalled(folder, lock) {
  if (readOrNull(join(folder, 'node_modules', '.earshot-stamp')) !== null) return false
  const record = readOrNull(join(folder, 'node_modules', '.package-lock.json'))
  if (record === null) return false
  const have = JSON.parse(record).packages
  return Object.entries(JSON.parse(lock).packages).every(
    ([path, wanted]) => path === '' || (wanted.optional && !have[path]) || have[path]?.version === wanted.version,
  )
}

/** @param {string} folder */
function install(folder) {
  say('Installing packages (npm ci), about half a minute …')
  const started = Date.now()
  const npm = process.env['npm_execpath']
  const args = ['ci', '--include=dev', '--no-fund', '--no-audit', '--loglevel=error']
  // npm's words go to standard error as well: a command's standard output stays its own.
  const run = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: folder, stdio: ['ignore', 2, 2] })
    : spawnSync('npm', args, { cwd: folder, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  if (run.status !== 0) {
    say('npm ci failed, so Earshot cannot start. Its message above says why; the package registry must be reachable.')
    process.exit(1)
  }
  say(`Packages installed in ${Math.round((Date.now() - started) / 1000)} s.`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) ensure()
