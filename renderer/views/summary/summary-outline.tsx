import { memo, useEffect, useRef, useState, type KeyboardEvent, type PointerEvent, type RefObject } from 'react'
import { bringBack, moveSlide } from '../../../shared/report/edits/change-edits'
import type { Page } from '../../../shared/report/layout/lay-out'
import type { Brand } from '../../../shared/report/layout/brand'
import type { Outline, Slide } from '../../../shared/report/outline'
import { useCommands, useSession, useWords } from '../../app/context'
import { DeckPage } from '../../parts/deck-page'

/** So far a press may wander before it is a drag. */
const SLOP = 6
/** So near the end of the list a drag scrolls it. */
const EDGE = 28

interface Drag {
  readonly from: number
  /** Before which item it would be put. */
  readonly to: number
}

/** The pages in their order: arrow keys show them, a drag or Alt with the arrows moves them; left-out ones at the end. */
export function SummaryOutline({
  pages,
  at,
  outline,
  brand,
  onKeyDown,
  list,
}: {
  readonly pages: readonly Page[]
  readonly at: number
  readonly outline: Outline
  readonly brand: Brand
  readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void
  readonly list: RefObject<HTMLOListElement | null>
}) {
  const { t } = useWords()
  const { locale } = outline
  const commands = useCommands()
  const edits = useSession((state) => state.summary.edits)
  const [drag, setDrag] = useState<Drag | null>(null)
  const [said, setSaid] = useState('')
  const start = useRef<{ readonly y: number; readonly n: number } | null>(null)

  useEffect(() => reveal(list.current, at), [at, list])

  const move = (from: number, to: number): void => {
    const page = pages[from]
    if (!page || to < 0 || to >= pages.length || to === from) return
    void commands.keepEdits(moveSlide(edits, pages.map(({ id }) => id), page.id, to), page.id)
    setSaid(t('edit.moved', { title: page.title, n: to + 1, all: pages.length }))
  }

  const onMoveKey = (event: KeyboardEvent<HTMLElement>): void => {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0
    if (step === 0 || !event.altKey || event.ctrlKey || event.metaKey) return onKeyDown(event)
    event.preventDefault()
    move(at, at + step)
    const reached = Math.max(0, Math.min(at + step, pages.length - 1))
    // The item goes along with its page, and the focus with it.
    requestAnimationFrame(() => list.current?.children[reached]?.querySelector('button')?.focus())
  }

  const onPointerMove = (event: PointerEvent<HTMLElement>): void => {
    const began = start.current
    if (!began || (!drag && Math.abs(event.clientY - began.y) < SLOP)) return
    if (!drag) event.currentTarget.setPointerCapture(event.pointerId)
    scrollNear(list.current, event.clientY)
    setDrag({ from: began.n, to: placeOf(list.current, event.clientY) })
  }

  const onPointerUp = (): void => {
    start.current = null
    if (!drag) return
    setDrag(null)
    move(drag.from, drag.to > drag.from ? drag.to - 1 : drag.to)
  }

  return (
    <nav className="summary-outline" aria-label={t('summary.outline')} onKeyDown={onMoveKey}>
      <h2 title={t('edit.drag')}>{t('summary.outline')}</h2>
      <ol ref={list} className={drag ? 'dragging' : undefined}>
        {pages.map((page, n) => (
          <li
            key={page.id}
            className={drag?.from === n ? 'dragged' : drag?.to === n ? 'drop-before' : drag && drag.to === pages.length && n === pages.length - 1 ? 'drop-after' : undefined}
          >
            <button
              type="button"
              className="summary-item"
              aria-current={n === at ? 'page' : undefined}
              tabIndex={n === at ? 0 : -1}
              onClick={() => commands.showPage(n)}
              onPointerDown={(event) => {
                if (event.button === 0 && event.pointerType !== 'touch') start.current = { y: event.clientY, n }
              }}
              onPointerMove={onPointerMove}
              onPointerUp={onPointerUp}
              onPointerCancel={() => {
                start.current = null
                setDrag(null)
              }}
            >
              <span className="summary-number">{n + 1}</span>
              <span className="summary-thumbnail">
                <Thumbnail page={page} slide={outline.slides[n]} n={n} outline={outline} brand={brand} />
              </span>
              <span className="summary-words">
                <span className="summary-kind">{t(`summary.kind.${page.kind}`)}</span>
                <span className="summary-title" lang={locale}>
                  {page.title}
                </span>
              </span>
            </button>
          </li>
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {said}
      </p>
      <LeftOut locale={locale} />
    </nav>
  )
}

interface ThumbnailProps {
  readonly page: Page
  readonly slide: Slide | undefined
  readonly n: number
  readonly outline: Outline
  readonly brand: Brand
}

/** A small picture of a page, drawn anew only when its slide is another: while words are typed, all others stay. */
const Thumbnail = memo(
  function Thumbnail({ page, outline, brand }: ThumbnailProps) {
    return <DeckPage title={page.title} blocks={[...page.frame, ...page.blocks]} locale={outline.locale} brand={brand} isPicture />
  },
  (a, b) => a.slide === b.slide && a.n === b.n && a.outline.footer === b.outline.footer && a.brand === b.brand,
)

/** Pages that are left out, and the way back. */
function LeftOut({ locale }: { readonly locale: Outline['locale'] }) {
  const { t } = useWords()
  const commands = useCommands()
  const { left, edits } = useSession((state) => state.summary)
  const generated = useSession((state) => state.summary.generated)
  if (left.length === 0) return null
  return (
    <section className="summary-left" aria-label={t('edit.left')}>
      <h3>{t('edit.left')}</h3>
      <ul>
        {left.map(({ id, title }) => {
          const slide = generated?.slides.find((each) => each.id === id)
          const quotes = slide && 'quotes' in slide ? slide.quotes.map(({ key }) => key) : []
          return (
            <li key={id}>
              <button
                type="button"
                className="summary-back"
                aria-label={t('edit.back', { title })}
                title={t('edit.back', { title })}
                onClick={() => void commands.keepEdits(bringBack(edits, id, quotes), id)}
              >
                <span lang={locale}>{title}</span>
              </button>
            </li>
          )
        })}
      </ul>
    </section>
  )
}

/** Scrolls the list while a drag is near one of its ends. */
function scrollNear(list: HTMLElement | null, y: number): void {
  if (!list) return
  const { top, bottom } = list.getBoundingClientRect()
  list.scrollTop += y < top + EDGE ? -12 : y > bottom - EDGE ? 12 : 0
}

/** Before which item of the list a point lies. */
function placeOf(list: HTMLElement | null, y: number): number {
  const items = [...(list?.children ?? [])]
  const at = items.findIndex((item) => {
    const { top, height } = item.getBoundingClientRect()
    return y < top + height / 2
  })
  return at < 0 ? items.length : at
}

/** Scrolls the list, and nothing around it, until the item is in sight. */
function reveal(list: HTMLElement | null, at: number): void {
  const item = list?.children[at]
  if (!list || !(item instanceof HTMLElement)) return
  const top = item.offsetTop - list.offsetTop
  if (top < list.scrollTop) list.scrollTop = top
  else if (top + item.offsetHeight > list.scrollTop + list.clientHeight)
    list.scrollTop = top + item.offsetHeight - list.clientHeight
}
