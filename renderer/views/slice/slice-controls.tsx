import type { ComponentProps } from 'react'
import type { ProjectView } from '../../../shared/protocol/engine-api'
import type { Dimension } from '../../../shared/query/types'
import { useCommands, useSession, useWords } from '../../app/context'
import { dimensionValue, parseDimension } from '../../app/figures/dimension'
import { dimensionOptions } from '../../app/slice/dimension-options'
import { SLICE_VIEWS } from '../../app/slice/slice-state'
import { SORT_KEYS, type Sort, type SortKey } from '../../app/figures/sort-rows'
import { IconButton } from '../../parts/icon-button'
import { Segmented } from '../../parts/segmented'
import { Select } from '../../parts/select'
import { BandsButton } from './bands-button'
import { FieldPicker } from './field-picker'
import { TrendShowMenu } from './trend-show-menu'

const SORTED_BY: readonly SortKey[] = ['nps', 'certain', 'n', 'value', 'promoters', 'passives', 'detractors']
const NO_SPLIT = 'none'

/** Which view, by what, in what order, on what axis. */
export function SliceControls({ project }: { readonly project: ProjectView }) {
  const { t } = useWords()
  const commands = useCommands()
  const { view, zoomed } = useSession((state) => state.slice)
  return (
    <div className="slice-controls">
      <Segmented
        label={t('slice.view')}
        value={view}
        options={SLICE_VIEWS.map((value) => ({ value, label: t(`slice.view.${value}`) }))}
        onChange={(value) => void commands.viewSlice(value)}
      />
      {view === 'field' ? <FieldControls project={project} /> : null}
      {view === 'crossed' ? <CrossedControls project={project} /> : null}
      {view === 'trend' ? <TrendControls project={project} /> : null}
      <Segmented
        label={t(view === 'crossed' ? 'slice.colors' : 'slice.axis')}
        value={zoomed ? 'zoomed' : 'full'}
        options={[
          { value: 'full', label: t('slice.axis.full') },
          { value: 'zoomed', label: t('slice.axis.zoomed') },
        ]}
        onChange={(value) => commands.zoomAxis(value === 'zoomed')}
      />
    </div>
  )
}

function FieldControls({ project }: { readonly project: ProjectView }) {
  const words = useWords()
  const commands = useCommands()
  const { dimension, sort } = useSession((state) => state.slice)
  return (
    <>
      <BandedPicker
        project={project}
        chosen={dimension}
        label={words.t('slice.by')}
        value={dimension ? dimensionValue(dimension) : ''}
        options={dimensionOptions(project, words)}
        onChange={(value) => {
          const chosen = parseDimension(value)
          if (chosen) void commands.sliceBy(chosen)
        }}
      />
      <SortControl keys={SORTED_BY} sort={sort} onSort={commands.sortBy} />
    </>
  )
}

function CrossedControls({ project }: { readonly project: ProjectView }) {
  const words = useWords()
  const { t } = words
  const commands = useCommands()
  const { rows, columns, each, sort } = useSession((state) => state.slice.crossed)
  const options = dimensionOptions(project, words)
  const side = (which: 'rows' | 'columns', chosen: typeof rows) => (
    <BandedPicker
      project={project}
      chosen={chosen}
      label={t(`slice.${which}`)}
      value={chosen ? dimensionValue(chosen) : ''}
      options={options}
      onChange={(value) => {
        const dimension = parseDimension(value)
        if (dimension) void commands.crossBy(which, dimension)
      }}
    />
  )
  return (
    <>
      {side('rows', rows)}
      <IconButton
        icon="swap"
        label={t('slice.swap')}
        disabled={!rows || !columns}
        onPress={() => {
          if (columns) void commands.crossBy('rows', columns)
        }}
      />
      {side('columns', columns)}
      <BandedPicker
        project={project}
        chosen={each}
        label={t('slice.each')}
        value={each ? dimensionValue(each) : NO_SPLIT}
        options={[{ value: NO_SPLIT, label: t('slice.each.none') }, ...options.filter(({ value }) => [rows, columns].every((used) => !used || dimensionValue(used) !== value))]}
        onChange={(value) => void commands.crossEach(value === NO_SPLIT ? null : parseDimension(value))}
      />
      <SortControl keys={['n', 'nps', 'value']} sort={sort} onSort={commands.sortCrossed} />
    </>
  )
}

function TrendControls({ project }: { readonly project: ProjectView }) {
  const words = useWords()
  const { t } = words
  const commands = useCommands()
  const { unit, split } = useSession((state) => state.slice.trend)
  if (!unit) return null
  const options = dimensionOptions(project, words).filter(({ value }) => parseDimension(value)?.kind !== 'period')
  return (
    <>
      <Select
        label={t('slice.unit')}
        value={unit}
        options={project.periods.map((value) => ({ value, label: t(`slice.period.${value}`) }))}
        onChange={(value) => {
          const chosen = project.periods.find((each) => each === value)
          if (chosen) void commands.trendBy(chosen)
        }}
      />
      <BandedPicker
        project={project}
        chosen={split}
        label={t('slice.split')}
        value={split ? dimensionValue(split) : NO_SPLIT}
        options={[{ value: NO_SPLIT, label: t('slice.split.none') }, ...options]}
        onChange={(value) => void commands.splitTrend(value === NO_SPLIT ? null : parseDimension(value))}
      />
      <TrendShowMenu unit={unit} />
    </>
  )
}

/** A choice among fields, with the way to the bands of one that has any. */
function BandedPicker({
  project,
  chosen,
  ...picker
}: ComponentProps<typeof FieldPicker> & { readonly project: ProjectView; readonly chosen: Dimension | null }) {
  return (
    <div className="banded-picker">
      <FieldPicker {...picker} />
      <BandsButton project={project} dimension={chosen} />
    </div>
  )
}

function SortControl({
  keys,
  sort,
  onSort,
}: {
  readonly keys: readonly SortKey[]
  readonly sort: Sort
  readonly onSort: (sort: Sort) => void
}) {
  const { t } = useWords()
  const words = (key: SortKey): string =>
    key === 'value' || key === 'n' || key === 'nps' ? t(`slice.sort.${key}`) : key === 'certain' ? t('rest.sort') : t(`slice.column.${key}`)
  return (
    <div className="sort-control">
      <Select
        label={t('slice.sort')}
        value={sort.key}
        {...(sort.key === 'certain' ? { title: t('rest.sort.hint') } : {})}
        options={keys.map((value) => ({ value, label: words(value) }))}
        onChange={(value) => {
          const key = SORT_KEYS.find((each) => each === value)
          if (key) onSort({ key, descending: key !== 'value' })
        }}
      />
      <IconButton
        icon={sort.descending ? 'down' : 'up'}
        label={t(sort.descending ? 'slice.sort.descending' : 'slice.sort.ascending')}
        onPress={() => onSort({ ...sort, descending: !sort.descending })}
      />
    </div>
  )
}
