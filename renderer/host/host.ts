import type { Result } from '../../shared/base/result'
import type { SourceFile } from '../../shared/ingest/types'
import type { OutputFile } from '../../shared/protocol/engine-api'

export type PreferenceKey = 'locale' | 'theme'

/** What the window needs from whatever it runs in. The engine has its own host for durable storage. */
export interface Host {
  readonly kind: 'browser' | 'desktop' | 'memory'
  /** Asks for one survey export or project; null when nothing was chosen. */
  readonly pickFile: () => Promise<Result<SourceFile | null>>
  /** `downloaded`: the host chose the place; `cancelled`: nothing was written. */
  readonly saveFile: (file: OutputFile) => Promise<Result<'saved' | 'downloaded' | 'cancelled'>>
  readonly getPreference: (key: PreferenceKey) => string | null
  readonly setPreference: (key: PreferenceKey, value: string) => void
}
