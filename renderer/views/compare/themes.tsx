import type { Difference } from '../../../shared/nps/types'
import { useCallback, useMemo, useState } from 'react'
import { measured, THEME_MEASURES, themeRows, type ThemeMeasure, type ThemeRow } from '../../app/compare/compare-rows'
import { bothClauses } from '../../app/compare/compare-sides'
import { themesTable } from '../../app/compare/compare-tables'
import { callOf, changeRange, contributionSentence, contributionText, themeSentence } from '../../app/compare/compare-words'
import { useCommands, useWords } from '../../app/context'
import { axisAround } from '../../app/figures/nice-axis'
import type { Words } from '../../app/words/words'
import { Button } from '../../parts/button'
import { Segmented } from '../../parts/segmented'
import { DataTable, type DataColumn } from '../../parts/data-table'
import { whiskerPicture } from '../../parts/whisker-picture'
import { WhiskerRows, type WhiskerMark } from '../../parts/whisker-rows'
import { CompareCopy } from './compare-copy'
import type { Shown } from './shown'
import { VerdictCell } from './verdict-cell'

const DRAWN = 12
const PAGE = 25
const LIMIT = 100

/** Which themes grew and which shrank, and what each does to the score in both periods. */
export function Themes({ project, choice, value, names }: Shown) {
  const words = useWords()
  const { t } = words
  const commands = useCommands()
  const [all, setAll] = useState(false)
  const [shown, setShown] = useState(PAGE)
  const [by, setBy] = useState<ThemeMeasure>('share')
  const rows = useMemo(() => themeRows(value.codes, value.from, value.to, by), [value, by])
  const drawable = rows.filter((row) => row.state !== 'tiny' && measured(row, by).low !== null)
  const drawn = all ? drawable : drawable.slice(0, DRAWN)
  const open = useCallback(
    (id: string): void =>
      void commands.openCompared([...bothClauses(choice, project), { kind: 'codes', codes: [id], has: true }]),
    [commands, choice, project],
  )
  const columns = useMemo(
    () => columnsOf(names.from, names.to, words, ({ id }) => open(id)),
    [names.from, names.to, words, open],
  )
  return (
    <section className="compare-section compare-themes" aria-labelledby="compare-themes">
      <div className="compare-head">
        <h2 id="compare-themes">{t('compare.themes', { kind: choice.kind })}</h2>
        {rows.length === 0 ? null : (
          <Segmented
            label={t('sides.themes.by')}
            hideLabel
            value={by}
            options={THEME_MEASURES.map((each) => ({ value: each, label: t(`sides.themes.${each}`) }))}
            onChange={setBy}
          />
        )}
        {rows.length === 0 ? null : (
          <CompareCopy
            title={`${t('compare.themes', { kind: choice.kind })} – ${t(`sides.themes.${by}`)}`}
            value={value}
            names={names}
            interval={t(`copy.interval.${by}`)}
            notes={[t(`copy.legend.${by}`)]}
            picture={(about, colors) => (drawn.length === 0 ? null : whiskerPicture(about, whiskersOf(drawn, by, words), colors))}
            table={() => themesTable(rows, names, words)}
          />
        )}
      </div>
      {rows.length === 0 ? (
        <div className="empty">
          <p>
            <strong>{t('compare.themes.none')}</strong>
          </p>
          <p>{t('compare.themes.none.hint')}</p>
          <Button onPress={() => void commands.show('code')}>{t('compare.themes.go')}</Button>
        </div>
      ) : (
        <div className="compare-body">
          <div className="compare-chart">
            {drawn.length === 0 ? null : (
              <WhiskerRows
                label={t(by === 'share' ? 'compare.themes.chart' : 'sides.themes.chart')}
                hint={t('compare.keys.open')}
                {...whiskersOf(drawn, by, words)}
                onPress={open}
              />
            )}
            {drawable.length > drawn.length ? (
              <p className="quiet compare-part">
                {t('compare.segments.part', { shown: drawn.length, all: drawable.length })}{' '}
                <Button onPress={() => setAll(true)}>{t('compare.more', { n: drawable.length - drawn.length })}</Button>
              </p>
            ) : null}
          </div>
          <div className="compare-table">
            <DataTable
              caption={t('compare.themes.table')}
              columns={columns}
              rows={rows.slice(0, shown)}
              rowId={({ id }) => id}
              muted={({ state }) => state !== 'ok'}
            />
            {rows.length > shown ? (
              <div className="table-foot">
                <Button onPress={() => setShown(shown + PAGE)}>
                  {t('compare.more', { n: Math.min(PAGE, rows.length - shown) })}
                </Button>
              </div>
            ) : null}
          </div>
        </div>
      )}
      {project.codes > 0 && rows.length > 0 ? <p className="quiet">{t('compare.define.contribution')}</p> : null}
    </section>
  )
}

