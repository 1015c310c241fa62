import { expect, type Page } from '@playwright/test'

/** What the keyboard comes to in this part of the window, and what is wrong there. */
export interface Walk {
  readonly stops: readonly string[]
  readonly wrong: readonly string[]
}

/** More stops than any part of the window has. */
const MOST = 150

/**
 * Goes once round by Tab, or another key, from where the focus is. Every stop has to be seen whole enough to be hit in its middle, nothing lying over
 * it, and to show that it has the focus.
 */
export async function walk(page: Page, within = 'body', key = 'Tab'): Promise<Walk> {
  const stops: string[] = []
  const wrong: string[] = []
  await page.evaluate(() => Object.assign(window, { walked: new Set<Element>() }))
  for (let press = 0; press < MOST; press++) {
    await page.keyboard.press(key)
    const stop = await page.evaluate(stopHere, within)
    if (stop === 'again' || stop === 'left') return { stops, wrong }
    if (stop === 'outside') continue
    stops.push(stop.what)
    wrong.push(...stop.wrong.map((each) => `${stop.what}: ${each}`))
  }
  throw new Error(`${MOST} stops and no end: ${stops.slice(-5).join(' | ')}`)
}

/** Runs in the page. */
function stopHere(within: string): 'again' | 'outside' | 'left' | { readonly what: string; readonly wrong: readonly string[] } {
  const { walked } = window as unknown as { readonly walked: Set<Element> }
  const at = document.activeElement
  // The window's own controls, or those of its frame, come between the last and the first.
  if (!at || at === document.body || at === document.documentElement) return 'outside'
  if (walked.has(at)) return 'again'
  if (!at.closest(within)) return 'left'
  walked.add(at)
  const wrong: string[] = []
  /** What stands for it: a choice is drawn by its label. */
  const drawn = at.matches('input[type=radio], input[type=checkbox]') ? (at.closest('label') ?? at) : at
  const box = drawn.getBoundingClientRect()
  const [left, right] = [Math.max(0, box.left), Math.min(innerWidth, box.right)]
  const [top, bottom] = [Math.max(0, box.top), Math.min(innerHeight, box.bottom)]
  const hits = (x: number, y: number): boolean => {
    const hit = document.elementFromPoint(x, y)
    return hit !== null && (drawn.contains(hit) || (hit.contains(drawn) && getComputedStyle(drawn).pointerEvents === 'none'))
  }
  const places = [[0.5, 0.5], [0.5, 0.15], [0.1, 0.5], [0.9, 0.5], [0.5, 0.85]] as const
  if (right - left < 4 || bottom - top < 4) wrong.push('out of sight')
  else if (!places.some(([x, y]) => hits(left + (right - left) * x, top + (bottom - top) * y))) {
    const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2)
    wrong.push(`${over?.tagName} .${over?.className} lies over it`)
  }
  const shows = (element: Element | null, pseudo?: string): boolean => {
    if (!element) return false
    const { outlineStyle, outlineWidth, outlineColor, boxShadow } = getComputedStyle(element, pseudo)
    return (outlineStyle !== 'none' && parseFloat(outlineWidth) > 0 && !outlineColor.endsWith(', 0)')) || boxShadow !== 'none'
  }
  const active = at.getAttribute('aria-activedescendant')
  const around = at.parentElement?.closest(':focus-within') ?? null
  if (!at.matches(':focus-visible')) wrong.push('not :focus-visible')
  if (![at, drawn, around, active ? document.getElementById(active) : null].some((each) => shows(each))) wrong.push('no sign of the focus')
  const name = at.getAttribute('aria-label') ?? at.textContent?.trim().slice(0, 40) ?? ''
  return { what: `${at.tagName.toLowerCase()}.${at.className} “${name}”`, wrong }
}

/** Every stop is in sight and shows the focus. */
export async function expectWalk(page: Page, where: string, within = 'body', key = 'Tab'): Promise<readonly string[]> {
  const { stops, wrong } = await walk(page, within, key)
  expect(wrong, where).toEqual([])
  expect(stops.length, where).toBeGreaterThan(0)
  return stops
}

/** What has the focus now is in sight and shows it. */
export async function expectSeen(page: Page): Promise<void> {
  await page.evaluate(() => Object.assign(window, { walked: new Set<Element>() }))
  const stop = await page.evaluate(stopHere, 'body')
  if (typeof stop === 'string') throw new Error('Nothing has the focus.')
  expect(stop.wrong, stop.what).toEqual([])
}
