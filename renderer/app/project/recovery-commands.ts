import type { Fault, FaultCode } from '../../../shared/base/fault'
import { translator } from '../../../shared/locale/translate'
import type { ProjectView } from '../../../shared/protocol/engine-api'
import type { Damaged } from '../../../shared/protocol/recovery'
import type { CommandContext } from '../command-context'
import { ask, work } from '../engine-call'
import { askedWithPassword } from './with-password'

/** Of these, something may be left. */
const DAMAGE: readonly FaultCode[] = ['damaged', 'changed-elsewhere', 'journal']

/**
 * After a project did not open: where something can be had of it, the notice says what and offers it. Of a file, `damaged` gives the
 * bytes anew.
 */
export async function offerRecovery(
  context: CommandContext,
  damaged: Damaged | (() => Promise<Damaged | null>),
  project: string,
): Promise<void> {
  const { session, client } = context
  const { get, set } = session
  const { notice } = get()
  const fault: Fault | null = notice?.kind === 'fault' ? notice.fault : null
  if (!fault || !DAMAGE.includes(fault.code)) return
  const found = await askedWithPassword(context, project, 'damaged', async (given) => {
    const input = typeof damaged === 'function' ? await damaged() : damaged
    return input && ask(session, client, 'recover', { ...input, ...given })
  })
  // Where nothing is left, the notice that is there says it.
  if (found?.ok && get().notice === notice) set({ notice: { kind: 'damaged', fault, project, recovery: found.value } })
}

/** Opens what was offered, as a project of its own; null when there is none. */
export async function openRecovered({ session, client }: CommandContext): Promise<ProjectView | null> {
  const { notice, locale } = session.get()
  if (notice?.kind !== 'damaged') return null
  const name = translator(locale)('recovery.name', { project: notice.project })
  return work(session, client, 'openRecovered', { name }, { label: 'work.open', file: name })
}
