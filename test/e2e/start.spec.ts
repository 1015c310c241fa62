import { expect, test } from '@playwright/test'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')

interface Run {
  readonly code: number | null
  readonly output: string
  readonly errors: string
  readonly seconds: number
}

/** `npm start -- ARGS`; once its address appears, `meanwhile` runs and npm alone gets the signal. */
async function start(
  args: readonly string[],
  meanwhile: (url: string) => Promise<void> = () => Promise.resolve(),
  signal: NodeJS.Signals = 'SIGINT',
): Promise<Run> {
  const began = Date.now()
  const npm = spawn('npm', ['start', '--', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32',
  })
  let output = ''
  let errors = ''
  let seconds = Number.NaN
  let trouble: unknown = null
  npm.stderr.setEncoding('utf8').on('data', (part: string) => (errors += part))
  npm.stdout.setEncoding('utf8').on('data', (part: string) => {
    output += part
    const url = /^http:\/\/127\.0\.0\.1:\d+\/$/m.exec(output)?.[0]
    if (url === undefined || !Number.isNaN(seconds)) return
    seconds = (Date.now() - began) / 1000
    meanwhile(url)
      .catch((error: unknown) => (trouble = error))
      .finally(() => npm.kill(signal))
  })
  await once(npm, 'close')
  if (trouble instanceof Error) throw trouble
  return { code: npm.exitCode, output, errors, seconds }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  test(`starts warm within five seconds, ends with ${signal} and leaves nothing behind`, async () => {
    let address = ''
    const { code, seconds } = await start(
      ['--browser', '--no-open', '--port', '0'],
      async (url) => {
        address = url
        expect((await fetch(url)).status).toBe(200)
      },
      signal,
    )
    expect(code).toBe(0)
    expect(seconds).toBeLessThan(5)
    await expect(fetch(address)).rejects.toThrow()
  })
}

test('says so when the port asked for is taken', async () => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  const { code, errors } = await start(['--browser', '--no-open', '--port', String(port)])
  server.close()
  expect(code).toBe(1)
  expect(errors).toContain(`Port ${port} is taken`)
})

for (const args of [['--port', 'x'], ['--port', '65536'], ['--unknown'], ['file.csv']]) {
  test(`refuses ${args.join(' ')}`, async () => {
    const { code, errors, output } = await start(args)
    expect(code).toBe(2)
    expect(errors).toContain('Usage: npm start')
    expect(output).not.toContain('http://')
  })
}
