import type { CommandContext } from '../command-context'
import { ask } from '../engine-call'
import { namesKey } from './personal-mask'
import type { SessionState } from '../session'

/** Learns the names of a project's people before anything of it is shown, and anew when they may be others. */
export function learnNames({ session, client }: Pick<CommandContext, 'session' | 'client'>): void {
  const { get, set, subscribe } = session
  let seen: SessionState['project'] = null
  let asked = ''
  subscribe(() => {
    const { project, names } = get()
    if (project === seen) return
    seen = project
    const key = project ? namesKey(project) : ''
    if (key === asked) return
    asked = names?.of === key ? '' : key
    if (asked === '') return
    void ask(session, client, 'names', null).then((answer) => {
      // Another project, or one with other people, is open by now.
      if (asked !== key) return
      asked = ''
      if (answer?.ok) set({ names: { of: key, names: answer.value } })
    })
  })
}
