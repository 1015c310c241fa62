import { readFileSync, readdirSync } from 'node:fs'
import { dirname, join, posix, relative, sep } from 'node:path'
import { Visitor, parseSync } from 'vite'
import { LAYERS } from '../test/config/layers.mjs'
import { root } from './project.mjs'

/**
 * @typedef {import('../test/config/layers.mjs').Layer} Layer
 * @typedef {{ specifier: string | null, kind: 'value' | 'type' | 'address', line: number }} Import
 */

/** Every import in the source tree that the layers do not allow, and every comment that silences a check. */
export const checkTree = () =>
  ['shared', 'renderer', 'electron', 'test'].flatMap(filesIn).flatMap((file) =>
    checkFile(file, readFileSync(join(root, file), 'utf8')),
  )

/**
 * The same for one file; `file` is its path from the project's folder, with slashes.
 * @param {string} file
 * @param {string} source
 * @param {readonly Layer[]} [layers]
 */
export function checkFile(file, source, layers = LAYERS) {
  const layer = layerOf(file, layers)
  if (!layer) return [`${file}: belongs to no layer`]
  const { program, comments, errors } = parseSync(file, source)
  if (errors.length > 0) return [`${file}: cannot be parsed`]
  const silenced = comments.filter((comment) => SILENCERS.test(comment.value)).map((comment) => ({
    line: lineOf(source, comment.start),
    why: 'silences a check',
  }))
  const wrong = importsOf(program, source).flatMap((found) => {
    const why = objection(file, layer, found)
    return why ? [{ line: found.line, why }] : []
  })
  return [...silenced, ...wrong].map(({ line, why }) => `${file}:${line}: ${why}`)
}

const SILENCERS = /^\s*(oxlint|eslint)-(disable|enable)|@ts-(ignore|expect-error|nocheck)/

/**
 * @param {string} file
 * @param {readonly Layer[]} layers
 */
const layerOf = (file, layers) =>
  layers
    .filter(({ folder }) => isWithin(file, folder))
    .toSorted((a, b) => b.folder.length - a.folder.length)
    .at(0)

/**
 * @param {string} path
 * @param {string} folder
 */
const isWithin = (path, folder) => folder === '*' || path === folder || path.startsWith(`${folder}/`)

/**
 * Why the layer may not have this import; null when it may.
 * @param {string} file
 * @param {Layer} layer
 * @param {Import} found
 */
function objection(file, layer, { specifier, kind }) {
  if (layer.values?.includes('*')) return null
  if (specifier === null) return 'imports something that only shows when it runs'
  const bare = specifier.replace(/\?.*$/, '')
  const own = isWithin(file, layer.folder) ? layer.folder : ''
  if (bare.startsWith('.')) {
    const target = posix.join(dirname(file), bare)
    const allowed = {
      value: layer.values ?? [],
      type: [...(layer.values ?? []), ...(layer.types ?? [])],
      address: layer.addresses ?? [],
    }[kind]
    // A file that is a layer of its own is named with its ending, imports are not.
    const reachable = [own, ...allowed].some((folder) => isWithin(target, folder.replace(/\.tsx?$/, '')))
    return reachable ? null : `${layer.folder} may not import ${kind === 'type' ? 'types' : 'code'} from ${target}`
  }
  const name = bare.startsWith('node:') ? 'node:' : bare.split('/', bare.startsWith('@') ? 2 : 1).join('/')
  const packages = [...(layer.packages ?? []), ...(kind === 'type' ? (layer.packageTypes ?? []) : [])]
  return packages.includes('*') || packages.includes(name) ? null : `${layer.folder} may not import the package ${bare}`
}

/**
 * @param {ReturnType<typeof parseSync>['program']} program
 * @param {string} source
 */
function importsOf(program, source) {
  /** @type {Import[]} */
  const found = []
  /**
   * @param {{ start: number }} node
   * @param {unknown} from
   * @param {Import['kind']} kind
   */
  const add = (node, from, kind) => {
    const literal = typeof from === 'object' && from !== null && 'value' in from ? from.value : null
    const specifier = typeof literal === 'string' ? literal : null
    const address = kind === 'value' && specifier !== null && /\?(worker&url|url&worker|sharedworker|worker)\b/.test(specifier)
    found.push({ specifier, kind: address ? 'address' : kind, line: lineOf(source, node.start) })
  }
  new Visitor({
    ImportDeclaration: (node) => add(node, node.source, node.importKind === 'type' ? 'type' : 'value'),
    ExportAllDeclaration: (node) => add(node, node.source, node.exportKind === 'type' ? 'type' : 'value'),
    ExportNamedDeclaration: (node) => {
      if (node.source) add(node, node.source, node.exportKind === 'type' ? 'type' : 'value')
    },
    ImportExpression: (node) => add(node, node.source, 'value'),
    TSImportType: (node) => add(node, node.source, 'type'),
    NewExpression: (node) => {
      const [address, base] = node.arguments
      const isModule = base?.type === 'MemberExpression' && source.slice(base.start, base.end) === 'import.meta.url'
      if (isModule && source.slice(node.callee.start, node.callee.end) === 'URL') add(node, address, 'address')
    },
  }).visit(program)
  return found
}

/**
 * @param {string} source
 * @param {number} offset
 */
const lineOf = (source, offset) => source.slice(0, offset).split('\n').length

/**
 * @param {string} folder
 * @returns {string[]}
 */
function filesIn(folder) {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /(?<!\.d)\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .sort()
}
