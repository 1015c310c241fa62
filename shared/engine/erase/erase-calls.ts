import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import type { EraseApi } from '../../protocol/erase'
import type { ProjectView } from '../../protocol/engine-api'
import type { Shelf } from '../../protocol/store'
import { eraseRespondents, findRespondents, foundRespondents, type FoundPeople } from './erase-respondent'
import type { Project } from '../project/project'

/** Erasing people from the project that is open: first what there is of them, then, if it is wanted, for good. */
export function createEraseCalls(
  withProject: <T>(work: (project: Project, id: string) => Promise<Result<T>> | Result<T>) => Promise<Result<T>>,
  shelf: Pick<Shelf, 'dropGenerations'>,
  goOn: (project: Project) => Promise<Result<ProjectView>>,
  close: () => Promise<void>,
): EraseApi {
  let found: { readonly project: Project; readonly people: FoundPeople } | null = null
  return {
    findRespondent: (whom) =>
      withProject((project) => {
        found = null
        const people = findRespondents(project, whom)
        if (!people.ok) return people
        found = { project, people: people.value }
        return ok(foundRespondents(people.value))
      }),
    eraseRespondent: (asked, task) =>
      withProject(async (project, id) => {
        if (found?.project !== project) return refuse(fault('busy'))
        const erased = await eraseRespondents(project, found.people, asked, async () => (await shelf.dropGenerations?.(id)) ?? ok(null), task)
        if (!erased.ok && project.isUncertain) await close()
        if (!erased.ok) return erased
        found = null
        const view = await goOn(erased.value.project)
        project.discard()
        return view.ok ? ok({ project: view.value, receipt: erased.value.receipt }) : view
      }),
  }
}
