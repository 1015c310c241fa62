import { expect, type Page } from '@playwright/test'
import { translator, type Locale } from '../../shared/locale/translate'
import { cutOff } from './cut-off'
import { OVER_COMMENTS, OVER_FIGURES, openComments, pressOn, runByName, showScreen, type Layer } from './layers'
import { chooseFile, expectAccessible, headline, importButton, LOCALES, openWindow, test } from './window'
import { expectSeen, expectWalk } from './walk'

// What lies over the screens: named, readable, left by Escape without losing one's place, and all of it in reach at any size.

const SMALL = { width: 320, height: 256 }
const USUAL = { width: 1024, height: 700 }
const LOOKS = {
  en: [{ colorScheme: 'light', forcedColors: 'none' }, { colorScheme: 'dark', forcedColors: 'active' }],
  ko: [{ colorScheme: 'dark', forcedColors: 'none' }],
} as const

async function open(page: Page, layer: Layer, locale: Locale): Promise<void> {
  await layer.open(page, locale)
  await expect(page.locator(layer.shown).first(), layer.name).toBeVisible()
}

const hasFocus = (page: Page, selector: string): Promise<boolean> =>
  page.evaluate((within) => document.activeElement?.closest(within) !== null && document.activeElement !== document.body, selector)

/** Named and readable in every look of a language, still for those who ask for it. */
async function expectReadable(page: Page, layer: Layer, locale: Locale): Promise<void> {
  for (const look of LOOKS[locale]) {
    await page.emulateMedia(look)
    await expectAccessible(page, `${layer.name}, ${look.colorScheme}, ${look.forcedColors}`)
  }
  expect(await page.evaluate(() => document.getAnimations().length), layer.name).toBe(0)
}

/** All of it in reach in a window of the usual size, and at 400 % in the colours of the system. */
async function expectReach(page: Page, layer: Layer, locale: Locale): Promise<void> {
  if (layer.key) return void (await expectWalk(page, layer.name, layer.shown, layer.key))
  if (layer.shown.startsWith('dialog')) await expectWalk(page, layer.name, layer.shown)
  await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' })
  await page.setViewportSize(SMALL)
  expect(await cutOff(page, layer.shown), `${layer.name}, small`).toEqual([])
  if (layer.key !== null) await expectWalk(page, `${layer.name}, small`, layer.shown)
  await page.emulateMedia({ colorScheme: LOOKS[locale][0].colorScheme, forcedColors: 'none' })
  await page.setViewportSize(USUAL)
}

for (const locale of LOCALES) {
  test(`what lies over the screens can be read, reached and left: ${locale}`, async ({ page }) => {
    test.setTimeout(120_000)
    await page.setViewportSize(USUAL)
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: LOOKS[locale][0].colorScheme })
    await openComments(page, locale)
    for (const layer of [...OVER_COMMENTS, ...OVER_FIGURES]) {
      await open(page, layer, locale)
      const opened = page.locator(layer.shown).first()
      if (!layer.keepsFocus) await expect.poll(() => hasFocus(page, layer.shown), { message: `${layer.name} has the focus` }).toBe(true)
      await expectReadable(page, layer, locale)
      await page.keyboard.press('Escape')
      await expect(opened, layer.name).toBeHidden()
      await expect(page.locator('dialog')).toHaveCount(0)
      await expect(page.locator(layer.back).first(), `${layer.name} gives the focus back`).toBeFocused()
      await open(page, layer, locale)
      await expectReach(page, layer, locale)
      await page.keyboard.press('Escape')
      await expect(opened, layer.name).toBeHidden()
    }
  })
}

/** Scores, sizes in bands, comments, and who wrote them. */
const SURVEY = {
  name: 'asked.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(
    `Respondent ID,Score (0-10),Seats,Why did you give this score?\n${Array.from({ length: 80 }, (_, at) => `R-${at},${at % 11},${((at * 37) % 480) + 1},comment number ${at}`).join('\n')}\n`,
  ),
}
const PASSWORD = 'harbour lights at dusk'

/** Asked or shown on the way; each is left, and comes back. */
async function expectOnTheWay(page: Page, locale: Locale, name: string, shown: string, open: () => Promise<void>): Promise<void> {
  await open()
  await expect(page.locator(shown).first(), name).toBeVisible()
  await expect.poll(() => hasFocus(page, shown), { message: `${name} has the focus` }).toBe(true)
  const layer = { name, shown, back: 'body', open }
  await expectReadable(page, layer, locale)
  await expectReach(page, layer, locale)
}

for (const locale of LOCALES) {
  test(`what is asked on the way can be read, reached and left: ${locale}`, async ({ page }) => {
    test.setTimeout(120_000)
    const t = translator(locale)
    const way = (name: string, shown: string, open: () => Promise<void>) => expectOnTheWay(page, locale, name, shown, open)
    const left = async (back: string): Promise<void> => {
      await page.keyboard.press('Escape')
      await expect(page.locator(back).first()).toBeFocused()
    }
    await page.setViewportSize(USUAL)
    await page.emulateMedia({ reducedMotion: 'reduce', colorScheme: LOOKS[locale][0].colorScheme })
    await page.addInitScript(() => localStorage.setItem('earshot.tour', 'seen'))
    await openWindow(page, locale)
    await way('import sheet', 'main', () => chooseFile(page, SURVEY))
    await importButton(page).press('Enter')
    await expect(headline(page)).toBeVisible()
    await page.getByLabel(t('slice.by'), { exact: true }).selectOption({ label: 'Seats' })
    await way('bands', 'dialog[open]', () => pressOn(page, '.icon-button[aria-label*="Seats"]'))
    await left('.icon-button[aria-label*="Seats"]')
    await showScreen(page, 3)
    await runByName(page, t('codes.starter.add'))
    await expect(page.locator('.book-code').first()).toBeVisible()
    await way('who codes', 'dialog.coder-name', () => pressOn(page, '.virtual-list', '1'))
    await page.locator('.coder-name input').first().fill('Mina')
    await page.keyboard.press('Enter')
    await expect(page.locator('.virtual-list')).toBeFocused()
    await way('receipt', 'dialog[open]', async () => {
      await pressOn(page, '.read-erase .button')
      await pressOn(page, 'dialog[open] .dialog-answers .button:last-child')
      await expect(page.locator('dialog[open] .erase-lines')).toBeVisible()
    })
    await page.keyboard.press('Escape')
    await expect(page.locator('dialog[open]')).toHaveCount(0)
    await expect.poll(() => hasFocus(page, 'main')).toBe(true)
    await runByName(page, t('tour.start'))
    const next = page.locator('.tour .button-primary')
    await expect(next).toBeFocused()
    await expectReadable(page, { name: 'tour', shown: '.tour', back: 'main', open: () => Promise.resolve() }, locale)
    await page.setViewportSize(SMALL)
    await next.focus()
    await expectSeen(page)
    await expectWalk(page, 'tour, small', '.tour', 'Shift+Tab')
    await page.setViewportSize(USUAL)
    await next.focus()
    await page.keyboard.press('Escape')
    await expect(page.locator('.tour')).toHaveCount(0)
    await expect.poll(() => hasFocus(page, 'main')).toBe(true)
    await runByName(page, t('password.set'))
    for (const field of [0, 1]) await page.locator('dialog[open] input:not([type=checkbox])').nth(field).fill(PASSWORD)
    await page.keyboard.press('Enter')
    await expect(page.locator('.status-locked')).toBeVisible({ timeout: 30_000 })
    await page.reload()
    const name = '.start-projects .table button'
    await way('unlock', 'dialog[open]', () => pressOn(page, name))
    await left(name)
  })
}
