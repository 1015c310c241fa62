import { useEffect, useRef, useState } from 'react'
import type { ErasureReceipt } from '../../../shared/protocol/engine-api'
import { useCommands, useWords } from '../../app/context'
import { receiptText, receiptWords } from '../../app/project/erase-words'
import { Button } from '../../parts/button'

/** That somebody was erased, and how much: it names nobody. */
export function Receipt({ receipt, onClose }: { readonly receipt: ErasureReceipt; readonly onClose: () => void }) {
  const words = useWords()
  const { t } = words
  const { copyReceipt } = useCommands()
  const [copied, setCopied] = useState(false)
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  const said = receiptWords(receipt, words)
  return (
    <>
      <h3 className="erase-name" ref={head} tabIndex={-1}>
        {said.head}
      </h3>
      <ul className="erase-lines">
        {said.lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {said.ends.map((line) => (
        <p key={line} className="quiet">
          {line}
        </p>
      ))}
      <p className="quiet" role="status">
        {copied ? t('erase.receipt.copied') : ''}
      </p>
      <div className="dialog-answers">
        <Button onPress={() => void copyReceipt(t('erase.receipt'), receiptText(said)).then(setCopied)}>{t('erase.receipt.copy')}</Button>
        <Button look="primary" onPress={onClose}>
          {t('app.close')}
        </Button>
      </div>
    </>
  )
}
