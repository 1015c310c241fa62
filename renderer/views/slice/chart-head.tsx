import type { RefObject } from 'react'
import type { ProjectView } from '../../../shared/protocol/engine-api'
import type { Slice } from '../../../shared/query/types'
import { useCommands, useSession, useWords } from '../../app/context'
import { figuresText, type CopiedRow } from '../../app/figures-text'
import { filterWords } from '../../app/filter-words'
import { ChartMenu } from '../../parts/chart-menu'
import type { Pictured } from '../../parts/picture'
import { Basis } from '../basis/basis'

/** What a chart shows, what is picked in it, and how to take it elsewhere. */
export function ChartHead({
  project,
  title,
  slice,
  pickedCount,
  onClear,
  chart,
  notes,
  table,
}: {
  readonly project: ProjectView
  readonly title: string
  readonly slice: Slice
  readonly pickedCount: number
  readonly onClear: () => void
  readonly chart: RefObject<Pictured | null>
  /** What must be said beside a picture of the chart. */
  readonly notes: readonly string[]
  readonly table: () => { readonly names: readonly string[]; readonly verdict: string; readonly tests?: boolean; readonly rows: readonly CopiedRow[] }
}) {
  const words = useWords()
  const { t } = words
  const commands = useCommands()
  const filter = useSession((state) => state.filter)
  const codebook = useSession((state) => state.code.codebook)
  const nonStandard = slice.nonStandard === null ? [] : [t('slice.non-standard', { scale: slice.nonStandard })]

  const picture = (): HTMLCanvasElement | null => {
    const base = `${filterWords(filter, project, codebook, words).sentence} · ${t('slice.answers', { n: slice.total.n })}`
    return chart.current?.picture({ title, notes: [base, ...notes, ...nonStandard] }) ?? null
  }
  const text = (): string => {
    const { names, verdict, tests = false, rows } = table()
    const nps = [t('slice.column.nps'), ...nonStandard].join(' – ')
    return figuresText({ names, nps, verdict, tests }, rows, words)
  }
  return (
    <div className="chart-head">
      <h2>{title}</h2>
      {pickedCount > 0 ? (
        <button type="button" className="link" onClick={onClear}>
          {t('slice.picked.clear', { n: pickedCount })}
        </button>
      ) : null}
      <Basis about={title} scored={slice.total.n} />
      <ChartMenu
        label={t('slice.copy')}
        actions={[
          { label: t('slice.copy.picture'), onPress: () => void commands.copyPicture(title, picture()) },
          { label: t('slice.copy.table'), onPress: () => void commands.copyTable(title, text()) },
        ]}
      />
    </div>
  )
}
