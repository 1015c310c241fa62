import { useEffect, useRef, useState } from 'react'
import type { MessageKey } from '../../../shared/locale/translate'
import { freeLetters, keysOfCodes } from '../../app/code/code-keys'
import { useCommands, useSession, useWords } from '../../app/context'
import { FRAME_SHORTCUTS, SCREEN_SHORTCUTS } from '../../app/keys/frame-shortcuts'
import { isBindable, keysOf, keysTaken } from '../../app/keys/key-bindings'
import { keyName } from '../../app/keys/key-name'
import { keyLabel, onMac, type Shortcut } from '../../app/keys/shortcut'
import { Button } from '../../parts/button'
import { IconButton } from '../../parts/icon-button'
import { Keys } from '../../parts/keys'
import { KeyCatcher } from './key-catcher'

/** The keys of the screen that lies under it, and those that work everywhere; each can be changed. */
export function Shortcuts() {
  const open = useSession((state) => state.layer === 'shortcuts')
  return open ? <OpenShortcuts /> : null
}

function OpenShortcuts() {
  const { t } = useWords()
  const commands = useCommands()
  const { openLayer } = commands
  const screen = useSession((state) => state.screen)
  const bindings = useSession((state) => state.bindings)
  const dialog = useRef<HTMLDialogElement>(null)
  /** What waits for a key: the words of a command, or the id of a code. */
  const [waiting, setWaiting] = useState<string | null>(null)
  const [said, setSaid] = useState('')
  useEffect(() => dialog.current?.showModal(), [])
  const own = SCREEN_SHORTCUTS[screen]
  const row = { waiting, onWait: setWaiting, onSay: setSaid }
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
        if (keysOf(bindings, 'keys.help').includes(keyName(event.nativeEvent, onMac()))) dialog.current?.close()
      }}
    >
      <div className="dialog-head">
        <h2 id="shortcuts-title">{t('keys.title')}</h2>
        <IconButton icon="close" label={t('app.close')} onPress={() => dialog.current?.close()} />
      </div>
      <div className="shortcuts-body" tabIndex={0} role="group" aria-labelledby="shortcuts-title">
        <div className="shortcuts-about">
          <p className="quiet">{t('keys.own.hint')}</p>
          {Object.keys(bindings).length > 0 ? (
            <Button
              look="quiet"
              onPress={() => {
                commands.unbindKey(null)
                setSaid('')
              }}
            >
              {t('keys.own.default.all')}
            </Button>
          ) : null}
        </div>
        <p className="shortcuts-said" role="status">
          {said}
        </p>
        {own.length > 0 ? <ShortcutList title={t(`screen.${screen}`)} shortcuts={own} {...row} /> : null}
        {screen === 'code' ? <CodeLetters {...row} /> : null}
        <ShortcutList title={t('keys.everywhere')} shortcuts={FRAME_SHORTCUTS} {...row} />
        <button type="button" className="link" onClick={() => openLayer('rules')}>
          {t('code.help.title')}: {t('code.help.open')}
        </button>
      </div>
    </dialog>
  )
}

interface Row {
  readonly waiting: string | null
  readonly onWait: (what: string | null) => void
  readonly onSay: (words: string) => void
}

function ShortcutList({ title, shortcuts, waiting, onWait, onSay }: Row & { readonly title: string; readonly shortcuts: readonly Shortcut[] }) {
  const { t } = useWords()
  const commands = useCommands()
  const bindings = useSession((state) => state.bindings)
  const told = (label: MessageKey, taken: MessageKey | null, key: string): void => {
    onSay(taken === null ? t('keys.own.changed', { action: t(label), key: keyLabel(key) }) : t('keys.own.clash', { key: keyLabel(key), action: t(taken) }))
    if (taken === null) onWait(null)
  }
  return (
    <section>
      <h3>{title}</h3>
      <dl className="shortcut-list">
        {shortcuts.map(({ keys, label, fixed }) => {
          const now = fixed ? keys : keysOf(bindings, label)
          return (
            <div key={label}>
              <dt>{t(label)}</dt>
              <dd>
                {waiting === label ? (
                  <KeyCatcher
                    label={t('keys.own.press')}
                    cancel={t('keys.own.cancel')}
                    onCancel={() => onWait(null)}
                    onKey={(key) => {
                      if (isBindable(key)) told(label, commands.bindKey(label, key), key)
                      else onSay(t('keys.own.never', { key: keyLabel(key) }))
                    }}
                  />
                ) : (
                  <Keys caps={now.map((key) => keyLabel(key))} />
                )}
                {fixed || waiting === label ? null : (
                  <IconButton icon="edit" label={t('keys.own.change', { action: t(label) })} onPress={() => onWait(label)} />
                )}
                {label in bindings && waiting !== label ? (
                  <IconButton
                    icon="undo"
                    label={t('keys.own.default', { action: t(label) })}
                    onPress={() => told(label, commands.unbindKey(label), keys[0] ?? '')}
                  />
                ) : null}
              </dd>
            </div>
          )
        })}
      </dl>
    </section>
  )
}

const NO_LETTERS = {}

/** The letters of codes: one that somebody chose stays with its code. */
function CodeLetters({ waiting, onWait, onSay }: Row) {
  const { t } = useWords()
  const commands = useCommands()
  const codes = useSession((state) => state.code.codebook?.codes)
  const letters: Readonly<Record<string, string>> = useSession((state) => state.project?.letters ?? NO_LETTERS)
  const bindings = useSession((state) => state.bindings)
  if (!codes || codes.length === 0) return null
  const taken = keysTaken(bindings)
  const keys = keysOfCodes(codes, letters, taken)
  return (
    <section>
      <h3>{t('keys.codes')}</h3>
      <dl className="shortcut-list">
        {codes.map(({ id, name }) => (
          <div key={id}>
            <dt className="shortcut-code">{name}</dt>
            <dd>
              {waiting === id ? (
                <KeyCatcher
                  label={t('keys.own.press')}
                  cancel={t('keys.own.cancel')}
                  onCancel={() => onWait(null)}
                  onKey={(key) => {
                    if (!freeLetters(taken).includes(key)) return onSay(t('keys.codes.letter'))
                    void commands.giveLetter(id, key)
                    onSay(t('keys.own.changed', { action: name, key: keyLabel(key) }))
                    onWait(null)
                  }}
                />
              ) : (
                <Keys caps={keys.has(id) ? [keyLabel(keys.get(id)!)] : []} />
              )}
              {waiting === id ? null : <IconButton icon="edit" label={t('keys.codes.change', { action: name })} onPress={() => onWait(id)} />}
              {id in letters && waiting !== id ? (
                <IconButton icon="undo" label={t('keys.codes.default', { action: name })} onPress={() => void commands.giveLetter(id, null)} />
              ) : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
