import { useEffect, useRef, useState } from 'react'
import type { Fault } from '../../../shared/base/fault'
import type { Result } from '../../../shared/base/result'
import { faultText } from '../../../shared/locale/translate'
import type { ErasureReceipt, FoundRespondent } from '../../../shared/protocol/engine-api'
import { useCommands, useSession, useWords } from '../../app/context'
import { Button } from '../../parts/button'
import { Dialog } from '../../parts/dialog'
import { InputField } from '../../parts/input-field'
import { ErasePreview } from './erase-preview'
import { Receipt } from './receipt'

/** Erases a respondent for good: who, what goes, and, when it is done, that it was. */
export function EraseDialog() {
  const open = useSession((state) => state.layer === 'erase' && state.project !== null)
  return open ? <OpenErase /> : null
}

type State =
  | { readonly kind: 'asking'; readonly fault: Fault | null }
  | { readonly kind: 'finding' }
  | { readonly kind: 'found'; readonly people: readonly FoundRespondent[] }
  | { readonly kind: 'done'; readonly receipt: ErasureReceipt }

const stateOf = (found: Result<readonly FoundRespondent[]> | null): State =>
  found?.ok ? { kind: 'found', people: found.value } : { kind: 'asking', fault: found?.fault ?? null }

function OpenErase() {
  const { t } = useWords()
  const commands = useCommands()
  const whom = useSession((state) => state.erasing)
  const [value, setValue] = useState('')
  const [state, setState] = useState<State>(whom ? { kind: 'finding' } : { kind: 'asking', fault: null })
  const close = (): void => commands.openLayer(null)

  useEffect(() => {
    let wanted = true
    if (whom)
      void commands.findRespondent(whom).then((found) => {
        if (wanted) setState(stateOf(found))
      })
    return () => {
      wanted = false
    }
  }, [commands, whom])
  const find = (): void => {
    setState({ kind: 'finding' })
    void commands.findRespondent({ value }).then((found) => setState(stateOf(found)))
  }

  return (
    <Dialog title={t(state.kind === 'done' ? 'erase.receipt' : 'erase.title')} closeLabel={t('app.close')} onClose={close}>
      <p className="visually-hidden" role="status">
        <Said state={state} />
      </p>
      {state.kind === 'asking' ? <Ask value={value} fault={state.fault} onChange={setValue} onFind={find} /> : null}
      {state.kind === 'finding' ? <p className="quiet">{t('erase.finding')}</p> : null}
      {state.kind === 'found' ? (
        <ErasePreview
          people={state.people}
          onCancel={close}
          onErase={async (keys, keep) => {
            const receipt = await commands.eraseRespondent(keys, keep)
            if (receipt) setState({ kind: 'done', receipt })
          }}
        />
      ) : null}
      {state.kind === 'done' ? <Receipt receipt={state.receipt} onClose={close} /> : null}
    </Dialog>
  )
}

function Said({ state }: { readonly state: State }) {
  const { t } = useWords()
  switch (state.kind) {
    case 'asking':
      return null
    case 'finding':
      return t('erase.finding')
    case 'found': {
      const responses = state.people.reduce((sum, { counts }) => sum + counts.responses, 0)
      return t('erase.found', { people: state.people.length, responses })
    }
    case 'done':
      return t('erase.done')
  }
}

function Ask({
  value,
  fault,
  onChange,
  onFind,
}: {
  readonly value: string
  readonly fault: Fault | null
  readonly onChange: (value: string) => void
  readonly onFind: () => void
}) {
  const { t } = useWords()
  const field = useRef<HTMLInputElement & HTMLTextAreaElement>(null)
  // Also after a search that found nobody.
  useEffect(() => field.current?.focus(), [])
  const said = fault ? faultText(fault, t) : null
  const find = (): void => {
    if (value.trim() !== '') onFind()
  }
  return (
    <form
      className="dialog-form"
      onSubmit={(event) => {
        event.preventDefault()
        find()
      }}
    >
      <InputField
        ref={field}
        label={t('erase.find')}
        value={value}
        onChange={onChange}
        invalid={said !== null}
        described={
          said ? (
            <p className="field-wrong" role="alert">
              {said.message} {said.hint}
            </p>
          ) : (
            <p className="quiet">{t('erase.find.hint')}</p>
          )
        }
      />
      <div className="dialog-answers">
        <Button look="primary" disabled={value.trim() === ''} onPress={find}>
          {t('erase.find.do')}
        </Button>
      </div>
    </form>
  )
}
