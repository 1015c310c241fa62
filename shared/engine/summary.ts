import { assertNever } from '../base/assert'
import { fault } from '../base/fault'
import { ok, refuse, type Result } from '../base/result'
import type { Task } from '../base/task'
import type { SummaryInput } from '../protocol/summary'
import type { SummaryAsked, SummaryChartAsked } from '../protocol/summary-file'
import { buildOutline } from '../report/build-outline'
import { writeChartSvg } from '../report/chart-svg'
import type { FontFiles } from '../report/font/fonts'
import type { Outline } from '../report/outline'
import { writeHtml } from '../report/write-html'
import { writePptx } from '../report/write-pptx'
import { writeXlsx } from '../report/write-xlsx'
import type { Platform } from './platform'
import type { Project } from './project'
import { gatherReport } from './report-data'

/** What the summary of the responses that pass the filter says, in one language. `at` is the time printed on it. */
export async function outlineOf(
  project: Project,
  { where, locale, period, against }: SummaryInput,
  task: Task,
  at = project.platform.now(),
): Promise<Result<Outline>> {
  task.report(0, 'writing')
  await task.breathe()
  const data = await gatherReport(project, where, at, task, { period, against })
  return data.ok ? ok(buildOutline(data.value, locale)) : data
}

/** The executive summary of the responses that pass the filter, as a file in one language. */
export async function writeSummary(
  project: Project,
  { format, paper = '16:9', ...input }: SummaryAsked,
  task: Task,
  at = project.platform.now(),
): Promise<Result<Uint8Array>> {
  const outline = await outlineOf(project, input, task, at)
  if (!outline.ok) return outline
  task.report(0.4, 'writing')
  await task.breathe()
  if (task.cancelled()) return refuse(fault('cancelled'))
  const { platform } = project
  switch (format) {
    case 'pptx':
      return ok(await writePptx(outline.value))
    case 'xlsx':
      return ok(await writeXlsx(outline.value))
    case 'pdf': {
      // As large as the rest of the engine together: it is loaded when somebody asks for it.
      const { writePdf } = await import('../report/write-pdf')
      return ok(await writePdf(outline.value, paper, await fontsOf(platform)))
    }
    case 'html':
      return ok(await writeHtml(outline.value, { fonts: await fontsOf(platform), sha256: (bytes) => platform.sha256(bytes) }))
    default:
      return assertNever(format)
  }
}

/** A chart of the summary as SVG. */
export async function writeSummaryChart(platform: Platform, { chart, title, lines, foot, locale }: SummaryChartAsked): Promise<Uint8Array> {
  return new TextEncoder().encode(writeChartSvg(chart, { title, lines, foot, lang: locale }, await fontsOf(platform)))
}

async function fontsOf(platform: Platform): Promise<FontFiles> {
  const [regular, bold] = await Promise.all([platform.font('regular'), platform.font('bold')])
  return { regular, bold }
}
