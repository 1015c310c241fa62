import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { answerAppRequest, isAppUrl } from '../../../electron/page/app-protocol'
import { fileWithin, respond } from '../../../electron/page/respond'

let folder = ''
let root = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earshot-respond-'))
  root = join(folder, 'window')
  await mkdir(join(root, 'assets'), { recursive: true })
  await mkdir(join(folder, 'window-secret'))
  await writeFile(join(folder, 'secret.txt'), 'secret')
  await writeFile(join(folder, 'window-secret', 'secret.txt'), 'secret')
  await writeFile(join(root, 'index.html'), '<!doctype html>')
  await writeFile(join(root, 'assets', 'app-1.js'), 'export {}')
  await writeFile(join(root, 'assets', 'sql-1.wasm'), new Uint8Array([0, 97, 115, 109]))
  await writeFile(join(root, 'assets', 'font-1.woff2'), 'font')
  await writeFile(join(root, '한글 이름.txt'), 'name')
  await symlink(join(folder, 'secret.txt'), join(root, 'link.txt'))
  await symlink(folder, join(root, 'up'))
  await symlink(join(folder, 'window-secret'), join(root, 'beside'))
  if (process.platform !== 'win32') for (const name of ODD) await writeFile(join(root, name), 'odd')
})

afterAll(() => rm(folder, { recursive: true, force: true }))

/** Names that Windows takes for something else: another stream of a file, a drive, a folder. */
const ODD = ['index.html:stream', 'c:index.html', 'assets\\app-1.js'] as const

const OUTSIDE = [
  ...ODD.map((name) => `/${name}`),
  ...ODD.map((name) => `/${encodeURIComponent(name)}`),
  '/beside/secret.txt',
  '/../secret.txt',
  '/assets/../../secret.txt',
  '/..%2fsecret.txt',
  '/%2e%2e/secret.txt',
  '/%2e%2e%2fsecret.txt',
  '/assets/..%2f..%2fsecret.txt',
  '/..%5csecret.txt',
  '/..\\secret.txt',
  '/../window-secret/secret.txt',
  '/link.txt',
  '/up/secret.txt',
  '//etc/passwd',
  '/%2fetc/passwd',
  '/C:/Windows/win.ini',
  '/index.html%00.js',
  '/index.html::$DATA',
  '/%',
  '/%zz',
  '/%ff',
  '',
  'index.html',
  'http://127.0.0.1/index.html',
  '/assets',
  '/assets/',
  '/absent.js',
]

const UPS = ['../..', '%2e%2e', '.%2e', '%2E.', '..%00', '%252e%252e', '%c0%ae%c0%ae', '%e0%80%ae%e0%80%ae', '..;', '\uff0e\uff0e', '%EF%BC%8E%EF%BC%8E']
const SLASHES = ['/', '%2f', '%2F', '\\', '%5c', '//', '/./', '%252f', '%c0%af', '\u2215']
const BEFORE = ['/', '/assets/', '/assets/../assets/', '/./', '/absent/', '//']

describe('files of the window', () => {
  it('leads nowhere else however a way out is spelled', async () => {
    const ways = BEFORE.flatMap((before) =>
      UPS.flatMap((up) => SLASHES.flatMap((slash) => [1, 2, 3].map((times) => `${before}${`${up}${slash}`.repeat(times)}secret.txt`))),
    )
    expect(ways.length).toBeGreaterThan(1000)
    const found: string[] = []
    for (const way of ways) if ((await respond(root, 'GET', way)).status !== 404) found.push(way)
    expect(found).toEqual([])
    for (const way of ways) {
      const answer = await answerAppRequest(root, new Request(`app://local${way}`))
      if (answer.status !== 404) found.push(way)
    }
    expect(found).toEqual([])
  })

  it.each(OUTSIDE)('refuses %j', async (path) => {
    const reply = await respond(root, 'GET', path)
    expect(reply.status).toBe(404)
    expect(new TextDecoder().decode(reply.body)).toBe('Not found')
    expect(reply.headers).toHaveProperty('Content-Security-Policy')
  })

  it.each([
    ['/', 'text/html; charset=utf-8', 'no-cache'],
    ['/index.html', 'text/html; charset=utf-8', 'no-cache'],
    ['/assets/app-1.js', 'text/javascript; charset=utf-8', 'public, max-age=31536000, immutable'],
    ['/assets/sql-1.wasm', 'application/wasm', 'public, max-age=31536000, immutable'],
    ['/assets/font-1.woff2', 'font/woff2', 'public, max-age=31536000, immutable'],
    ['/%ED%95%9C%EA%B8%80%20%EC%9D%B4%EB%A6%84.txt', 'text/plain; charset=utf-8', 'no-cache'],
  ])('serves %j', async (path, type, cache) => {
    const { status, headers, body } = await respond(root, 'GET', path)
    expect({ status, type: headers['Content-Type'], cache: headers['Cache-Control'] }).toEqual({ status: 200, type, cache })
    expect(body.length).toBeGreaterThan(0)
  })

  it.each(['POST', 'PUT', 'DELETE', 'OPTIONS', 'get'])('refuses the method %s', async (method) => {
    const reply = await respond(root, method, '/index.html')
    expect(reply.status).toBe(405)
    expect(reply.headers['Allow']).toBe('GET, HEAD')
  })

  it('finds nothing under a root that is not there', async () => {
    expect(await fileWithin(join(folder, 'absent'), '/index.html')).toBeNull()
  })
})

describe('app://', () => {
  it.each([
    ['app://local/', true],
    ['app://local/index.html?a#b', true],
    ['app://local.evil.example/', false],
    ['app://local:1/', false],
    ['app://other/', false],
    ['app:local', false],
    ['apps://local/', false],
    ['https://local/', false],
    ['file:///etc/passwd', false],
    ['about:blank', false],
    ['javascript:alert(1)', false],
    ['', false],
    ['local', false],
  ])('%j belongs to the app: %s', (address, belongs) => {
    expect(isAppUrl(address)).toBe(belongs)
  })

  it('answers with the same headers as the server of the browser edition', async () => {
    const answer = await answerAppRequest(root, new Request('app://local/index.html'))
    const served = await respond(root, 'GET', '/index.html')
    expect(answer.status).toBe(200)
    expect(await answer.text()).toBe('<!doctype html>')
    for (const [name, value] of Object.entries(served.headers)) expect(answer.headers.get(name)).toBe(value)
  })

  it.each(['app://local/..%2fsecret.txt', 'app://local/link.txt', 'app://other/index.html', 'app://local/absent'])(
    'has no %s',
    async (address) => {
      expect((await answerAppRequest(root, new Request(address))).status).toBe(404)
    },
  )
})
