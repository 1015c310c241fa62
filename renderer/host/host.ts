import type { Result } from '../../shared/base/result'
import type { SourceFile } from '../../shared/ingest/types'
import type { OutputFile } from '../../shared/protocol/engine-api'
import type { KeptProject, MenuCommand, ProjectFile } from '../../shared/protocol/shell'

export type PreferenceKey = 'locale' | 'theme' | 'recent' | 'tour' | 'coder' | 'layouts' | 'suggestions' | 'keys'

/** A file with its bytes, or a project file that the engine opens where it is. */
export type PickedFile = SourceFile | ProjectFile

/** The same, or a file that is still to be read. */
export type OpenedFile = File | PickedFile

/** What the window needs from whatever it runs in. The engine has its own host for durable storage. */
export interface Host {
  readonly kind: 'browser' | 'desktop' | 'memory'
  /** Asks for one file; null when nothing was chosen. */
  readonly pickFile: () => Promise<Result<SourceFile | null>>
  /** Asks for survey exports or a project; none when nothing was chosen. Absent where only one file can be chosen. */
  readonly pickToOpen?: () => Promise<Result<readonly OpenedFile[]>>
  /** Takes in a file that was dropped on the window. Absent where such a file is nothing but its bytes. */
  readonly readFile?: (file: File) => Promise<Result<PickedFile>>
  /** `downloaded`: the host chose the place; `cancelled`: nothing was written. */
  readonly saveFile: (file: OutputFile) => Promise<Result<'saved' | 'downloaded' | 'cancelled'>>
  /**
   * Makes the open project, as the engine saved it last, a file that the person chooses, from now on; `save` asks only
   * when it is no file yet. Null when nothing was chosen. Absent where projects cannot be files.
   */
  readonly keepProject?: (id: string, name: string, how: 'save' | 'save-as') => Promise<Result<KeptProject | null>>
  /** Of projects that lie in the browser. Absent where they are files. */
  readonly kept?: {
    /** Asks the browser to keep them for good; false: it may clear them, and does when a private window is closed. */
    readonly lasts: () => Promise<boolean>
    /** Whether anything of the project is there. */
    readonly isThere: (id: string) => Promise<boolean>
    /** Whether the project is still this window's to write, as it was when this was first asked. */
    readonly isOurs: (id: string) => Promise<boolean>
  }
  /** What is chosen in the menus of the system. Absent where there are none. */
  readonly onMenu?: (listener: (command: MenuCommand) => void) => void
  /** The name of who is logged in. Absent where nobody can tell. */
  readonly coder?: () => Promise<string>
  readonly getPreference: (key: PreferenceKey) => string | null
  readonly setPreference: (key: PreferenceKey, value: string) => void
}
