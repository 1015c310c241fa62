import { expect, type Page } from '@playwright/test'
import { openComments, showScreen } from './layers'
import { expectAccessible, LOCALES, test } from './window'

// What systems tell windows of the people before them: less motion, more contrast.

/** What moves where the progress of work shows up. */
const moving = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const progress = document.createElement('div')
    progress.className = 'progress'
    document.body.append(progress)
    const animations = document.getAnimations().length
    progress.remove()
    return animations
  })

test('nothing moves for those who ask for that', async ({ page }) => {
  await openComments(page)
  await page.emulateMedia({ reducedMotion: 'no-preference' })
  expect(await moving(page)).toBe(1)
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const screen of [1, 2, 3, 4, 5, 6, 7]) {
    await showScreen(page, screen)
    expect(await moving(page), `screen ${screen}`).toBe(0)
  }
})

for (const locale of LOCALES) {
  test(`texts have seven times the contrast for those who ask for more: ${locale}`, async ({ page }) => {
    await openComments(page, locale)
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme, contrast: 'more' })
      for (const screen of [1, 2, 3, 4, 5, 6, 7]) {
        await showScreen(page, screen)
        // Pages of the summary are pictures of what goes out, in its colours.
        await page.locator('.deck-frame').evaluateAll((frames) => frames.forEach((frame) => frame.setAttribute('hidden', '')))
        await expectAccessible(page, `screen ${screen}, ${colorScheme}`, ['color-contrast-enhanced'])
      }
    }
  })
}
