import type { MessageKey } from '../../../shared/locale/translate'
import { useCommands, useSession, useWords } from '../../app/context'
import type { QueuedFile } from '../../app/plan/import-queue'

/** The files that were chosen together: what each would bring, and which of them asks something. */
export function PlanQueue() {
  const { t } = useWords()
  const { lookAtFile, skipAll } = useCommands()
  const queue = useSession((state) => state.queue)
  const busy = useSession((state) => state.work !== null)
  if (queue.length < 2) return null
  return (
    <section className="card plan-queue" aria-labelledby="plan-queue">
      <div className="plan-queue-head">
        <h2 id="plan-queue">{t('queue.title')}</h2>
        <button type="button" className="link" aria-disabled={busy || undefined} onClick={() => (busy ? undefined : void skipAll())}>
          {t('queue.skip-all')}
        </button>
      </div>
      <ol>
        {queue.map((file) => (
          <li key={file.id} className={`queued queued-${file.state}`} aria-current={file.state === 'open' ? 'step' : undefined}>
            {file.state === 'waiting' ? (
              <button
                type="button"
                className="link queued-name"
                title={t('queue.look', { file: file.name })}
                aria-disabled={busy || undefined}
                onClick={() => (busy ? undefined : void lookAtFile(file.id))}
              >
                {file.name}
              </button>
            ) : (
              <span className="queued-name" title={file.name}>
                {file.name}
              </span>
            )}
            <QueuedSum file={file} />
          </li>
        ))}
      </ol>
    </section>
  )
}

const STATES: Readonly<Record<QueuedFile['state'], MessageKey>> = {
  waiting: 'queue.waiting',
  open: 'queue.open',
  imported: 'queue.imported',
  left: 'queue.left',
}

function QueuedSum({ file: { state, sum } }: { readonly file: QueuedFile }) {
  const { t } = useWords()
  if (sum?.kind === 'fault') return <span className="queued-fault">{t(`fault.${sum.fault.code}`, sum.fault.params)}</span>
  const { accepted = 0, scored = 0 } = sum?.counts ?? {}
  const brings = accepted === 0 ? t('queue.none') : t('queue.sum', { n: accepted, scored })
  return (
    <>
      <span className="quiet">{sum && state !== 'left' ? brings : ''}</span>
      {state === 'waiting' && sum ? null : <span className={`queued-state queued-state-${state}`}>{t(STATES[state])}</span>}
      {sum && sum.questions > 0 && (state === 'waiting' || state === 'open') ? (
        <span className="queued-asks">{t('queue.questions', { n: sum.questions })}</span>
      ) : null}
    </>
  )
}
