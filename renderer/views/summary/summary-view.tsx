import { useEffect } from 'react'
import type { Outline } from '../../../shared/report/outline'
import { useCommands, useSession, useWords } from '../../app/context'
import { NoResponses } from '../empty/no-responses'
import { Refusal } from '../empty/refusal'
import { SummaryContents } from './summary-contents'
import { SummaryEdit } from './summary-edit'
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
      {some ? <Summarised /> : <NoResponses title={t('summary.empty')} hint={t('summary.empty.hint')} />}
    </div>
  )
}

function Summarised() {
  const { outline, fault, progress, isPart } = useSession((state) => state.summary)
  if (fault) return <Refusal fault={fault} />
  return (
    <>
      <SummaryProgress hasPages={outline !== null} />
      <div className={isPart ? 'summary-body is-part' : 'summary-body'} aria-busy={progress !== null}>
        {outline ? <Made outline={outline} /> : null}
      </div>
    </>
  )
}

function Made({ outline }: { readonly outline: Outline }) {
  const isPart = useSession((state) => state.summary.isPart)
  return (
    <>
      <SummaryExport outline={outline} />
      <SummaryPages outline={outline} />
      <SummaryEdit outline={outline} />
      {isPart ? null : <SummaryContents outline={outline} />}
    </>
  )
}
