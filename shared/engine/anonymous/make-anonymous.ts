import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import type { Anonymity } from '../../protocol/anonymity'
import { BANDS, bandsText } from '../settings/band-settings'
import { METHOD, methodOf } from '../settings/method'
import type { Project } from '../project/project'
import { settingChange } from '../settings/settings'
import { ANONYMOUS, anonymityOf, anonymitySchema } from './anonymity'
import { isCutRole } from './guarded-waves'

/**
 * Makes the project anonymous from now on, as one operation. Whatever decides which groups there are is kept as it is: the bands of
 * every field that has some, every answer counted, the fiscal year. Other bands or another threshold, shown after these,
 * would tell of the few between them; so it can be done once.
 */
export async function makeAnonymous(project: Project, wanted: Anonymity): Promise<Result<null>> {
  const { columns, registers } = project
  const fits = anonymitySchema.safeParse(wanted).success && (wanted.crossed === null || isCutRole(registers.field.get(wanted.crossed)?.role))
  if (!fits || anonymityOf(project)) return refuse(fault('anonymous'))
  const bands = [...registers.field.keys()].flatMap((field) => {
    const measured = isCutRole(registers.field.get(field)?.role) ? columns.measured(field) : null
    return measured ? [settingChange(project, BANDS + field, bandsText(measured.measure, columns.edges(field) ?? []))] : []
  })
  const method = methodOf(project)
  const counted = method.perPerson ? [settingChange(project, METHOD, JSON.stringify({ ...method, perPerson: false }))] : []
  const { people, comments, crossed } = wanted
  const promised = settingChange(project, ANONYMOUS, JSON.stringify({ people, comments, crossed }))
  const real = [...bands, ...counted].filter(({ before, after }) => JSON.stringify(before) !== JSON.stringify(after))
  const done = await project.change('anonymous', [promised, ...real])
  return done.ok ? ok(null) : done
}
