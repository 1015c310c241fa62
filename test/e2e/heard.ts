import type { Page } from '@playwright/test'

/**
 * Keeps what a screen reader hears without being asked: what changes in a place that was there before, and what comes as an alert.
 * Words that come together with their place are heard by few of them, and are not kept.
 */
export const listen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const kept: string[] = []
    Object.assign(window, { heard: kept })
    const places = '[role=status], [aria-live=polite]'
    const known = new WeakSet(document.querySelectorAll(places))
    new MutationObserver((changes) => {
      const about = new Set<Element>()
      // Behind a dialog nothing is heard.
      const reaches = (place: Element): boolean => !document.querySelector('dialog:modal') || place.closest('dialog:modal') !== null
      for (const { target, addedNodes } of changes) {
        const place = (target instanceof Element ? target : target.parentElement)?.closest(places)
        if (place && known.has(place) && reaches(place)) about.add(place)
        for (const node of addedNodes) {
          const alert = node instanceof Element ? (node.matches('[role=alert]') ? node : node.querySelector('[role=alert]')) : null
          if (alert && reaches(alert)) about.add(alert)
        }
      }
      for (const place of about) if (place.textContent.trim() !== '') kept.push(place.textContent.trim())
      for (const place of document.querySelectorAll(places)) known.add(place)
    }).observe(document.body, { subtree: true, childList: true, characterData: true })
  })

/** What was heard since, each time it was. */
export const heard = (page: Page): Promise<string[]> => page.evaluate(() => [...(window as unknown as { heard: string[] }).heard])
