import { samePlace } from '../../../shared/report/edits/edits'
import { applyEdits, withQuotes, type QuoteAt } from '../../../shared/report/edits/apply-edits'
import type { Slide } from '../../../shared/report/outline'
import type { SummaryState } from './summary-state'

/** The summary with its edits laid over it anew; the page that is shown stays, wherever it has gone. */
export function withEdits(summary: SummaryState): SummaryState {
  const { generated, edits, draft, picked, page } = summary
  if (!generated) return { ...summary, outline: null, stale: [], left: [] }
  const { outline, stale, left } = applyEdits(
    generated,
    draft ?? edits,
    among(picked),
  )
  const shown = summary.outline?.slides[page]?.id
  const place = outline.slides.findIndex(({ id }) => id === shown)
  return { ...summary, outline, stale, left, page: place >= 0 ? place : Math.max(0, Math.min(page, outline.slides.length - 1)) }
}

const among =
  (picked: SummaryState['picked']): QuoteAt =>
  (place, key) => picked.find((each) => each.quote.key === key && samePlace(each.place, place))?.quote ?? null

/** A slide as the numbers give it, with the quotes that are shown: what its sentences are edited from. */
export function sourceOf({ generated, edits, picked }: Pick<SummaryState, 'generated' | 'edits' | 'picked'>, id: string): Slide | null {
  const slide = generated?.slides.find((each) => each.id === id)
  return slide ? withQuotes(slide, edits, among(picked)) : null
}
