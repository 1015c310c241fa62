import { faultText } from '../../../shared/locale/translate'
import { useCommands, useSession, useWords } from '../../app/context'
import { Button } from '../../parts/button'
import { Notice } from '../../parts/notice'

/** What happened last, until it is closed or the next thing happens. */
export function Notices() {
  const { t } = useWords()
  const { dismissNotice } = useCommands()
  const notice = useSession((state) => state.notice)
  if (!notice) return null
  const close = { closeLabel: t('app.close'), onClose: dismissNotice }
  switch (notice.kind) {
    case 'fault': {
      const { message, hint } = faultText(notice.fault, t)
      return <Notice tone="fault" title={message} hint={hint} {...close} />
    }
    case 'broken':
      return (
        <Notice tone="fault" title={t('app.broken')} hint={t('app.broken.hint')} {...close}>
          <Button onPress={() => location.reload()}>{t('app.reload')}</Button>
        </Notice>
      )
    case 'done':
      return <Notice tone="done" title={t(notice.key, notice.params)} {...close} />
    case 'undone':
    case 'redone':
      return (
        <Notice tone="done" title={t(`notice.${notice.kind}`, { what: t(`intent.${notice.intent}`) })} {...close} />
      )
  }
}
