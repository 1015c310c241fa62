import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import { partOf, quietTask, type Task } from '../../base/task'
import type { Clause } from '../../query/types'
import type { ReportData } from '../../report/types'
import { anonymityOf } from '../anonymous/anonymity'
import { shownSlice } from '../anonymous/gated-slice'
import { cutFields } from '../anonymous/guarded-waves'
import { sliceOf } from '../figures/answers'
import type { Columns } from '../columns/columns'
import { methodOf } from '../settings/method'
import { latestOfEach } from '../people/people'
import { nameFields } from '../people/person-mask'
import type { Project } from '../project/project'
import { behindChange } from './report-change'
import { crossOf } from './report-cross'
import { gatherHead, type ChosenPeriods } from './report-head'
import { quotesOf } from './report-quotes'
import { isSegment, segmentsOf } from './report-segments'
import { commentedOf, themesOf } from './report-themes'
import { tagsOf } from '../tags/tagging'

/** Summaries that are kept of a project, the latest ones. */
const MOST_KEPT = 6

interface Kept {
  readonly columns: Columns
  readonly figures: number
  readonly reports: Map<string, ReportData>
}

const ofProject = new WeakMap<Project, Kept>()

/**
 * Everything a summary of the responses that pass the filter is made from; `at` is the only clock it knows. Worked out
 * once for a filter, two periods and a day, until something changes that figures depend on.
 */
export async function gatherReport(
  project: Project,
  where: readonly Clause[],
  at: string,
  task: Task = quietTask,
  chosen: ChosenPeriods = {},
): Promise<Result<ReportData>> {
  const { columns, figures } = project
  const before = ofProject.get(project)
  const kept = before?.columns === columns && before.figures === figures ? before : { columns, figures, reports: new Map<string, ReportData>() }
  ofProject.set(project, kept)
  // Of the time nothing but the day counts: a period is over, or not.
  const key = JSON.stringify([where, chosen.period ?? null, chosen.against ?? null, at.slice(0, 10)])
  const known = kept.reports.get(key)
  if (known) return ok({ ...known, at })
  const data = await gather(project, where, at, task, chosen)
  const isCurrent = project.columns === columns && project.figures === figures
  if (data.ok && isCurrent && !project.isImporting) {
    kept.reports.set(key, data.value)
    for (const old of [...kept.reports.keys()].slice(0, -MOST_KEPT)) kept.reports.delete(old)
  }
  return data
}

async function gather(project: Project, where: readonly Clause[], at: string, task: Task, chosen: ChosenPeriods): Promise<Result<ReportData>> {
  const { columns } = project
  const head = await gatherHead(project, where, at, partOf(task, 0, 0.2), chosen)
  if (!head.ok) return head
  const { selected, data } = head.value
  const fields = project.fields().filter((field) => isSegment(field) || field.role === 'comment').map(({ id }) => id)
  await columns.ready([...new Set([...fields, ...nameFields(columns)])], partOf(task, 0.2, 0.4))
  if (task.cancelled()) return refuse(fault('cancelled'))
  const anonymity = anonymityOf(project)
  if (anonymity) {
    const cuts = cutFields(project, anonymity)
    const shown = project.fields().filter(({ id }) => cuts.includes(id))
    return ok({ ...data, segments: await segmentsOf(project, shown, (by) => shownSlice(project, anonymity, { by: [by], where }), data.headline, partOf(task, 0.4, 1)) })
  }
  const tags = await tagsOf(project, partOf(task, 0.4, 0.8))
  const writing = partOf(task, 0.8, 1)
  /** Lets others have their turn; false when there is no need to go on. */
  const goOn = async (done: number): Promise<boolean> => {
    writing.report(done, 'writing')
    await writing.breathe()
    return !writing.cancelled()
  }
  if (!(await goOn(0))) return refuse(fault('cancelled'))
  const themes = themesOf(project, methodOf(project).perPerson ? latestOfEach(columns, selected, null) : selected, tags)
  const segments = await segmentsOf(project, project.fields(), (by) => sliceOf(project, selected, [by]), data.headline, partOf(writing, 0, 0.6))
  if (!(await goOn(0.6))) return refuse(fault('cancelled'))
  const behind = await behindChange(project, where, data.change, segments, themes !== null, writing)
  if (!(await goOn(0.8))) return refuse(fault('cancelled'))
  const cross = crossOf(project, selected, segments, data.headline)
  if (!(await goOn(0.9))) return refuse(fault('cancelled'))
  const quotes = await quotesOf(project, selected, tags, themes, data.headline.n, writing)
  if (writing.cancelled()) return refuse(fault('cancelled'))
  return ok({ ...data, responses: { ...data.responses, commented: commentedOf(selected, tags) }, segments, cross, ...behind, themes, quotes })
}
