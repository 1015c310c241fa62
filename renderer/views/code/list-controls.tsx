import { VERBATIM_ORDERS } from '../../../shared/protocol/engine-api'
import { showsUncoded } from '../../app/code/code-list-commands'
import { useCommands, useSession, useWords } from '../../app/context'
import { useAnonymous } from '../../app/project/use-anonymous'
import { Select } from '../../parts/select'
import { ListQueues } from './list-queues'
import { SearchField } from './search-field'

/** Which verbatims, in what order, and how many there are. */
export function ListControls() {
  const { t } = useWords()
  const commands = useCommands()
  const uncoded = useSession((state) => showsUncoded(state.filter))
  const mixed = useAnonymous()
  const order = useSession((state) => state.code.order)
  const total = useSession((state) => state.code.list?.total)
  const listed = useSession((state) => state.code.list?.listed)
  return (
    <div className="list-controls">
      <SearchField />
      <div className="list-order">
        <button
          type="button"
          className="filter-chip"
          aria-pressed={uncoded}
          title={t('code.uncoded.title')}
          onClick={() => void commands.filterUncoded()}
        >
          {t('code.uncoded')}
        </button>
        <span className="list-count" role="status">
          {total === undefined ? '' : listed === undefined || listed === total ? t('code.list.count', { n: total }) : t('list.rows', { n: listed, rows: total })}
        </span>
        {mixed ? null : (
          <Select
            label={t('code.order')}
            hideLabel
            value={order}
            options={VERBATIM_ORDERS.map((value) => ({ value, label: t(`code.order.${value}`) }))}
            onChange={(value) => {
              const chosen = VERBATIM_ORDERS.find((each) => each === value)
              if (chosen) void commands.orderBy(chosen)
            }}
          />
        )}
      </div>
      <ListQueues />
    </div>
  )
}
