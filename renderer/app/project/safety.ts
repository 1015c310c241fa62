import type { Host } from '../../host/host'
import type { SessionState } from '../session'

export type HostKind = Host['kind']
export type Safety = 'cleared' | 'lost' | 'saving' | 'kept' | 'saved'

/** Where the latest change is: on its way, on the disk of this computer, or in the project file as well. */
export const safetyOf = ({ project, cleared, lost, saving }: Pick<SessionState, 'project' | 'cleared' | 'lost' | 'saving'>): Safety => {
  if (cleared !== null) return 'cleared'
  if (lost !== null) return 'lost'
  if (saving > 0) return 'saving'
  return (project?.unsaved ?? 0) > 0 ? 'kept' : 'saved'
}

/** Name of the file that the open project is; null where the host keeps it. */
export const fileOf = ({ project, file }: Pick<SessionState, 'project' | 'file'>): string | null => file ?? project?.file ?? null

/** Whose words say where the project is: a file's, the browser's or the app's. */
export const placeOf = (kind: HostKind, file: string | null): 'file' | 'browser' | 'app' =>
  file === null ? (kind === 'browser' ? 'browser' : 'app') : 'file'
