import type { FaultCode } from '../../../shared/base/fault'
import type { Result } from '../../../shared/base/result'
import type { CommandContext } from '../command-context'
import type { Unlocking } from '../session'

const ASKING: ReadonlySet<FaultCode> = new Set<FaultCode>(['password', 'wrong-password'])

/** A password as the calls of the engine take it: none, or one. */
export type Given = { readonly password?: string }

/** What `open` opens; where that has a password it is asked for, until it is right or the person leaves it (null). */
export async function withPassword<T>(context: Pick<CommandContext, 'session' | 'askPassword'>, project: string, open: (given: Given) => Promise<T | null>): Promise<T | null> {
  const { get, set } = context.session
  return answered(context, project, 'open', open, (opened) => {
    const { notice } = get()
    const code = opened === null && notice?.kind === 'fault' ? notice.fault.code : null
    if (code && ASKING.has(code)) set({ notice: null })
    return code
  })
}

/** The same of a call whose refusal is not shown. */
export const askedWithPassword = <T>(
  context: Pick<CommandContext, 'session' | 'askPassword'>,
  project: string,
  why: Unlocking['why'],
  call: (given: Given) => Promise<Result<T> | null>,
): Promise<Result<T> | null> => answered(context, project, why, call, (outcome) => (outcome && !outcome.ok ? outcome.fault.code : null))

async function answered<T>(
  { session: { get, set }, askPassword }: Pick<CommandContext, 'session' | 'askPassword'>,
  project: string,
  why: Unlocking['why'],
  call: (given: Given) => Promise<T | null>,
  refusalOf: (outcome: T | null) => FaultCode | null,
): Promise<T | null> {
  let given: Given = {}
  for (;;) {
    const outcome = await call(given)
    const code = refusalOf(outcome)
    if (!code || !ASKING.has(code)) {
      if (get().unlocking) set({ unlocking: null })
      return outcome
    }
    const password = await askPassword(project, why, code === 'wrong-password')
    if (password === null) return null
    given = { password }
  }
}
