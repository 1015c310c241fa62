import { useEffect, useId, useRef, type KeyboardEvent } from 'react'
import { useCommands, useSession, useWords } from '../../app/context'
import { TOUR, type TourStep } from '../../app/tour/tour-steps'
import { Button } from '../../parts/button'
import { IconButton } from '../../parts/icon-button'

/** How often, and how many times, a part that is not there yet is looked for. */
const LOOK_MS = 100
const LOOKS = 30

/** Shows somebody around: a few words on a few parts of the window, one after the other. */
export function Tour() {
  const at = useSession((state) => state.tour)
  const step = at === null ? undefined : TOUR[at]
  return step && at !== null ? <Stop key={at} at={at} step={step} /> : null
}

function Stop({ at, step }: { readonly at: number; readonly step: TourStep }) {
  const { t } = useWords()
  const { goToStep, endTour } = useCommands()
  const id = useId()
  const panel = useRef<HTMLDivElement>(null)
  const next = useRef<HTMLDivElement>(null)
  useMarked(step.anchors)

  useEffect(() => {
    panel.current?.showPopover()
    next.current?.querySelector<HTMLElement>('.button-primary')?.focus()
  }, [])

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowRight') void goToStep(at + 1)
    else if (event.key === 'ArrowLeft' && at > 0) void goToStep(at - 1)
    else return
    event.preventDefault()
  }
  return (
    <div
      ref={panel}
      className={`tour tour-${step.place}`}
      popover="manual"
      role="dialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-text`}
      onKeyDown={onKeyDown}
    >
      <div className="tour-head">
        <h2 id={`${id}-title`}>{t(step.title)}</h2>
        <IconButton icon="close" label={t('tour.end')} onPress={endTour} />
      </div>
      <p id={`${id}-text`}>{t(step.text)}</p>
      <div className="tour-foot" ref={next}>
        <span className="quiet">{t('tour.place', { at: at + 1, of: TOUR.length })}</span>
        {at > 0 ? <Button onPress={() => void goToStep(at - 1)}>{t('tour.back')}</Button> : null}
        <Button look="primary" onPress={() => void goToStep(at + 1)}>
          {t(at + 1 < TOUR.length ? 'tour.next' : 'tour.done')}
        </Button>
      </div>
    </div>
  )
}

/** Marks the part that is spoken of, as soon as it is there. */
function useMarked(anchors: readonly string[]): void {
  useEffect(() => {
    let marked: HTMLElement | null = null
    let looks = 0
    const look = (): void => {
      const found = anchors.map((selector) => document.querySelector<HTMLElement>(selector))
      const best = found.find((element) => element !== null) ?? null
      if (best !== marked) {
        if (marked) delete marked.dataset['tour']
        if (best) best.dataset['tour'] = ''
        marked = best
      }
      looks += 1
      if (found[0] || looks === LOOKS) clearInterval(timer)
    }
    const timer = setInterval(look, LOOK_MS)
    look()
    return () => {
      clearInterval(timer)
      if (marked) delete marked.dataset['tour']
    }
  }, [anchors])
}
