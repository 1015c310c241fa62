import type { Result } from '../../shared/base/result'
import type { EngineClient } from '../../shared/protocol/rpc'
import type { ProjectView } from '../../shared/protocol/engine-api'
import type { Host, PickedFile } from '../host/host'
import type { Session } from './session'
import type { AskPassword } from './project/unlock-commands'

/** What every command works with. */
export interface CommandContext {
  readonly session: Session
  readonly client: EngineClient
  readonly host: Host
  /** Asks for the password of a project; null when the person would rather leave it closed. */
  readonly askPassword: AskPassword
  readonly readFile: (file: File) => Promise<Result<PickedFile>>
  /** Takes over the project as the engine now has it, and loads what the screen shows of it. */
  readonly adopt: (project: ProjectView) => Promise<void>
  /** Loads what the screen shows: after the project, the filter or the screen has changed. */
  readonly reload: () => Promise<void>
}
