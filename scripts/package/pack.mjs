import { listPackage } from '@electron/asar'
import { build, Platform } from 'electron-builder'
import { chmodSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { packaging } from './config.mjs'

const MB = 1 << 20

/**
 * Packs the staged app with electron-builder. `check` needs no Electron: it packs around an empty program, for which no
 * fuses can be set, and fails unless what it has packed is just what was staged.
 * @param {'installers' | 'folder' | 'check'} mode
 * @param {string} staged
 * @param {string} output
 */
export async function pack(mode, staged, output) {
  rmSync(output, { recursive: true, force: true })
  const config = packaging(staged, output)
  if (mode !== 'check') {
    await build({ projectDir: staged, config, publish: 'never', ...(mode === 'folder' ? { dir: true } : {}) })
    return
  }
  const { electronFuses: _fuses, ...plain } = config
  await build({
    projectDir: staged,
    config: { ...plain, electronDist: standIn(join(output, 'stand-in')) },
    publish: 'never',
    targets: Platform.LINUX.createTarget('dir'),
  })
  const archive = join(output, 'linux-unpacked/resources/app.asar')
  const packed = listPackage(archive, { isPack: false }).map((path) => path.replaceAll('\\', '/').slice(1)).toSorted()
  const wanted = readdirSync(staged, { recursive: true }).map((path) => String(path).replaceAll('\\', '/')).toSorted()
  const files = packed.filter((path) => statSync(join(staged, path), { throwIfNoEntry: false })?.isFile() ?? true)
  for (const path of files) console.log(`${String(statSync(join(staged, path), { throwIfNoEntry: false })?.size ?? '?').padStart(9)}  ${path}`)
  console.log(`${files.length} files, ${(statSync(archive).size / MB).toFixed(1)} MB`)
  if (packed.join('\n') !== wanted.join('\n')) throw new Error('What is packed is not what was staged.')
}

/**
 * A folder that electron-builder takes for an unpacked Electron.
 * @param {string} folder
 */
function standIn(folder) {
  mkdirSync(join(folder, 'resources'), { recursive: true })
  mkdirSync(join(folder, 'locales'))
  const names = ['electron', 'chrome-sandbox', 'LICENSE', 'LICENSES.chromium.html', 'locales/en-US.pak', 'locales/ko.pak']
  for (const name of names) writeFileSync(join(folder, name), '')
  chmodSync(join(folder, 'electron'), 0o755)
  return folder
}
