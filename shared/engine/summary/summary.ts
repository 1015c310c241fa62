import { assertNever } from '../../base/assert'
import { fault } from '../../base/fault'
import { fileName } from '../../base/file-name'
import { ok, refuse, type Result } from '../../base/result'
import { partOf, type Task } from '../../base/task'
import type { OutputFile } from '../../protocol/output-file'
import type { SummaryInput } from '../../protocol/summary'
import type { FirstPages } from '../../protocol/summary-edits'
import type { SummaryAsked, SummaryChartAsked } from '../../protocol/summary-file'
import { buildOutline } from '../../report/build-outline'
import { chartLines } from '../../report/layout/chart-lines'
import { writeChartSvg } from '../../report/chart-svg'
import { applyEdits } from '../../report/edits/apply-edits'
import type { Edits } from '../../report/edits/edits'
import type { FontFiles } from '../../report/font/fonts'
import type { Brand } from '../../report/layout/brand'
import type { Outline, Slide } from '../../report/outline'
import { withEditedQuotes } from '../../report/sheets/edited-quotes'
import { writeHtml } from '../../report/write-html'
import { writePptx } from '../../report/write-pptx'
import { writeXlsx } from '../../report/write-xlsx'
import { coverPersonal } from '../../text/veil-personal'
import { anonymityOf } from '../anonymous/anonymity'
import { brandOf } from '../settings/brand'
import { evidenceOf } from './evidence'
import type { Platform } from '../platform'
import { masksOf } from '../people/person-mask'
import type { Project } from '../project/project'
import { pickedQuotes, quoteAmong } from './quote-candidates'
import { gatherReport } from './report-data'
import { gatherHead } from './report-head'
import { responseSheet } from '../export/response-sheet'
import { editsOf } from '../settings/summary-edits'

/** How much of the way to a file its outline is. */
const OUTLINED = 0.8

/** Pages that say nothing of comments or fields. */
const FIRST: ReadonlySet<Slide['kind']> = new Set(['title', 'headline', 'trend', 'composition', 'groups'])

/** What the summary of the responses that pass the filter says, in one language, before anybody's edits. `at` is the time printed on it. */
export async function outlineOf(
  project: Project,
  { where, locale, period, against }: SummaryInput,
  task: Task,
  at = project.platform.now(),
): Promise<Result<Outline>> {
  task.report(0, 'writing')
  await task.breathe()
  const data = await gatherReport(project, where, at, task, { period, against })
  return data.ok ? ok(buildOutline(data.value, locale, masksOf(project.columns).data)) : data
}

/**
 * The pages of the summary that are there at once, with what was changed in it: the first ones, without what takes longer
 * to find out.
 */
export async function firstPages(project: Project, { where, locale, period, against }: SummaryInput, task: Task): Promise<Result<FirstPages>> {
  const head = await gatherHead(project, where, project.platform.now(), task, { period, against })
  if (!head.ok) return head
  // Here names can stand in the filter alone, and reading their columns takes a while.
  const outline = buildOutline(head.value.data, locale, where.length > 0 ? masksOf(project.columns).data : coverPersonal)
  const slides = outline.slides.flatMap((slide): readonly Slide[] => {
    if (slide.kind === 'headline') return [{ ...slide, explained: null, todo: null }]
    return FIRST.has(slide.kind) ? [slide] : []
  })
  return ok({ outline: { ...outline, slides, missing: [], sheets: [] }, edits: editsOf(project, locale), brand: brandOf(project) })
}

/** What a file may have other than the project and the clock say. */
export interface SummaryWishes {
  /** The time printed on it. */
  readonly at?: string
  readonly edits?: Edits
  readonly brand?: Brand
}

/** The same with edits laid over it: those wished for, else those of the project. */
export async function editedOutline(project: Project, input: SummaryInput, task: Task, wishes: SummaryWishes = {}): Promise<Result<Outline>> {
  const outline = await outlineOf(project, input, task, wishes.at)
  if (!outline.ok) return outline
  const { where, locale } = input
  const edits = wishes.edits ?? editsOf(project, locale)
  const picked = await pickedQuotes(project, edits, where, locale, task)
  return picked.ok ? ok(withEditedQuotes(applyEdits(outline.value, edits, quoteAmong(picked.value)).outline, edits)) : picked
}

/** The executive summary of the responses that pass the filter, as a file in one language. */
export async function writeSummary(project: Project, asked: SummaryAsked, task: Task, wishes: SummaryWishes = {}): Promise<Result<Uint8Array>> {
  if (asked.responses && anonymityOf(project)) return refuse(fault('anonymous'))
  const outline = await editedOutline(project, asked, partOf(task, 0, OUTLINED), wishes)
  if (!outline.ok) return outline
  task.report(OUTLINED, 'writing')
  await task.breathe()
  if (task.cancelled()) return refuse(fault('cancelled'))
  const file = await write(project, outline.value, asked, partOf(task, OUTLINED, 1), wishes)
  // A file that nobody wants any more is not handed out.
  task.report(1, 'writing')
  await task.breathe()
  return task.cancelled() ? refuse(fault('cancelled')) : file
}

async function write(project: Project, outline: Outline, asked: SummaryAsked, task: Task, wishes: SummaryWishes): Promise<Result<Uint8Array>> {
  const { platform } = project
  const brand = wishes.brand ?? brandOf(project)
  switch (asked.format) {
    case 'pptx':
      return ok(await writePptx(outline, brand))
    case 'xlsx':
      return ok(await writeXlsx(outline, asked.responses ? await responseSheet(project, asked, task) : null))
    case 'pdf': {
      // As large as the rest of the engine together: it is loaded when somebody asks for it.
      const { writePdf } = await import('../../report/write-pdf')
      return ok(await writePdf(outline, asked.paper ?? '16:9', await fontsOf(platform), brand))
    }
    case 'html': {
      const needs = { fonts: await fontsOf(platform), sha256: (bytes: Uint8Array): Promise<string> => platform.sha256(bytes) }
      if (anonymityOf(project)) return ok(await writeHtml(outline, needs, brand))
      const evidence = await evidenceOf(project, outline, asked.where, task)
      return evidence.ok ? ok(await writeHtml(outline, { ...needs, evidence: evidence.value }, brand)) : evidence
    }
    default:
      return assertNever(asked.format)
  }
}

/** The charts of the summary as SVG, each named by the slide that it is on. */
export async function writeSummaryCharts(project: Project, input: SummaryInput, task: Task, wishes: SummaryWishes = {}): Promise<Result<readonly OutputFile[]>> {
  const outline = await editedOutline(project, input, task, wishes)
  if (!outline.ok) return outline
  const { slides, footer: foot, locale } = outline.value
  const files: OutputFile[] = []
  for (const slide of slides) {
    if (!('chart' in slide) || slide.chart === null) continue
    const asked = { chart: slide.chart, title: slide.title, lines: chartLines(slide), foot, locale }
    files.push({ name: fileName(`${slide.id.replace(':', '-')}.svg`), bytes: await writeSummaryChart(project.platform, asked) })
  }
  return ok(files)
}

/** A chart of the summary as SVG. */
export async function writeSummaryChart(platform: Platform, { chart, title, lines, foot, locale }: SummaryChartAsked): Promise<Uint8Array> {
  return new TextEncoder().encode(writeChartSvg(chart, { title, lines, foot, lang: locale }, await fontsOf(platform)))
}

async function fontsOf(platform: Platform): Promise<FontFiles> {
  const [regular, bold] = await Promise.all([platform.font('regular'), platform.font('bold')])
  return { regular, bold }
}
