import { expect, type Page } from '@playwright/test'
import { chooseFile, headline, importButton, openWindow, type FileToChoose } from './window'

/** From the start screen to the comments of a file. */
export async function importToCode(page: Page, survey: FileToChoose): Promise<void> {
  await chooseFile(page, survey)
  await importButton(page).click()
  await expect(headline(page)).toBeVisible({ timeout: 30_000 })
  await page.locator('.rail-button').nth(2).click()
  await expect(page.locator('.virtual-list')).toBeVisible()
}

/** The codebook that a file brings into a project without one. */
export async function takeBook(page: Page, book: FileToChoose, codes: number): Promise<void> {
  await chooseFile(page, book, page.locator('.code-book .empty .button-plain'))
  await expect(page.locator('.book-code')).toHaveCount(codes)
}

/** The comments of a file, with a codebook, and with a coder whose name is known. */
export async function openCodeScreen(
  page: Page,
  { survey, book, codes, locale = 'en', coder = 'Mina' }: {
    readonly survey: FileToChoose
    readonly book?: FileToChoose
    readonly codes: number
    readonly locale?: 'en' | 'ko'
    readonly coder?: string
  },
): Promise<void> {
  await page.addInitScript((name) => localStorage.setItem('earshot.coder', name), coder)
  await openWindow(page, locale)
  await importToCode(page, survey)
  if (book) await takeBook(page, book, codes)
}
