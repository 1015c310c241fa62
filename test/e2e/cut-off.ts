import type { Page } from '@playwright/test'

/** Controls of this part with something beyond the sides of the window that nothing scrolls to. */
export const cutOff = (page: Page, within = 'body'): Promise<string[]> =>
  page.evaluate((selector) => {
    const scrolls = (element: Element | null): boolean => {
      for (let at = element; at; at = at.parentElement)
        if (/auto|scroll/u.test(getComputedStyle(at).overflowX) && at.scrollWidth > at.clientWidth) return true
      return false
    }
    return [...(document.querySelector(selector) ?? document).querySelectorAll('button, input, select, textarea, a[href]')]
      .filter((each) => each.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !each.closest('.visually-hidden, .skip-link, .segment'))
      .filter((each) => {
        const { left, right, width } = each.getBoundingClientRect()
        return width > 1 && (left < -1 || right > innerWidth + 1) && !scrolls(each)
      })
      .map((each) => each.outerHTML.slice(0, 120))
  }, within)
