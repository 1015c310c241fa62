import type { ProjectView } from '../../../shared/protocol/engine-api'
import { assertNever } from '../../../shared/base/assert'
import { useCommands, useSession, useWords } from '../../app/context'
import type { ShownSlice } from '../../app/slice/slice-state'
import { useBoundKeys } from '../../app/keys/use-bindings'
import { isWithoutScores } from '../../app/project/wave-scales'
import { Empty } from '../../parts/empty'
import { NoResponses } from '../empty/no-responses'
import { NoScores } from '../empty/no-scores'
import { Refusal } from '../empty/refusal'
import { CrossedView } from './crossed-view'
import { FieldView } from './field-view'
import { Headline } from './headline'
import { SliceControls } from './slice-controls'
import { TrendView } from './trend-view'

/** Where is it good or bad: the score in all, by one field, by two, and over time. */
export function SliceView() {
  const { t } = useWords()
  const project = useSession((state) => state.project)
  const some = useSession((state) => state.slice.shown !== null) || (project !== null && project.waves.length > 0)
  return (
    <div className="view slice-view">
      <h1 className="visually-hidden" tabIndex={-1}>
        {t('slice.title')}
      </h1>
      {project && some ? <Sliced project={project} /> : <NoResponses title={t('slice.none')} hint={t('slice.none.hint')} />}
    </div>
  )
}

function Sliced({ project }: { readonly project: ProjectView }) {
  const commands = useCommands()
  const { shown, fault, zoomed } = useSession((state) => state.slice)
  useBoundKeys({
    'slice.key.field': () => void commands.viewSlice('field'),
    'slice.key.crossed': () => void commands.viewSlice('crossed'),
    'slice.key.trend': () => void commands.viewSlice('trend'),
    'slice.key.zoom': () => commands.zoomAxis(!zoomed),
  })

  if (fault)
    return (
      <>
        {fault.code === 'anonymous-cut' ? <SliceControls project={project} /> : null}
        <Refusal fault={fault} />
      </>
    )
  if (!shown) return null
  if (isWithoutScores(project) && !shown.value.importing) return <NoScores />
  const nobody = shown.headline.responses === 0
  return (
    <>
      {nobody ? <NobodyFits /> : <Headline slice={shown.headline} />}
      {shown.value.importing ? null : <SliceControls project={project} />}
      {shown.value.importing || shown.value.responses === 0 ? null : <Body project={project} shown={shown} />}
    </>
  )
}

function Body({ project, shown }: { readonly project: ProjectView; readonly shown: ShownSlice }) {
  switch (shown.view) {
    case 'field':
      return <FieldView project={project} shown={shown} />
    case 'crossed':
      return <CrossedView project={project} shown={shown} />
    case 'trend':
      return <TrendView project={project} shown={shown} />
    default:
      return assertNever(shown.view)
  }
}

/** The filter leaves nobody: a way back. */
function NobodyFits() {
  const { t } = useWords()
  const commands = useCommands()
  const action = { label: t('slice.nobody.clear'), onPress: () => void commands.setFilter([]) }
  return <Empty title={t('slice.nobody')} hint={t('slice.nobody.hint')} action={action} announced />
}
