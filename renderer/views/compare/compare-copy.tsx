import type { Comparison } from '../../../shared/query/types'
import type { SideNames } from '../../app/compare/compare-sides'
import { useWords } from '../../app/context'
import { tableText, type CopiedTable } from '../../app/figures/copied-table'
import { readColors, type ChartColors } from '../../parts/chart-colors'
import type { Picture, PictureWords } from '../../parts/picture'
import { CopyMenu } from '../copy/copy-menu'

/** Takes a part of the comparison elsewhere, with both sides and their bases said. */
export function CompareCopy({
  title,
  value,
  names,
  base,
  interval,
  notes = [],
  picture,
  table,
}: {
  readonly title: string
  readonly value: Comparison
  readonly names: SideNames
  /** Where it does not rest on all answers of both sides. */
  readonly base?: string
  /** How its intervals were made, in words; null: it has none; left out: as those of all scores are. */
  readonly interval?: string | null
  readonly notes?: readonly string[]
  readonly picture: (words: PictureWords, colors: ChartColors) => Picture | null
  readonly table: () => CopiedTable
}) {
  const { t } = useWords()
  const sides = t('copy.sides', { from: names.from, to: names.to, fromN: value.from.n, toN: value.to.n })
  const nonStandard = value.nonStandard === null ? [] : [t('slice.non-standard', { scale: value.nonStandard })]
  return (
    <CopyMenu
      title={title}
      base={base ?? sides}
      interval={interval}
      notes={[...notes, ...nonStandard]}
      picture={(words) => picture(words, readColors(document.body))}
      table={() => tableText(table())}
    />
  )
}
