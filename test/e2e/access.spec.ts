import { expect, type Page } from '@playwright/test'
import { translator, type MessageKey } from '../../shared/locale/translate'
import { expectAccessible, expectNoSidewaysScroll, headline, LOCALES, openSample, test } from './window'

// Reached by keys alone, never lost from sight, heard, and usable much enlarged. The screens' own figures are tested elsewhere.

const SCREENS = [1, 2, 3, 4, 5, 6, 7] as const
/** What is opened from the palette over the comments. */
const LAYERS: readonly MessageKey[] = [
  'keys.title',
  'code.help.title',
  'history.title',
  'method.title',
  'anonymous.palette',
  'yardstick.title',
  'erase.palette',
  'password.set',
  'codes.history',
]
/** By screen, what opens something that Esc closes. */
const OPENERS: readonly (readonly [number, readonly string[]])[] = [
  [2, ['.palette-button', '.export-button']],
  [3, ['.filter-add', '.filter-views', '.book-more']],
  [4, ['.basis-button', '.chart-menu-button']],
  [7, ['.chart-menu-button']],
]

async function openComments(page: Page, locale: 'en' | 'ko' = 'en'): Promise<void> {
  await page.addInitScript(() => localStorage.setItem('earshot.coder', 'Mina'))
  await openSample(page, locale)
  await page.keyboard.press('Control+3')
  await expect(page.locator('.virtual-row').first()).toBeVisible()
}

async function openLayer(page: Page, text: string): Promise<void> {
  await page.keyboard.press('Control+k')
  await page.locator('.palette input').fill(text)
  await page.keyboard.press('Enter')
  await expect(page.locator('.palette')).toHaveCount(0)
  await expect(page.locator('dialog[open]')).toBeVisible()
}

async function showScreen(page: Page, screen: number): Promise<void> {
  await page.keyboard.press(`Control+${screen}`)
  await expect(page.locator('.rail-button').nth(screen - 1)).toHaveAttribute('aria-current', 'page')
  await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
}

/** Something that can be seen has the focus. */
const expectFocus = (page: Page, after: string): Promise<void> =>
  expect
    .poll(
      () =>
        page.evaluate(() => {
          const at = document.activeElement
          return at !== null && at !== document.body && at.checkVisibility({ visibilityProperty: true })
        }),
      { message: `the focus after ${after}` },
    )
    .toBe(true)

test('what lies over the screens gives the focus back', async ({ page }) => {
  await openComments(page)
  const t = translator('en')
  const list = page.locator('.virtual-list')
  for (const key of LAYERS) {
    await list.focus()
    await openLayer(page, t(key))
    await expectFocus(page, t(key))
    await page.keyboard.press('Escape')
    await expect(page.locator('dialog[open]')).toHaveCount(0)
    await expect(list, t(key)).toBeFocused()
  }
  for (const [screen, openers] of OPENERS) {
    await showScreen(page, screen)
    for (const selector of openers) {
      const opener = page.locator(selector).first()
      await opener.focus()
      await page.keyboard.press('Enter')
      await expect(page.locator('dialog[open], :popover-open').first(), selector).toBeVisible()
      await expectFocus(page, selector)
      await page.keyboard.press('Escape')
      await expect(page.locator('dialog[open], :popover-open'), selector).toHaveCount(0)
      await expect(opener, selector).toBeFocused()
    }
  }
})

test('the focus stays in sight when what had it goes', async ({ page }) => {
  await openComments(page)
  const press = async (selector: string): Promise<void> => {
    await page.locator(selector).first().focus()
    await page.keyboard.press('Enter')
    await expectFocus(page, selector)
  }
  await page.locator('.virtual-list').focus()
  for (const key of ['1', 'Control+z', 'Control+y']) {
    await page.keyboard.press(key)
    await expectFocus(page, key)
  }
  await page.getByRole('button', { name: 'Turn off', exact: true }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Turn off', exact: true })).toHaveCount(0)
  await expectFocus(page, 'suggestions turned off')
  await showScreen(page, 5)
  const more = page.getByRole('button', { name: /^Show \d+ more$/u }).first()
  await more.focus()
  await page.keyboard.press('Enter')
  await expectFocus(page, 'more themes')
  await showScreen(page, 4)
  await page.getByRole('option', { name: /^Retail/u }).first().click()
  await expect(page.locator('.chip')).toHaveCount(1)
  await press('.chip-remove')
  await expect(page.locator('.chip')).toHaveCount(0)
  await expectFocus(page, 'the last condition')
  await page.locator('.header-settings').getByText('한국어').click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'ko')
  await expectFocus(page, 'another language')
})

