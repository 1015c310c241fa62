import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { homedir } from 'node:os'
import { delimiter, join } from 'node:path'
import { root, say } from './project.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'microsoft-edge']

/**
 * The path of a Chromium on this computer, or null.
 * @returns {string | null}
 */
export function findChromium() {
  for (const places of [named, onPath, usualPlaces, playwrights]) {
    const found = places().find((path) => existsSync(path))
    if (found) return found
  }
  return null
}

/** The path of a Chromium, installed when there is none: Debian's package as root, else Playwright's own. */
export function ensureChromium() {
  const found = findChromium()
  if (found) return found
  if (process.platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    say('Installing Chromium (apt-get install chromium) …')
    const apt = ['-o', 'DPkg::Lock::Timeout=120', '-q']
    run('apt-get', [...apt, 'update'])
    run('apt-get', [...apt, 'install', '-y', '--no-install-recommends', 'chromium'])
  }
  if (!findChromium()) {
    say('Installing Chromium (playwright install chromium) …')
    run(process.execPath, [join(root, 'node_modules', 'playwright', 'cli.js'), 'install', 'chromium'])
  }
  return findChromium()
}

/**
 * @param {string} command
 * @param {readonly string[]} args
 */
function run(command, args) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  spawnSync(command, args, { cwd: root, stdio: ['ignore', 2, 2], env })
}

const named = () => [process.env['CHROMIUM'], process.env['CHROME_PATH']].filter((path) => path !== undefined)

function onPath() {
  const folders = (process.env['PATH'] ?? '').split(delimiter).filter(Boolean)
  const names = process.platform === 'win32' ? ['chrome.exe', 'msedge.exe'] : NAMES
  return names.flatMap((name) => folders.map((folder) => join(folder, name)))
}

function usualPlaces() {
  if (process.platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].flatMap((name) =>
      ['/', homedir()].map((base) => join(base, 'Applications', `${name}.app`, 'Contents', 'MacOS', name)),
    )
  }
  if (process.platform !== 'win32') return []
  const bases = ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].map((name) => process.env[name])
  return bases
    .filter((base) => base !== undefined)
    .flatMap((base) => [
      join(base, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      join(base, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ])
}

/** Playwright's own, where it would be had it been fetched. Asked last: loading Playwright takes a moment. */
function playwrights() {
  return [createRequire(import.meta.url)('playwright-core').chromium.executablePath()]
}
