import { expect, type Page } from '@playwright/test'
import { translator } from '../../shared/locale/translate'
import { cutOff } from './cut-off'
import { heard, listen } from './heard'
import { openComments, pressOn, runByName, runOnCode, showScreen } from './layers'
import { expectWalk } from './walk'
import { chooseFile, csvOf, expectAccessible, expectNoSidewaysScroll, headline, importButton, LOCALES, test } from './window'

// Reached by keys alone, never lost from sight, heard, and usable much enlarged. The screens' own figures are tested elsewhere.

const SCREENS = [1, 2, 3, 4, 5, 6, 7] as const

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
  await showScreen(page, 3)
  await page.locator('.book-code').first().focus()
  await page.setViewportSize({ width: 320, height: 480 })
  await expect(page.locator('.book-code').first()).toBeHidden()
  await expectFocus(page, 'a window made smaller')
  await page.setViewportSize({ width: 1280, height: 720 })
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

test('the focus stays in sight where codes, files and projects come and go', async ({ page }) => {
  await openComments(page)
  const codes = page.locator('.book-code')
  const n = await codes.count()
  // The code above takes the place of one that goes.
  await runOnCode(page, '.book-code:nth-child(3)', 'Remove')
  await expect(codes).toHaveCount(n - 1)
  await expect(codes.nth(1)).toBeFocused()
  await page.keyboard.press('Control+z')
  await expect(codes).toHaveCount(n)
  await expectFocus(page, 'a code brought back')
  await runOnCode(page, '.book-code:nth-child(4)', 'Archive')
  await expect(codes).toHaveCount(n - 1)
  await expect(codes.nth(2)).toBeFocused()
  await runOnCode(page, '.book-code:nth-child(3)', 'Merge into…')
  await page.locator('dialog[open] .button-primary').press('Enter')
  await expect(codes).toHaveCount(n - 2)
  await expect(codes.nth(1)).toBeFocused()
  await runOnCode(page, '.book-code:nth-child(2)', 'Split…')
  const name = page.locator('dialog[open] input').first()
  await listen(page)
  await name.fill(await codes.nth(3).locator('.book-name').innerText())
  await page.keyboard.press('Enter')
  await expect.poll(() => heard(page)).toContainEqual(expect.stringMatching(/^That is not possible: there is already a code named/u))
  await expect(name).toBeFocused()
  await name.fill('Another')
  await page.keyboard.press('Enter')
  await expect(codes).toHaveCount(n - 1)
  await expectFocus(page, 'a code split')
  await page.keyboard.press('Escape')
  await expectFocus(page, 'the editor left')

  await showScreen(page, 2)
  const add = page.locator('main .view-head .button').first()
  await add.focus()
  await chooseFile(page, { name: 'empty.csv', mimeType: 'text/csv', buffer: Buffer.from('') }, () => page.keyboard.press('Enter'))
  await expect.poll(() => heard(page)).toContainEqual(expect.stringContaining('empty'))
  await expect(add).toBeFocused()
  await chooseFile(page, csvOf(60), () => page.keyboard.press('Enter'))
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
  await expectWalk(page, 'import sheet')
  await importButton(page).press('Enter')
  await expect.poll(() => heard(page)).toContainEqual(expect.stringContaining('60 responses'))
  await expect(importButton(page)).toHaveCount(0)
  await expectFocus(page, 'an import')
  await runByName(page, 'close sample')
  await expect(page.locator('.rail-button')).toHaveCount(1)
  await expectFocus(page, 'a project closed')
  await pressOn(page, '.start-projects .table button')
  await expect(headline(page)).toBeVisible()
  await expect(page.getByRole('heading', { level: 1 })).toBeFocused()
})

for (const locale of LOCALES) {
  test(`every screen can be walked through, at 200 % and 400 % too: ${locale}`, async ({ page }, info) => {
    await page.emulateMedia({ reducedMotion: 'reduce' })
    await openComments(page, locale)
    for (const [width, height, forcedColors] of [[1024, 700, 'none'], [640, 450, 'none'], [320, 256, 'active']] as const) {
      await page.setViewportSize({ width, height })
      await page.emulateMedia({ forcedColors })
      for (const screen of SCREENS) {
        await showScreen(page, screen)
        const where = `screen ${screen}, ${width} wide`
        await page.screenshot({ path: info.outputPath(`screen-${screen}-${width}.png`) })
        await expectNoSidewaysScroll(page)
        expect(await cutOff(page), where).toEqual([])
        expect(await page.evaluate(() => document.getAnimations().length), where).toBe(0)
        if (width !== 640) await expectWalk(page, where)
        if (forcedColors === 'active') await expectAccessible(page, `${where}, colours of the system`)
      }
    }
  })

  test(`what happened is said once: ${locale}`, async ({ page }) => {
    const t = translator(locale)
    await openComments(page, locale)
    await listen(page)
    const added = /^“.+” (added\.|코드를 붙였습니다\.)$/u
    const times = async (pattern: RegExp): Promise<number> => (await heard(page)).filter((each) => pattern.test(each)).length
    await page.locator('.virtual-list').focus()
    for (const key of ['1', '2']) {
      await page.keyboard.press(key)
      await expect.poll(() => times(added)).toBe(Number(key))
    }
    const kept = new RegExp(`^(${t('app.saved.browser')}|${t('app.kept')})$`, 'u')
    await expect.poll(() => times(kept)).toBeGreaterThan(0)
    await page.waitForTimeout(300)
    expect((await heard(page)).filter((each, at, all) => each === all[at - 1])).toEqual([])
    await showScreen(page, 4)
    await expect(headline(page)).toBeVisible()
    await listen(page)
    await page.locator('.interval-chart [role=option]').first().click()
    await expect(page.locator('.chip')).toHaveCount(1)
    const count = page.locator('.status-line [role=status]').first()
    await expect(count).toHaveText(locale === 'en' ? /^\d+ of /u : /건 중 \d+건$/u)
    const counted = (await count.textContent()) ?? ''
    await page.waitForTimeout(300)
    expect((await heard(page)).filter((each) => each === counted)).toHaveLength(1)
  })
}
