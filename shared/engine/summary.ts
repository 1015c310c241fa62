import { assertNever } from '../base/assert'
import { ok, type Result } from '../base/result'
import type { Task } from '../base/task'
import type { Locale } from '../locale/translate'
import { buildOutline } from '../report/build-outline'
import { writePptx } from '../report/write-pptx'
import { writeXlsx } from '../report/write-xlsx'
import type { Project } from './project'
import { gatherReport } from './report-data'

export const SUMMARY_FORMATS = ['pptx', 'xlsx'] as const
export type SummaryFormat = (typeof SUMMARY_FORMATS)[number]

/** The executive summary of the whole project, as a file in one language. */
export async function writeSummary(project: Project, format: SummaryFormat, locale: Locale, task: Task): Promise<Result<Uint8Array>> {
  task.report(0, 'writing')
  await task.breathe()
  const data = await gatherReport(project, project.platform.now())
  if (!data.ok) return data
  task.report(0.4, 'writing')
  await task.breathe()
  const outline = buildOutline(data.value, locale)
  switch (format) {
    case 'pptx':
      return ok(await writePptx(outline))
    case 'xlsx':
      return ok(await writeXlsx(outline))
    default:
      return assertNever(format)
  }
}
