import { memo } from 'react'
import type { Verbatim } from '../../../shared/protocol/engine-api'
import { marksOf, type ShownCode } from '../../app/code/code-marks'
import { excerptOf, spansWithin } from '../../app/code/excerpt'
import { useShown } from '../../app/project/shown-text'
import type { Words } from '../../app/words/words'
import { useAnonymous } from '../../app/project/use-anonymous'
import { Icon } from '../../parts/icon'
import { MarkedText } from '../../parts/marked-text'
import { ScoreChip } from '../../parts/score-chip'
import { TagChip } from '../../parts/tag-chip'
import { scoreLabel } from './score-label'

/** The reading pane shows them all. */
const MOST_TAGS = 4

/** A verbatim as one row of the list. */
export const VerbatimRow = memo(function VerbatimRow({
  verbatim,
  codes,
  words,
}: {
  /** Null while it is on its way. */
  readonly verbatim: Verbatim | null
  readonly codes: ReadonlyMap<string, ShownCode>
  readonly words: Words
}) {
  const shown = useShown()
  const anonymous = useAnonymous()
  if (!verbatim)
    return (
      <div className="verbatim verbatim-waiting">
        <span className="visually-hidden">{words.t('code.list.loading')}</span>
      </div>
    )
  const { segments, tags, marks, repeats } = verbatim
  const spans = marksOf(verbatim, codes)
  const excerpt = excerptOf(shown.text(verbatim.text), spans)
  const given = tags.filter(({ has, code }) => has && codes.has(code))
  return (
    <div className={repeats === 0 ? 'verbatim verbatim-within' : 'verbatim'}>
      <span className="row-check" aria-hidden="true">
        <Icon name="check" />
      </span>
      {anonymous ? <span /> : <ScoreChip score={verbatim.score} group={verbatim.group} label={scoreLabel(verbatim, words)} />}
      <div className="verbatim-body">
        <p className="verbatim-text clamp">
          <MarkedText text={excerpt.text} spans={spansWithin(spans, excerpt)} />
        </p>
        <div className="verbatim-meta">
          <span className="visually-hidden">{words.t('code.codes')}:</span>
          {repeats !== undefined && repeats > 1 ? (
            <span className="row-times" data-repeats>
              {words.t('repeats.times', { n: repeats })}
            </span>
          ) : null}
          {repeats === 0 ? <span className="visually-hidden">{words.t('repeats.within')}</span> : null}
          {marks.map(({ kind, text }) => (
            <span key={kind} className={`row-mark row-mark-${kind}`} title={kind === 'note' ? shown.text(text) : words.t(`desk.mark.${kind}`)}>
              <Icon name={kind} />
              {kind === 'nothing' && given.length === 0 ? words.t('desk.mark.nothing') : <span className="visually-hidden">{words.t(`desk.mark.${kind}`)}</span>}
            </span>
          ))}
          {given.length === 0 && !marks.some(({ kind }) => kind === 'nothing') ? <span className="verbatim-uncoded">{words.t('code.codes.none')}</span> : null}
          {given.slice(0, MOST_TAGS).map(({ code, byHand }) => (
            <TagChip
              key={code}
              name={codes.get(code)?.name ?? ''}
              color={codes.get(code)?.color ?? ''}
              byHand={byHand ? words.t('code.by-hand') : null}
            />
          ))}
          {given.length > MOST_TAGS ? <span className="verbatim-more">{words.t('code.codes.more', { n: given.length - MOST_TAGS })}</span> : null}
          <span className="verbatim-segments">{segments.map(({ value }) => shown.text(value)).join(' · ')}</span>
        </div>
      </div>
    </div>
  )
})
