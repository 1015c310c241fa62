import type { ProjectView } from '../../../shared/protocol/engine-api'
import { useCommands, useSession, useWords } from '../../app/context'
import { sideNames } from '../../app/compare/compare-sides'
import { isWithoutScores } from '../../app/project/wave-scales'
import { Button } from '../../parts/button'
import { Empty } from '../../parts/empty'
import { NoResponses } from '../empty/no-responses'
import { NoScores } from '../empty/no-scores'
import { Refusal } from '../empty/refusal'
import { SidePickers } from './side-pickers'
import { ChangeSteps } from './change-steps'
import { Segments } from './segments'
import { SamePeople } from './same-people'
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
  const words = useWords()
  const { t } = words
  const codebook = useSession((state) => state.code.codebook)
  const { wanted, choice, value, periods, fault, isStale } = useSession((state) => state.compare)
  if (project.waves.length === 0) return <NoResponses title={t('compare.empty')} hint={t('compare.empty.hint')} />
  if (isWithoutScores(project)) return <NoScores />
  if (fault) return <Refusal fault={fault} />
  const kind = project.anonymity ? 'filters' : (wanted.kind ?? 'periods')
  if (!choice || !value) {
    if (kind === 'periods' && project.periods.length === 0) return <NoDates />
    return periods && !isStale ? <OnePeriod /> : null
  }
  const shown = { project, choice, value, periods: periods ?? {}, names: sideNames(choice, project, codebook, words) }
  const isSame = choice.kind === 'filters' && choice.from.kind === 'all' && choice.to.kind === 'all'
  if (isSame)
    return (
      <>
        <SidePickers {...shown} />
        <Empty title={t('sides.none')} hint={t('sides.hint')} />
      </>
    )
  return (
    <>
      <SidePickers {...shown} />
      <Verdict {...shown} />
      <Segments {...shown} />
      <ChangeSteps {...shown} />
      {project.anonymity ? null : <Themes {...shown} />}
      {choice.kind === 'periods' ? <SamePeople {...shown} /> : null}
      {project.codes > 0 && !project.anonymity ? <p className="quiet">{t('codes.compared', { version: project.codebookVersion })}</p> : null}
    </>
  )
}

function NoDates() {
  const { t } = useWords()
  const commands = useCommands()
  const action = { label: t('compare.no-dates.go'), onPress: () => void commands.show('data') }
  return (
    <Empty title={t('compare.no-dates')} hint={t('compare.no-dates.hint')} action={action}>
      <OtherWay />
    </Empty>
  )
}

/** Two periods are needed; what keeps them away may be the filter. */
function OnePeriod() {
  const { t } = useWords()
  const commands = useCommands()
  const filtered = useSession((state) => state.filter.length > 0)
  if (filtered) {
    const action = { label: t('compare.clear-filter'), onPress: () => void commands.setFilter([]) }
    return (
      <Empty title={t('compare.one-period.filter')} hint={t('compare.one-period.filter.hint')} action={action}>
        <OtherWay />
      </Empty>
    )
  }
  const action = { label: t('compare.no-dates.go'), onPress: () => void commands.show('data') }
  return (
    <Empty title={t('compare.one-period')} hint={t('compare.one-period.hint')} action={action}>
      <OtherWay />
    </Empty>
  )
}

/** Two filters can be compared where two periods cannot. */
function OtherWay() {
  const { t } = useWords()
  const commands = useCommands()
  return <Button onPress={() => void commands.compareKind('filters')}>{t('sides.go')}</Button>
}
