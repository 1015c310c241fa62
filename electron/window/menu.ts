import { Menu } from 'electron'
import type { Translate } from '../../shared/locale/translate'
import type { ProjectFile } from '../../shared/protocol/shell'
import type { ShelfEntry } from '../../shared/protocol/store'
import { menuTemplate, type MenuActions, type MenuState } from './menu-template'

const MOST_RECENT = 10

/** Shows the application menu. */
export function setMenu(say: Translate, state: MenuState, actions: MenuActions): void {
  const template = menuTemplate(say, state, actions, process.platform === 'darwin')
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}

/** The projects opened last, by name; files that are not there now are left out. */
export function recentOf(entries: readonly ShelfEntry[]): readonly ProjectFile[] {
  return entries
    .filter((entry) => entry.missing !== true)
    .toSorted((a, b) => (a.changedAt < b.changedAt ? 1 : -1))
    .slice(0, MOST_RECENT)
    .map(({ id, file, card }) => ({ project: id, name: file ?? nameOf(card) }))
}

/** The one word of a card that the shell reads. */
function nameOf(card: string): string {
  try {
    const value: unknown = JSON.parse(card)
    const name: unknown = typeof value === 'object' && value !== null ? Reflect.get(value, 'name') : null
    return typeof name === 'string' ? name : ''
  } catch {
    return ''
  }
}
