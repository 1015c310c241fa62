import { useCommands, useSession, useWords } from '../../app/context'
import { filterWords } from '../../app/words/filter-words'
import { canvasPicture, textMeasure } from '../../parts/canvas-picture'
import { ChartMenu } from '../../parts/chart-menu'
import type { Picture, PictureWords } from '../../parts/picture'
import { svgPicture } from '../../parts/svg-picture'

/** Takes a chart elsewhere: as pixels, as lines, as figures. Every picture says what it rests on. */
export function CopyMenu({
  title,
  base,
  interval,
  notes,
  picture,
  table,
}: {
  readonly title: string
  /** How many answers it rests on, in words. */
  readonly base: string
  /** How its intervals were made, in words; null: it has none; left out: as those of all scores are. */
  readonly interval?: string | null | undefined
  /** What else must be said beside a picture of the chart. */
  readonly notes: readonly string[]
  /** Null while there is nothing to see. */
  readonly picture: (words: PictureWords) => Picture | null
  /** The figures as tab-separated text. */
  readonly table: () => string
}) {
  const words = useWords()
  const { t } = words
  const commands = useCommands()
  const filter = useSession((state) => state.filter)
  const codebook = useSession((state) => state.code.codebook)
  const project = useSession((state) => state.project)
  if (!project) return null
  const drawn = (): Picture | null => {
    const method = interval === undefined ? t(`method.interval.${project.method.interval}`) : interval
    const ends = method === null ? [] : [`${t('basis.interval')}: ${t('basis.interval.text', { method })}`]
    const { sentence } = filterWords(filter, project, codebook, words)
    return picture({ title, notes: [`${sentence} · ${base}`, ...ends, ...notes] })
  }
  const pixels = (): HTMLCanvasElement | null => {
    const found = drawn()
    return found && canvasPicture(found)
  }
  const lines = (): string | null => {
    const found = drawn()
    return found && svgPicture(found, textMeasure(found.colors))
  }
  return (
    <ChartMenu
      label={t('slice.copy')}
      about={t('copy.of', { title })}
      actions={[
        { label: t('slice.copy.picture'), onPress: () => void commands.copyPicture(title, pixels()) },
        { label: t('copy.svg'), onPress: () => void commands.copySvg(title, lines()) },
        { label: t('slice.copy.table'), onPress: () => void commands.copyTable(title, table()) },
      ]}
    />
  )
}
