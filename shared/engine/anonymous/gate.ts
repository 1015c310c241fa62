import { fault } from '../../base/fault'
import { ok, refuse, type Result } from '../../base/result'
import type { Task } from '../../base/task'
import type { EngineApi, EngineInput, EngineMethod, EngineOutput } from '../../protocol/engine-api'
import type { Project } from '../project/project'
import type { Slice } from '../../query/types'
import { sliceOf } from '../figures/answers'
import { anonymityOf } from './anonymity'
import { shownSlice } from './gated-slice'
import { STANCES, type Stance } from './stances'

/** Whether a call is refused altogether in this project. */
export const checkStance = (project: Project, method: EngineMethod): Result<null> =>
  anonymityOf(project) && STANCES[method] === 'refused' ? refuse(fault('anonymous')) : ok(null)

/** The score of the whole project, as far as it may be shown. */
export function headlineOf(project: Project): Result<Slice> {
  const anonymity = anonymityOf(project)
  return anonymity ? shownSlice(project, anonymity, { by: [], where: [] }) : sliceOf(project, project.columns.live, [])
}

/** Answers a call as its stance says where the project is anonymous; else, and as far as the stance lets it through, by `run`. */
export async function throughGate<M extends EngineMethod>(
  project: Project,
  method: M,
  input: EngineInput<M>,
  task: Task,
  run: (input: EngineInput<M>) => Promise<Result<EngineOutput<M>>>,
): Promise<Result<EngineOutput<M>>> {
  const anonymity = anonymityOf(project)
  const stance: Stance<M> = STANCES[method]
  if (!anonymity || stance === 'open') return run(input)
  if (stance === 'refused') return refuse(fault('anonymous'))
  if ('answer' in stance) return stance.answer(project, anonymity, input, task)
  const narrowed = stance.narrow(input, project)
  if (!narrowed.ok) return narrowed
  const answer = await run(narrowed.value)
  return answer.ok && stance.trim ? ok(stance.trim(answer.value)) : answer
}

type Run = (input: never, task: Task) => Promise<Result<unknown>>

/**
 * The desk with every call behind the gate. `look` runs what only looks at the open project again where a change has overtaken it,
 * so that nothing is told by the rules of before.
 */
export function gateDesk(
  desk: EngineApi,
  opened: () => Project | null,
  look: <T>(task: Task, work: (project: Project, task: Task) => Promise<Result<T>>) => Promise<Result<T>>,
): EngineApi {
  const gated = (Object.entries(desk) as [EngineMethod, Run][]).map(([method, run]): [EngineMethod, Run] => {
    const stance = STANCES[method]
    if (stance === 'open') return [method, run]
    const isLook = typeof stance === 'object' && 'answer' in stance
    return [
      method,
      async (input, task) => {
        const project = opened()
        if (!project) return run(input, task)
        const through = (asked: Project, whileOpen: Task): Promise<Result<unknown>> =>
          throughGate(asked, method, input, whileOpen, (narrowed) => run(narrowed as never, task) as Promise<Result<never>>)
        const wasAnonymous = anonymityOf(project) !== null
        if (wasAnonymous) return isLook ? look(task, through) : through(project, task)
        const answer = await run(input, task)
        const now = opened()
        return now && anonymityOf(now) ? through(now, task) : answer
      },
    ]
  })
  return Object.fromEntries(gated) as unknown as EngineApi
}
