import type { MenuItemConstructorOptions } from 'electron'
import type { MessageKey, Translate } from '../../shared/locale/translate'
import type { MenuKeys } from '../../shared/protocol/menu-keys'
import { MENU_SCREENS, MENU_THEMES, type MenuCommand, type MenuTheme, type ProjectFile } from '../../shared/protocol/shell'

/** What the menus depend on. */
export interface MenuState {
  readonly theme: MenuTheme
  readonly keys: MenuKeys
  /** Projects to go on with, the one opened last first. */
  readonly recent: readonly ProjectFile[]
  readonly hasProject: boolean
}

export interface MenuActions {
  readonly tell: (command: MenuCommand) => void
  readonly about: () => void
}

type Item = MenuItemConstructorOptions
type Role = NonNullable<Item['role']>

const LINE: Item = { type: 'separator' }

/** A name as a label: `&` would mark the next letter, on Windows and Linux. */
const plain = (name: string): string => name.replaceAll('&', '&&')

/** The application menu in the language of `say`. What it can ask of the window is a MenuCommand, nothing else. */
export function menuTemplate(say: Translate, state: MenuState, actions: MenuActions, mac: boolean): Item[] {
  const role = (name: Role, label: MessageKey): Item => ({ role: name, label: say(label) })
  const menu = (label: MessageKey, submenu: Item[]): Item => ({ label: say(label), submenu })
  const about: Item = { label: say('shell.about'), click: actions.about }
  const command = (label: MessageKey, what: MenuCommand, more: Partial<Item> = {}): Item => ({
    label: say(label),
    click: () => actions.tell(what),
    ...more,
  })
  /** Keys that the window handles itself, wherever the focus is: shown here, not taken. */
  const ofWindow = (accelerator: string): Partial<Item> => (accelerator === 'none' ? {} : { accelerator, registerAccelerator: false })
  const needsProject = { enabled: state.hasProject }

  const recent = state.recent.map((item): Item => ({
    label: plain(item.name),
    click: () => actions.tell({ kind: 'open-project', ...item }),
  }))
  const file = menu('shell.menu.file', [
    command('shell.new-from-file', { kind: 'new-from-file' }, { accelerator: 'CmdOrCtrl+N' }),
    command('shell.open', { kind: 'open' }, { accelerator: 'CmdOrCtrl+O' }),
    { label: say('shell.recent'), submenu: recent.length > 0 ? recent : [{ label: say('shell.recent.none'), enabled: false }] },
    LINE,
    command('shell.save', { kind: 'save' }, { accelerator: 'CmdOrCtrl+S', ...needsProject }),
    command('shell.save-as', { kind: 'save-as' }, { accelerator: 'CmdOrCtrl+Shift+S', ...needsProject }),
    command('shell.export', { kind: 'export' }, needsProject),
    command('shell.password', { kind: 'password' }, needsProject),
    LINE,
    command('shell.close-project', { kind: 'close-project' }, needsProject),
    mac ? role('close', 'shell.close') : role('quit', 'shell.quit'),
  ])
  const edit = menu('shell.menu.edit', [
    command('shell.undo', { kind: 'undo' }, ofWindow(state.keys.undo)),
    command('shell.redo', { kind: 'redo' }, ofWindow(state.keys.redo)),
    LINE,
    role('cut', 'shell.cut'),
    role('copy', 'shell.copy'),
    role('paste', 'shell.paste'),
    role('selectAll', 'shell.select-all'),
  ])
  const view = menu('shell.menu.view', [
    ...MENU_SCREENS.map((screen, at): Item =>
      command(`screen.${screen}`, { kind: 'show', screen }, {
        ...ofWindow(`CmdOrCtrl+${at + 1}`),
        enabled: state.hasProject || screen === 'start',
      }),
    ),
    command('shell.palette', { kind: 'palette' }, ofWindow(state.keys.palette)),
    LINE,
    menu(
      'theme.label',
      MENU_THEMES.map((theme) =>
        command(`theme.${theme}`, { kind: 'theme', theme }, { type: 'radio', checked: theme === state.theme }),
      ),
    ),
    LINE,
    role('zoomIn', 'shell.zoom-in'),
    role('zoomOut', 'shell.zoom-out'),
    role('resetZoom', 'shell.actual-size'),
    role('togglefullscreen', 'shell.full-screen'),
  ])
  const help: Item = {
    role: 'help',
    ...menu('shell.menu.help', [
      command('shell.shortcuts', { kind: 'shortcuts' }),
      ...(mac ? [] : [LINE, about]),
    ]),
  }
  const app: Item = {
    label: 'Earshot',
    submenu: [
      about,
      LINE,
      role('hide', 'shell.hide'),
      role('hideOthers', 'shell.hide-others'),
      role('unhide', 'shell.show-all'),
      LINE,
      role('quit', 'shell.quit'),
    ],
  }
  const window = menu('shell.menu.window', [role('minimize', 'shell.minimize'), role('close', 'shell.close')])
  return [...(mac ? [app] : []), file, edit, view, window, help]
}
