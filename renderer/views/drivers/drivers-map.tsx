import { useMemo, useRef } from 'react'
import { useCommands, useResolvedTheme, useSession, useWords } from '../../app/context'
import { inOneList, type DriverRow } from '../../app/drivers/drivers-rows'
import { driversText } from '../../app/drivers/drivers-text'
import { baseWords } from '../../app/drivers/drivers-words'
import { gapOf, severityAxes } from '../../app/drivers/severity-scene'
import type { Words } from '../../app/words/words'
import type { Pictured } from '../../parts/picture'
import { focusPullRow } from '../../parts/pull-rows'
import { SeverityChart, type SeverityMark } from '../../parts/severity-chart'
import { Basis } from '../basis/basis'
import { CopyMenu } from '../copy/copy-menu'
import { DriversTable } from './drivers-table'
import type { Shown } from './shown'

/** How many mention a code against how far their score lies from the rest's, as chart and table. */
export function DriversMap({ value, ranked }: Shown) {
  const words = useWords()
  const { t } = words
  const commands = useCommands()
  const theme = useResolvedTheme()
  const opened = useSession((state) => state.drivers.opened)
  const chart = useRef<Pictured>(null)
  const rows = inOneList(ranked)
  const { marks, scene, lines } = useMemo(() => {
    const drawn = [...ranked.down, ...ranked.up, ...ranked.low]
    const axes = severityAxes(drawn)
    return {
      marks: drawn.flatMap((row) => markOf(row, words)).toSorted((a, b) => Math.abs(b.share * b.gap) - Math.abs(a.share * a.gap)),
      lines: axes.lines,
      scene: {
        ...axes,
        shareTitle: words.t('drivers.map.x'),
        gapTitle: words.t('drivers.map.y'),
        formatShare: words.percent,
        formatPoints: shortPoints(words),
      },
    }
  }, [ranked, words])
  const open = (id: string): void => {
    if (id !== opened) void commands.lookAtDriver(id)
    // Its row may be one of those that come into sight only now.
    requestAnimationFrame(() => focusPullRow(id))
  }
  const title = t('drivers.map')
  const note = t('drivers.map.lines', { values: lines.filter((each) => each > 0).map((each) => `±${each}`).join(', ') })
  return (
    <section className="drivers-section" aria-labelledby="drivers-map">
      <div className="chart-head">
        <h2 id="drivers-map" title={t('drivers.define.severity')}>
          {title}
        </h2>
        <Basis about={title} scored={value.total.n} />
        <CopyMenu
          title={title}
          base={baseWords(value, words)}
          interval={null}
          notes={[note, t('drivers.claim')]}
          picture={(about) => chart.current?.picture(about) ?? null}
          table={() => driversText(rows, words)}
        />
      </div>
      {marks.length === 0 ? (
        <p className="empty">{t('drivers.map.none')}</p>
      ) : (
        <SeverityChart
          label={t('drivers.map.chart')}
          hint={[t('drivers.legend.noise', { n: value.tested }), ...(lines.length > 0 ? [note] : []), t('drivers.map.keys')].join(' · ')}
          scene={scene}
          marks={marks}
          theme={theme}
          onOpen={open}
          ref={chart}
        />
      )}
      <h2>{t('drivers.table.title')}</h2>
      <DriversTable rows={rows} value={value} />
    </section>
  )
}

/** Half points keep their decimal. */
const shortPoints = ({ score, exactScore }: Words) => (points: number): string => (Number.isInteger(points) ? score(points) : exactScore(points))

function markOf(row: DriverRow, words: Words): readonly SeverityMark[] {
  const gap = gapOf(row)
  if (gap === null) return []
  const { id, code, share, contribution, isClear, state } = row
  const tone = !isClear || state === 'low' ? 'noise' : gap < 0 ? 'down' : 'up'
  const { t, percent, score, exactScore } = words
  const sentence = t('drivers.map.sentence', { code, n: row.mentions.n, share: percent(share), gap: score(gap), contribution: exactScore(contribution ?? 0) })
  return [{ id, label: code, share, gap, tone, sentence: state === 'low' ? `${sentence} (${t('drivers.low')})` : sentence }]
}
