import type { MenuItemConstructorOptions } from 'electron'
import type { MenuView } from './messages'

type Item = MenuItemConstructorOptions

const itemsOf = (item: Item): readonly Item[] => (Array.isArray(item.submenu) ? item.submenu : [])

const view = (item: Item): MenuView => ({
  label: item.label ?? item.role ?? '',
  enabled: item.enabled ?? true,
  checked: item.checked ?? false,
  accelerator: typeof item.accelerator === 'string' ? item.accelerator : null,
  items: itemsOf(item).filter(({ type }) => type !== 'separator').map(view),
})

function check(item: Item): void {
  if (item.type !== 'separator' && item.label === undefined && item.role === undefined) throw new Error('Invalid template for MenuItem: must have submenu, role or label')
  for (const inner of itemsOf(item)) check(inner)
}

/** The application menu. */
export class Menu {
  private static shown: readonly Item[] = []

  private constructor(readonly items: readonly Item[]) {}

  static buildFromTemplate(template: readonly Item[]): Menu {
    for (const item of template) check(item)
    return new Menu(template)
  }
  static setApplicationMenu(menu: Menu): void {
    Menu.shown = menu.items
  }
  static views(): readonly MenuView[] {
    return Menu.shown.map(view)
  }
  /** Clicks the item that is reached by these labels; says why not when it cannot be clicked. */
  static choose(labels: readonly string[]): string | null {
    let items: readonly Item[] = Menu.shown
    let found: Item | undefined
    for (const label of labels) {
      found = items.find((item) => item.label === label)
      if (!found) return `no "${label}" among ${items.map((item) => item.label).join(', ')}`
      items = itemsOf(found)
    }
    if (found?.enabled === false) return `"${labels.join(' > ')}" is disabled`
    const click = found?.click as (() => void) | undefined
    click?.()
    return null
  }
}
