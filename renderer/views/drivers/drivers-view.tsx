import { useMemo } from 'react'
import type { ProjectView } from '../../../shared/protocol/engine-api'
import { fault as refusal } from '../../../shared/base/fault'
import { useCommands, useSession, useWords } from '../../app/context'
import { DRIVER_LEVELS } from '../../app/drivers/drivers-state'
import { hasLevels, rankDrivers, rowsOfLevel } from '../../app/drivers/drivers-rows'
import { useBoundKeys } from '../../app/keys/use-bindings'
import { isWithoutScores } from '../../app/project/wave-scales'
import { Empty } from '../../parts/empty'
import { NoResponses } from '../empty/no-responses'
import { NoScores } from '../empty/no-scores'
import { Refusal } from '../empty/refusal'
import { DriversHead } from './drivers-head'
import { DriversMap } from './drivers-map'
import { DriversPoints } from './drivers-points'
import { DriversRanking } from './drivers-ranking'
import type { Shown } from './shown'

const FEWEST = 30

/** What goes with the score: codes by what they add to it, how often and how badly, and what people say. */
export function DriversView() {
  const { t } = useWords()
  const project = useSession((state) => state.project)
  const isStale = useSession((state) => state.drivers.isStale)
  return (
    <div className="view drivers-view" aria-busy={isStale}>
      <h1 className="visually-hidden" tabIndex={-1}>
        {t('screen.drivers')}
      </h1>
      {project ? <Driven project={project} /> : null}
    </div>
  )
}

function Driven({ project }: { readonly project: ProjectView }) {
  const { t } = useWords()
  const commands = useCommands()
  const { value, level, base, fault } = useSession((state) => state.drivers)
  const filtered = useSession((state) => state.filter.length > 0)
  const shown = useMemo((): Shown | null => {
    if (!value) return null
    const rows = rowsOfLevel(value, hasLevels(value) ? level : 'all')
    return { project, value, rows, ranked: rankDrivers(rows) }
  }, [project, value, level])
  useBoundKeys({
    'drivers.key.base': () => void commands.setDriverBase(base === 'scored' ? 'commented' : 'scored'),
    'drivers.key.level': () => {
      if (value && hasLevels(value)) void commands.setDriverLevel(DRIVER_LEVELS[(DRIVER_LEVELS.indexOf(level) + 1) % DRIVER_LEVELS.length]!)
    },
  })

  const goCode = { label: t('drivers.go-code'), onPress: () => void commands.show('code') }
  const clear = { label: t('drivers.clear-filter'), onPress: () => void commands.setFilter([]) }
  if (project.waves.length === 0) return <NoResponses title={t('drivers.empty')} hint={t('drivers.empty.hint')} />
  if (project.anonymity) return <Refusal fault={fault ?? refusal('anonymous')} />
  if (isWithoutScores(project)) return <NoScores />
  if (fault) return <Refusal fault={fault} />
  if (project.codes === 0) return <Empty title={t('drivers.no-codes')} hint={t('drivers.no-codes.hint')} action={goCode} />
  if (!value || !shown) return null
  const isUncoded = value.total.n >= FEWEST && value.coded === 0
  return (
    <>
      <DriversHead value={value} project={project} />
      {value.total.n < FEWEST ? (
        <Empty title={t('drivers.few', { n: value.total.n })} hint={t('drivers.few.hint')} action={filtered ? clear : null} announced />
      ) : isUncoded ? (
        <Empty title={t('drivers.uncoded')} hint={t('drivers.uncoded.hint')} action={filtered ? clear : goCode} announced />
      ) : (
        <>
          <DriversRanking {...shown} />
          <DriversPoints {...shown} />
          <DriversMap {...shown} />
        </>
      )}
    </>
  )
}
