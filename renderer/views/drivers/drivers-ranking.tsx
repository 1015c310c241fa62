import { useCallback, useMemo, useState } from 'react'
import { useCommands, useSession, useWords } from '../../app/context'
import { inOneList, type DriverRow } from '../../app/drivers/drivers-rows'
import { driversText } from '../../app/drivers/drivers-text'
import { adjustedShort, baseWords, contributionRange, driverSentence, inBrackets, warningOf } from '../../app/drivers/drivers-words'
import { axisAround } from '../../app/figures/nice-axis'
import type { Words } from '../../app/words/words'
import { Button } from '../../parts/button'
import { readColors } from '../../parts/chart-colors'
import { pullPicture } from '../../parts/pull-picture'
import { PullRows, type PullGroup, type PullMark } from '../../parts/pull-rows'
import { Basis } from '../basis/basis'
import { CopyMenu } from '../copy/copy-menu'
import { DriverDetails } from './driver-details'
import type { Shown } from './shown'

const FIRST = 6
const LIMIT = 100
type Side = 'down' | 'up' | 'low'

/** The codes by what they add to the score, each by itself and with the others held the same. */
export function DriversRanking({ value, rows, ranked }: Shown) {
  const words = useWords()
  const { t } = words
  const commands = useCommands()
  const opened = useSession((state) => state.drivers.opened)
  const [all, setAll] = useState<ReadonlySet<Side>>(new Set())
  const nameOf = useCallback((id: string) => value.codes.find((code) => code.id === id)?.code ?? '', [value])
  const axis = useMemo(
    () => axisAround([...ranked.down, ...ranked.up, ...ranked.low].flatMap(endsOf), LIMIT),
    [ranked],
  )
  const groupOf = (side: Side): PullGroup => {
    const of = ranked[side]
    // One that is looked at is among those shown, wherever it was chosen.
    const place = of.findIndex(({ id }) => id === opened)
    const shown = all.has(side) ? of : of.slice(0, Math.max(FIRST, place + 1))
    return {
      id: side,
      title: t(`drivers.rank.${side}`),
      marks: shown.map((row) => markOf(row, nameOf, words)),
      none: of.length === 0 && side !== 'low' ? t(`drivers.rank.none-${side}`) : null,
      foot:
        of.length > shown.length ? (
          <p className="pull-foot">
            <Button onPress={() => setAll(new Set([...all, side]))}>{t('drivers.more', { n: of.length - shown.length })}</Button>
          </p>
        ) : null,
    }
  }
  const row = rows.find(({ id }) => id === opened)
  const groups = [groupOf('down'), groupOf('up'), ...(ranked.low.length > 0 ? [groupOf('low')] : [])]
  const legend = {
    plain: { label: t('drivers.legend.plain'), hint: t('drivers.define.contribution') },
    adjusted: { label: t('drivers.legend.adjusted'), hint: t('drivers.define.adjusted') },
    noise: { label: t('drivers.legend.noise', { n: value.tested }), hint: t('drivers.define.noise') },
  }
  const warned = rows.filter((each) => warningOf(each, words) !== null).length
  return (
    <section className="drivers-section" aria-labelledby="drivers-rank">
      <div className="drivers-title">
        <h2 id="drivers-rank" title={t('drivers.define.contribution')}>
          {t('drivers.rank')}
        </h2>
        <Basis about={t('drivers.rank')} scored={value.total.n} />
        <CopyMenu
          title={t('drivers.rank')}
          base={baseWords(value, words)}
          interval={t('copy.interval.drivers')}
          notes={[legend.plain, legend.adjusted, legend.noise].map(({ label, hint }) => `${label}: ${hint}`)}
          picture={(about) => pullPicture(about, { groups, axis, formatTick: words.score }, readColors(document.body))}
          table={() => driversText(inOneList(ranked), words)}
        />
      </div>
      {warned > 0 ? <p className="mark mark-warning drivers-warned">{t('drivers.warnings', { n: warned })}</p> : null}
      <PullRows
        label={t('drivers.rank.chart')}
        hint={t('drivers.keys')}
        legend={legend}
        groups={groups}
        axis={axis}
        formatTick={words.score}
        opened={opened}
        details={row ? <DriverDetails row={row} tested={value.tested} nameOf={nameOf} /> : null}
        onOpen={(id) => void commands.lookAtDriver(id)}
      />
      {ranked.tiny.length > 0 ? <p className="quiet">{t('drivers.rank.tiny', { n: ranked.tiny.length })}</p> : null}
    </section>
  )
}

const endsOf = ({ low, high, adjusted }: DriverRow): readonly number[] => [
  low ?? 0,
  high ?? 0,
  ...(adjusted.kind === 'fit' ? [adjusted.low, adjusted.high] : []),
]

function markOf(row: DriverRow, nameOf: (id: string) => string, words: Words): PullMark {
  const { t, percent, score, exactScore } = words
  const { id, code, mentions, share, contribution, low, high, adjusted, state, isClear } = row
  const isLow = state === 'low'
  const fit = adjusted.kind === 'fit' ? { middle: adjusted.contribution, low: adjusted.low, high: adjusted.high } : null
  const note = t('drivers.note', { n: mentions.n, share: percent(share), nps: score(mentions.nps ?? 0) })
  return {
    id,
    label: code,
    note: isLow ? `${note} · ${t('drivers.low')}` : note,
    isLow,
    plain: { middle: contribution ?? 0, low: low ?? 0, high: high ?? 0 },
    adjusted: fit,
    tone: !isClear || isLow ? 'noise' : (contribution ?? 0) < 0 ? 'down' : 'up',
    value: exactScore(contribution ?? 0),
    detail: inBrackets(contributionRange(row, words) ?? '', words),
    adjustedText: adjustedShort(row, nameOf, words),
    warning: warningOf(row, words),
    sentence: driverSentence(row, words),
  }
}
