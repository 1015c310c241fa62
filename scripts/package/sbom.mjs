import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../project.mjs'
import { shippedPackages } from './shipped.mjs'

const ARGUMENTS = ['sbom', '--package-lock-only', '--omit=dev', '--sbom-format=cyclonedx', '--sbom-type=application']

/** What the app is made of, as CycloneDX: npm's account of the packages, and Electron. The same lockfile gives the same text. */
export function billOfMaterials() {
  const run = spawnSync('npm', ARGUMENTS, { cwd: root, encoding: 'utf8', shell: process.platform === 'win32', maxBuffer: 1 << 26 })
  if (run.status !== 0) throw new Error(`npm could not list the packages\n${run.stderr}`)
  const { serialNumber: _number, ...bill } = JSON.parse(run.stdout)
  const { timestamp: _time, component: app, ...metadata } = bill.metadata
  const { devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'))
  const version = devDependencies.electron
  const electron = component('framework', 'electron', version, 'MIT')
  // npm leaves out what something that is only built with needs as well.
  const listed = new Set(bill.components.map((/** @type {{ name: string, version: string }} */ one) => `${one.name} ${one.version}`))
  const missing = shippedPackages().filter((one) => !listed.has(`${one.name} ${one.version}`))
  const components = [electron, ...bill.components, ...missing.map((one) => component('library', one.name, one.version, one.license))]
  // npm names it for the folder that it lies in.
  const named = { ...app, name: 'earshot' }
  return `${JSON.stringify({ ...bill, metadata: { ...metadata, component: named }, components }, null, 2)}\n`
}

/**
 * @param {'framework' | 'library'} type
 * @param {string} name
 * @param {string} version
 * @param {string} licence
 */
const component = (type, name, version, licence) => ({
  'bom-ref': `${name}@${version}`,
  type,
  name,
  version,
  purl: `pkg:npm/${name.replace('@', '%40')}@${version}`,
  licenses: [{ license: { id: licence } }],
})
