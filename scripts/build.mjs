import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensure } from './ensure.mjs'
import { out, readOrNull, root, say, withLock } from './project.mjs'

const SOURCES = ['electron', 'renderer', 'shared', 'resources', 'electron.vite.config.ts', 'package-lock.json']
const PRODUCTS = ['main/main.js', 'main/cli.js', 'main/serve.js', 'preload/preload.cjs', 'renderer/index.html']
const STAMP = join(out, '.build-stamp')

/**
 * Builds `out/` when a source is newer than it. Throws with the builder's output when that fails.
 * @param {{ silent?: boolean }} [options]
 */
export function build({ silent = false } = {}) {
  if (isFresh()) return
  withLock('build', () => {
    if (isFresh()) return
    const started = Date.now()
    if (!silent) say('Building …')
    // Taken before: a source that changes during the build leaves it stale.
    const stamp = fingerprint()
    rmSync(STAMP, { force: true })
    const run = spawnSync(process.execPath, [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build'], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' },
    })
    if (run.status !== 0) throw new Error(`the build failed\n${run.stdout}${run.stderr}`)
    writeFileSync(STAMP, stamp)
    if (!silent) say(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s.`)
  })
}

const isFresh = () =>
  readOrNull(STAMP) === fingerprint() && PRODUCTS.every((product) => existsSync(join(out, product)))

function fingerprint() {
  const hash = createHash('sha256')
  for (const source of SOURCES) addTo(hash, join(root, source))
  return hash.digest('hex')
}

/**
 * @param {import('node:crypto').Hash} hash
 * @param {string} path
 */
function addTo(hash, path) {
  const stat = statSync(path, { throwIfNoEntry: false })
  if (!stat) return
  if (!stat.isDirectory()) hash.update(`${path}\n${stat.size}\n${stat.mtimeMs}\n`)
  else for (const name of readdirSync(path).sort()) addTo(hash, join(path, name))
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  ensure()
  try {
    build()
  } catch (error) {
    say(String(error instanceof Error ? error.message : error))
    process.exitCode = 1
  }
}
