import { quietTask } from '../../../shared/base/task'
import { createDesk } from '../../../shared/engine/desk'
import type { EngineApi, ProjectView } from '../../../shared/protocol/engine-api'
import type { Dimension, ValuesClause } from '../../../shared/query/types'
import { createMemoryShelf } from '../../helpers/memory-shelf'
import { must, testPlatform } from '../../helpers/project'

export interface Employee {
  readonly team: string
  readonly site: string
  readonly score: number
  readonly comment?: string
}

export interface Opened {
  readonly desk: EngineApi
  readonly shelf: ReturnType<typeof createMemoryShelf>
  readonly project: ProjectView
  readonly team: Dimension
  readonly site: Dimension
}

const csvOf = (wave: string, employees: readonly Employee[]): string =>
  ['Response ID,How likely are you to recommend us?,Why?,Team,Site', ...employees.map(({ team, site, score, comment = '' }, at) => [`${wave} r${at}`, score, comment, team, site].join(','))].join('\n')

const ROLES = { 1: 'id', 2: 'score', 3: 'comment', 4: 'segment', 5: 'segment' } as const

/** A project of these waves in the desk. */
export async function openSurvey(waves: readonly (readonly Employee[])[]): Promise<Opened> {
  const shelf = createMemoryShelf()
  const desk = createDesk(await testPlatform(), shelf)
  let project = must(await desk.createProject({ name: 'Employees' }, quietTask))
  for (const [at, employees] of waves.entries()) project = await addTo(desk, `w${at + 1}`, employees)
  const field = (name: string): Dimension => ({ kind: 'field', field: project.fields.find((one) => one.label === name)!.id })
  return { desk, shelf, project, team: field('Team'), site: field('Site') }
}

export async function addTo(desk: EngineApi, wave: string, employees: readonly Employee[]): Promise<ProjectView> {
  const file = { name: `${wave}.csv`, bytes: new TextEncoder().encode(csvOf(wave, employees)) }
  must(await desk.plan({ file, options: { wave, roles: ROLES } }, quietTask))
  return must(await desk.importPlan(null, quietTask))
}

export const valuesOf = (dimension: Dimension, ...values: readonly string[]): ValuesClause => ({ kind: 'values', dimension, values })
export const ofWave = (...values: readonly string[]): ValuesClause => valuesOf({ kind: 'wave' }, ...values)

/** So many people of a team and a site, of every opinion. */
export const people = (n: number, team: string, site: string, comment = ''): readonly Employee[] =>
  Array.from({ length: n }, (_, at) => ({ team, site, score: [10, 8, 3][at % 3]!, ...(comment ? { comment: `${comment} ${team} ${at}` } : {}) }))
