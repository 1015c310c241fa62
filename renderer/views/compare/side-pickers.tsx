import { useCommands, useSession, useWords } from '../../app/context'
import { useBoundKeys } from '../../app/keys/use-bindings'
import { Segmented } from '../../parts/segmented'
import { FilterPickers } from './filter-pickers'
import { PeriodPickers } from './period-pickers'
import type { Shown } from './shown'

/** What is compared with what: two periods, or the responses of two filters. */
export function SidePickers({ project, choice, periods, names, value }: Shown) {
  const { t } = useWords()
  const commands = useCommands()
  const isStale = useSession((state) => state.compare.isStale)
  useBoundKeys({ 'compare.swap': () => void commands.swapSides() })
  return (
    <section className="compare-pickers" aria-label={t('compare.unit')}>
      {project.anonymity ? null : (
        <Segmented
          label={t('sides.kind')}
          value={choice.kind}
          options={[
            { value: 'periods', label: t('sides.periods') },
            { value: 'filters', label: t('sides.filters') },
          ]}
          onChange={(kind) => void commands.compareKind(kind)}
        />
      )}
      {choice.kind === 'periods' ? (
        <PeriodPickers choice={choice} periods={periods} names={names} />
      ) : (
        <FilterPickers project={project} choice={choice} names={names} shared={value.shared} />
      )}
      <p className="compare-state" role="status">
        {isStale ? t('compare.stale') : ''}
      </p>
    </section>
  )
}
