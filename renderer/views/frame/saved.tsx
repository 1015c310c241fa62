import { useSession, useWords } from '../../app/context'
import type { SessionState } from '../../app/session'
import type { Words } from '../../app/words/words'

type Safety = 'cleared' | 'saving' | 'kept' | 'saved'

/** Where the latest change is: on its way, on the disk of this computer, or in the project file as well. */
const safetyOf = ({ project, cleared, saving }: SessionState): Safety => {
  if (cleared !== null) return 'cleared'
  if (saving > 0) return 'saving'
  return (project?.unsaved ?? 0) > 0 ? 'kept' : 'saved'
}

function useSafety(): { readonly safety: Safety; readonly title: string; readonly text: string } {
  const { t }: Words = useWords()
  const safety = useSession(safetyOf)
  const n = useSession((state) => state.project?.unsaved ?? 0)
  return { safety, text: t(`app.${safety}`), title: safety === 'kept' ? t('status.unsaved', { n }) : t(`app.${safety}.hint`) }
}

export function HeaderSaved() {
  const { safety, text, title } = useSafety()
  const isSafe = safety === 'kept' || safety === 'saved'
  return (
    <span className={`header-saved is-${safety}`} title={title}>
      {text} {isSafe ? <span aria-hidden="true">✓</span> : null}
    </span>
  )
}

/** The same in the status line, where it is also read out when it changes. */
export function StatusSaved() {
  const { safety, text, title } = useSafety()
  return (
    <span className={`status-saved is-${safety}`} title={title} role="status">
      {text}
    </span>
  )
}
