import { invariant } from '../../base/assert'
import { fileName } from '../../base/file-name'
import { ok, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import type { ExportedFile, ExportFormat, PersonalData } from '../../protocol/engine-api'
import { exportResponses, zipped } from './export-responses'
import type { Project } from '../project/project'

/** An export of responses, or of the codebook, as one file: several parts come packed. */
export async function exportedFile(
  project: Project,
  format: ExportFormat,
  task: Task,
  personal: PersonalData = 'masked',
): Promise<Result<ExportedFile>> {
  const name = fileName(project.name)
  const done = await exportResponses(project, format, name, task, personal)
  if (!done.ok) return done
  const { parts, rows, split } = done.value
  const [part] = parts
  invariant(part, 'an export has a file')
  if (parts.length > 1) return ok({ name: `${name}.zip`, bytes: zipped(name, parts), rows, split })
  // The summary is a workbook of the project's name.
  const about = format === 'codebook' ? 'codebook' : 'responses'
  return ok({ name: `${name} ${about}.${part.ending}`, bytes: part.bytes, rows, split })
}
