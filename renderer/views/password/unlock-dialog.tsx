import { useEffect, useRef, useState } from 'react'
import { useCommands, useSession, useWords } from '../../app/context'
import type { Unlocking } from '../../app/session'
import { Button } from '../../parts/button'
import { Dialog } from '../../parts/dialog'
import { PasswordField } from '../../parts/password-field'

/** Asks for the password of a project that is to be opened. */
export function UnlockDialog() {
  const unlocking = useSession((state) => state.unlocking)
  return unlocking ? <OpenUnlock key={unlocking.project} unlocking={unlocking} /> : null
}

function OpenUnlock({ unlocking: { project, why, state } }: { readonly unlocking: Unlocking }) {
  const { t } = useWords()
  const commands = useCommands()
  const [password, setPassword] = useState('')
  const field = useRef<HTMLInputElement>(null)
  const trying = state === 'trying'
  useEffect(() => {
    if (state === 'wrong') field.current?.select()
  }, [state])
  return (
    <Dialog title={t('unlock.title', { project })} closeLabel={t('app.close')} onClose={commands.leaveLocked}>
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (password !== '') commands.unlock(password)
        }}
      >
        <p>{t(why === 'damaged' ? 'unlock.damaged' : 'unlock.what')}</p>
        <PasswordField
          label={t('unlock.password')}
          value={password}
          onChange={setPassword}
          capsLabel={t('password.caps')}
          invalid={state === 'wrong'}
          disabled={trying}
          described={state === 'wrong' ? <span className="field-wrong">{t('unlock.wrong')}</span> : null}
          ref={field}
        />
        <div className="dialog-answers">
          <Button onPress={commands.leaveLocked}>{t('work.cancel')}</Button>
          <button type="submit" className="button button-primary" aria-disabled={trying || password === '' || undefined}>
            {t(trying ? 'unlock.opening' : 'unlock.open')}
          </button>
        </div>
      </form>
    </Dialog>
  )
}
