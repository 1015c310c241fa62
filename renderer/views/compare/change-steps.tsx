import { useMemo } from 'react'
import { roundHalfAway } from '../../../shared/nps/round'
import { bothClauses, sideClauses } from '../../app/compare/compare-sides'
import { stepsOf, type Step } from '../../app/compare/compare-steps'
import { changePhrase } from '../../app/compare/compare-words'
import { useCommands, useSession, useWords } from '../../app/context'
import { stepsTable } from '../../app/compare/compare-tables'
import { dimensionLabel, valueLabel } from '../../app/words/labels'
import { markId } from '../../app/figures/mark-id'
import { axisBetween } from '../../app/figures/nice-axis'
import { stepPicture } from '../../parts/step-picture'
import { StepRows, type StepMark } from '../../parts/step-rows'
import { CompareCopy } from './compare-copy'
import type { Shown } from './shown'

const MOST = 10
const LIMIT = 100

/** The way from one score to the other: by other scores, and by other customers. */
export function ChangeSteps({ project, choice, value, names }: Shown) {
  const words = useWords()
  const { t, exactScore } = words
  const commands = useCommands()
  const segments = useSession((state) => state.compare.segments)
  const found = useMemo(() => stepsOf(segments, MOST), [segments])
  const { by, kind } = choice
  if (!by || segments.length === 0) return null
  const level = (id: 'from' | 'to', value: number): StepMark => ({
    id: `level-${id}`,
    label: names[id],
    note: '',
    from: value,
    to: value,
    kind: 'level',
    value: exactScore(value),
    sentence: `${names[id]}: ${exactScore(value)}`,
  })
  const labelOf = ({ segment, size }: Step): string => (segment ? valueLabel(by, segment.value, words) : t('why.parts.rest', { n: size }))
  const markOf = (step: Step): StepMark => {
    const { segment, mix, rate, before, after } = step
    const label = labelOf(step)
    const parts = { rate: exactScore(rate), mix: exactScore(mix) }
    const isNew = segment?.from.n === 0
    const isGone = segment?.to.n === 0
    const note = isNew ? t('why.parts.new', { period: names.to, kind }) : isGone ? t('why.parts.gone', { period: names.from, kind }) : t('why.parts.note', parts)
    const total = exactScore(mix + rate)
    return {
      id: segment ? markId(segment.value) : 'rest',
      label,
      note,
      from: before,
      to: after,
      kind: after < before ? 'down' : 'up',
      value: total,
      sentence: t('why.parts.row', { label, total, ...parts }),
    }
  }
  const opens = (id: string): (() => void) | null => {
    if (id === 'level-from' || id === 'level-to') return () => void commands.openCompared(sideClauses(choice, id === 'level-from' ? 'from' : 'to', project))
    const step = found?.steps.find(({ segment }) => segment && markId(segment.value) === id)
    const { segment } = step ?? {}
    return segment ? () => void commands.openCompared([...bothClauses(choice, project), { kind: 'values', dimension: by, values: [segment.value] }]) : null
  }
  const title = t('why.parts', { kind })
  const rows = found && {
    marks: [level('from', found.from), ...found.steps.map(markOf), level('to', found.to)],
    axis: axisBetween([found.from, found.to, ...found.steps.map(({ after }) => after)], LIMIT),
    formatTick: words.score,
  }
  return (
    <section className="compare-section" aria-labelledby="compare-steps">
      <div className="compare-head">
        <h2 id="compare-steps">{title}</h2>
        {found && rows ? (
          <CompareCopy
            title={title}
            value={value}
            names={names}
            interval={null}
            notes={[t('why.parts.define', { kind })]}
            picture={(about, colors) => stepPicture(about, rows, colors)}
            table={() => stepsTable(found, dimensionLabel(by, project, words), labelOf, names, words)}
          />
        ) : null}
      </div>
      {found && rows ? (
        <>
          <p>
            {t('why.parts.sentence', {
              kind,
              change: changePhrase({ difference: roundHalfAway(found.to, 9) - roundHalfAway(found.from, 9) }, kind === 'periods' ? 'points' : 'apart', words),
              rate: exactScore(found.rate),
              mix: exactScore(found.mix),
            })}
          </p>
          <StepRows label={t('why.parts.chart', names)} hint={t('compare.keys.open')} {...rows} onPress={opens} />
          <p className="quiet">{t('why.parts.define', { kind })}</p>
        </>
      ) : (
        <p className="quiet">{t('why.parts.overlap')}</p>
      )}
    </section>
  )
}
