import { Menu } from 'electron'
import type { MenuItemConstructorOptions } from 'electron'
import type { MessageKey, Translate } from '../shared/locale/translate'

type Role = NonNullable<MenuItemConstructorOptions['role']>

/** The application menu: what the system offers anyway, in the user's language. */
export function setMenu(say: Translate): void {
  const item = (role: Role, label: MessageKey): MenuItemConstructorOptions => ({ role, label: say(label) })
  const menu = (label: MessageKey, items: MenuItemConstructorOptions[]): MenuItemConstructorOptions => ({
    label: say(label),
    submenu: items,
  })
  const mac = process.platform === 'darwin'
  const template: readonly MenuItemConstructorOptions[] = [
    ...(mac ? [{ role: 'appMenu' } as const] : []),
    menu('shell.menu.file', [mac ? item('close', 'shell.close') : item('quit', 'shell.quit')]),
    menu('shell.menu.edit', [
      item('undo', 'shell.undo'),
      item('redo', 'shell.redo'),
      { type: 'separator' },
      item('cut', 'shell.cut'),
      item('copy', 'shell.copy'),
      item('paste', 'shell.paste'),
      item('selectAll', 'shell.select-all'),
    ]),
    menu('shell.menu.view', [
      item('zoomIn', 'shell.zoom-in'),
      item('zoomOut', 'shell.zoom-out'),
      item('resetZoom', 'shell.actual-size'),
      item('togglefullscreen', 'shell.full-screen'),
    ]),
    menu('shell.menu.window', [item('minimize', 'shell.minimize'), item('close', 'shell.close')]),
  ]
  Menu.setApplicationMenu(Menu.buildFromTemplate([...template]))
}
