import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../project.mjs'

/**
 * A package whose code may be in the app.
 * @typedef {{ name: string, version: string, license: string, path: string }} Shipped
 */

/** Of a package that says it in its licence file alone. */
export const UNNAMED = 'as below'

/**
 * Every package that the app's own ones need, by the lockfile, in the order of their names. What is only built or tested
 * with is not among them.
 * @returns {readonly Shipped[]}
 */
export function shippedPackages() {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))
  return Object.entries(packages)
    .filter(([path, { dev, devOptional, peer }]) => path !== '' && !dev && !devOptional && !peer)
    .map(([path, { version, license = UNNAMED }]) => ({ name: path.replace(/^.*node_modules\//, ''), version, license, path: join(root, path) }))
    .toSorted((a, b) => (a.name === b.name ? compare(a.version, b.version) : compare(a.name, b.name)))
}

/** @param {string} a @param {string} b */
const compare = (a, b) => (a < b ? -1 : a > b ? 1 : 0)
