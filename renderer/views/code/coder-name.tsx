import { useEffect, useId, useRef, useState } from 'react'
import { useCommands, useSession, useWords } from '../../app/context'
import { Button } from '../../parts/button'
import { focusList } from './focus-list'

/** Asks once, before the first hand tag is given, whose name hand tags carry. */
export function CoderName() {
  const suggested = useSession((state) => state.code.naming?.suggested ?? null)
  return suggested === null ? null : <Question suggested={suggested} />
}

function Question({ suggested }: { readonly suggested: string }) {
  const { t } = useWords()
  const commands = useCommands()
  const id = useId()
  const dialog = useRef<HTMLDialogElement>(null)
  const [name, setName] = useState(suggested)
  useEffect(() => dialog.current?.showModal(), [])

  const keep = (): void => answer(commands.keepCoder(name.trim() === '' ? t('code.coder.me') : name))
  const answer = (given: Promise<void>): void => {
    void given
    // What lies under an open dialog takes no focus.
    dialog.current?.close()
    focusList()
  }
  return (
    <dialog
      ref={dialog}
      className="coder-name"
      aria-labelledby={`${id}-label`}
      aria-describedby={`${id}-hint`}
      onClose={() => void commands.skipCoder()}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          keep()
        }}
      >
        <label id={`${id}-label`} htmlFor={id}>
          {t('code.coder')}
        </label>
        <input
          className="text-input"
          id={id}
          type="text"
          value={name}
          onFocus={(event) => event.target.select()}
          placeholder={t('code.coder.me')}
          autoComplete="name"
          spellCheck={false}
          onChange={(event) => setName(event.target.value)}
        />
        <p className="quiet" id={`${id}-hint`}>
          {t('code.coder.hint')}
        </p>
        <div className="coder-name-answers">
          <Button onPress={() => answer(commands.skipCoder())}>{t('code.coder.skip')}</Button>
          <Button look="primary" onPress={keep}>
            {t('code.coder.keep')}
          </Button>
        </div>
      </form>
    </dialog>
  )
}
