import { memo } from 'react'
import type { Verbatim } from '../../../shared/protocol/engine-api'
import { marksOf, type ShownCode } from '../../app/code-marks'
import type { Words } from '../../app/words'
import { Icon } from '../../parts/icon'
import { MarkedText } from '../../parts/marked-text'
import { ScoreChip } from '../../parts/score-chip'
import { TagChip } from '../../parts/tag-chip'
import { scoreLabel } from './score-label'

/** More never shows in two lines. */
const LONGEST = 600
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
  if (!verbatim)
    return (
      <div className="verbatim verbatim-waiting">
        <span className="visually-hidden">{words.t('code.list.loading')}</span>
      </div>
    )
  const { text, segments, tags } = verbatim
  const given = tags.filter(({ has, code }) => has && codes.has(code))
  return (
    <div className="verbatim">
      <span className="row-check" aria-hidden="true">
        <Icon name="check" />
      </span>
      <ScoreChip score={verbatim.score} group={verbatim.group} label={scoreLabel(verbatim, words)} />
      <div className="verbatim-body">
        <p className="verbatim-text clamp">
          <MarkedText text={text.slice(0, LONGEST)} spans={marksOf(verbatim, codes)} />
        </p>
        <div className="verbatim-meta">
          <span className="visually-hidden">{words.t('code.codes')}:</span>
          {given.length === 0 ? <span className="verbatim-uncoded">{words.t('code.codes.none')}</span> : null}
          {given.slice(0, MOST_TAGS).map(({ code, byHand }) => (
            <TagChip
              key={code}
              name={codes.get(code)?.name ?? ''}
              color={codes.get(code)?.color ?? ''}
              byHand={byHand ? words.t('code.by-hand') : null}
            />
          ))}
          {given.length > MOST_TAGS ? <span className="verbatim-more">{words.t('code.codes.more', { n: given.length - MOST_TAGS })}</span> : null}
          <span className="verbatim-segments">{segments.map(({ value }) => value).join(' · ')}</span>
        </div>
      </div>
    </div>
  )
})
