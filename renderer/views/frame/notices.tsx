import { useEffect, useRef } from 'react'
import type { FaultCode } from '../../../shared/base/fault'
import { faultText } from '../../../shared/locale/translate'
import { useCommands, useSession, useWords } from '../../app/context'
import { loadAgain } from '../../app/load-again'
import type { Notice } from '../../app/session'
import { Button } from '../../parts/button'
import { DoneMessage, FaultMessage } from '../../parts/notice'
import { DamagedNotice } from './damaged-notice'

const SHOWN_MS = 8000

/** What went wrong stands above the screen until it is closed or the next thing happens. */
export function FaultNotice() {
  const { t } = useWords()
  const { dismissNotice } = useCommands()
  const notice = useSession((state) => state.notice)
  if (notice?.kind === 'damaged') return <DamagedNotice notice={notice} />
  if (notice?.kind !== 'fault' && notice?.kind !== 'broken' && notice?.kind !== 'silent') return null
  const close = { closeLabel: t('app.close'), onClose: dismissNotice }
  if (notice.kind === 'broken')
    return (
      <FaultMessage title={t('app.broken')} hint={t('app.broken.hint')} {...close}>
        <LoadAgain label={t('app.reload')} />
      </FaultMessage>
    )
  if (notice.kind === 'silent')
    return (
      <FaultMessage title={t('app.silent')} hint={t('app.silent.hint')} {...close}>
        <LoadAgain label={t('app.stop')} />
      </FaultMessage>
    )
  const { message, hint } = faultText(notice.fault, t)
  return (
    <FaultMessage title={message} hint={hint} {...close}>
      {notice.fault.code === 'lock-lost' ? <GoOn /> : null}
      {RELOADED.includes(notice.fault.code) ? <LoadAgain label={t('app.reload')} /> : null}
      {UNSAVED.includes(notice.fault.code) ? <SaveCopy /> : null}
    </FaultMessage>
  )
}

function LoadAgain({ label }: { readonly label: string }) {
  const project = useSession((state) => state.project)
  return <Button onPress={() => loadAgain(project)}>{label}</Button>
}

/** With these the project does not get where it is kept: all of it is in the window, and can be had from there. */
const UNSAVED: readonly FaultCode[] = ['changed-elsewhere', 'lock-lost', 'storage', 'storage-cleared', 'storage-denied', 'storage-full', 'storage-gone']

/** After these the engine begins anew. */
const RELOADED: readonly FaultCode[] = ['out-of-memory', 'uncertain']

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

/** What was done lies below the screen for a while, so that nothing moves under the hand. */
export function DoneNotice() {
  const { t } = useWords()
  const { dismissNotice, undo } = useCommands()
  const element = useRef<HTMLDivElement>(null)
  const notice = useSession((state) => passing(state.notice))

  useEffect(() => {
    if (!notice) return
    // It stays while somebody points at it or has the focus in it.
    const timer = setInterval(() => {
      if (!element.current?.matches(':hover, :focus-within')) dismissNotice()
    }, SHOWN_MS)
    return () => clearInterval(timer)
  }, [notice, dismissNotice])

  return (
    <div className={notice ? 'notice-place passing-notice' : 'notice-place'} ref={element}>
      <DoneMessage
        about={notice}
        message={
          notice && {
            title: notice.kind === 'done' ? t(notice.key, notice.params) : t(`notice.${notice.kind}`, { what: t(`intent.${notice.intent}`) }),
            closeLabel: t('app.close'),
            onClose: dismissNotice,
            children: notice.kind === 'done' && notice.undo ? <Button onPress={() => void undo()}>{t('notice.undo')}</Button> : null,
          }
        }
      />
    </div>
  )
}

const passing = (notice: Notice | null): Extract<Notice, { readonly kind: 'done' | 'undone' | 'redone' }> | null =>
  notice?.kind === 'done' || notice?.kind === 'undone' || notice?.kind === 'redone' ? notice : null
