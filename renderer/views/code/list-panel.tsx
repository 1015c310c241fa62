import { useCallback } from 'react'
import { verbatimAt } from '../../app/code-list'
import { isSelected } from '../../app/code-selection'
import { useCommands, useSession, useWords } from '../../app/context'
import { Button } from '../../parts/button'
import { VirtualList } from '../../parts/virtual-list'
import { CodePicker } from './code-picker'
import { CoderName } from './coder-name'
import { ListControls } from './list-controls'
import { SelectionBar } from './selection-bar'
import { useCodes } from './use-codes'
import { VerbatimRow } from './verbatim-row'

const ROW_HEIGHT = 68

/** The verbatims that pass the filter, one below the other. */
export function ListPanel() {
  const words = useWords()
  const commands = useCommands()
  const codes = useCodes()
  const { list, cursor, revealed, selection, listNumber } = useSession((state) => state.code)
  const see = useCallback((first: number, last: number) => commands.seeRows(first, last), [commands])
  return (
    <section className="code-list" aria-label={words.t('code.list')}>
      <ListControls />
      <SelectionBar />
      <CoderName />
      {list && list.total > 0 ? (
        <VirtualList
          label={words.t('code.list')}
          count={list.total}
          rowHeight={ROW_HEIGHT}
          cursor={cursor}
          revealed={revealed}
          listNumber={listNumber}
          isSelected={(place) => {
            const verbatim = verbatimAt(list, place)
            return verbatim ? isSelected(selection, verbatim) : selection.kind === 'all'
          }}
          renderRow={(place) => <VerbatimRow verbatim={verbatimAt(list, place)} codes={codes} words={words} />}
          onSee={see}
          onPress={(place, { extend, toggle }) => {
            void commands.moveTo(place, extend)
            if (toggle) commands.toggleSelected(place)
          }}
          onMove={(place, extend) => void commands.moveTo(place, extend)}
        />
      ) : null}
      {list?.total === 0 ? <NoMatch /> : null}
      <CodePicker />
    </section>
  )
}

function NoMatch() {
  const { t } = useWords()
  const commands = useCommands()
  return (
    <div className="empty">
      <p>
        <strong>{t('code.no-match')}</strong>
      </p>
      <p>{t('code.no-match.hint')}</p>
      <Button look="primary" onPress={() => void commands.setFilter([])}>
        {t('code.no-match.clear')}
      </Button>
    </div>
  )
}
