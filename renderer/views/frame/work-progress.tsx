import { useSession, useWords } from '../../app/context'
import { Progress } from '../../parts/progress'

const ANNOUNCED_STEP = 0.25

/** The work under way. Screen readers hear of it at every quarter, not at every per cent. */
export function WorkProgress() {
  const { t, percent } = useWords()
  const work = useSession((state) => state.work)
  const label = work ? t(work.label, { file: work.file }) : ''
  const stage = work?.stage ? t(`stage.${work.stage}`) : ''
  const quarter = work ? Math.floor(work.done / ANNOUNCED_STEP) * ANNOUNCED_STEP : 0
  return (
    <>
      <div className="visually-hidden" role="status">
        {work ? `${label} ${stage ? t('work.progress', { stage, percent: percent(quarter) }) : ''}` : ''}
      </div>
      {work ? (
        <Progress
          label={label}
          detail={stage}
          done={work.done}
          percent={percent(work.done)}
          cancelLabel={t(work.cancelling ? 'work.cancelling' : 'work.cancel')}
          onCancel={work.cancel}
        />
      ) : null}
    </>
  )
}
