import { useEffect, useRef } from 'react'
import { useCommands, useSession, useWords } from '../../app/context'
import { FRAME_SHORTCUTS, SCREEN_SHORTCUTS } from '../../app/frame-shortcuts'
import { keyLabel, type Shortcut } from '../../app/shortcut'
import { IconButton } from '../../parts/icon-button'
import { Keys } from '../../parts/keys'

/** The keys of the screen that lies under it, and those that work everywhere. */
export function Shortcuts() {
  const open = useSession((state) => state.layer === 'shortcuts')
  return open ? <OpenShortcuts /> : null
}

function OpenShortcuts() {
  const { t } = useWords()
  const { openLayer } = useCommands()
  const screen = useSession((state) => state.screen)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  const own = SCREEN_SHORTCUTS[screen]
  return (
    <dialog
      ref={dialog}
      className="shortcuts"
      aria-labelledby="shortcuts-title"
      onClose={() => openLayer(null)}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current.close()
      }}
      onKeyDown={(event) => {
        if (event.key === '?') dialog.current?.close()
      }}
    >
      <div className="shortcuts-head">
        <h2 id="shortcuts-title">{t('keys.title')}</h2>
        <IconButton icon="close" label={t('app.close')} onPress={() => dialog.current?.close()} />
      </div>
      <div className="shortcuts-body" tabIndex={0} role="group" aria-labelledby="shortcuts-title">
        {own.length > 0 ? <ShortcutList title={t(`screen.${screen}`)} shortcuts={own} /> : null}
        <ShortcutList title={t('keys.everywhere')} shortcuts={FRAME_SHORTCUTS} />
        <button type="button" className="link" onClick={() => openLayer('rules')}>
          {t('code.help.title')}: {t('code.help.open')}
        </button>
      </div>
    </dialog>
  )
}

function ShortcutList({ title, shortcuts }: { readonly title: string; readonly shortcuts: readonly Shortcut[] }) {
  const { t } = useWords()
  return (
    <section>
      <h3>{title}</h3>
      <dl className="shortcut-list">
        {shortcuts.map(({ keys, label }) => (
          <div key={label}>
            <dt>{t(label)}</dt>
            <dd>
              <Keys caps={keys.map((key) => keyLabel(key))} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
