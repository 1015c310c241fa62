import type { DriverQuote as Quote } from '../../../shared/protocol/drivers'
import { useWords } from '../../app/context'
import { ScoreChip } from '../../parts/score-chip'
import { scoreLabel } from '../code/score-label'

/** What somebody said, with the score given and where it stands. */
export function DriverQuote({ quote }: { readonly quote: Quote }) {
  const words = useWords()
  const { t } = words
  const { text, score, group, wave, line, marked } = quote
  return (
    <figure className="driver-quote">
      <ScoreChip score={score} group={group} label={scoreLabel({ score, group }, words)} />
      <blockquote>{text}</blockquote>
      <figcaption className="quiet">
        {t('drivers.quote.where', { wave, line })}
        {marked ? ` · ${t('drivers.quote.marked')}` : ''}
      </figcaption>
    </figure>
  )
}
