import type { RefObject } from 'react'
import type { Slice } from '../../../shared/query/types'
import { useWords } from '../../app/context'
import { figuresText, type CopiedRow } from '../../app/figures/figures-text'
import type { Pictured } from '../../parts/picture'
import { Basis } from '../basis/basis'
import { CopyMenu } from '../copy/copy-menu'

/** What a chart shows, what is picked in it, and how to take it elsewhere. */
export function ChartHead({
  title,
  slice,
  pickedCount,
  onClear,
  chart,
  notes,
  table,
}: {
  readonly title: string
  readonly slice: Slice
  readonly pickedCount: number
  readonly onClear: () => void
  readonly chart: RefObject<Pictured | null>
  /** What must be said beside a picture of the chart. */
  readonly notes: readonly string[]
  readonly table: () => { readonly names: readonly string[]; readonly verdict: string; readonly more?: readonly string[]; readonly rows: readonly CopiedRow[] }
}) {
  const words = useWords()
  const { t } = words
  const nonStandard = slice.nonStandard === null ? [] : [t('slice.non-standard', { scale: slice.nonStandard })]
  const text = (): string => {
    const { names, verdict, more = [], rows } = table()
    const nps = [t('slice.column.nps'), ...nonStandard].join(' – ')
    return figuresText({ names, nps, verdict, n: slice.total.n, more }, rows, words)
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
      <CopyMenu
        title={title}
        base={t('slice.answers', { n: slice.total.n })}
        notes={[...notes, ...nonStandard]}
        picture={(about) => chart.current?.picture(about) ?? null}
        table={text}
      />
    </div>
  )
}
