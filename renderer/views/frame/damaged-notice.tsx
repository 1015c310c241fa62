import { faultText } from '../../../shared/locale/translate'
import type { Recovery } from '../../../shared/protocol/recovery'
import { useCommands, useWords } from '../../app/context'
import type { Notice as NoticeState } from '../../app/session'
import type { Words } from '../../app/words/words'
import { Button } from '../../parts/button'
import { FaultMessage } from '../../parts/notice'

/** A project that does not open, what can be had of it, what is missing, and the way there. */
export function DamagedNotice({ notice }: { readonly notice: Extract<NoticeState, { readonly kind: 'damaged' }> }) {
  const words = useWords()
  const { t } = words
  const { dismissNotice, openRecovered } = useCommands()
  const { message } = faultText(notice.fault, t)
  return (
    <FaultMessage title={message} hint={recoveryWords(notice.recovery, words)} closeLabel={t('app.close')} onClose={dismissNotice}>
      <Button onPress={() => void openRecovered()}>{t('recovery.open')}</Button>
    </FaultMessage>
  )
}

function recoveryWords(recovery: Recovery, { t, time }: Words): string {
  const { from, savedAt, responses, lastChange, lostHistory, lostOperations, lostResponses, unprovenResponses, assumedAnonymous } = recovery
  return [
    t(`recovery.from.${from}`, savedAt === null ? {} : { time: time(savedAt) }),
    lostHistory ? t('recovery.there.unknown', { responses }) : t('recovery.there', { responses, time: time(lastChange) }),
    ...(lostOperations > 0 ? [t('recovery.lost.changes', { count: lostOperations })] : []),
    ...(lostResponses > 0 ? [t('recovery.lost.responses', { count: lostResponses })] : []),
    ...(unprovenResponses > 0 ? [t('recovery.unproven', { count: unprovenResponses })] : []),
    ...(assumedAnonymous ? [t('recovery.anonymous')] : []),
    t('recovery.kept'),
  ].join(' ')
}
