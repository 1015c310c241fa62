import { useState } from 'react'
import type { ProjectView } from '../../../shared/protocol/engine-api'
import { isPasswordLong, LEAST_PASSWORD, passwordWords } from '../../app/project/password-words'
import { useCommands, useSession, useWords } from '../../app/context'
import { Button } from '../../parts/button'
import { Dialog } from '../../parts/dialog'
import { PasswordField } from '../../parts/password-field'

/** Sets, changes or removes the password of the project. */
export function PasswordDialog() {
  const project = useSession((state) => (state.layer === 'password' ? state.project : null))
  return project ? <OpenPassword project={project} /> : null
}

function OpenPassword({ project: { name, locked } }: { readonly project: ProjectView }) {
  const { t } = useWords()
  const commands = useCommands()
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  const [shown, setShown] = useState(false)
  const [tried, setTried] = useState(false)
  const isShort = !isPasswordLong(password)
  const differs = again !== password
  const isWrong = (tried && differs) || (again !== '' && !password.startsWith(again))
  const save = (): void => {
    setTried(true)
    if (!isShort && !differs) void commands.setPassword(password)
  }
  return (
    <Dialog title={t(locked ? 'password.title.change' : 'password.title', { project: name })} closeLabel={t('app.close')} onClose={() => commands.openLayer(null)}>
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <p>{t('password.what')}</p>
        <PasswordField
          label={t(locked ? 'password.new.change' : 'password.new')}
          value={password}
          onChange={setPassword}
          capsLabel={t('password.caps')}
          shown={shown}
          invalid={tried && isShort}
          described={t(...passwordWords(password))}
        />
        <PasswordField
          label={t('password.again')}
          value={again}
          onChange={setAgain}
          capsLabel={t('password.caps')}
          shown={shown}
          invalid={isWrong}
          described={isWrong ? <span className="field-wrong">{t('password.differs')}</span> : null}
        />
        <label className="dialog-check">
          <input type="checkbox" checked={shown} onChange={(event) => setShown(event.target.checked)} />
          {t('password.show')}
        </label>
        <p className="password-warning">
          <strong>{t('password.forgotten')}</strong> {t('password.copies')} {t('password.undo')}
        </p>
        <div className="dialog-answers">
          <Button onPress={() => commands.openLayer(null)}>{t('work.cancel')}</Button>
          <button type="submit" className="button button-primary" aria-disabled={isShort || differs || undefined} title={isShort ? t('password.short', { n: [...password].length, least: LEAST_PASSWORD }) : undefined}>
            {t(locked ? 'password.yes.change' : 'password.yes')}
          </button>
        </div>
      </form>
      {locked ? (
        <div className="password-remove">
          <p>{t('password.remove.what')}</p>
          <Button onPress={() => void commands.setPassword(null)}>{t('password.remove')}</Button>
        </div>
      ) : null}
    </Dialog>
  )
}
