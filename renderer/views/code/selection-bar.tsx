import { selectedCount } from '../../app/code/code-selection'
import { useCommands, useSession, useWords } from '../../app/context'
import { Button } from '../../parts/button'
import { IconButton } from '../../parts/icon-button'
import { focusList } from './focus-list'

/** What is selected, and what can be done with all of it at once. */
export function SelectionBar() {
  const { t } = useWords()
  const commands = useCommands()
  const selection = useSession((state) => state.code.selection)
  const total = useSession((state) => state.code.list?.total ?? 0)
  if (selection.kind === 'none' || total === 0) return null
  const n = selectedCount(selection, total)
  return (
    <div className="selection-bar">
      <strong role="status">{t(selection.kind === 'all' ? 'code.selected.all' : 'code.selected', { n })}</strong>
      {selection.kind === 'all' ? null : <Button onPress={commands.selectAll}>{t('code.select.all')}</Button>}
      <Button onPress={() => commands.openPicker('add')}>{t('code.add')}</Button>
      <Button onPress={() => commands.openPicker('remove')}>{t('code.take-away')}</Button>
      <IconButton
        icon="close"
        label={t('code.selected.clear')}
        onPress={() => {
          commands.clearSelection()
          focusList()
        }}
      />
    </div>
  )
}
