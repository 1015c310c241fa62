import { useEffect, useRef } from 'react'
import type { FaultCode } from '../../../shared/base/fault'
import { faultText } from '../../../shared/locale/translate'
import { useCommands, useSession, useWords } from '../../app/context'
import type { Notice as NoticeState } from '../../app/session'
import { Button } from '../../parts/button'
import { Notice } from '../../parts/notice'
import { DamagedNotice } from './damaged-notice'

const SHOWN_MS = 8000

/** What went wrong stands above the screen until it is closed or the next thing happens. */
export function FaultNotice() {
  const { t } = useWords()
  const { dismissNotice } = useCommands()
  const notice = useSession((state) => state.notice)
  if (notice?.kind === 'damaged') return <DamagedNotice notice={notice} />
  if (notice?.kind !== 'fault' && notice?.kind !== 'broken') return null
  const close = { closeLabel: t('app.close'), onClose: dismissNotice }
  if (notice.kind === 'broken')
    return (
      <Notice tone="fault" title={t('app.broken')} hint={t('app.broken.hint')} {...close}>
        <Button onPress={() => location.reload()}>{t('app.reload')}</Button>
      </Notice>
    )
  const { message, hint } = faultText(notice.fault, t)
  return (
    <Notice tone="fault" title={message} hint={hint} {...close}>
      {notice.fault.code === 'lock-lost' ? <GoOn /> : null}
      {UNSAVED.includes(notice.fault.code) ? <SaveCopy /> : null}
    </Notice>
  )
}

/** With these the project does not get where it is kept: all of it is in the window, and can be had from there. */
const UNSAVED: readonly FaultCode[] = ['changed-elsewhere', 'lock-lost', 'storage', 'storage-cleared', 'storage-denied', 'storage-full', 'storage-gone']

function SaveCopy() {
  const { t, locale } = useWords()
  const { exportAs } = useCommands()
  const isOpen = useSession((state) => state.project !== null)
  return isOpen ? <Button onPress={() => void exportAs('project', locale)}>{t('notice.save-copy')}</Button> : null
}

function GoOn() {
  const { t } = useWords()
  const { goOnHere, closeProject } = useCommands()
  return (
    <>
      <Button onPress={() => void goOnHere()}>{t('notice.go-on')}</Button>
      <Button onPress={() => void closeProject()}>{t('notice.close-project')}</Button>
    </>
  )
}

/** What was done lies over the screen for a while, so that nothing moves under the hand. */
export function DoneNotice() {
  const notice = useSession((state) => state.notice)
  if (notice?.kind !== 'done' && notice?.kind !== 'undone' && notice?.kind !== 'redone') return null
  return <PassingNotice notice={notice} />
}

function PassingNotice({
  notice,
}: {
  readonly notice: Extract<NoticeState, { readonly kind: 'done' | 'undone' | 'redone' }>
}) {
  const { t } = useWords()
  const { dismissNotice, undo } = useCommands()
  const element = useRef<HTMLDivElement>(null)

  useEffect(() => {
    // It stays while somebody points at it or has the focus in it.
    const timer = setInterval(() => {
      if (!element.current?.matches(':hover, :focus-within')) dismissNotice()
    }, SHOWN_MS)
    return () => clearInterval(timer)
  }, [notice, dismissNotice])

  const title =
    notice.kind === 'done' ? t(notice.key, notice.params) : t(`notice.${notice.kind}`, { what: t(`intent.${notice.intent}`) })
  return (
    <div className="passing-notice" ref={element}>
      <Notice tone="done" title={title} closeLabel={t('app.close')} onClose={dismissNotice}>
        {notice.kind === 'done' && notice.undo ? <Button onPress={() => void undo()}>{t('notice.undo')}</Button> : null}
      </Notice>
    </div>
  )
}
