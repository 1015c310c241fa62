import type { Fault } from '../../../shared/base/fault'
import { faultText } from '../../../shared/locale/translate'
import { useCommands, useWords } from '../../app/context'
import { Empty } from '../../parts/empty'

/** Figures that were refused: why, and the way out where there is one. */
export function Refusal({ fault }: { readonly fault: Fault }) {
  const { t } = useWords()
  const commands = useCommands()
  const { message, hint } = faultText(fault, t)
  // The fault's own hint is for the command line.
  if (fault.code === 'mixed-scales') return <Empty title={message} hint={t('slice.mixed-scales.hint')} />
  if (fault.code !== 'scale') return <Empty title={message} hint={hint} />
  const action = { label: t('plan.scale.treat'), onPress: () => void commands.treatAsNps() }
  return <Empty title={message} hint={t('slice.scale.hint')} action={action} />
}
