import { useMemo, useState } from 'react'
import { pickedClause } from '../../app/compare/compare-commands'
import { splitOptions } from '../../app/compare/compare-choice'
import { segmentRows, type SegmentRow } from '../../app/compare/compare-rows'
import { SEGMENT_SORTS } from '../../app/compare/compare-state'
import type { SideNames } from '../../app/compare/compare-sides'
import { segmentsTable } from '../../app/compare/compare-tables'
import { callOf, changeRange, segmentSentence } from '../../app/compare/compare-words'
import { useCommands, useSession, useWords } from '../../app/context'
import { dimensionValue, parseDimension } from '../../app/figures/dimension'
import { dimensionLabel, valueLabel } from '../../app/words/labels'
import { markId, valueOfMark } from '../../app/figures/mark-id'
import { axisAround } from '../../app/figures/nice-axis'
import type { Words } from '../../app/words/words'
import { Button } from '../../parts/button'
import { Select } from '../../parts/select'
import { whiskerPicture } from '../../parts/whisker-picture'
import { WhiskerRows, type WhiskerMark } from '../../parts/whisker-rows'
import { WithheldNote } from '../anonymous/withheld-note'
import { CompareCopy } from './compare-copy'
import { SegmentTable } from './segment-table'
import type { Shown } from './shown'

const DRAWN = 12
const LUCKY = 0.05
const LIMIT = 200

/** Where it moved: the change within each value of one field, as chart and table. */
export function Segments({ project, choice, value, names }: Shown) {
  const words = useWords()
  const { t } = words
  const commands = useCommands()
  const { segments, sort } = useSession((state) => state.compare)
  const picked = useSession((state) => pickedClause(state.filter))
  const [all, setAll] = useState(false)
  const { by } = choice
  const rows = useMemo(() => (by ? segmentRows(segments, by, sort, words) : []), [segments, by, sort, words])
  const options = splitOptions(project, words)
  const pickedValue = picked?.kind === 'values' ? (picked.values[0] ?? null) : undefined
  const drawable = rows.filter(({ state }) => state === 'ok' || state === 'low')
  const drawn = all ? drawable : drawable.slice(0, DRAWN)
  const field = by ? dimensionLabel(by, project, words) : ''
  if (!by)
    return (
      <section className="compare-section" aria-labelledby="compare-segments">
        <div className="compare-head">
          <h2 id="compare-segments">{t('compare.segments')}</h2>
        </div>
        <p className="empty">{t('compare.segments.none')}</p>
      </section>
    )
  return (
    <section className="compare-section" aria-labelledby="compare-segments">
      <div className="compare-head">
        <h2 id="compare-segments">{t('compare.segments')}</h2>
        <Select
          label={t('compare.segments.by')}
          value={dimensionValue(by)}
          options={options}
          onChange={(chosen) => {
            const dimension = parseDimension(chosen)
            if (dimension) void commands.splitBy(dimension)
          }}
        />
        <Select
          label={t('compare.sort')}
          value={sort}
          options={SEGMENT_SORTS.map((each) => ({ value: each, label: t(`compare.sort.${each}`) }))}
          onChange={(chosen) => {
            const next = SEGMENT_SORTS.find((each) => each === chosen)
            if (next) commands.sortSegments(next)
          }}
        />
        <CompareCopy
          title={t('copy.segments', { field, kind: names.kind })}
          value={value}
          names={names}
          interval={t('method.interval.adjusted-wald')}
          notes={[t('copy.legend.segments')]}
          picture={(about, colors) => (drawn.length === 0 ? null : whiskerPicture(about, whiskersOf(drawn, names, words), colors))}
          table={() => segmentsTable(rows, field, names, words)}
        />
      </div>
      {pickedValue === undefined ? null : (
        <p className="mark compare-picked" role="status">
          {t('compare.picked', { value: valueLabel(by, pickedValue, words) })}{' '}
          <button type="button" className="link" onClick={() => void commands.pickSegment(undefined)}>
            {t('compare.picked.clear')}
          </button>
        </p>
      )}
      <WithheldNote project={project} by={[by]} withheld={value.withheld} />
      <div className="compare-body">
        <div className="compare-chart">
          {drawn.length === 0 ? (
            <p className="empty">{t('compare.segments.no-mark')}</p>
          ) : (
            <SegmentChart rows={drawn} field={field} names={names} picked={pickedValue} />
          )}
          {drawable.length > drawn.length ? (
            <p className="quiet compare-part">
              {t('compare.segments.part', { shown: drawn.length, all: drawable.length })}{' '}
              <Button onPress={() => setAll(true)}>{t('compare.more', { n: drawable.length - drawn.length })}</Button>
            </p>
          ) : null}
          {rows.length > drawable.length ? (
            <p className="quiet">{t('compare.segments.undrawn', { n: rows.length - drawable.length })}</p>
          ) : null}
          {drawable.length >= 1 / LUCKY / 2 ? (
            <p className="quiet">
              {t('compare.segments.many', { n: drawable.length, lucky: Math.round(drawable.length * LUCKY) })}
            </p>
          ) : null}
        </div>
        <SegmentTable rows={rows} field={field} names={names} project={project} choice={choice} by={by} />
      </div>
    </section>
  )
}

function SegmentChart({
  rows,
  field,
  names,
  picked,
}: {
  readonly rows: readonly SegmentRow[]
  readonly field: string
  readonly names: SideNames
  /** Undefined: none is picked; null: the blank one is. */
  readonly picked: string | null | undefined
}) {
  const words = useWords()
  const { t } = words
  const commands = useCommands()
  return (
    <WhiskerRows
      label={t('compare.segments.chart', { field })}
      hint={t('compare.keys')}
      {...whiskersOf(rows, names, words)}
      pressed={picked === undefined ? null : markId(picked)}
      onPress={(id) => void commands.pickSegment(valueOfMark(id))}
    />
  )
}

/** The change of each row as a mark, and the axis that they share. */
function whiskersOf(rows: readonly SegmentRow[], names: SideNames, words: Words) {
  const { t } = words
  const marks = rows.map((row): WhiskerMark => {
    const { change, state } = row
    const call = callOf(change, words)
    const tone = change.verdict === 'up' || change.verdict === 'down' ? change.verdict : 'noise'
    return {
      id: row.id,
      label: row.label,
      note: t('compare.bases', { from: row.from.n, to: row.to.n }),
      warning: state === 'low' ? t('compare.state.low') : null,
      middle: change.difference ?? 0,
      low: change.low ?? 0,
      high: change.high ?? 0,
      tone: state === 'low' ? 'noise' : tone,
      value: `${call.sign} ${words.score(change.difference ?? 0)}`,
      detail: t('compare.detail', { range: changeRange(change, words) ?? '', verdict: call.text }),
      sentence: segmentSentence(row, names, words),
    }
  })
  const ends = marks.flatMap(({ low, middle, high }) => [low, middle, high])
  return { marks, axis: axisAround(ends, LIMIT), formatTick: words.score }
}
