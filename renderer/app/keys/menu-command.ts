import { assertNever } from '../../../shared/base/assert'
import type { MenuCommand } from '../../../shared/protocol/shell'
import type { Commands } from '../commands'
import type { Session } from '../session'

/** Once nothing is under way. */
function whenIdle(session: Session): Promise<void> {
  if (!session.get().work) return Promise.resolve()
  return new Promise((resolve) => {
    const stop = session.subscribe(() => {
      if (session.get().work) return
      stop()
      resolve()
    })
  })
}

/**
 * Does what was chosen in the menus of the system. While something is under way, saving, opening and closing wait for its
 * end; the rest is as unavailable as its buttons are.
 */
export async function runMenuCommand(command: MenuCommand, commands: Commands, session: Session): Promise<void> {
  switch (command.kind) {
    case 'show':
      return commands.show(command.screen)
    case 'theme':
      return commands.setTheme(command.theme)
    case 'palette':
    case 'shortcuts':
      return commands.openLayer(command.kind)
    case 'undo':
      return commands.undo()
    case 'redo':
      return commands.redo()
    case 'save':
    case 'save-as':
      return whenIdle(session).then(() => commands.keepProject(command.kind))
    case 'export':
    case 'password':
      return commands.openLayer(command.kind)
    case 'close-project':
      return whenIdle(session)
        .then(() => commands.closeProject())
        .then(() => undefined)
    case 'open':
      return whenIdle(session).then(() => commands.chooseFile())
    case 'new-from-file':
      return whenIdle(session).then(() => commands.newFromFile())
    case 'open-project':
      return whenIdle(session).then(() => commands.openProject(command.project, command.name))
    default:
      return assertNever(command)
  }
}
