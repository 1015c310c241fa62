import { useMemo } from 'react'
import { FULL_RANGE, zoomedRange } from '../../app/axis-range'
import { callOf, changePhrase, changeRange, verdictNotes } from '../../app/compare-words'
import { useCommands, useWords } from '../../app/context'
import { figureInterval, figureScore, figureSentence, intervalText, shortScore } from '../../app/figure-text'
import { periodLabel } from '../../app/labels'
import { ticksOf } from '../../app/nice-axis'
import { DataTable, type DataColumn } from '../../parts/data-table'
import { ShareRows, type ShareRow } from '../../parts/share-rows'
import { WhiskerRows, type WhiskerMark } from '../../parts/whisker-rows'
import type { Figure } from '../../../shared/nps/types'
import type { Shown } from './shown'

const GROUPS = ['promoters', 'passives', 'detractors'] as const
const WIDE_STEP = 50
const STEP = 20

interface Side {
  readonly period: string
  readonly label: string
  readonly figure: Figure
}

/** The one sentence that counts, what it means, and both periods it is about. */
export function Verdict({ choice, value }: Shown) {
  const words = useWords()
  const { t } = words
  const { change, from, to } = value
  const sides = useMemo(
    (): readonly Side[] => [
      { period: choice.from, label: periodLabel(choice.from, words), figure: from },
      { period: choice.to, label: periodLabel(choice.to, words), figure: to },
    ],
    [choice, from, to, words],
  )
  const call = callOf(change, words)
  const isCalled = change.verdict !== 'not-comparable'
  return (
    <section className="compare-verdict" aria-labelledby="compare-verdict">
      <p className="compare-heading">
        {t('compare.heading', { from: periodLabel(choice.from, words), to: periodLabel(choice.to, words) })}
      </p>
      <h2 id="compare-verdict" className={`compare-sentence call-${call.kind}`} aria-live="polite">
        {isCalled ? (
          <>
            <span className="call-sign" aria-hidden="true">
              {call.sign}
            </span>{' '}
            {t('compare.sentence', {
              change: changePhrase(change, 'points', words),
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
        {value.nonStandard ? (
          <p className="mark mark-warning">{t('slice.non-standard', { scale: value.nonStandard })}</p>
        ) : null}
      </div>
      <div className="compare-both">
        <Scores sides={sides} />
        <Groups sides={sides} unit={choice.unit} />
      </div>
      <BothTable sides={sides} />
    </section>
  )
}

/** Both scores with their intervals on one axis. */
function Scores({ sides }: { readonly sides: readonly Side[] }) {
  const words = useWords()
  const { t } = words
  const range = zoomedRange(sides.map(({ figure }) => figure))
  const step = range === FULL_RANGE ? WIDE_STEP : range.high - range.low > 5 * STEP ? 2 * STEP : STEP
  const marks = sides.flatMap(({ period, label, figure }): readonly WhiskerMark[] => {
    const score = shortScore(figure, words)
    if (score === null || figure.nps === null || figure.low === null || figure.high === null) return []
    return [
      {
        id: period,
        label,
        note: t('slice.answers', { n: figure.n }),
        warning: figure.base === 'ok' ? null : t('compare.state.low'),
        middle: figure.nps,
        low: figure.low,
        high: figure.high,
        tone: 'score',
        value: score,
        detail: intervalText(figure, words) ?? '',
        sentence: figureSentence(label, figure, words),
      },
    ]
  })
  return (
    <section className="compare-half">
      <h3 title={t('slice.define.interval')}>{t('compare.scores.title')}</h3>
      {marks.length === 0 ? (
        <p className="quiet">{t('slice.chart.none')}</p>
      ) : (
        <WhiskerRows
          label={t('compare.scores')}
          hint={
            range === FULL_RANGE
              ? t('compare.keys.move')
              : t('slice.axis.zoomed.mark', { low: words.bound(range.low), high: words.bound(range.high) })
          }
          marks={marks}
          axis={{ ...range, ticks: ticksOf(range.low, range.high, step) }}
          formatTick={words.score}
        />
      )}
    </section>
  )
}

/** What both periods consist of; every part opens its responses. */
function Groups({ sides, unit }: { readonly sides: readonly Side[]; readonly unit: Shown['choice']['unit'] }) {
  const words = useWords()
  const { t, percent } = words
  const commands = useCommands()
  const rows = sides.map(
    ({ period, label, figure }): ShareRow => ({
      id: period,
      label,
      note: t('slice.answers', { n: figure.n }),
      parts: GROUPS.map((group) => {
        const share = percent(figure.n === 0 ? 0 : figure[group] / figure.n)
        return {
          id: group,
          tone: group,
          n: figure[group],
          label: figure.base === 'tiny' ? String(figure[group]) : share,
          sentence: t('compare.groups.part', {
            period: label,
            n: figure[group],
            all: figure.n,
            group: t(`compare.group.${group}`),
            share,
          }),
        }
      }),
    }),
  )
  const open = (period: string, group: string): void =>
    void commands.openCompared([
      { kind: 'values', dimension: { kind: 'period', unit }, values: [period] },
      { kind: 'values', dimension: { kind: 'group' }, values: [group] },
    ])
  return (
    <section className="compare-half">
      <h3>{t('compare.groups.title')}</h3>
      <ShareRows
        label={t('compare.groups')}
        legend={GROUPS.map((tone) => ({
          tone,
          label: t(`slice.column.${tone}`),
          hint: t(`slice.define.${tone}`),
        }))}
        rows={rows}
        onOpen={open}
      />
    </section>
  )
}

/** The same as numbers. */
function BothTable({ sides }: { readonly sides: readonly Side[] }) {
  const words = useWords()
  const { t, count, percent } = words
  const columns = useMemo((): readonly DataColumn<Side>[] => {
    const group = (id: (typeof GROUPS)[number]): DataColumn<Side> => ({
      id,
      header: t(`slice.column.${id}`),
      hint: t(`slice.define.${id}`),
      numeric: true,
      cell: ({ figure }) => (
        <>
          {count(figure[id])}{' '}
          {figure.base === 'tiny' ? null : <span className="quiet share">{percent(figure[id] / figure.n)}</span>}
        </>
      ),
    })
    return [
      { id: 'period', header: t('compare.column.period'), names: true, cell: ({ label }) => label },
      { id: 'n', header: t('slice.column.n'), numeric: true, cell: ({ figure }) => count(figure.n) },
      {
        id: 'nps',
        header: t('slice.column.nps'),
        hint: t('slice.define.nps'),
        numeric: true,
        cell: ({ figure }) => figureScore(figure, words) ?? t('slice.tiny'),
      },
      {
        id: 'interval',
        header: t('slice.column.interval'),
        hint: t('slice.define.interval'),
        numeric: true,
        cell: ({ figure }) => figureInterval(figure, words) ?? '–',
      },
      group('promoters'),
      group('passives'),
      group('detractors'),
    ]
  }, [words, t, count, percent])
  return (
    <DataTable
      caption={t('compare.periods.table')}
      columns={columns}
      rows={sides}
      rowId={({ period }) => period}
      muted={({ figure }) => figure.base !== 'ok'}
    />
  )
}
