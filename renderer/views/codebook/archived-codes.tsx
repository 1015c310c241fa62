import { useState } from 'react'
import type { ArchivedCode } from '../../../shared/protocol/engine-api'
import { useCommands, useWords } from '../../app/context'
import { Button } from '../../parts/button'
import { Swatch } from '../../parts/tag-chip'

/** The codes that are kept for their history only. */
export function ArchivedCodes({ codes }: { readonly codes: readonly ArchivedCode[] }) {
  const { t } = useWords()
  const commands = useCommands()
  const [open, setOpen] = useState(false)
  return (
    <div className="book-archived">
      <button type="button" className="link" aria-expanded={open} onClick={() => setOpen(!open)}>
        {t(open ? 'codes.archived.hide' : 'codes.archived.show', { n: codes.length })}
      </button>
      {open ? (
        <ul aria-label={t('codes.archived.list')}>
          {codes.map(({ id, name, color, description }) => (
            <li key={id} className="book-archived-code" title={description || undefined}>
              <Swatch color={color} />
              <span className="book-name">{name}</span>
              <Button onPress={() => void commands.restoreCode(id)}>{t('codes.restore')}</Button>
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  )
}
