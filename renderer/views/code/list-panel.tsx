import { useCallback, useEffect, useRef } from 'react'
import { keyText, verbatimAt } from '../../app/code/code-list'
import { showsUncoded } from '../../app/code/code-list-commands'
import { isSelected } from '../../app/code/code-selection'
import { useCommands, useSession, useWords } from '../../app/context'
import { queueOf } from '../../app/code/queues'
import { Button } from '../../parts/button'
import { VirtualList } from '../../parts/virtual-list'
import { CodePicker } from './code-picker'
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
  const { list, cursor, revealed, selection, listNumber, repeats } = useSession((state) => state.code)
  const see = useCallback((first: number, last: number) => commands.seeRows(first, last), [commands])
  return (
    <section className="code-list" aria-label={words.t('code.list')}>
      <ListControls />
      <SelectionBar />
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
          onPress={(place, { extend, toggle, opens }) => {
            void commands.moveTo(place, extend)
            const pressed = verbatimAt(list, place)
            if (opens && pressed) return void commands.openRepeats(pressed, !repeats?.open.some((key) => keyText(key) === keyText(pressed)))
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

/** Why the list is empty, and the way on. */
function NoMatch() {
  const { t } = useWords()
  const commands = useCommands()
  const box = useRef<HTMLDivElement>(null)
  const finished = useSession(({ filter, code }) => showsUncoded(filter) && (code.codebook?.coded ?? 0) > 0)
  const queue = useSession((state) => queueOf(state.filter))

  // The list that had the focus is gone.
  useEffect(() => {
    if (document.activeElement === document.body) box.current?.querySelector('button')?.focus()
  }, [])

  if (queue)
    return (
      <div ref={box} className="empty">
        <p>
          <strong>{t(`queue.${queue}.none`)}</strong>
        </p>
        <p>{t(`queue.${queue}.none.hint`)}</p>
        <Button look="primary" onPress={() => void commands.showQueue(null)}>
          {t('queue.leave')}
        </Button>
      </div>
    )
  return (
    <div ref={box} className="empty">
      <p>
        <strong>{t(finished ? 'code.uncoded.none' : 'code.no-match')}</strong>
      </p>
      {finished ? null : <p>{t('code.no-match.hint')}</p>}
      <Button look="primary" onPress={() => void (finished ? commands.filterUncoded() : commands.setFilter([]))}>
        {t(finished ? 'code.uncoded.leave' : 'code.no-match.clear')}
      </Button>
    </div>
  )
}
