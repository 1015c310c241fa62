import { useEffect } from 'react'

/** A menu that the focus leaves, by Tab, closes: what has the focus then does not lie behind it. */
export function useLeftMenus(): void {
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent): void => {
      if (!(target instanceof Element)) return
      const opens = target.closest<HTMLButtonElement>('[popovertarget]')?.popoverTargetElement
      for (const menu of document.querySelectorAll<HTMLElement>('[popover=auto]:popover-open'))
        if (menu !== opens && !menu.contains(target)) menu.hidePopover()
    }
    document.addEventListener('focusin', onFocus)
    return () => document.removeEventListener('focusin', onFocus)
  }, [])
}
