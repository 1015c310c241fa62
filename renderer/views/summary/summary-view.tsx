import { useEffect } from 'react'
import { faultText } from '../../../shared/locale/translate'
import type { Outline } from '../../../shared/report/outline'
import { useCommands, useSession, useWords } from '../../app/context'
import { Button } from '../../parts/button'
import { SummaryContents } from './summary-contents'
import { SummaryExport } from './summary-export'
import { SummaryPages } from './summary-pages'
import { SummaryProgress } from './summary-progress'

/** What to tell the board: the pages of the summary as they will be, and how to take them out. */
export function SummaryView() {
  const { t, locale } = useWords()
  const commands = useCommands()
  const some = useSession((state) => (state.project?.waves.length ?? 0) > 0)
  // The summary speaks the window's language until another is chosen.
  useEffect(() => void commands.loadSummary(), [commands, locale])
  return (
    <div className="view summary-view">
      <h1 className="visually-hidden" tabIndex={-1}>
        {t('screen.summary')}
      </h1>
      {some ? <Summarised /> : <Nothing />}
    </div>
  )
}

function Summarised() {
  const { outline, fault, progress } = useSession((state) => state.summary)
  if (fault) return <Refused />
  return (
    <>
      <SummaryProgress hasPages={outline !== null} />
      <div className="summary-body" aria-busy={progress !== null}>
        {outline ? <Made outline={outline} /> : null}
      </div>
    </>
  )
}

function Made({ outline }: { readonly outline: Outline }) {
  return (
    <>
      <SummaryExport />
      <SummaryPages outline={outline} />
      <SummaryContents outline={outline} />
    </>
  )
}

function Nothing() {
  const { t } = useWords()
  const commands = useCommands()
  const busy = useSession((state) => state.work !== null)
  return (
    <div className="empty">
      <p>
        <strong>{t('summary.empty')}</strong>
      </p>
      <p>{t('summary.empty.hint')}</p>
      <Button look="primary" disabled={busy} onPress={() => void commands.chooseFile()}>
        {t('start.choose')}
      </Button>
    </div>
  )
}

function Refused() {
  const { t } = useWords()
  const commands = useCommands()
  const fault = useSession((state) => state.summary.fault)
  if (!fault) return null
  const { message, hint } = faultText(fault, t)
  return (
    <div className="empty">
      <p>
        <strong>{message}</strong>
      </p>
      <p>{fault.code === 'scale' ? t('slice.scale.hint') : hint}</p>
      {fault.code === 'scale' ? (
        <Button look="primary" onPress={() => void commands.treatAsNps()}>
          {t('plan.scale.treat')}
        </Button>
      ) : null}
    </div>
  )
}
