import type { Pen } from './pen'

/** What stands on a flowing page and is not broken. Points. */
export interface Item {
  readonly height: number
  /** Room above, unless it stands at the top of a page. */
  readonly gap: number
  /** Whether it stands on the same page as the next. */
  readonly keep: boolean
  /** Whether it may be parted from the next all the same where much of a page would stay empty. */
  readonly isLoose?: boolean
  /** What is drawn again above it where it begins a page, such as a table's head. */
  readonly again: Item | null
  /** Draws it with its top at `y`. */
  readonly draw: (y: number) => void
}

export interface Sheet {
  readonly width: number
  readonly height: number
  readonly left: number
  readonly right: number
  readonly top: number
  readonly bottom: number
}

/** So much of a page is not left empty for the sake of what may be parted. */
const MUCH = 0.22

/** Puts items one below the other, on as many pages as they need; begins a page of its own. */
export function flow(pen: Pen, { width, height, top, bottom }: Sheet, items: readonly Item[]): void {
  const end = height - bottom
  let y = top
  pen.newPage(width, height)
  const turn = (): void => {
    pen.newPage(width, height)
    y = top
  }
  const place = (item: Item): void => {
    const isFirst = y === top
    if (!isFirst && y + item.gap + item.height > end) turn()
    if (y === top && item.again !== null) {
      item.again.draw(y)
      y += item.again.height
    } else if (y > top) {
      y += item.gap
    }
    item.draw(y)
    y += item.height
  }
  for (let at = 0; at < items.length; ) {
    let last = at
    while (last + 1 < items.length && items[last]?.keep === true) last += 1
    const tallOf = (part: readonly Item[]): number => part.reduce((sum, item, place) => sum + item.height + (place === 0 && y === top ? 0 : item.gap), 0)
    let group = items.slice(at, last + 1)
    if (y > top && y + tallOf(group) > end && end - y > (end - top) * MUCH) {
      const loose = group.findLastIndex((item, place) => item.isLoose === true && y + tallOf(group.slice(0, place + 1)) <= end)
      if (loose >= 0) group = group.slice(0, loose + 1)
    }
    const tall = tallOf(group)
    // A group that no page holds is broken where it must.
    if (y > top && y + tall > end && tall <= end - top) turn()
    for (const item of group) place(item)
    at += group.length
  }
}
