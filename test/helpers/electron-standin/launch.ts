import type { Frame as PageFrame, Page } from '@playwright/test'
import { spawn, type ChildProcess } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { createServer, type AddressInfo } from 'node:net'
import { resolve } from 'node:path'
import { buildDouble } from './build-double'
import { patiently, type Shell } from '../shell'
import type { DialogAnswer, Frame, ShownDialog, ToDouble, ToTest } from './messages'
import { makeElectron } from './page-side'
import { decode, encode } from './wire'

const root = resolve(import.meta.dirname, '../../..')

export interface LaunchOptions {
  readonly userData: string
  /** What the app is started with: files. */
  readonly words?: readonly string[]
  /** The same port keeps the window's preferences: they belong to the address. */
  readonly port?: number
  readonly locale?: string
}

let register: Promise<string> | null = null

/** Starts the app; resolves when its page has loaded. The window is `page`, a blank one of a Chromium that the test holds. */
export async function launchStandin(page: Page, options: LaunchOptions): Promise<Shell> {
  register ??= buildDouble(resolve(root, `test/results/standin-${process.env['TEST_PARALLEL_INDEX'] ?? 0}`))
  const switches = [`--user-data-dir=${options.userData}`, `--standin-port=${options.port ?? 0}`, `--lang=${options.locale ?? 'en-US'}`]
  // A temp folder of its own, so that a test can see what is left there.
  const temp = `${options.userData}-temp`
  mkdirSync(temp, { recursive: true })
  const main = spawn(
    process.execPath,
    ['--import', await register, resolve(root, 'out/main/main.js'), ...switches, ...(options.words ?? [])],
    { stdio: ['ignore', 'inherit', 'inherit', 'ipc'], serialization: 'advanced', env: { ...process.env, TMPDIR: temp, TEMP: temp, TMP: temp } },
  )
  return connect(page, main)
}

async function connect(page: Page, main: ChildProcess): Promise<Shell> {
  const tell = (message: ToDouble): void => {
    if (main.connected) main.send(message)
  }
  const ended = new Promise<number | null>((done) => main.once('exit', (code) => done(code)))
  const shown: ShownDialog[] = []
  const answers: DialogAnswer[] = []
  const waiting = new Map<number, (message: ToTest) => void>()
  let last = 0
  let origin = ''
  /** Asks the double; what comes back with the same number is the answer. */
  const ask = (message: (id: number) => ToDouble): Promise<ToTest> => {
    last += 1
    const id = last
    tell(message(id))
    return new Promise((done, fail) => {
      waiting.set(id, done)
      void ended.then(() => fail(new Error('the main process has ended')))
    })
  }

  const frameOf = (frame: PageFrame): Frame => {
    const parent = frame.parentFrame()
    return { url: frame.url(), parent: parent ? frameOf(parent) : null }
  }
  await page.exposeBinding('standinInvoke', async ({ frame }, text: string): Promise<string> => {
    const { channel, args } = decode(text) as { readonly channel: string; readonly args: readonly unknown[] }
    const reply = await ask((id) => ({ kind: 'invoke', id, channel, args, frame: frameOf(frame) }))
    return encode(reply.kind === 'reply' ? reply.outcome : { ok: false, message: 'no reply' })
  })

  const load = async (url: string, preload: string): Promise<void> => {
    origin = new URL(url).origin
    const around = `const require = (name) => { if (name === 'electron') return electron; throw new Error('module not found: ' + name) }`
    await page.addInitScript(
      `{ const electron = (${makeElectron.toString()})(${JSON.stringify(origin)}); if (electron) { ${around}; ((require, module, exports) => {\n${readFileSync(preload, 'utf8')}\n})(require, { exports: {} }, {}) } }`,
    )
    await page.goto(url)
    tell({ kind: 'loaded' })
  }
  const loaded = new Promise<void>((done, fail) => {
    void ended.then((code) => fail(new Error(`the main process ended with ${code} before its window was there`)))
    main.on('message', (message: ToTest) => {
      switch (message.kind) {
        case 'load':
          load(message.url, message.preload).then(done, fail)
          return
        case 'reload':
          void page.reload()
          return
        case 'destroy':
          void page.goto('about:blank').catch(() => undefined)
          return
        case 'send':
          // The page may be on its way out.
          void page.evaluate((text) => (window as unknown as { standinHear?: (event: string) => void }).standinHear?.(text), encode(message)).catch(() => undefined)
          return
        case 'dialog':
          shown.push(message.dialog)
          tell({ kind: 'answer', id: message.id, answer: message.dialog.kind === 'message' ? null : (answers.shift() ?? null) })
          return
        case 'reply':
        case 'chosen':
        case 'menu':
          waiting.get(message.id)?.(message)
          waiting.delete(message.id)
      }
    })
  })
  page.on('crash', () => tell({ kind: 'gone' }))
  await loaded

  return {
    page,
    dialogs: () => shown,
    answer: (answer) => void answers.push(answer),
    async menu() {
      const reply = await ask((id) => ({ kind: 'show-menu', id }))
      return reply.kind === 'menu' ? reply.items : []
    },
    choose: (...labels) =>
      patiently(async () => {
        const reply = await ask((id) => ({ kind: 'choose', id, labels }))
        if (reply.kind === 'chosen' && reply.trouble !== null) throw new Error(reply.trouble)
      }),
    hang: (hangs) => void main.kill(hangs ? 'SIGSTOP' : 'SIGCONT'),
    close() {
      tell({ kind: 'close' })
      return ended
    },
    async kill() {
      main.kill('SIGKILL')
      await ended
      await page.goto('about:blank').catch(() => undefined)
    },
    openFile: (path) => tell({ kind: 'open-file', path }),
    startAgain: (...words) => tell({ kind: 'second-instance', words, folder: process.cwd() }),
  }
}

/** A port that nobody listens on. */
export function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => done(port))
    })
  })
}
