import { app, dialog } from 'electron'
import { join } from 'node:path'
import type { Fault } from '../../shared/base/fault'
import { faultText, translator, type Locale } from '../../shared/locale/translate'
import { MENU_KEYS, type MenuKeys } from '../../shared/protocol/menu-keys'
import type { MenuTheme } from '../../shared/protocol/shell'
import { callsOf } from '../../shared/protocol/store-rpc'
import { guardClose } from './close-guard'
import { fileDialogs } from './file-dialogs'
import { recentOf, setMenu } from './menu'
import { createProjectShelf } from '../shelf/project-shelf'
import { revivePage } from './revive-page'
import { serveShell } from '../calls/serve-shell'
import { admitProject, shellCalls } from '../calls/shell-calls'
import { createWindow } from './window'
import { linkWindow } from './window-link'

const MENU_DELAY_MS = 200

export interface Desktop {
  /** Opens a project file that the system asked the app to open. */
  readonly openPath: (path: string) => void
  readonly focus: () => void
}

/** The window with everything that the system lends it: project files, dialogs, menus. */
export function openDesktop(): Desktop {
  let locale: Locale = app.getLocale().startsWith('ko') ? 'ko' : 'en'
  let theme: MenuTheme = 'system'
  let keys = MENU_KEYS
  const say = (): ReturnType<typeof translator> => translator(locale)
  const window = createWindow()
  const shelf = createProjectShelf(join(app.getPath('userData'), 'projects'), () => showMenuSoon())
  const { calls, release } = callsOf(shelf)
  const link = linkWindow(window, release)

  const about = (): void => {
    void dialog.showMessageBox(window, {
      type: 'info',
      message: say()('shell.about.version', { version: app.getVersion() }),
      detail: say()('shell.about.detail'),
      buttons: [say()('shell.ok')],
    })
  }
  const complain = (fault: Fault): void => {
    const { message, hint } = faultText(fault, say())
    void dialog.showMessageBox(window, { type: 'error', message, detail: hint, buttons: [say()('shell.ok')] })
  }

  let shown = ''
  const showMenu = async (): Promise<void> => {
    // One that cannot be read now, its folder gone, must not end the app.
    const recent = recentOf(await shelf.list().catch(() => []))
    const state = { theme, keys, recent, hasProject: shelf.openIds().length > 0 }
    const now = JSON.stringify([locale, state])
    // Building it anew would close a menu that is open.
    if (now === shown || window.isDestroyed()) return
    shown = now
    setMenu(say(), state, { tell: link.tell, about })
  }
  let timer: NodeJS.Timeout | undefined
  const showMenuSoon = (): void => {
    clearTimeout(timer)
    timer = setTimeout(() => void showMenu(), MENU_DELAY_MS)
  }
  const changed = (what: { readonly locale?: Locale; readonly theme?: MenuTheme; readonly keys?: MenuKeys }): void => {
    locale = what.locale ?? locale
    theme = what.theme ?? theme
    keys = what.keys ?? keys
    void showMenu()
  }

  serveShell(window, { shelf: calls, shell: shellCalls(shelf, fileDialogs(window, say), changed), window: link.calls })
  guardClose(window, link.askToClose)
  revivePage(window, link.lost, say)
  window.on('closed', () => {
    clearTimeout(timer)
    void release()
  })
  void showMenu()

  return {
    openPath(path) {
      const admitted = admitProject(shelf, path)
      if (admitted.ok) link.tell({ kind: 'open-project', ...admitted.value })
      else complain(admitted.fault)
    },
    focus() {
      if (window.isDestroyed()) return
      if (window.isMinimized()) window.restore()
      window.focus()
    },
  }
}
