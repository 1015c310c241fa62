import { useMemo } from 'react'
import { faultText } from '../../../shared/locale/translate'
import type { ProjectView } from '../../../shared/protocol/engine-api'
import { useCommands, useSession, useWords } from '../../app/context'
import { dimensionLabel, valueLabel } from '../../app/labels'
import { sortRows } from '../../app/sort-rows'
import { Button } from '../../parts/button'
import { Headline } from './headline'
import { SliceChart } from './slice-chart'
import { SliceControls } from './slice-controls'
import { SliceTable } from './slice-table'

/** Where is it good or bad: the score, whole and by one field. */
export function SliceView() {
  const { t } = useWords()
  const project = useSession((state) => state.project)
  const some = useSession((state) => state.slice.shown !== null) || (project !== null && project.waves.length > 0)
  return (
    <div className="view slice-view">
      <h1 className="visually-hidden" tabIndex={-1}>
        {t('slice.title')}
      </h1>
      {project && some ? <Sliced project={project} /> : <NothingYet />}
    </div>
  )
}

function NothingYet() {
  const { t } = useWords()
  const commands = useCommands()
  const busy = useSession((state) => state.work !== null)
  return (
    <div className="empty">
      <p>
        <strong>{t('slice.none')}</strong>
      </p>
      <p>{t('slice.none.hint')}</p>
      <Button look="primary" disabled={busy} onPress={() => void commands.chooseFile()}>
        {t('start.choose')}
      </Button>
    </div>
  )
}

function Sliced({ project }: { readonly project: ProjectView }) {
  const words = useWords()
  const commands = useCommands()
  const { shown, sort, fault } = useSession((state) => state.slice)
  const rows = useMemo(() => {
    const dimension = shown?.dimension
    if (!dimension) return []
    const labelled = shown.value.rows.map((row) => {
      const label = valueLabel(dimension, row.key[0] ?? null, words)
      return { ...row, label, order: dimension.kind === 'period' ? (row.key[0] ?? '') : label }
    })
    return sortRows(labelled, sort, words.compare)
  }, [shown, sort, words])

  if (fault) {
    const { message, hint } = faultText(fault, words.t)
    return (
      <div className="empty">
        <p>
          <strong>{message}</strong>
        </p>
        <p>{fault.code === 'scale' ? words.t('slice.scale.hint') : hint}</p>
        {fault.code === 'scale' ? (
          <Button look="primary" onPress={() => void commands.treatAsNps()}>
            {words.t('plan.scale.treat')}
          </Button>
        ) : null}
      </div>
    )
  }
  if (!shown) return null
  const field = shown.dimension ? dimensionLabel(shown.dimension, project, words) : ''
  return (
    <>
      <Headline slice={shown.value} />
      {shown.value.importing ? null : <SliceControls project={project} />}
      {shown.dimension ? (
        <div className="slice-body">
          <SliceChart field={field} rows={rows} total={shown.value.total} />
          <SliceTable field={field} rows={rows} />
        </div>
      ) : null}
      {shown.dimension || shown.value.importing ? null : <p className="empty">{words.t('slice.no-fields')}</p>}
    </>
  )
}
