import { useCommands, useWords } from '../../app/context'
import { Button } from '../../parts/button'

/** Leads to the audit of a code's rule as it is saved. */
export function AuditButton({ code, disabled }: { readonly code: string; readonly disabled: boolean }) {
  const { t } = useWords()
  const commands = useCommands()
  return (
    <Button disabled={disabled} title={t('audit.open.title')} onPress={() => void commands.openAudit(code)}>
      {t('audit.open')}
    </Button>
  )
}
