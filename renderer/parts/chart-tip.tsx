import { useLayoutEffect, useRef, type RefObject } from 'react'

const GAP = 6
const EDGE = 4

/** The upper end of what can be seen around an element: of the part of the page that scrolls, or of the window. */
function visibleTop(element: Element): number {
  for (let around = element.parentElement; around; around = around.parentElement) {
    if (around.scrollHeight > around.clientHeight && /auto|scroll/.test(getComputedStyle(around).overflowY))
      return Math.max(0, around.getBoundingClientRect().top)
  }
  return 0
}

/** A sentence about a mark, above it (below, where that could not be seen), within the width of the chart. */
export function ChartTip({ text, mark }: { readonly text: string; readonly mark: RefObject<Element | null> }) {
  const tip = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    const [own, anchor] = [tip.current, mark.current?.getBoundingClientRect()]
    const around = own?.offsetParent?.getBoundingClientRect()
    if (!own || !anchor || !around) return
    const middle = anchor.left - around.left + anchor.width / 2 - own.offsetWidth / 2
    own.style.left = `${Math.max(EDGE, Math.min(middle, around.width - own.offsetWidth - EDGE))}px`
    const above = anchor.top - own.offsetHeight - GAP
    own.style.top = `${(above > visibleTop(own) ? above : anchor.bottom + GAP) - around.top}px`
  })
  return (
    <div className="chart-tip" ref={tip} aria-hidden="true">
      {text}
    </div>
  )
}
