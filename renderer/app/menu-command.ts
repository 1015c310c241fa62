import { assertNever } from '../../shared/base/assert'
import type { MenuCommand } from '../../shared/protocol/shell'
import type { Commands } from './commands'
import type { Session } from './session'

/** Does what was chosen in the menus of the system. While something is under way, only what does not disturb it. */
export function runMenuCommand(command: MenuCommand, commands: Commands, session: Session): Promise<void> | void {
  const { work } = session.get()
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
      return commands.keepProject(command.kind)
    case 'export':
      return commands.show('summary')
    case 'close-project':
      return commands.show('start')
    case 'open':
      return work ? undefined : commands.chooseFile()
    case 'new-from-file':
      return work ? undefined : commands.newFromFile()
    case 'open-project':
      return work ? undefined : commands.openProject(command.project, command.name)
    default:
      return assertNever(command)
  }
}
