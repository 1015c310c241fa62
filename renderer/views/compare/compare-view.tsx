import { faultText } from '../../../shared/locale/translate'
import type { ProjectView } from '../../../shared/protocol/engine-api'
import { useCommands, useSession, useWords } from '../../app/context'
import { Button } from '../../parts/button'
import { PeriodPickers } from './period-pickers'
import { Segments } from './segments'
import { Themes } from './themes'
import { Verdict } from './verdict'

/** Is the change real, and why: one period against another. */
export function CompareView() {
  const { t } = useWords()
  const project = useSession((state) => state.project)
  const isStale = useSession((state) => state.compare.isStale)
  return (
    <div className="view compare-view" aria-busy={isStale}>
      <h1 className="visually-hidden" tabIndex={-1}>
        {t('screen.compare')}
      </h1>
      {project ? <Compared project={project} /> : null}
    </div>
  )
}

function Compared({ project }: { readonly project: ProjectView }) {
  const { choice, value, periods, fault, isStale } = useSession((state) => state.compare)
  if (project.waves.length === 0) return <Nothing />
  if (project.periods.length === 0) return <NoDates />
  if (fault) return <Refused />
  if (!choice || !value) return periods && !isStale ? <OnePeriod /> : null
  const shown = { project, choice, value, periods: periods ?? {} }
  return (
    <>
      <PeriodPickers {...shown} />
      <Verdict {...shown} />
      <Segments {...shown} />
      <Themes {...shown} />
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
        <strong>{t('compare.empty')}</strong>
      </p>
      <p>{t('compare.empty.hint')}</p>
      <Button look="primary" disabled={busy} onPress={() => void commands.chooseFile()}>
        {t('start.choose')}
      </Button>
    </div>
  )
}

function NoDates() {
  const { t } = useWords()
  const commands = useCommands()
  return (
    <div className="empty">
      <p>
        <strong>{t('compare.no-dates')}</strong>
      </p>
      <p>{t('compare.no-dates.hint')}</p>
      <Button look="primary" onPress={() => void commands.show('data')}>
        {t('compare.no-dates.go')}
      </Button>
    </div>
  )
}

function Refused() {
  const { t } = useWords()
  const commands = useCommands()
  const fault = useSession((state) => state.compare.fault)
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

/** Two periods are needed; what keeps them away may be the filter. */
function OnePeriod() {
  const { t } = useWords()
  const commands = useCommands()
  const filtered = useSession((state) => state.filter.length > 0)
  return (
    <div className="empty">
      <p>
        <strong>{t(filtered ? 'compare.one-period.filter' : 'compare.one-period')}</strong>
      </p>
      <p>{t(filtered ? 'compare.one-period.filter.hint' : 'compare.one-period.hint')}</p>
      <Button
        look="primary"
        onPress={() => void (filtered ? commands.setFilter([]) : commands.show('data'))}
      >
        {t(filtered ? 'compare.clear-filter' : 'compare.no-dates.go')}
      </Button>
    </div>
  )
}

