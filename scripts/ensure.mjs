import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readOrNull, root, say, withLock } from './project.mjs'

const NEEDED = { major: 20, minor: 19 }
const STAMP = join(root, 'node_modules', '.earshot-stamp')

/** Installs the packages of package-lock.json unless exactly these are there. Needs nothing installed itself. */
export function ensure() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major < NEEDED.major || (major === NEEDED.major && minor < NEEDED.minor)) {
    say(`Earshot needs Node ${NEEDED.major}.${NEEDED.minor} or newer; this is ${process.versions.node} (https://nodejs.org).`)
    process.exit(1)
  }
  const lock = readOrNull(join(root, 'package-lock.json')) ?? ''
  const stamp = createHash('sha256')
    .update([lock, process.platform, process.arch, major].join('\n'))
    .digest('hex')
  if (readOrNull(STAMP) === stamp) return
  withLock('install', () => {
    if (readOrNull(STAMP) === stamp) return
    if (!alreadyInstalled(lock)) install()
    writeFileSync(STAMP, stamp)
  })
}

/**
 * Whether somebody ran npm here already: npm's own record of node_modules has every package this lock asks for.
 * @param {string} lock
 */
function alreadyInstalled(lock) {
  if (readOrNull(STAMP) !== null) return false
  const record = readOrNull(join(root, 'node_modules', '.package-lock.json'))
  if (record === null) return false
  const have = JSON.parse(record).packages
  return Object.entries(JSON.parse(lock).packages).every(
    ([path, wanted]) => path === '' || (wanted.optional && !have[path]) || have[path]?.version === wanted.version,
  )
}

function install() {
  say('Installing packages (npm ci), about half a minute …')
  const started = Date.now()
  const npm = process.env['npm_execpath']
  const args = ['ci', '--include=dev', '--no-fund', '--no-audit', '--loglevel=error']
  // npm's words go to standard error as well: a command's standard output stays its own.
  const run = npm
    ? spawnSync(process.execPath, [npm, ...args], { cwd: root, stdio: ['ignore', 2, 2] })
    : spawnSync('npm', args, { cwd: root, stdio: ['ignore', 2, 2], shell: process.platform === 'win32' })
  if (run.status !== 0) {
    say('npm ci failed, so Earshot cannot start. Its message above says why; the package registry must be reachable.')
    process.exit(1)
  }
  say(`Packages installed in ${Math.round((Date.now() - started) / 1000)} s.`)
}
