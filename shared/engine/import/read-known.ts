import { ok, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import type { PlanOptions, RememberedLayout, SourceFile } from '../../ingest/types'
import { readFile } from './import-file'
import type { ReadFile } from './read-file'
import { recallLayout, withRecalled, type Layouts } from './layouts'
import type { Platform } from '../platform'
import type { Project } from '../project/project'

export interface KnownFile {
  readonly read: ReadFile
  /** Those given, over those of the layout. */
  readonly options: PlanOptions
  /** Where the options of the layout come from; null where nothing was remembered. */
  readonly remembered: RememberedLayout | null
}

/** Reads a file the way the last one with the same headers was read and understood. */
export async function readKnown(
  platform: Platform,
  project: Project | null,
  file: SourceFile,
  options: PlanOptions,
  kept: Layouts,
  task: Task,
): Promise<Result<KnownFile>> {
  const read = await readFile(platform, file, options, task)
  if (!read.ok) return read
  const remembered = recallLayout(project?.registers.setting ?? null, kept, read.value.layout)
  if (!remembered) return ok({ read: read.value, options, remembered })
  const all = withRecalled(remembered.options, options)
  const wanted = { ...all, ...(all.fields && project ? { fields: fieldsOf(all.fields, project) } : {}) }
  if (Object.keys(remembered.options.read ?? {}).length === 0) return ok({ read: read.value, options: wanted, remembered })
  const again = await readFile(platform, file, wanted, task, read.value.layout)
  // What no longer fits the file is forgotten rather than refused.
  return ok(again.ok ? { read: again.value, options: wanted, remembered } : { read: read.value, options, remembered: null })
}

/** Only fields that this project has. */
const fieldsOf = (fields: NonNullable<PlanOptions['fields']>, { registers }: Project): NonNullable<PlanOptions['fields']> =>
  Object.fromEntries(Object.entries(fields).filter(([, field]) => field === null || registers.field.has(field)))
