import { useEffect, useRef } from 'react'
import { useCommands, useSession, useWords } from '../../app/context'
import { RULE_FORMS } from '../../app/codebook/rule-guide'
import { IconButton } from '../../parts/icon-button'
import { RuleTry } from './rule-try'

/** The rule language on one page: every form with a rule that can be changed, and what it finds. */
export function RuleGuide() {
  const open = useSession((state) => state.layer === 'rules')
  return open ? <OpenGuide /> : null
}

function OpenGuide() {
  const { t } = useWords()
  const { openLayer } = useCommands()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      ref={dialog}
      className="rule-guide"
      aria-labelledby="rule-guide-title"
      onClose={() => openLayer(null)}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current.close()
      }}
    >
      <div className="dialog-head">
        <h2 id="rule-guide-title">{t('code.help.title')}</h2>
        <IconButton icon="close" label={t('app.close')} onPress={() => dialog.current?.close()} />
      </div>
      <div className="rule-guide-body">
        <p className="quiet">{t('code.help.intro')}</p>
        <div className="rule-guide-forms">
          {RULE_FORMS.map((form) => (
            <RuleTry key={form} form={form} />
          ))}
        </div>
      </div>
    </dialog>
  )
}
