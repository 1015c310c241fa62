import { expect, type Page } from '@playwright/test'
import type { Locale } from '../../shared/locale/translate'
import { cutOff } from './cut-off'
import { OVER_COMMENTS, OVER_FIGURES, openComments, type Layer } from './layers'
import { expectAccessible, LOCALES, test } from './window'
import { expectWalk } from './walk'

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
  const isModal = layer.shown.startsWith('dialog')
  if (isModal) await expectWalk(page, layer.name, layer.shown)
  await page.emulateMedia({ colorScheme: 'dark', forcedColors: 'active' })
  await page.setViewportSize(SMALL)
  expect(await cutOff(page, layer.shown), `${layer.name}, small`).toEqual([])
  if (layer.key !== null) await expectWalk(page, `${layer.name}, small`, layer.shown, layer.key)
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
      if (!layer.keepsFocus) expect(await hasFocus(page, layer.shown), `${layer.name} has the focus`).toBe(true)
      await expectReadable(page, layer, locale)
      await page.keyboard.press('Escape')
      await expect(opened, layer.name).toBeHidden()
      await expect(page.locator(layer.back).first(), `${layer.name} gives the focus back`).toBeFocused()
      await open(page, layer, locale)
      await expectReach(page, layer, locale)
      await page.keyboard.press('Escape')
      await expect(opened, layer.name).toBeHidden()
    }
  })
}
