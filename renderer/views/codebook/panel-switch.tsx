import { useCommands, useSession, useWords } from '../../app/context'
import { Segmented } from '../../parts/segmented'

/** Which of the two stands beside the list. */
export function PanelSwitch() {
  const { t } = useWords()
  const commands = useCommands()
  const shown = useSession((state) => state.words.shown)
  return (
    <div className="panel-switch">
      <h2 className="visually-hidden">{t(shown ? 'words.title' : 'code.book')}</h2>
      <Segmented
        label={t('words.switch')}
        hideLabel
        value={shown ? 'words' : 'book'}
        options={[
          { value: 'book', label: t('code.book') },
          { value: 'words', label: t('words.title') },
        ]}
        onChange={(value) => {
          commands.showWords(value === 'words')
          // The other panel has a switch of its own.
          queueMicrotask(() => document.querySelector<HTMLElement>('.panel-switch input:checked')?.focus())
        }}
      />
    </div>
  )
}
