/** How long work speaks to whoever waits for it. One task belongs to one call. */
export interface Task {
  /** Reports how much is done, 0 to 1, and of what. Cheap enough to call every few thousand rows. */
  report(done: number, stage: Stage): void
  /** True once the caller has cancelled; the work then stops and leaves nothing half done. */
  cancelled(): boolean
  /** Lets other messages be handled (a cancel among them). Await it every 50 ms or so. */
  breathe(): Promise<void>
}

export const STAGES = ['reading', 'planning', 'storing', 'coding', 'writing', 'saving', 'opening', 'unlocking'] as const
export type Stage = (typeof STAGES)[number]

/** A part of a task: its whole way is that from one share of the task's to another. */
export const partOf = (task: Task, from: number, to: number): Task => ({
  ...task,
  report: (done, stage) => task.report(from + (to - from) * done, stage),
})

/** For callers that do not care: never cancelled, reports to nobody. */
export const quietTask: Task = {
  report: () => undefined,
  cancelled: () => false,
  breathe: () => Promise.resolve(),
}
