import type { ProjectView } from '../../../shared/protocol/engine-api'
import { useCommands, useSession, useWords } from '../../app/context'
import { dimensionValue, parseDimension, slicedFields } from '../../app/dimension'
import { SORT_KEYS, type SortKey } from '../../app/sort-rows'
import { IconButton } from '../../parts/icon-button'
import { Segmented } from '../../parts/segmented'
import { Select, type SelectOption } from '../../parts/select'

const SORTED_BY: readonly SortKey[] = ['nps', 'n', 'value', 'promoters', 'passives', 'detractors']

/** By what, in what order, on what axis. */
export function SliceControls({ project }: { readonly project: ProjectView }) {
  const { t } = useWords()
  const commands = useCommands()
  const { dimension, sort, zoomed } = useSession((state) => state.slice)
  const dimensions: readonly SelectOption[] = [
    ...slicedFields(project).map(({ id, label }) => ({ value: `field:${id}`, label, group: t('slice.by.field') })),
    ...project.periods.map((unit) => ({
      value: `period:${unit}`,
      label: t(`slice.period.${unit}`),
      group: t('slice.by.time'),
    })),
    { value: 'wave', label: t('slice.by.wave'), group: t('slice.by.built-in') },
  ]
  const words = (key: SortKey): string =>
    key === 'value' || key === 'n' || key === 'nps' ? t(`slice.sort.${key}`) : t(`slice.column.${key}`)
  const direction = t(sort.descending ? 'slice.sort.descending' : 'slice.sort.ascending')
  return (
    <div className="slice-controls">
      <Select
        label={t('slice.by')}
        value={dimension ? dimensionValue(dimension) : ''}
        options={dimensions}
        onChange={(value) => {
          const chosen = parseDimension(value)
          if (chosen) void commands.sliceBy(chosen)
        }}
      />
      <div className="sort-control">
        <Select
          label={t('slice.sort')}
          value={sort.key}
          options={SORTED_BY.map((value) => ({ value, label: words(value) }))}
          onChange={(value) => {
            const key = SORT_KEYS.find((each) => each === value)
            if (key) commands.sortBy({ key, descending: key !== 'value' })
          }}
        />
        <IconButton
          icon={sort.descending ? 'down' : 'up'}
          label={direction}
          onPress={() => commands.sortBy({ ...sort, descending: !sort.descending })}
        />
      </div>
      <Segmented
        label={t('slice.axis')}
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
