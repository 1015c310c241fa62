import { useEffect } from 'react'

/** What one can be brought back to, the other lines of a tree as well. No fields: nobody is to type where they did not choose to. */
const REACHABLE = '[role=treeitem], :is(button, a[href], summary, select, [tabindex]):not([tabindex="-1"])'

const isThere = (element: Element): boolean => element.isConnected && !element.matches(':disabled') && element.checkVisibility({ visibilityProperty: true })

/**
 * The focus is never lost: where what has it goes away or is turned off, it moves to what could be reached just before that
 * in the same part of the window, else to the heading of the screen. Whoever puts it elsewhere in the same moment goes first.
 */
export function useKeptFocus(): void {
  useEffect(() => {
    let last: Element | null = null
    let before: readonly HTMLElement[] = []
    let frame = 0

    const onFocus = ({ target }: FocusEvent): void => {
      if (!(target instanceof Element)) return
      last = target
      const part = target.closest('dialog, [popover], main, header, footer, nav')
      before = [...(part?.querySelectorAll<HTMLElement>(REACHABLE) ?? [])]
        .filter((each) => (target.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_PRECEDING) !== 0)
        .reverse()
    }
    const keep = (): void => {
      if (document.activeElement !== document.body || last === null || isThere(last)) return
      const near = before.find(isThere) ?? document.querySelector<HTMLElement>('main h1')
      near?.focus()
    }
    const soon = (): void => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => {
        frame = requestAnimationFrame(keep)
      })
    }
    const observer = new MutationObserver(() => {
      if (document.activeElement === document.body && last !== null) soon()
    })
    observer.observe(document.body, { subtree: true, childList: true, attributeFilter: ['disabled', 'hidden'] })
    document.addEventListener('focusin', onFocus)
    // A part of the window may not be shown where there is less room, as when it is zoomed.
    window.addEventListener('resize', soon)
    return () => {
      observer.disconnect()
      document.removeEventListener('focusin', onFocus)
      window.removeEventListener('resize', soon)
      cancelAnimationFrame(frame)
    }
  }, [])
}
