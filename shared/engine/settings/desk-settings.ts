import { z } from 'zod'
import { fault } from '../../base/fault'
import { refuse, type Result } from '../../base/result'
import { VERBATIM_ORDERS, type SavedView } from '../../protocol/engine-api'
import { clauseSchema } from '../filter/clause-schema'
import { inFiscalYear } from '../../query/fiscal-filter'
import { fiscalStartOf } from './fiscal'
import type { Project } from '../project/project'
import { changeSettings, parseSetting, settingChange } from './settings'

/** Settings of views begin with it, the view's id follows. */
export const VIEW = 'view:'
export const LETTERS = 'letters'

const viewSchema = z.strictObject({
  name: z.string(),
  where: z.array(clauseSchema),
  order: z.enum(VERBATIM_ORDERS),
  /** The month in which the fiscal year began when it was saved, where it was not January. */
  fiscalStart: z.number().int().min(1).max(12).exactOptional(),
})
const lettersSchema = z.record(z.string(), z.string().regex(/^[a-z]$/))

/** The saved views in the order of their names. Their periods are those of the fiscal year as it is now. */
export function viewsOf(project: Project): readonly SavedView[] {
  const start = fiscalStartOf(project)
  return [...project.registers.setting]
    .flatMap(([id, { value }]): SavedView[] => {
      const view = id.startsWith(VIEW) ? parseSetting(viewSchema, value) : null
      if (!view) return []
      const { name, where, order, fiscalStart = 1 } = view
      return [{ id: id.slice(VIEW.length), name, where: inFiscalYear(where, fiscalStart, start), order }]
    })
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

/** The letters that people gave to codes that are there, by the codes' ids. */
export function lettersOf({ registers }: Project): Readonly<Record<string, string>> {
  const letters = parseSetting(lettersSchema, registers.setting.get(LETTERS)?.value) ?? {}
  return Object.fromEntries(Object.entries(letters).filter(([code]) => registers.code.has(code)))
}

/** Keeps a view under its id, or (null) removes it. A name belongs to one view: another one of that name goes. */
export async function saveView(project: Project, id: string, view: Omit<SavedView, 'id'> | null): Promise<Result<null>> {
  const name = view?.name.trim() ?? ''
  if (view && name === '') return refuse(fault('no-name'))
  const start = fiscalStartOf(project)
  const same = viewsOf(project).filter((other) => view && other.id !== id && other.name === name)
  return changeSettings(project, [
    ...same.map((other) => settingChange(project, VIEW + other.id, null)),
    settingChange(project, VIEW + id, view && JSON.stringify({ name, where: view.where, order: view.order, ...(start === 1 ? {} : { fiscalStart: start }) })),
  ])
}

/** Keeps the letters of codes, all at once. */
export const saveLetters = (project: Project, letters: Readonly<Record<string, string>>): Promise<Result<null>> =>
  changeSettings(project, [settingChange(project, LETTERS, Object.keys(letters).length === 0 ? null : JSON.stringify(letters))])
