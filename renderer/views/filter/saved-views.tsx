import { useId, useRef, useState } from 'react'
import { useCommands, useSession, useWords } from '../../app/context'
import { Button } from '../../parts/button'
import { Icon } from '../../parts/icon'
import { IconButton } from '../../parts/icon-button'
import { Rename } from '../../parts/rename'

/** The filters that are kept under a name: to show, to keep the present one, to change. */
export function SavedViews() {
  const { t } = useWords()
  const commands = useCommands()
  const views = useSession((state) => state.project?.views) ?? []
  const id = useId()
  const panel = useRef<HTMLDivElement>(null)
  const [open, setOpen] = useState(false)
  const [name, setName] = useState('')
  const save = (): void => {
    if (name.trim() === '') return
    void commands.saveView(name)
    setName('')
  }
  return (
    <>
      <button type="button" className="filter-views" popoverTarget={id} aria-expanded={open}>
        <Icon name="views" /> {t('views.title')}
      </button>
      <div
        ref={panel}
        className="menu views-menu"
        id={id}
        popover="auto"
        role="dialog"
        aria-label={t('views.list')}
        onToggle={(event) => {
          const isOpen = event.newState === 'open'
          setOpen(isOpen)
          if (isOpen) panel.current?.querySelector<HTMLElement>('button, input')?.focus()
        }}
      >
        {views.length === 0 ? <p className="quiet">{t('views.none')}</p> : null}
        <ul className="views-list">
          {views.map((view) => (
            <li key={view.id}>
              <Rename value={view.name} label={t('views.rename', { name: view.name })} onCommit={(next) => void commands.renameView(view.id, next)} />
              <Button
                onPress={() => {
                  panel.current?.hidePopover()
                  void commands.applyView(view.id)
                }}
              >
                {t('views.show', { name: view.name })}
              </Button>
              <IconButton icon="swap" label={t('views.replace', { name: view.name })} onPress={() => void commands.saveView(view.name, view.id)} />
              <IconButton icon="remove" label={t('views.remove', { name: view.name })} onPress={() => void commands.removeView(view.id)} />
            </li>
          ))}
        </ul>
        <form
          className="views-new"
          onSubmit={(event) => {
            event.preventDefault()
            save()
          }}
        >
          <label className="visually-hidden" htmlFor={`${id}-name`}>
            {t('views.name')}
          </label>
          <input
            className="text-input"
            id={`${id}-name`}
            type="text"
            placeholder={t('views.name')}
            value={name}
            spellCheck={false}
            onChange={(event) => setName(event.target.value)}
          />
          <Button look="primary" disabled={name.trim() === ''} onPress={save}>
            {t('views.save')}
          </Button>
        </form>
      </div>
    </>
  )
}
