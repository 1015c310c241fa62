import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { shippedPackages } from './shipped.mjs'
import { standardLicence } from './standard-licence.mjs'

const LICENSE_FILE = /^(licen[sc]e|copying|notice)/i
const RULE = '-'.repeat(80)

/** The licences of everything in the app, as text: packages with the same words stand together. */
export function thirdPartyNotices() {
  /** @type {Map<string, string[]>} */
  const byWords = new Map()
  for (const { name, version, license, path } of shippedPackages()) {
    const words = licenceWords(path) || standardLicence(license, name)
    byWords.set(words, [...(byWords.get(words) ?? []), `${name} ${version} (${license})`])
  }
  const parts = [...byWords].map(([words, names]) => `${RULE}\n${[...new Set(names)].join('\n')}\n${RULE}\n\n${words}\n`)
  return [
    'Earshot contains the work of others. These are their names and licences.\n',
    'Electron and Chromium: see LICENSE.electron.txt and LICENSES.chromium.html beside the program.\n',
    ...parts,
  ].join('\n')
}

/** @param {string} folder */
function licenceWords(folder) {
  const files = [folder, join(folder, 'dist')].filter(existsSync).flatMap((where) =>
    readdirSync(where, { withFileTypes: true })
      .filter((entry) => entry.isFile() && LICENSE_FILE.test(entry.name))
      .map(({ name }) => join(where, name)),
  )
  return [...new Set(files.toSorted().map((file) => readFileSync(file, 'utf8').replaceAll('\r\n', '\n').trim()))].join('\n\n')
}
