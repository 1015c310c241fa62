import type { EngineClient } from '../../shared/protocol/rpc'
import type { EngineInput, EngineMethod, EngineOutput } from '../../shared/protocol/engine-api'
import type { Result } from '../../shared/base/result'
import type { Stage } from '../../shared/base/task'
import { CHANGES } from './changes'
import type { Session, Work } from './session'

/** What takes longer to be on the disk is said to be on its way. */
const SAVING_AFTER_MS = 300

/** Does a call; while one that changes the project takes long, the window says that it is being saved. */
async function whileSaving<T>({ get, set }: Session, method: EngineMethod, call: () => Promise<T>): Promise<T> {
  if (!CHANGES.has(method)) return call()
  let isSaid = false
  const timer = setTimeout(() => {
    isSaid = true
    set({ saving: get().saving + 1 })
  }, SAVING_AFTER_MS)
  try {
    return await call()
  } finally {
    clearTimeout(timer)
    if (isSaid) set({ saving: get().saving - 1 })
  }
}

export interface WorkOptions {
  readonly label: Work['label']
  readonly file?: string
  readonly cancellable?: boolean
  readonly onProgress?: (done: number, stage: Stage) => void
}

/** Calls the engine; a bug on the other side becomes a notice, and null is returned. */
export async function ask<M extends EngineMethod>(
  session: Session,
  client: EngineClient,
  method: M,
  input: EngineInput<M>,
): Promise<Result<EngineOutput<M>> | null> {
  try {
    return await whileSaving(session, method, () => client.call(method, input))
  } catch (error) {
    console.error(error)
    session.set({ notice: { kind: 'broken' } })
    return null
  }
}

/**
 * Calls the engine while the window shows the work, its progress and how to stop it. A refusal becomes the notice.
 * The value, or null when there is none.
 */
export async function work<M extends EngineMethod>(
  session: Session,
  client: EngineClient,
  method: M,
  input: EngineInput<M>,
  options: WorkOptions,
): Promise<EngineOutput<M> | null> {
  const controller = new AbortController()
  const update = (patch: Partial<Work>): void => {
    const { work: current } = session.get()
    if (current) session.set({ work: { ...current, ...patch } })
  }
  const cancel = (): void => {
    controller.abort()
    update({ cancel: null, cancelling: true })
  }
  session.set({
    notice: null,
    work: {
      label: options.label,
      file: options.file ?? '',
      done: 0,
      stage: null,
      cancel: options.cancellable ? cancel : null,
      cancelling: false,
    },
  })
  try {
    const onProgress = (done: number, stage: Stage): void => {
      // What is being saved is done: it can be undone, but not stopped any more.
      update({ done, stage, ...(stage === 'saving' ? { cancel: null } : {}) })
      options.onProgress?.(done, stage)
    }
    const result = await whileSaving(session, method, () => client.call(method, input, { signal: controller.signal, onProgress }))
    if (result.ok) return result.value
    session.set({
      notice:
        result.fault.code === 'cancelled'
          ? { kind: 'done', key: 'notice.cancelled', params: {} }
          : { kind: 'fault', fault: result.fault },
    })
  } catch (error) {
    console.error(error)
    session.set({ notice: { kind: 'broken' } })
  } finally {
    session.set({ work: null })
  }
  return null
}
