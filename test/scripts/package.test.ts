import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { build } from '../../scripts/build.mjs'
import { FUSES, packaging } from '../../scripts/package/config.mjs'
import { shippedPackages, UNNAMED } from '../../scripts/package/shipped.mjs'
import { stage } from '../../scripts/package/stage.mjs'
import { root } from '../../scripts/project.mjs'

const MOST_BYTES = 14 << 20
const LICENCES = ['MIT', 'ISC', '0BSD', 'BSD-3-Clause', 'Apache-2.0', 'Apache-2.0 AND BSL-1.0', 'BlueOak-1.0.0', 'OFL-1.1', '(MIT AND Zlib)', '(MIT OR GPL-3.0-or-later)']
/** Names of formats, and pages that comments and messages of libraries name: nothing that anything is fetched from. */
const NAMED_HOSTS = [
  'developer.mozilla.org', 'github.com', 'gitbrent.github.io', 'html.spec.whatwg.org', 'json-schema.org', 'ns.adobe.com', 'purl.oclc.org',
  'purl.org', 'raw.github.com', 'react.dev', 'rolldown.rs', 'schemas.microsoft.com', 'schemas.openxmlformats.org', 'stuartk.com',
  'stuk.github.io', 'svnweb.freebsd.org', 'tools.ietf.org', 'unicode.org', 'www.aiim.org', 'www.apache.org', 'www.boost.org',
  'www.netlib.org', 'www.npmjs.com', 'www.unicode.org', 'www.w3.org',
]
const UNWANTED = /mongoose|mongodb|ioredis|memjs|electron-updater|autoUpdater|crashReporter|sentry|posthog|mixpanel|google-analytics|sendBeacon|new WebSocket|new EventSource/g

const folder = mkdtempSync(join(tmpdir(), 'earshot-stage-'))
const files = (): readonly string[] =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((path) => statSync(join(folder, path)).isFile())
const textOf = (path: string): string => readFileSync(join(folder, path), 'utf8')
const code = (): readonly string[] => files().filter((path) => /\.(c?js|html)$/.test(path)).map(textOf)
const unique = (all: readonly string[]): readonly string[] => [...new Set(all)].toSorted()

beforeAll(() => {
  build({ silent: true })
  stage(folder)
})
afterAll(() => rmSync(folder, { recursive: true }))

