import { useEffect } from 'react'

/** What has the focus is seen: a menu that the focus leaves by Tab closes, and a wide table scrolls to the whole of what it comes to. */
export function useSeenFocus(): void {
  useEffect(() => {
    let byTab = false
    const onKey = ({ key }: KeyboardEvent): void => {
      byTab = key === 'Tab'
    }
    // A press on a label moves the focus out of the menu for a moment as well: nobody leaves it.
    const onPress = (): void => {
      byTab = false
    }
    const onFocus = ({ target }: FocusEvent): void => {
      if (!(target instanceof Element) || !byTab) return
      const opens = target.closest<HTMLButtonElement>('[popovertarget]')?.popoverTargetElement
      for (const menu of document.querySelectorAll<HTMLElement>('[popover=auto]:popover-open'))
        if (menu !== opens && !menu.contains(target)) menu.hidePopover()
      // Browsers leave it where a sliver of it is in sight.
      if (target.matches('.table-scroll *')) target.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    }
    document.addEventListener('keydown', onKey, true)
    document.addEventListener('pointerdown', onPress, true)
    document.addEventListener('focusin', onFocus)
    return () => {
      document.removeEventListener('keydown', onKey, true)
      document.removeEventListener('pointerdown', onPress, true)
      document.removeEventListener('focusin', onFocus)
    }
  }, [])
}
