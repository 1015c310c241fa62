import { assertNever } from '../base/assert'
import { fault } from '../base/fault'
import { ok, refuse, type Result } from '../base/result'
import type { Task } from '../base/task'
import type { Locale } from '../locale/translate'
import type { Clause } from '../query/types'
import { buildOutline } from '../report/build-outline'
import type { Outline } from '../report/outline'
import { writePptx } from '../report/write-pptx'
import { writeXlsx } from '../report/write-xlsx'
import type { Project } from './project'
import { gatherReport } from './report-data'

export const SUMMARY_FORMATS = ['pptx', 'xlsx'] as const
export type SummaryFormat = (typeof SUMMARY_FORMATS)[number]

/** What the summary of the responses that pass the filter says, in one language. */
export async function outlineOf(project: Project, where: readonly Clause[], locale: Locale, task: Task): Promise<Result<Outline>> {
  task.report(0, 'writing')
  await task.breathe()
  const data = await gatherReport(project, where, project.platform.now(), task)
  return data.ok ? ok(buildOutline(data.value, locale)) : data
}

/** The executive summary of the responses that pass the filter, as a file in one language. */
export async function writeSummary(
  project: Project,
  format: SummaryFormat,
  where: readonly Clause[],
  locale: Locale,
  task: Task,
): Promise<Result<Uint8Array>> {
  const outline = await outlineOf(project, where, locale, task)
  if (!outline.ok) return outline
  task.report(0.4, 'writing')
  await task.breathe()
  if (task.cancelled()) return refuse(fault('cancelled'))
  switch (format) {
    case 'pptx':
      return ok(await writePptx(outline.value))
    case 'xlsx':
      return ok(await writeXlsx(outline.value))
    default:
      return assertNever(format)
  }
}
