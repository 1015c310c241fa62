import { useEffect, useMemo, useRef, useState } from 'react'
import { useCommands, useSession, useWords } from '../../app/context'
import { keyOf, keysOf } from '../../app/keys/key-bindings'
import { keyName } from '../../app/keys/key-name'
import { paletteEntries } from '../../app/palette/palette-entries'
import type { PaletteEntry } from '../../app/palette/palette-entry'
import { findEntries } from '../../app/palette/palette-find'
import { keyLabel, onMac } from '../../app/keys/shortcut'
import { ComboList } from '../../parts/combo-list'

/** Everything that can be done, found by typing. */
export function Palette() {
  const open = useSession((state) => state.layer === 'palette')
  return open ? <OpenPalette /> : null
}

function OpenPalette() {
  const words = useWords()
  const { t } = words
  const commands = useCommands()
  const dialog = useRef<HTMLDialogElement>(null)
  const [query, setQuery] = useState('')
  const project = useSession((state) => state.project)
  const plan = useSession((state) => state.plan)
  const glimpse = useSession((state) => state.glimpse)
  const work = useSession((state) => state.work)
  const cards = useSession((state) => state.cards)
  const screen = useSession((state) => state.screen)
  const filter = useSession((state) => state.filter)
  const code = useSession((state) => state.code)
  const locale = useSession((state) => state.locale)
  const beside = useSession((state) => state.words)
  const showsPersonal = useSession((state) => state.showsPersonal)
  const recent = useSession((state) => state.recent)
  const bindings = useSession((state) => state.bindings)

  useEffect(() => dialog.current?.showModal(), [])

  const entries = useMemo(
    () => paletteEntries({ project, plan, glimpse, work, cards, screen, filter, code, locale, words: beside, showsPersonal }),
    [project, plan, glimpse, work, cards, screen, filter, code, locale, beside, showsPersonal],
  )
  const lines = useMemo(() => findEntries(query, entries, recent, words), [query, entries, recent, words])
  const searching = query.trim() !== ''

  const keysOfEntry = ({ key, command }: PaletteEntry): { readonly keys?: readonly string[] } => {
    const shown = command === undefined ? key : keyOf(bindings, command)
    return shown ? { keys: [keyLabel(shown)] } : {}
  }
  const close = (): void => commands.openLayer(null)
  const choose = (id: string): void => {
    const line = lines.find(({ entry }) => entry.id === id)
    if (!line) return
    dialog.current?.close()
    commands.rememberRun(id)
    void line.entry.run(commands)
  }
  return (
    <dialog
      ref={dialog}
      className="palette"
      aria-label={t('palette.title')}
      onClose={close}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current.close()
      }}
      onKeyDown={(event) => {
        if (!keysOf(bindings, 'keys.palette').includes(keyName(event.nativeEvent, onMac()))) return
        event.preventDefault()
        dialog.current?.close()
      }}
    >
      <ComboList
        label={t('palette.title')}
        placeholder={t('palette.placeholder')}
        query={query}
        onQuery={setQuery}
        onChoose={choose}
        options={lines.map(({ entry, label, recent: ranBefore }) => {
          const group = t(ranBefore ? 'palette.group.recent' : `palette.group.${entry.group}`)
          return {
            id: entry.id,
            label,
            ...(searching ? { detail: group } : { group }),
            ...keysOfEntry(entry),
          }
        })}
      >
        {lines.length === 0 ? <p className="combo-none">{t('palette.none')}</p> : null}
      </ComboList>
    </dialog>
  )
}
