import { useEffect, useState } from 'react'
import type { QuoteCandidate } from '../../../shared/protocol/engine-api'
import type { Outline, OutlineQuote } from '../../../shared/report/outline'
import { useCommands, useWords } from '../../app/context'
import { Dialog } from '../../parts/dialog'
import { InputField } from '../../parts/input-field'

/** So long after the last letter the comments are searched. */
const SETTLE_MS = 150

/** Comments that could stand in the place of a quote, marked ones first, with a search. */
export function QuotePicker({
  quote,
  locale,
  shown: inSummary,
  onClose,
  onPick,
}: {
  readonly quote: OutlineQuote
  readonly locale: Outline['locale']
  /** All quotes of the summary: none is there twice. */
  readonly shown: readonly OutlineQuote[]
  readonly onClose: () => void
  readonly onPick: (candidate: QuoteCandidate) => void
}) {
  const { t } = useWords()
  const commands = useCommands()
  const [find, setFind] = useState('')
  const [found, setFound] = useState<{ readonly total: number; readonly candidates: readonly QuoteCandidate[] } | null>(null)
  useEffect(() => {
    let isLate = false
    const timer = setTimeout(
      () => {
        void commands.findQuotes(quote.key, find).then((answer) => {
          if (!isLate && answer) setFound(answer)
        })
      },
      find === '' ? 0 : SETTLE_MS,
    )
    return () => {
      isLate = true
      clearTimeout(timer)
    }
  }, [commands, quote.key, find])
  const [n, shown] = [found?.total ?? 0, found?.candidates.length ?? 0]
  return (
    <Dialog title={t('quotes.title')} closeLabel={t('app.close')} onClose={onClose} wide>
      <p className="edit-quote-head" lang={locale}>
        {quote.head}
      </p>
      <InputField label={t('quotes.find')} value={find} onChange={setFind} />
      <p className="quiet" role="status">
        {found === null ? '' : n === 0 ? t('quotes.none') : shown < n ? t('quotes.shown', { shown, n }) : t('quotes.count', { n })}
      </p>
      <ul className="quote-list">
        {found?.candidates.map((candidate) => {
          const { place, quote: { head, text, source }, marked } = candidate
          const isThere = inSummary.some((each) => each.source === source && each.text === text)
          return (
            <li key={`${place.wave} ${place.line} ${place.field}`}>
              <button type="button" className="quote-option" disabled={isThere} onClick={() => onPick(candidate)}>
                <span className="quote-option-text">{text}</span>
                <span className="quiet" lang={locale}>
                  {isThere ? <strong>{t('quotes.shown.already')} · </strong> : null}
                  {marked ? <strong>{t('quotes.marked')} · </strong> : null}
                  {head} · {source}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}