for (const locale of LOCALES) {
  test(`every screen and dialog can be used at 200 % and 400 %: ${locale}`, async ({ page }, info) => {
    await openComments(page, locale)
    for (const [width, height] of [[640, 450], [320, 480]] as const) {
      await page.setViewportSize({ width, height })
      for (const screen of SCREENS) {
        await showScreen(page, screen)
        await page.screenshot({ path: info.outputPath(`screen-${screen}-${width}.png`) })
        await expectNoSidewaysScroll(page)
        expect(await cutOff(page), `screen ${screen}, ${width} wide`).toEqual([])
      }
      await showScreen(page, 3)
      for (const key of LAYERS) {
        await openLayer(page, translator(locale)(key))
        await page.screenshot({ path: info.outputPath(`${key}-${width}.png`) })
        expect(await cutOff(page), `${key}, ${width} wide`).toEqual([])
        await page.keyboard.press('Escape')
        await expect(page.locator('dialog[open]')).toHaveCount(0)
      }
    }
  })

  test(`dialogs are accessible, screens in the system's colours too: ${locale}`, async ({ page }) => {
    await openComments(page, locale)
    for (const key of LAYERS) {
      await openLayer(page, translator(locale)(key))
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await expectAccessible(page, `${key}, ${colorScheme}`)
      }
      await page.keyboard.press('Escape')
    }
    await page.emulateMedia({ forcedColors: 'active' })
    for (const screen of SCREENS) {
      await showScreen(page, screen)
      await expectAccessible(page, `screen ${screen}, colours of the system`)
    }
  })

  test(`what happened is said once: ${locale}`, async ({ page }) => {
    const t = translator(locale)
    await openComments(page, locale)
    await listen(page)
    const added = /^“.+” (added\.|코드를 붙였습니다\.)$/u
    const times = async (pattern: RegExp): Promise<number> => (await said(page)).filter((each) => pattern.test(each)).length
    await page.locator('.virtual-list').focus()
    for (const key of ['1', '2']) {
      await page.keyboard.press(key)
      await expect.poll(() => times(added)).toBe(Number(key))
    }
    const kept = new RegExp(`^(${t('app.saved.browser')}|${t('app.kept')})$`, 'u')
    await expect.poll(() => times(kept)).toBeGreaterThan(0)
    await page.waitForTimeout(300)
    expect((await said(page)).filter((each, at, all) => each === all[at - 1])).toEqual([])
    await showScreen(page, 4)
    await expect(headline(page)).toBeVisible()
    await listen(page)
    await page.locator('.interval-chart [role=option]').first().click()
    await expect(page.locator('.chip')).toHaveCount(1)
    const count = page.locator('.status-line [role=status]').first()
    await expect(count).toHaveText(locale === 'en' ? /^\d+ of /u : /건 중 \d+건$/u)
    const counted = (await count.textContent()) ?? ''
    await page.waitForTimeout(300)
    expect((await said(page)).filter((each) => each === counted)).toHaveLength(1)
  })
}

/** Controls with a part beyond the sides of the window that nothing scrolls to. */
const cutOff = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const scope = document.querySelector('dialog[open]') ?? document
    const scrolls = (element: Element | null): boolean => {
      for (let at = element; at; at = at.parentElement)
        if (/auto|scroll/u.test(getComputedStyle(at).overflowX) && at.scrollWidth > at.clientWidth) return true
      return false
    }
    return [...scope.querySelectorAll('button, input, select, textarea, a[href]')]
      .filter((each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !each.closest('.visually-hidden, .skip-link, .segment'))
      .filter((each) => {
        const { left, right, width } = each.getBoundingClientRect()
        return width > 1 && (left < -1 || right > innerWidth + 1) && !scrolls(each)
      })
      .map((each) => each.outerHTML.slice(0, 120))
  })

/** Keeps what is put into places that are read out. */
const listen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const heard: string[] = []
    Object.assign(window, { heard })
    new MutationObserver((changes) => {
      const places = changes.map(({ target }) => (target instanceof Element ? target : target.parentElement)?.closest('[role=status], [role=alert]'))
      for (const place of new Set(places)) if (place?.textContent) heard.push(place.textContent.trim())
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })

const said = (page: Page): Promise<string[]> => page.evaluate(() => [...(window as unknown as { heard: string[] }).heard])