describe('what is packed', () => {
  it('is the built shell and window, with licences and the list of what they are made of', () => {
    expect(unique(files().map((path) => path.split(/[/\\]/).slice(0, 2).join('/')))).toEqual([
      'LICENSE.txt',
      'NOTICES.txt',
      'out/main',
      'out/preload',
      'out/renderer',
      'package.json',
      'sbom.json',
    ])
    expect(unique(files().map(extname))).toEqual(['.cjs', '.css', '.html', '.icc', '.js', '.json', '.svg', '.txt', '.wasm', '.woff', '.woff2'])
    expect(files().filter((path) => /cli|serve\b/.test(path))).toEqual([])
    expect(files().reduce((sum, path) => sum + statSync(join(folder, path)).size, 0)).toBeLessThan(MOST_BYTES)
  })

  it('needs no packages: the shell imports Electron and Node alone, and the app starts without dependencies', () => {
    const shell = files().filter((path) => /out.(main|preload)/.test(path))
    const imported = shell.flatMap((path) => [...textOf(path).matchAll(/^(?:import|export)\b[^"'`\n]*["']([\w@][\w@/:.-]*)["']|\b(?:import|require)\(\s*["']([\w@][\w@/:.-]*)["']/gm)].map(([, name, other = '']) => name ?? other))
    expect(imported).toContain('electron')
    expect(unique(imported).filter((name) => name !== 'electron' && !name.startsWith('node:'))).toEqual([])
    const { main, type, dependencies, scripts } = JSON.parse(textOf('package.json'))
    expect(files()).toContain(main.replaceAll('/', join('/')))
    expect({ type, dependencies, scripts }).toEqual({ type: 'module', dependencies: undefined, scripts: undefined })
  })

  it('has no updater, analytics or database client, and names no address to fetch from', () => {
    expect(unique(code().flatMap((text) => text.match(UNWANTED) ?? []))).toEqual([])
    const hosts = code().flatMap((text) => [...text.matchAll(/\b(?:https?|wss?):\/\/([a-z0-9.-]+[a-z])/gi)].map(([, host = '']) => host))
    expect(unique(hosts).filter((host) => !NAMED_HOSTS.includes(host))).toEqual([])
  })

  it('lists every package in the bill of materials and in the notices', () => {
    const { components } = JSON.parse(textOf('sbom.json'))
    const listed = new Set(components.map(({ name, version }: { readonly name: string; readonly version: string }) => `${name} ${version}`))
    const shipped = shippedPackages().map(({ name, version }) => `${name} ${version}`)
    expect(shipped.length).toBeGreaterThan(20)
    expect(shipped.filter((one) => !listed.has(one))).toEqual([])
    expect([...listed].some((one) => String(one).startsWith('electron '))).toBe(true)
    const notices = textOf('NOTICES.txt')
    expect(shipped.filter((one) => !notices.includes(`${one} (`))).toEqual([])
    expect(notices).toContain('SIL OPEN FONT LICENSE')
  })

  it('is the same every time', () => {
    const again = mkdtempSync(join(tmpdir(), 'earshot-stage-'))
    stage(again)
    const differing = files().filter((path) => !readFileSync(join(again, path)).equals(readFileSync(join(folder, path))))
    rmSync(again, { recursive: true })
    expect(differing).toEqual([])
  })
})

it('is built from the same sources to the same bytes, wherever', () => {
  const again = mkdtempSync(join(tmpdir(), 'earshot-build-'))
  const run = spawnSync(process.execPath, [join(root, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '--outDir', again], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, NODE_ENV: 'production', NO_COLOR: '1' },
  })
  expect(run.status, run.stderr).toBe(0)
  const built = (where: string) =>
    ['main', 'preload', 'renderer'].flatMap((part) =>
      readdirSync(join(where, part), { recursive: true })
        .map((path) => join(part, String(path)))
        .filter((path) => statSync(join(where, path)).isFile())
        .map((path) => `${path} ${createHash('sha256').update(readFileSync(join(where, path))).digest('hex')}`),
    )
  expect(built(again).toSorted()).toEqual(built(join(root, 'out')).toSorted())
  rmSync(again, { recursive: true })
})

describe('packages', () => {
  it('come with a licence that is on the list', () => {
    const unlisted = shippedPackages().filter(({ license }) => !LICENCES.includes(license))
    // Its licence file has the words of the MIT licence.
    expect(unlisted.map(({ name, license }) => [name, license])).toEqual([['png-js', UNNAMED]])
    expect(readFileSync(join(root, 'node_modules/png-js/LICENSE'), 'utf8')).toContain('MIT License')
  })

  it.each(['package-lock.json', 'scripts/package/package-lock.json'])('of %s come from the registry by their hash', (path) => {
    const { packages } = JSON.parse(readFileSync(join(root, path), 'utf8'))
    const odd = Object.entries<{ readonly version?: string; readonly resolved?: string; readonly integrity?: string; readonly inBundle?: boolean }>(packages).filter(
      ([place, { version, resolved, integrity, inBundle }]) =>
        place !== '' && (!/^\d/.test(version ?? '') || (!inBundle && !integrity?.startsWith('sha512-')) || /^(git|http:|file:)/.test(resolved ?? '')),
    )
    expect(odd.map(([place]) => place)).toEqual([])
  })
})

describe('the program', () => {
  it('runs nothing but the packed app', () => {
    expect(FUSES).toEqual({
      runAsNode: false,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableCookieEncryption: true,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      grantFileProtocolExtraPrivileges: false,
    })
    expect(packaging('app', 'dist')).toMatchObject({ asar: true, publish: null, electronFuses: FUSES })
  })

  it('comes for the three systems, and opens project files', () => {
    const { win, mac, linux, fileAssociations } = packaging('app', 'dist')
    const targets = [win, mac, linux].map(({ target }) => target.map((each) => each.target))
    expect(targets).toEqual([['nsis', 'portable'], ['dmg'], ['AppImage', 'deb']])
    expect(fileAssociations.map(({ ext }) => ext)).toEqual(['earshot'])
  })
})
