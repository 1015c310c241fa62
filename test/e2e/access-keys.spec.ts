import { expect, type Locator, type Page } from '@playwright/test'
import { existsSync, readFileSync } from 'node:fs'
import { translator } from '../../shared/locale/translate'
import { shellOf } from '../helpers/shell'
import { heard, listen } from './heard'
import { expectSeen } from './walk'
import { headline, LOCALES, openWindow, tabTo, test } from './window'

// The whole job with the hands on the keyboard, and with the ears alone: nothing is clicked, nothing focused by the test.

/** Tabs to it; it is seen to have the focus. */
async function reach(page: Page, target: Locator): Promise<void> {
  await tabTo(page, target)
  await expectSeen(page)
}

const DECK = { en: 'Sample - Harbor.pptx', ko: '예시 - 하버.pptx' } as const

/** A key hands this out. */
async function expectHandedOut(page: Page, key: string, name: string): Promise<void> {
  const shell = shellOf(page)
  if (shell) {
    const path = test.info().outputPath('deck.pptx')
    await shell.answer([path])
    await page.keyboard.press(key)
    await expect.poll(() => existsSync(path) && readFileSync(path).subarray(0, 2).toString(), { timeout: 30_000 }).toBe('PK')
    return
  }
  const download = page.waitForEvent('download')
  await page.keyboard.press(key)
  expect((await download).suggestedFilename()).toBe(name)
}

for (const locale of LOCALES) {
  test(`from the start to the deck by keys alone, seen and heard: ${locale}`, async ({ page }) => {
    test.setTimeout(120_000)
    const t = translator(locale)
    const { keyboard } = page
    const heading = page.getByRole('heading', { level: 1 })
    await page.addInitScript(() => {
      localStorage.setItem('earshot.tour', 'seen')
      localStorage.setItem('earshot.coder', 'Mina')
    })
    await openWindow(page, locale)
    // A desktop app that was just started has not heard that the tour was seen.
    if (shellOf(page)) await page.reload()
    await expect(heading).toBeVisible()
    await listen(page)
    await reach(page, page.locator('.sample .button').first())
    await keyboard.press('Enter')
    await expect(headline(page)).toBeVisible({ timeout: 30_000 })
    await expect(heading).toBeFocused()
    await expect.poll(() => heard(page)).toContainEqual(expect.stringContaining(t('status.responses', { n: 2424 })))

    await keyboard.press('ControlOrMeta+2')
    await expect(heading).toBeFocused()
    await reach(page, page.locator('main .view-head .button').first())

    // A code with a rule of its own.
    await keyboard.press('ControlOrMeta+3')
    await expect(page.locator('.virtual-row').first()).toBeVisible()
    await expect(heading).toBeFocused()
    await keyboard.press('Shift+E')
    const editor = page.locator('.rule-editor')
    await expect(editor).toBeVisible()
    await reach(page, editor.locator('input').first())
    await keyboard.type('Ledger')
    await reach(page, editor.locator('textarea').first())
    await keyboard.type('invoice')
    await expect(editor.locator('.outcome-count')).toBeVisible()
    await keyboard.press('ControlOrMeta+Enter')
    await expect(editor).toBeHidden()
    await expect(page.locator('.book-code').filter({ hasText: 'Ledger' })).toHaveCount(1)

    // A tag, and its undo.
    await reach(page, page.locator('.virtual-list'))
    await keyboard.press('u')
    const chips = page.locator('.virtual-row.is-cursor .tag-chip')
    await expect(chips).toHaveCount(0)
    await keyboard.press('t')
    await expect(page.locator('.code-picker')).toBeVisible()
    await keyboard.type('Ledger')
    await keyboard.press('Enter')
    await expect(chips).toHaveCount(1)
    await expect.poll(() => heard(page)).toContain(t('code.said.add', { name: 'Ledger', n: 0 }))
    await keyboard.press('ControlOrMeta+z')
    await expect(chips).toHaveCount(0)
    const undone = t('notice.undone', { what: t('intent.tag') })
    await expect.poll(() => heard(page)).toContain(undone)
    await keyboard.press('ControlOrMeta+Shift+z')
    await expect(chips).toHaveCount(1)
    await expect.poll(() => heard(page)).toContain(t('notice.redone', { what: t('intent.tag') }))
    await keyboard.press('ControlOrMeta+z')
    await expect(chips).toHaveCount(0)
    await expect.poll(async () => (await heard(page)).filter((each) => each === undone).length).toBe(2)
    await expectSeen(page)

    // A field, and a mark of its chart.
    await keyboard.press('ControlOrMeta+4')
    await expect(heading).toBeFocused()
    await reach(page, page.getByLabel(t('slice.by'), { exact: true }))
    await keyboard.press('ArrowDown')
    await expect(page.locator('main [aria-busy="true"]')).toHaveCount(0)
    await reach(page, page.locator('.interval-chart [role=option]').first())
    await keyboard.press('Enter')
    await expect(page.locator('.chip')).toHaveCount(1)
    const counted = page.locator('.status-line [role=status]').first()
    await expect(counted).toHaveText(/\d.*2,424|2,424.*\d/u)
    expect(await heard(page)).toContain(await counted.textContent())

    await keyboard.press('ControlOrMeta+5')
    await expect(heading).toBeFocused()
    await reach(page, page.locator('main select').first())

    await keyboard.press('ControlOrMeta+7')
    await expect(page.locator('.summary-page')).toBeVisible({ timeout: 30_000 })
    await expect(heading).toBeFocused()
    await reach(page, page.locator('.summary-item').first())
    await reach(page, page.getByRole('button', { name: t('summary.export.pptx') }))
    await expectHandedOut(page, 'Enter', DECK[locale])
    await expect.poll(() => heard(page), { timeout: 30_000 }).toContain(t(shellOf(page) ? 'notice.saved' : 'notice.downloaded', { file: DECK[locale] }))
    await expectSeen(page)
  })
}
