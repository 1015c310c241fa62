import { useMemo } from 'react'
import type { Clause } from '../../../shared/query/types'
import { chanceText } from '../../app/figures/against-rest'
import { sideClauses, type SideId } from '../../app/compare/compare-sides'
import { callOf, changePhrase, changeRange, verdictNotes } from '../../app/compare/compare-words'
import { useWords } from '../../app/context'
import { Basis } from '../basis/basis'
import type { Shown } from './shown'
import type { Side } from './side'
import { SideGroups } from './side-groups'
import { SideScores } from './side-scores'
import { SideTable } from './side-table'

/** The one sentence that counts, what it means, and both periods it is about. */
export function Verdict({ project, choice, value, names }: Shown) {
  const words = useWords()
  const { t } = words
  const { change, from, to } = value
  const sides = useMemo(
    (): readonly Side[] => [
      { id: 'from', label: names.from, figure: from },
      { id: 'to', label: names.to, figure: to },
    ],
    [names.from, names.to, from, to],
  )
  const clausesOf = (id: SideId): readonly Clause[] => sideClauses(choice, id, project)
  const call = callOf(change, words)
  const heading = t('compare.heading', names)
  const isCalled = change.verdict !== 'not-comparable'
  return (
    <section className="compare-verdict" aria-labelledby="compare-verdict">
      <div className="compare-heading">
        {heading}
        <Basis about={heading} scored={from.n + to.n} />
      </div>
      <h2 id="compare-verdict" className={`compare-sentence call-${call.kind}`} aria-live="polite">
        {isCalled ? (
          <>
            <span className="call-sign" aria-hidden="true">
              {call.sign}
            </span>{' '}
            {t('compare.sentence', {
              change: changePhrase(change, choice.kind === 'periods' ? 'points' : 'apart', words),
              range: changeRange(change, words) ?? '',
              verdict: call.text,
            })}
          </>
        ) : (
          t('compare.none.verdict')
        )}
      </h2>
      <div className="compare-notes">
        {verdictNotes(from, to, change, words).map((note) => (
          <p key={note}>{note}</p>
        ))}
        {isCalled && change.p !== null ? <p title={t('sides.define.p')}>{t('sides.p', { p: change.p < 0.001 ? chanceText(change.p) : `= ${chanceText(change.p)}` })}</p> : null}
        {value.nonStandard ? (
          <p className="mark mark-warning">{t('slice.non-standard', { scale: value.nonStandard })}</p>
        ) : null}
      </div>
      <div className="compare-both">
        <SideScores sides={sides} value={value} names={names} open={clausesOf} />
        <SideGroups sides={sides} value={value} names={names} open={clausesOf} />
      </div>
      <SideTable sides={sides} kind={choice.kind} />
    </section>
  )
}