/** The change of each theme as a mark, and the axis that they share. */
function whiskersOf(rows: readonly ThemeRow[], by: ThemeMeasure, words: Words) {
  const marks = rows.map((row) => markOf(row, by, words))
  const ends = marks.flatMap(({ low, middle, high }) => [low, middle, high])
  return { marks, axis: axisAround(ends, LIMIT), formatTick: words.score }
}

function markOf(row: ThemeRow, by: ThemeMeasure, words: Words): WhiskerMark {
  const { t, percent } = words
  const change = measured(row, by)
  const call = callOf(change, words)
  return {
    id: row.id,
    label: row.code,
    note:
      by === 'share'
        ? t('compare.shares', { from: percent(row.from.share), to: percent(row.to.share) })
        : t('compare.shares', { from: contributionText(row.from, words) ?? '–', to: contributionText(row.to, words) ?? '–' }),
    warning: row.state === 'low' ? t('compare.state.low') : null,
    middle: change.difference ?? 0,
    low: change.low ?? 0,
    high: change.high ?? 0,
    tone: row.state === 'ok' ? toneOf(change, by) : 'noise',
    value: `${call.sign} ${words.exactScore(change.difference ?? 0)}`,
    detail: t('compare.detail', { range: changeRange(change, words) ?? '', verdict: call.text }),
    sentence: by === 'share' ? themeSentence(row, words) : contributionSentence(row, words),
  }
}

/** More mentions are neither good nor bad: the hues of promoters and detractors would say so. */
const toneOf = ({ verdict }: Difference, by: ThemeMeasure): WhiskerMark['tone'] =>
  verdict === 'up' || verdict === 'down' ? (by === 'share' ? 'score' : verdict) : 'noise'

function columnsOf(
  from: string,
  to: string,
  words: Words,
  open: (row: ThemeRow) => void,
): readonly DataColumn<ThemeRow>[] {
  const { t, count, percent, exactScore } = words
  const share = (id: 'from' | 'to', period: string): DataColumn<ThemeRow> => ({
    id: `share-${id}`,
    header: t('compare.column.share', { period }),
    hint: t('compare.define.share'),
    numeric: true,
    cell: (row) => (
      <>
        {percent(row[id].share)} <span className="quiet share">{t('compare.base', { n: count(row[id].n) })}</span>
      </>
    ),
  })
  const contribution = (id: 'from' | 'to', period: string): DataColumn<ThemeRow> => ({
    id: `contribution-${id}`,
    header: t('compare.column.contribution', { period }),
    hint: t('compare.define.contribution'),
    numeric: true,
    cell: (row) => contributionText(row[id], words) ?? '–',
  })
  return [
    { id: 'code', header: t('compare.themes.name'), names: true, cell: ({ code }) => code },
    share('from', from),
    share('to', to),
    {
      id: 'change',
      header: t('compare.column.change-share'),
      hint: t('compare.define.share-change', { from, to }),
      numeric: true,
      cell: ({ change }) => (change.difference === null ? '–' : exactScore(change.difference)),
    },
    {
      id: 'interval',
      header: t('compare.column.interval'),
      numeric: true,
      cell: ({ change, state }) => (state === 'tiny' ? '–' : (changeRange(change, words) ?? '–')),
    },
    {
      id: 'verdict',
      header: t('compare.column.verdict'),
      hint: t('compare.define.verdict'),
      cell: ({ change, state }) =>
        state === 'tiny' ? (
          t('compare.state.tiny')
        ) : (
          <VerdictCell call={callOf(change, words)} caution={state === 'low' ? t('compare.state.low') : null} />
        ),
    },
    contribution('from', from),
    contribution('to', to),
    {
      id: 'change-contribution',
      header: t('sides.column.change'),
      hint: t('sides.define.change'),
      numeric: true,
      cell: (row) =>
        row.state === 'tiny' || row.contribution.low === null ? (
          '–'
        ) : (
          <>
            {exactScore(row.contribution.difference ?? 0)} <span className="quiet share">{changeRange(row.contribution, words)}</span>
          </>
        ),
    },
    {
      id: 'open',
      header: t('compare.column.open'),
      cell: (row) => (
        <button
          type="button"
          className="link"
          aria-label={t('compare.open.theme', { label: row.code })}
          onClick={() => open(row)}
        >
          {t('compare.open')}
        </button>
      ),
    },
  ]
}
