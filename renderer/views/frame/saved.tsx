import { useEffect, useState } from 'react'
import { useSession, useWords } from '../../app/context'
import { cutMiddle } from '../../app/words/cut-middle'
import { fileOf, placeOf, safetyOf, type HostKind, type Safety } from '../../app/project/safety'

/** Letters of a file's name that the header and the status line have room for. */
const MOST_LETTERS = 28
/** A change is soon done, and hearing of each would drown all else; of one that takes longer people who do not see it hear as well. */
const SAID_AFTER_MS = 2000

interface Props {
  readonly host: HostKind
}

function useSafety(host: HostKind): { readonly safety: Safety; readonly title: string; readonly text: string } {
  const { t } = useWords()
  const safety = useSession(safetyOf)
  const file = useSession(fileOf)
  const n = useSession((state) => state.project?.unsaved ?? 0)
  const place = placeOf(host, file)
  const whole = { file: cutMiddle(file ?? '', Infinity) }
  if (safety === 'kept') return { safety, text: t('app.kept'), title: t(`status.unsaved.${place}`, { n, ...whole }) }
  if (safety !== 'saved') return { safety, text: t(`app.${safety}`), title: t(`app.${safety}.hint`) }
  return { safety, text: t(`app.saved.${place}`, { file: cutMiddle(file ?? '', MOST_LETTERS) }), title: t(`app.saved.${place}.hint`, whole) }
}

export function HeaderSaved({ host }: Props) {
  const { safety, text, title } = useSafety(host)
  const isSafe = safety === 'kept' || safety === 'saved'
  return (
    <span className={`header-saved is-${safety}`} title={title}>
      {text} {isSafe ? <span aria-hidden="true">✓</span> : null}
    </span>
  )
}

/** The same in the status line, where it is also read out when it has become something else. */
export function StatusSaved({ host }: Props) {
  const { safety, text, title } = useSafety(host)
  const said = useSaid(safety, text)
  return (
    <>
      <span className={`status-saved is-${safety}`} title={title} aria-hidden="true">
        {text}
      </span>
      <span className="visually-hidden" role="status">
        {said}
      </span>
    </>
  )
}

function useSaid(safety: Safety, text: string): string {
  const [said, setSaid] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSaid(text), safety === 'saving' ? SAID_AFTER_MS : 0)
    return () => clearTimeout(timer)
  }, [safety, text])
  return said
}
