import { fault } from '../base/fault'
import { refuse, type Result } from '../base/result'
import type { Task } from '../base/task'
import type { Project } from './project/project'

const MOST_TRIES = 3

/**
 * Lets `work` look at the open project beside the changes that are under way. What a change has overtaken is looked at
 * again, so that no answer is put together from before and after; in the end in `inTurn` with the changes. When the
 * project is closed meanwhile, the work on it is given up.
 */
export async function look<T>(
  opened: () => Project | null,
  task: Task,
  inTurn: <R>(work: () => Promise<R>) => Promise<R>,
  work: (project: Project, task: Task) => Promise<Result<T>>,
): Promise<Result<T>> {
  const attempt = async (): Promise<Result<T> | 'overtaken'> => {
    const project = opened()
    if (!project) return refuse(fault('no-project', { path: '' }))
    const { revision, columns } = project
    const isCurrent = (): boolean => opened() === project && project.revision === revision && project.columns === columns
    const whileOpen: Task = { ...task, cancelled: () => task.cancelled() || opened() !== project }
    try {
      const result = await work(project, whileOpen)
      return isCurrent() ? result : 'overtaken'
    } catch (error) {
      // Half of it may have been closed or exchanged while it was looked at.
      if (isCurrent()) throw error
      return 'overtaken'
    }
  }
  for (let next = 1; ; next++) {
    const result = next <= MOST_TRIES ? await attempt() : await inTurn(attempt)
    if (task.cancelled()) return refuse(fault('cancelled'))
    if (result !== 'overtaken') return result
  }
}
