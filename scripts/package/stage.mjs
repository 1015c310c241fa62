import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { out, root } from '../project.mjs'
import { thirdPartyNotices } from './notices.mjs'
import { billOfMaterials } from './sbom.mjs'

const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*["'](\.{1,2}\/[^"']+)["']/g

/**
 * Puts what is shipped, and nothing else, into `folder`: the shell with what it imports, the preload and the window. The
 * command line and the browser edition's server are built beside them and stay out. Needs a build.
 * @param {string} folder
 */
export function stage(folder) {
  rmSync(folder, { recursive: true, force: true })
  for (const file of importedFrom('main/main.js')) copy(file, folder)
  copy('preload/preload.cjs', folder)
  copy('renderer', folder)
  const { name, productName, version, description, license, author, main } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const shipped = { name, productName, version, description, license, author, type: 'module', main }
  writeFileSync(join(folder, 'package.json'), `${JSON.stringify(shipped, null, 2)}\n`)
  cpSync(join(root, 'LICENSE'), join(folder, 'LICENSE.txt'))
  writeFileSync(join(folder, 'NOTICES.txt'), thirdPartyNotices())
  writeFileSync(join(folder, 'sbom.json'), billOfMaterials())
}

/** @param {string} part @param {string} folder */
function copy(part, folder) {
  const to = join(folder, 'out', part)
  mkdirSync(dirname(to), { recursive: true })
  cpSync(join(out, part), to, { recursive: true })
}

/**
 * A built file and all that it imports, one through another, as paths within the build.
 * @param {string} first
 */
function importedFrom(first) {
  const found = new Set([first])
  for (const file of found) {
    for (const [, path = ''] of readFileSync(join(out, file), 'utf8').matchAll(IMPORT)) found.add(join(dirname(file), path))
  }
  return [...found]
}
