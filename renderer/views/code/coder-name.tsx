import { useId, useState } from 'react'
import { useCommands, useSession, useWords } from '../../app/context'
import { Button } from '../../parts/button'
import { focusList } from './focus-list'

/** Asks once whose name hand tags carry, without getting in the way. */
export function CoderName() {
  const suggested = useSession((state) => state.code.naming)
  return suggested === null ? null : <Question suggested={suggested} />
}

function Question({ suggested }: { readonly suggested: string }) {
  const { t } = useWords()
  const commands = useCommands()
  const id = useId()
  const [name, setName] = useState(suggested)
  const keep = (): void => {
    void commands.keepCoder(name === '' ? t('code.coder.me') : name)
    focusList()
  }
  const skip = (): void => {
    commands.skipCoder()
    focusList()
  }
  return (
    <form
      className="coder-name"
      onSubmit={(event) => {
        event.preventDefault()
        keep()
      }}
    >
      <label htmlFor={id}>{t('code.coder')}</label>
      <input
        className="text-input"
        id={id}
        type="text"
        value={name}
        placeholder={t('code.coder.me')}
        autoComplete="name"
        spellCheck={false}
        onChange={(event) => setName(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape') skip()
        }}
      />
      <Button look="primary" onPress={keep}>
        {t('code.coder.keep')}
      </Button>
      <Button look="quiet" onPress={skip}>
        {t('code.coder.skip')}
      </Button>
    </form>
  )
}
