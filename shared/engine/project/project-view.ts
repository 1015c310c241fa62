import type { ProjectView } from '../../protocol/engine-api'
import { anonymityOf } from '../anonymous/anonymity'
import { cutFields } from '../anonymous/guarded-waves'
import { hasDates } from '../figures/answers'
import type { Columns } from '../columns/columns'
import { liveCodes } from '../codebook/code-order'
import { codebookVersion } from '../codebook/codebook-versions'
import { lettersOf, viewsOf } from '../settings/desk-settings'
import { fieldHeaders } from '../import/field-headers'
import { methodOf } from '../settings/method'
import { asLockable } from '../locked/lockable-store'
import { respondentFields } from '../people/people'
import type { Project } from './project'
import { yardsticksOf } from '../settings/yardsticks'

export const isLocked = ({ store }: Project): boolean => (asLockable(store)?.lock ?? null) !== null

/** The project as the window shows it. */
export function viewProject(project: Project, id: string): ProjectView {
  const { registers, columns } = project
  const headers = headersOf(project)
  const anonymity = anonymityOf(project)
  const counts = [...registers.wave.values()].map((wave) => wave.counts)
  return {
    id,
    name: project.name,
    revision: project.revision,
    figures: project.figures,
    waves: [...registers.wave].map(([waveId, wave]) => ({
      id: waveId,
      name: wave.name,
      file: wave.file,
      importedAt: wave.importedAt,
      scale: wave.scale,
      treatAsNps: wave.treatAsNps,
      ...wave.counts,
    })),
    fields: project.fields().map((field) => {
      const several = headers.get(field.id)
      return several ? { ...field, headers: several } : field
    }),
    // Days part people from one another; waves do not.
    periods: !anonymity && hasDates(columns) ? ['month', 'quarter', 'half', 'year'] : [],
    method: methodOf(project),
    anonymity: anonymity && { ...anonymity, cuts: cutFields(project, anonymity) },
    knowsPeople: respondentFields(columns).length > 0,
    accepted: counts.reduce((sum, { accepted }) => sum + accepted, 0),
    scored: counts.reduce((sum, { scored }) => sum + scored, 0),
    codes: liveCodes(registers.code).length,
    codebookVersion: codebookVersion(project),
    undo: project.undoIntent,
    redo: project.redoIntent,
    unsaved: project.unsaved,
    file: project.store.name ?? null,
    locked: isLocked(project),
    views: viewsOf(project),
    letters: lettersOf(project),
    yardsticks: yardsticksOf(project),
  }
}

/** The columns are other ones whenever the waves are: a tag need not look at all headers again. */
const ofColumns = new WeakMap<Columns, ReturnType<typeof fieldHeaders>>()

function headersOf({ columns, registers }: Project): ReturnType<typeof fieldHeaders> {
  const known = ofColumns.get(columns) ?? fieldHeaders(registers.wave.values())
  ofColumns.set(columns, known)
  return known
}
