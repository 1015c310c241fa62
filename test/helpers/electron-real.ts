import { _electron } from '@playwright/test'
import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { DialogAnswer, MenuView, ShownDialog } from './electron-standin/messages'
import { patiently, type Shell } from './shell'

const root = resolve(import.meta.dirname, '../..')
const home = join(root, 'node_modules/electron')

/** The path of Electron's binary, when it is here: nothing fetches it for a test. */
export function electronPath(): string | null {
  const name = join(home, 'path.txt')
  if (!existsSync(name)) return null
  const path = join(home, 'dist', readFileSync(name, 'utf8'))
  return existsSync(path) ? path : null
}

/** What the main process keeps for the test. */
interface Kept {
  earshotAnswers: DialogAnswer[]
  earshotDialogs: ShownDialog[]
}

/** The built desktop app on Electron itself. Chromium's sandbox stays on: this does not run as root. */
export async function launchElectron(executablePath: string, userData: string, words: readonly string[]): Promise<Shell> {
  const app = await _electron.launch({ executablePath, args: [root, `--user-data-dir=${userData}`, '--lang=en-US', ...words] })
  const ended = new Promise<number | null>((done) => app.process().once('exit', (code) => done(code)))
  // Before the first window, which may show a dialog at once.
  await app.evaluate(({ dialog }) => {
    const kept = globalThis as unknown as Kept
    kept.earshotAnswers = []
    kept.earshotDialogs = []
    const ask = (shown: ShownDialog): DialogAnswer => {
      kept.earshotDialogs.push(shown)
      return kept.earshotAnswers.shift() ?? null
    }
    const doubles = {
      showOpenDialog: async (_: unknown, options: Electron.OpenDialogOptions) => {
        const paths = ask({ kind: 'open', options })
        return { canceled: paths === null, filePaths: [...(paths ?? [])] }
      },
      showSaveDialog: async (_: unknown, options: Electron.SaveDialogOptions) => {
        const paths = ask({ kind: 'save', options })
        return { canceled: paths === null, filePath: paths?.[0] ?? '' }
      },
      showMessageBox: async (_: unknown, options: Electron.MessageBoxOptions) => {
        kept.earshotDialogs.push({ kind: 'message', options })
        return { response: 0, checkboxChecked: false }
      },
    }
    Object.assign(dialog, doubles)
  })
  const page = await app.firstWindow()
  return {
    page,
    answer: (answer) =>
      app.evaluate((_, given) => void (globalThis as unknown as Kept).earshotAnswers.push(given), answer),
    dialogs: () => app.evaluate(() => (globalThis as unknown as Kept).earshotDialogs),
    menu: () =>
      app.evaluate(({ Menu }) => {
        const view = (item: Electron.MenuItem): MenuView => ({
          label: item.label,
          enabled: item.enabled,
          checked: item.checked,
          accelerator: item.accelerator ?? null,
          items: (item.submenu?.items ?? []).filter(({ type }) => type !== 'separator').map(view),
        })
        return (Menu.getApplicationMenu()?.items ?? []).map(view)
      }),
    choose: (...labels) =>
      patiently(() => app.evaluate(({ Menu }, path) => {
        let items = Menu.getApplicationMenu()?.items ?? []
        for (const [at, label] of path.entries()) {
          const found = items.find((item) => item.label === label)
          if (!found?.enabled) throw new Error(`no "${label}" to choose`)
          if (at === path.length - 1) (found as unknown as { click: () => void }).click()
          items = found.submenu?.items ?? []
        }
      }, labels)),
    openFile: (path) =>
      app.evaluate(({ app: own }, given) => void own.emit('open-file', { preventDefault: () => undefined }, given), path),
    startAgain: (...given) =>
      app.evaluate(({ app: own }, all) => void own.emit('second-instance', {}, ['earshot', ...all], process.cwd()), given),
    hang: (hangs) => void app.process().kill(hangs ? 'SIGSTOP' : 'SIGCONT'),
    async close() {
      await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close()).catch(() => undefined)
      return ended
    },
    async kill() {
      app.process().kill('SIGKILL')
      await ended
    },
  }
}
