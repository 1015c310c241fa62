import { useMemo } from 'react'
import type { DriversWithin } from '../../../shared/protocol/drivers'
import { useCommands, useWords } from '../../app/context'
import type { DriverRow } from '../../app/drivers/drivers-rows'
import { contributionRange, inBrackets, rangeText, timesText, warningOf } from '../../app/drivers/drivers-words'
import { gapOf } from '../../app/drivers/severity-scene'
import type { Words } from '../../app/words/words'
import { DataTable, type DataColumn } from '../../parts/data-table'

/** All figures of the codes, from the most negative contribution to the most positive. */
export function DriversTable({ rows, value }: { readonly rows: readonly DriverRow[]; readonly value: DriversWithin }) {
  const words = useWords()
  const { t } = words
  const commands = useCommands()
  const columns = useMemo(() => {
    const nameOf = (id: string): string => value.codes.find((code) => code.id === id)?.code ?? ''
    return columnsOf(words, nameOf, ({ branch }) => void commands.openDriver(branch, null))
  }, [words, value, commands])
  return (
    <div className="drivers-table">
      <DataTable caption={t('drivers.table')} columns={columns} rows={rows} rowId={({ id }) => id} muted={({ state }) => state !== 'ok'} />
    </div>
  )
}

function columnsOf(words: Words, nameOf: (id: string) => string, open: (row: DriverRow) => void): readonly DataColumn<DriverRow>[] {
  const { t, percent, score, exactScore, locale } = words
  const decimal = (value: number, digits: number): string => new Intl.NumberFormat(locale, { minimumFractionDigits: digits, maximumFractionDigits: digits }).format(value)
  const withRange = (value: string, range: string | null) => (
    <>
      {value} <span className="quiet drivers-range">{range === null ? '' : inBrackets(range, words)}</span>
    </>
  )
  return [
    {
      id: 'code',
      header: t('drivers.column.code'),
      names: true,
      cell: ({ code, state }) => (
        <>
          {code} {state === 'low' ? <span className="low-word">{t('drivers.low')}</span> : null}
        </>
      ),
    },
    {
      id: 'n',
      header: t('drivers.column.n'),
      numeric: true,
      cell: (row) => (
        <button type="button" className="link" aria-label={t('drivers.read.all.of', { n: row.mentions.n, code: row.code })} onClick={() => open(row)}>
          {t('drivers.count', { n: row.mentions.n })}
        </button>
      ),
    },
    { id: 'share', header: t('drivers.column.share'), hint: t('drivers.define.base'), numeric: true, cell: ({ share }) => percent(share) },
    {
      id: 'nps',
      header: t('drivers.column.nps'),
      hint: t('drivers.define.nps'),
      numeric: true,
      cell: ({ mentions, state }) =>
        state === 'tiny' || mentions.nps === null
          ? t('drivers.tiny')
          : withRange(score(mentions.nps), t('slice.range', { low: score(mentions.low ?? 0), high: score(mentions.high ?? 0) })),
    },
    {
      id: 'gap',
      header: t('drivers.column.gap'),
      hint: t('drivers.define.severity'),
      numeric: true,
      cell: (row) => {
        const gap = gapOf(row)
        return gap === null ? '–' : score(gap)
      },
    },
    {
      id: 'mean',
      header: t('drivers.column.mean'),
      numeric: true,
      cell: ({ meanScore, state }) => (state === 'tiny' || meanScore === null ? '–' : decimal(meanScore, 1)),
    },
    {
      id: 'contribution',
      header: t('drivers.column.contribution'),
      hint: t('drivers.define.contribution'),
      numeric: true,
      cell: (row) => (row.contribution === null ? '–' : withRange(exactScore(row.contribution), contributionRange(row, words))),
    },
    {
      id: 'adjusted',
      header: t('drivers.column.adjusted'),
      hint: t('drivers.define.adjusted'),
      numeric: true,
      cell: (row) => <Adjusted row={row} words={words} nameOf={nameOf} />,
    },
    {
      id: 'q',
      header: t('drivers.column.q'),
      hint: t('drivers.define.q'),
      numeric: true,
      cell: ({ q }) => (q === null ? '–' : q < 0.001 ? `< ${decimal(0.001, 3)}` : decimal(q, 3)),
    },
    {
      id: 'risk',
      header: t('drivers.column.risk'),
      hint: t('drivers.define.risk'),
      numeric: true,
      cell: ({ risk }) =>
        risk === null ? '–' : withRange(timesText(risk.ratio, locale), t('slice.range', { low: timesText(risk.low, locale), high: timesText(risk.high, locale) })),
    },
  ]
}

function Adjusted({ row, words, nameOf }: { readonly row: DriverRow; readonly words: Words; readonly nameOf: (id: string) => string }) {
  const { t, exactScore } = words
  const { adjusted } = row
  const warning = warningOf(row, words)
  if (adjusted.kind === 'close') return <span className="quiet">{t('drivers.close-to', { code: nameOf(adjusted.to) })}</span>
  if (adjusted.kind !== 'fit') return '–'
  return (
    <>
      {warning === null ? null : (
        <span className="pull-warning" title={warning}>
          <span className="pull-alert" aria-hidden="true">
            !
          </span>
          <span className="visually-hidden">{warning}</span>{' '}
        </span>
      )}
      {exactScore(adjusted.contribution)} <span className="quiet drivers-range">{inBrackets(rangeText(adjusted, words), words)}</span>
    </>
  )
}
