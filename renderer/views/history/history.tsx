import { useEffect, useRef, useState } from 'react'
import type { HistoryEntry, HistoryPage } from '../../../shared/protocol/engine-api'
import { authorName } from '../../app/words/author-name'
import { useCommands, useSession, useWords } from '../../app/context'
import { historyWords } from '../../app/words/history-words'
import { Button } from '../../parts/button'
import { IconButton } from '../../parts/icon-button'
import { WorkProgress } from '../frame/work-progress'

const PAGE = 50

/** What was done to the project, newest first, and the way back to any point of it. */
export function History() {
  const open = useSession((state) => state.layer === 'history' && state.project !== null)
  return open ? <OpenHistory /> : null
}

function OpenHistory() {
  const { t } = useWords()
  const commands = useCommands()
  const revision = useSession((state) => state.project?.revision)
  const dialog = useRef<HTMLDialogElement>(null)
  const busy = useSession((state) => state.work !== null)
  const [count, setCount] = useState(PAGE)
  const [page, setPage] = useState<HistoryPage | null>(null)
  useEffect(() => dialog.current?.showModal(), [])
  useEffect(() => {
    let wanted = true
    void commands.history(0, count).then((found) => {
      if (wanted && found) setPage(found)
    })
    return () => {
      wanted = false
    }
  }, [commands, revision, count])
  return (
    <dialog
      ref={dialog}
      className="shortcuts history"
      aria-labelledby="history-title"
      onClose={() => commands.openLayer(null)}
      onClick={(event) => {
        if (event.target === dialog.current) dialog.current.close()
      }}
    >
      <div className="dialog-head">
        <h2 id="history-title">{t('history.title')}</h2>
        <IconButton icon="close" label={t('app.close')} onPress={() => dialog.current?.close()} />
      </div>
      <div className="shortcuts-body">
        <p className="quiet">{t('history.hint')}</p>
        {busy ? <WorkProgress /> : null}
        {page && page.entries.length > 0 ? (
          <ol className="history-list">
            {page.entries.map((entry) => (
              <Entry key={entry.id} entry={entry} />
            ))}
          </ol>
        ) : null}
        {page && page.total > page.entries.length ? <Button onPress={() => setCount(count + PAGE)}>{t('history.more')}</Button> : null}
      </div>
    </dialog>
  )
}

function Entry({ entry }: { readonly entry: HistoryEntry }) {
  const words = useWords()
  const { t, time } = words
  const commands = useCommands()
  const busy = useSession((state) => state.work !== null)
  const { state, steps, turned, intent } = entry
  const by = (who: { readonly author: string; readonly at: string }): { author: string; time: string } => ({
    author: authorName(who.author) ?? t('history.nobody'),
    time: time(who.at),
  })
  const isFinal = intent === 'erase'
  const isHere = state === 'done' && steps === 0 && !isFinal
  const about = (
    <>
      <span className="history-what">{historyWords(entry, words)}</span>
      <span className="quiet">
        {t('history.by', by(entry))}
        {turned ? ` · ${t('history.turned', by(turned))}` : ''}
      </span>
    </>
  )
  if (isHere || isFinal || state === 'gone')
    return (
      <li className={`history-entry history-${isHere ? 'here' : isFinal ? 'final' : 'gone'}`} aria-current={isHere ? 'step' : undefined}>
        <div className="history-line">{about}</div>
        <span className="history-sign" title={isHere ? t('history.here') : undefined}>
          {t(isHere ? 'history.now' : isFinal ? 'history.final' : 'history.gone')}
        </span>
      </li>
    )
  return (
    <li className={`history-entry history-${state}`}>
      <button
        type="button"
        className="history-line"
        title={t(state === 'done' ? 'history.back' : 'history.forward', { n: steps })}
        aria-disabled={busy || undefined}
        onClick={() => {
          if (!busy) void commands.stepTo(intent === 'create' ? null : entry.id)
        }}
      >
        {about}
      </button>
      <span className="history-sign">{state === 'undone' ? t('history.undone') : null}</span>
    </li>
  )
}
