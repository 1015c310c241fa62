import { useState } from 'react'
import type { Fault } from '../../../shared/base/fault'
import { faultText } from '../../../shared/locale/translate'
import { selectedCount } from '../../app/code/code-selection'
import { useCommands, useSession, useWords } from '../../app/context'
import { Button } from '../../parts/button'
import { Dialog } from '../../parts/dialog'
import { InputField } from '../../parts/input-field'
import { useCodes } from '../code/use-codes'

/** The name of the second code, and whether hand tags go over to it. */
export function SplitDialog({ code, onClose }: { readonly code: string; readonly onClose: () => void }) {
  const { t } = useWords()
  const commands = useCommands()
  const selection = useSession((state) => state.code.selection)
  const own = useCodes().get(code)?.name ?? ''
  const [name, setName] = useState('')
  const [moves, setMoves] = useState(true)
  const [fault, setFault] = useState<Fault | null>(null)
  const n = selection.kind === 'some' ? selectedCount(selection, 0) : 0
  const split = async (): Promise<void> => {
    if (name.trim() === '') return
    const refused = await commands.splitCode(code, name, moves && n > 0)
    if (refused === null) onClose()
    else setFault(refused)
  }
  return (
    <Dialog title={t('codes.split.title', { name: own })} closeLabel={t('app.close')} onClose={onClose}>
      <form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault()
          void split()
        }}
      >
        <p className="quiet">{t('codes.split.what', { name: own })}</p>
        {fault ? <p className="rule-wrong" role="alert">{faultText(fault, t).message}</p> : null}
        <InputField label={t('codes.split.name')} value={name} onChange={setName} />
        {n > 0 ? (
          <label className="dialog-check">
            <input type="checkbox" checked={moves} onChange={(event) => setMoves(event.target.checked)} />
            {t('codes.split.move', { n })}
          </label>
        ) : null}
        <div className="dialog-answers">
          <Button onPress={onClose}>{t('code.editor.cancel')}</Button>
          <Button look="primary" disabled={name.trim() === ''} onPress={() => void split()}>
            {t('codes.split')}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
