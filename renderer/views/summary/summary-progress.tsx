import { useCommands, useSession, useWords } from '../../app/context'
import { Button } from '../../parts/button'

/** The outline on its way, with how far it is and a way to stop it; or that it was stopped. */
export function SummaryProgress({ hasPages }: { readonly hasPages: boolean }) {
  const { t, percent } = useWords()
  const commands = useCommands()
  const { progress, isStopped, isPart } = useSession((state) => state.summary)
  if (isStopped)
    return (
      <p className="mark summary-stopped" role="status">
        {t(!hasPages ? 'summary.stopped.none' : isPart ? 'summary.stopped.part' : 'summary.stopped')}{' '}
        <Button onPress={() => void commands.updateSummary()}>{t('summary.again')}</Button>
      </p>
    )
  if (!progress) return null
  const stage = progress.stage ? t('work.progress', { stage: t(`stage.${progress.stage}`), percent: percent(progress.done) }) : ''
  return (
    <div className={hasPages ? 'summary-progress summary-progress-over' : 'summary-progress'}>
      <div
        role="progressbar"
        aria-label={t('summary.working')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.round(progress.done * 100)}
        aria-valuetext={stage}
      >
        <span>{t('summary.working')}</span> <span className="quiet">{stage}</span>
      </div>
      <Button onPress={commands.stopSummary}>{t('summary.stop')}</Button>
    </div>
  )
}
