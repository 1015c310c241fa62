import { useState } from 'react'
import type { ExampleKind } from '../../../shared/coding/judge-examples'
import { verbatimAt } from '../../app/code/code-list'
import { useCommands, useSession, useWords } from '../../app/context'
import { useShown } from '../../app/project/shown-text'
import { Button } from '../../parts/button'
import { Dialog } from '../../parts/dialog'
import { Select } from '../../parts/select'
import { useCodes } from '../code/use-codes'

/** Keeps the comment that is being read as an example of a code. */
export function ExampleDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords()
  const commands = useCommands()
  const shown = useShown()
  const codes = [...useCodes().values()]
  const verbatim = useSession(({ code }) => (code.list ? verbatimAt(code.list, code.cursor) : null))
  const [code, setCode] = useState(verbatim?.tags[0]?.code ?? codes[0]?.id ?? '')
  if (!verbatim) return null
  const keep = (kind: ExampleKind): void => {
    onClose()
    void commands.keepExample(code, kind, verbatim.text)
  }
  return (
    <Dialog title={t('codes.example.title')} closeLabel={t('app.close')} onClose={onClose}>
      <p className="dialog-quote">{shown.text(verbatim.text)}</p>
      <Select label={t('codes.example.code')} value={code} options={codes.map(({ id, name, depth }) => ({ value: id, label: `${'\u2003'.repeat(depth)}${name}` }))} onChange={setCode} />
      <div className="dialog-answers">
        <Button onPress={() => keep('must_miss')}>{t('codes.example.must_miss')}</Button>
        <Button look="primary" onPress={() => keep('must_hit')}>
          {t('codes.example.must_hit')}
        </Button>
      </div>
    </Dialog>
  )
}
