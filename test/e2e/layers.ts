import { expect, type Page } from '@playwright/test'
import { translator, type Locale, type MessageKey } from '../../shared/locale/translate'
import { openSample } from './window'

/** Something that lies over a screen or beside it, and the keys that lead there; Escape leaves it. */
export interface Layer {
  readonly name: string
  readonly open: (page: Page, locale: Locale) => Promise<void>
  /** What it is. */
  readonly shown: string
  /** What has the focus before it opens, and after it has gone. */
  readonly back: string
  /** The focus stays on what opened it; Tab leads in. */
  readonly keepsFocus?: boolean
  /** The key that goes through it, where that is not Tab; null: it is one line to type in. */
  readonly key?: string | null
}

const DIALOG = 'dialog[open]'
const MENU = '[popover=auto]:popover-open'
const LIST = '.virtual-list'

export async function openComments(page: Page, locale: Locale = 'en'): Promise<void> {
  await page.addInitScript(() => localStorage.setItem('earshot.coder', 'Mina'))
  await openSample(page, locale)
  await showScreen(page, 3)
  await expect(page.locator('.virtual-row').first()).toBeVisible()
}

export async function showScreen(page: Page, screen: number): Promise<void> {
  await page.keyboard.press(`ControlOrMeta+${screen}`)
  await expect(page.locator('.rail-button').nth(screen - 1)).toHaveAttribute('aria-current', 'page')
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
}

/** The first line that the palette finds by these words. */
export async function runByName(page: Page, words: string): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k')
  await page.locator('.palette input').fill(words)
  await page.keyboard.press('Enter')
  await expect(page.locator('.palette')).toHaveCount(0)
}

/** Presses a key on the first that the selector finds. */
export async function pressOn(page: Page, selector: string, key = 'Enter'): Promise<void> {
  const element = page.locator(selector).first()
  await element.focus()
  await expect(element).toBeFocused()
  await page.keyboard.press(key)
}

/** A line of the menu of a code: by the key of its words. */
export async function runOnCode(page: Page, code: string, words: string): Promise<void> {
  await pressOn(page, code, 'Shift+F10')
  const line = page.getByRole('menuitem', { name: words })
  await expect(line).toBeVisible()
  for (let press = 0; press < 15; press++) {
    if (await line.evaluate((element) => element === document.activeElement)) break
    await page.keyboard.press('ArrowDown')
  }
  await page.keyboard.press('Enter')
}

const onList = (name: string, key: string, shown: string): Layer => ({ name, shown, back: LIST, open: (page) => pressOn(page, LIST, key) })
const pressed = (name: string, opener: string, shown: string, key = 'Enter'): Layer => ({ name, shown, back: opener, open: (page) => pressOn(page, opener, key) })

const byName = (key: MessageKey): Layer => ({
  name: key,
  shown: DIALOG,
  back: LIST,
  open: async (page, locale) => {
    await page.locator(LIST).focus()
    await runByName(page, translator(locale)(key))
  },
})

const ofCode = (key: MessageKey): Layer => {
  const code = '.book-code:nth-child(2)'
  return { name: key, shown: DIALOG, back: code, open: (page, locale) => runOnCode(page, code, translator(locale)(key)) }
}

const onScreen = (screen: number, layer: Layer): Layer => ({
  ...layer,
  open: async (page, locale) => {
    if ((await page.locator('.rail-button').nth(screen - 1).getAttribute('aria-current')) === null) await showScreen(page, screen)
    await layer.open(page, locale)
  },
})

/** Over the comments of the sample. */
export const OVER_COMMENTS: readonly Layer[] = [
  byName('keys.title'),
  byName('code.help.title'),
  byName('history.title'),
  byName('method.title'),
  byName('anonymous.palette'),
  byName('yardstick.title'),
  byName('erase.palette'),
  byName('password.set'),
  byName('codes.history'),
  onList('palette', 'ControlOrMeta+k', 'dialog.palette'),
  ofCode('codes.menu.merge'),
  ofCode('codes.menu.split'),
  ofCode('audit.open'),
  { ...pressed('menu of a code', '.book-code', '.place-menu', 'Shift+F10'), key: 'ArrowDown' },
  { ...pressed('menu of the codebook', '.book-more', MENU), key: 'ArrowDown' },
  { ...onList('choosing a code', 't', '.code-picker'), key: null },
  pressed('example', '.read-tags > .button', DIALOG),
  {
    ...pressed('preview of an erasure', '.read-erase .button', DIALOG),
    open: async (page) => {
      await pressOn(page, '.read-erase .button')
      await expect(page.locator(`${DIALOG} .erase-final`)).toBeVisible()
    },
  },
  {
    ...pressed('rule editor', '.book-code', '.rule-editor'),
    // The comments are where one goes on.
    back: LIST,
    open: async (page) => {
      await pressOn(page, '.book-code')
      await expect(page.locator('.outcome-count')).toBeVisible()
    },
  },
  onList('why', 'ControlOrMeta+i', '.why-panel'),
  onList('focus mode', 'f', '.focus-view'),
  pressed('condition', '.filter-add', '.condition'),
  pressed('views', '.filter-views', MENU),
  { ...pressed('export menu', '.export-button', MENU), keepsFocus: true },
]

/** Over the figures and the pages of the summary. */
export const OVER_FIGURES: readonly Layer[] = [
  onScreen(4, { ...pressed('what figures rest on', '.basis-button', MENU), keepsFocus: true }),
  onScreen(4, { ...pressed('menu of a chart', '.chart-menu-button', MENU), keepsFocus: true }),
  onScreen(7, {
    ...pressed('quotes', '.edit-quote-acts button', DIALOG),
    open: async (page, locale) => {
      await page.locator('.summary-item').filter({ hasText: translator(locale)('summary.kind.quotes') }).first().press('Enter')
      await pressOn(page, '.edit-quote-acts button')
      await expect(page.locator('.quote-option').first()).toBeVisible()
    },
  }),
  onScreen(7, pressed('brand', '.summary-buttons > .button-quiet', DIALOG)),
]
