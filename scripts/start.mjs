import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseArgs } from 'node:util'
import { build } from './build.mjs'
import { electronBinary } from './electron-binary.mjs'
import { ensure } from './ensure.mjs'
import { out, root, say } from './project.mjs'

const USAGE = 'Usage: npm start -- [--browser] [--port N] [--no-open]'
/** Projects are kept by address in a browser, so the port is always the same one while it is free. */
const USUAL_PORT = 4327
const NEIGHBOURS = 8
/** Electron that ends with an error sooner than this has not started at all. */
const STILLBORN_MS = 10_000

const options = readOptions()
ensure()
try {
  build()
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  process.exit(1)
}
if (options.browser || !(await runElectron())) await runBrowser()

function readOptions() {
  try {
    const { values } = parseArgs({
      options: { browser: { type: 'boolean' }, port: { type: 'string' }, 'no-open': { type: 'boolean' } },
    })
    const port = values.port === undefined ? null : Number(values.port)
    if (port !== null && !(Number.isInteger(port) && port >= 0 && port < 65536)) throw new Error(`no port: ${values.port}`)
    return { browser: values.browser === true || port !== null, port, open: values['no-open'] !== true }
  } catch (error) {
    say(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`)
    process.exit(2)
  }
}

/** Runs the desktop app to its end; false when it cannot run here. */
async function runElectron() {
  const reason = noDesktop()
  if (reason) {
    say(`Opening the browser edition: ${reason}.`)
    return false
  }
  const binary = electronBinary()
  if (!binary) {
    say('Opening the browser edition instead.')
    return false
  }
  const started = Date.now()
  const app = spawn(binary, [root], { stdio: ['ignore', 2, 2] })
  const stop = () => void app.kill()
  process.once('SIGINT', stop).once('SIGTERM', stop)
  const failed = await new Promise((done) => {
    app.once('error', () => done(true))
    app.once('exit', (code) => done(!app.killed && code !== 0))
  })
  process.off('SIGINT', stop).off('SIGTERM', stop)
  if (failed && Date.now() - started < STILLBORN_MS) {
    say('Electron could not start. Opening the browser edition instead.')
    return false
  }
  process.exitCode = failed ? 1 : 0
  return true
}

function noDesktop() {
  if (!hasDisplay()) return 'there is no display'
  // Chromium's sandbox refuses to run as root, and Earshot does not run without the sandbox.
  return process.platform === 'linux' && process.getuid?.() === 0 ? 'Electron does not run as root' : null
}

function hasDisplay() {
  return process.platform !== 'linux' || Boolean(process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'])
}

async function runBrowser() {
  const { serve } = await import(pathToFileURL(join(out, 'main', 'serve.js')).href)
  const served = await listen(serve)
  console.log(`Earshot runs in the browser, on this computer only. Ctrl-C ends it.\n${served.url}`)
  if (options.open && hasDisplay()) openBrowser(served.url)
  const stop = () => void served.close()
  process.once('SIGINT', stop).once('SIGTERM', stop).once('SIGHUP', stop)
}

/** @param {(root: string, port: number) => Promise<import('../electron/serve').Served>} serve */
async function listen(serve) {
  const ports = options.port === null ? [...Array(NEIGHBOURS).keys()].map((i) => USUAL_PORT + i).concat(0) : [options.port]
  for (const port of ports) {
    try {
      const served = await serve(join(out, 'renderer'), port)
      if (options.port === null && served.port !== USUAL_PORT) {
        say(`Port ${USUAL_PORT} is taken (is Earshot running already?), so this is port ${served.port}.`)
        say(`A browser keeps projects by address: those made on port ${USUAL_PORT} are not shown on this one.`)
      }
      return served
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : error
      if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error
    }
  }
  say(`Port ${options.port} is taken. Choose another one with --port N.`)
  process.exit(1)
}

/** @param {string} url */
function openBrowser(url) {
  const [command, ...args] =
    process.platform === 'darwin'
      ? ['open', url]
      : process.platform === 'win32'
        ? ['cmd', '/c', 'start', '', url]
        : ['xdg-open', url]
  const opener = spawn(String(command), args, { stdio: 'ignore', detached: true })
  opener.on('error', () => say('No browser could be opened; open the address above yourself.'))
  opener.unref()
}
