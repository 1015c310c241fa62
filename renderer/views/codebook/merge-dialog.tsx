import { useState } from 'react'
import { useCommands, useWords } from '../../app/context'
import { Button } from '../../parts/button'
import { Dialog } from '../../parts/dialog'
import { Select } from '../../parts/select'
import { useCodes } from '../code/use-codes'

/** Which code takes in another. */
export function MergeDialog({ code, onClose }: { readonly code: string; readonly onClose: () => void }) {
  const { t } = useWords()
  const commands = useCommands()
  const codes = useCodes()
  const others = [...codes.values()].filter(({ id }) => id !== code)
  const name = codes.get(code)?.name ?? ''
  const [into, setInto] = useState(codes.get(code)?.parent ?? others[0]?.id ?? '')
  const known = others.some(({ id }) => id === into) ? into : (others[0]?.id ?? '')
  return (
    <Dialog title={t('codes.merge.title', { name })} closeLabel={t('app.close')} onClose={onClose}>
      <Select
        label={t('codes.merge.into')}
        value={known}
        options={others.map(({ id, name: label, depth }) => ({ value: id, label: `${'\u2003'.repeat(depth)}${label}` }))}
        onChange={setInto}
      />
      <p className="quiet">{t('codes.merge.what', { name, into: codes.get(known)?.name ?? '' })}</p>
      <div className="dialog-answers">
        <Button onPress={onClose}>{t('code.editor.cancel')}</Button>
        <Button
          look="primary"
          disabled={known === ''}
          onPress={() => {
            onClose()
            void commands.mergeCode(code, known)
          }}
        >
          {t('codes.merge')}
        </Button>
      </div>
    </Dialog>
  )
}
