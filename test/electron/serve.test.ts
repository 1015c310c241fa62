import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { connect } from 'node:net'
import { networkInterfaces, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serve } from '../../electron/serve'
import type { Served } from '../../electron/serve'

let folder = ''
let served: Served

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'earshot-serve-'))
  await writeFile(join(folder, 'index.html'), '<!doctype html>')
  served = await serve(folder, 0)
})

afterAll(async () => {
  await served.close()
  await rm(folder, { recursive: true, force: true })
})

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | undefined>>
  readonly text: string
}

/** A request with the path as written: fetch would resolve the dots and set the host itself. */
function ask(path: string, { host = `127.0.0.1:${served.port}`, method = 'GET', origin = '' } = {}): Promise<Answer> {
  return new Promise((done, fail) => {
    const sent = request({ host: '127.0.0.1', port: served.port, path, method, headers: { Host: host, ...(origin === '' ? {} : { Origin: origin }) } }, (response) => {
      let text = ''
      response.setEncoding('utf8')
      response.on('data', (part: string) => (text += part))
      response.on('end', () => done({ status: response.statusCode ?? 0, headers: response.headers, text }))
    })
    sent.on('error', fail)
    sent.end()
  })
}

it('serves the page with its policy', async () => {
  const { status, headers, text } = await ask('/')
  expect({ status, text }).toEqual({ status: 200, text: '<!doctype html>' })
  expect(headers['content-security-policy']).toContain("default-src 'none'")
  expect(headers['cross-origin-embedder-policy']).toBe('require-corp')
})

it('answers HEAD without a body', async () => {
  const { status, headers, text } = await ask('/', { method: 'HEAD' })
  expect({ status, length: headers['content-length'], text }).toEqual({ status: 200, length: '15', text: '' })
})

it('ignores the query', async () => {
  expect((await ask('/?x=../../etc/passwd')).status).toBe(200)
})

it.each(['/../index.html', '/..%2f..%2fetc/passwd', '//etc/passwd', '/%2e%2e/%2e%2e/etc/passwd'])(
  'has no %s',
  async (path) => {
    expect((await ask(path)).status).toBe(404)
  },
)

it.each(['POST', 'PUT', 'DELETE', 'TRACE'])('refuses %s', async (method) => {
  expect((await ask('/', { method })).status).toBe(405)
})

it.each(['evil.example', 'evil.example:80', '127.0.0.1', '127.0.0.1:1', 'localhost', '127.0.0.1.evil.example'])(
  'refuses the host %j, so that no site can point its own name here',
  async (host) => {
    const { status, text } = await ask('/', { host })
    expect({ status, text }).toEqual({ status: 403, text: 'Forbidden' })
  },
)

/** What a browser would never say, as it is written. */
function say(...lines: readonly string[]): Promise<string> {
  return new Promise((done, fail) => {
    const socket = connect({ host: '127.0.0.1', port: served.port }, () => socket.end(`${lines.join('\r\n')}\r\nConnection: close\r\n\r\n`))
    let text = ''
    socket.setEncoding('utf8').on('data', (part) => (text += String(part))).on('end', () => done(text)).on('error', fail)
  })
}

it.each(['http://evil.example', 'null', 'http://localhost:1', 'https://127.0.0.1', 'http://127.0.0.1', 'http://127.0.0.1:1', 'app://local', 'file://'])(
  'refuses a page of %s, whatever it asks for',
  async (origin) => {
    for (const method of ['GET', 'HEAD', 'POST']) expect((await ask('/', { origin, method })).status).toBe(403)
    expect((await ask('/', { origin, host: `localhost:${served.port}` })).status).toBe(403)
  },
)

it('answers its own pages', async () => {
  expect((await ask('/', { origin: served.url.slice(0, -1) })).status).toBe(200)
})

it('refuses every target but a path, and leads nobody elsewhere', async () => {
  for (const host of [`127.0.0.1:${served.port}`, `localhost:${served.port}`]) {
    for (const target of ['http://evil.example/', `http://127.0.0.1:${served.port}/`, '@evil.example/', '.evil.example/', '*', 'evil.example:80', '?x']) {
      const said = await say(`GET ${target} HTTP/1.1`, `Host: ${host}`)
      expect(said, target).toMatch(/^HTTP\/1\.1 40[03] /)
      expect(said).not.toMatch(/^Location/im)
    }
  }
})

it.each([
  ['no host', ['GET / HTTP/1.1']],
  ['no host of an old protocol', ['GET / HTTP/1.0']],
  ['two hosts, the second ours', () => ['GET / HTTP/1.1', 'Host: evil.example', `Host: 127.0.0.1:${served.port}`]],
  ['another name of this computer in IPv6', () => ['GET / HTTP/1.1', `Host: [::1]:${served.port}`]],
  ['this computer in IPv6, mapped', () => ['GET / HTTP/1.1', `Host: [::ffff:127.0.0.1]:${served.port}`]],
  ['a number for an address', () => ['GET / HTTP/1.1', `Host: 2130706433:${served.port}`]],
  ['a dot more', () => ['GET / HTTP/1.1', `Host: localhost.:${served.port}`]],
  ['somebody before the host', () => ['GET / HTTP/1.1', `Host: a@127.0.0.1:${served.port}`]],
  ['a name that resolves to here', () => ['GET / HTTP/1.1', `Host: 127.0.0.1.nip.io:${served.port}`]],
] as const)('refuses %s', async (_, lines) => {
  const said = await say(...(typeof lines === 'function' ? lines() : lines))
  expect(said).toMatch(/^HTTP\/1\.1 (400|403) /)
  expect(said).not.toContain('<!doctype html>')
})

it('is no proxy, and no socket', async () => {
  for (const lines of [['CONNECT evil.example:80 HTTP/1.1', 'Host: evil.example:80'], ['GET / HTTP/1.1', `Host: 127.0.0.1:${served.port}`, 'Upgrade: websocket', 'Connection: Upgrade']]) {
    expect(await say(...lines).catch(() => '')).not.toMatch(/^HTTP\/1\.1 (101|200 Connection)/)
  }
})

it('leads localhost to the one address that projects are kept under', async () => {
  const { status, headers } = await ask('/a?b=c', { host: `localhost:${served.port}` })
  expect({ status, location: headers['location'] }).toEqual({ status: 308, location: `${served.url}a?b=c` })
})

it('rejects a port that is taken', async () => {
  await expect(serve(folder, served.port)).rejects.toMatchObject({ code: 'EADDRINUSE' })
})

it('cannot be reached from the network', async () => {
  const outside = Object.values(networkInterfaces()).flatMap((list) => list ?? []).find((address) => !address.internal)
  const host = outside?.address ?? '127.0.0.2'
  await expect(
    new Promise<void>((done, fail) => {
      const socket = connect({ host, port: served.port, timeout: 2_000 }, () => socket.end(done))
      socket.on('error', fail)
      socket.on('timeout', () => fail(new Error('timeout')))
    }),
  ).rejects.toThrow()
})
