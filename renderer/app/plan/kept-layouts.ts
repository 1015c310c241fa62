import type { RememberedLayout } from '../../../shared/ingest/types'
import { lastingOptions } from '../../../shared/model/lasting-options'
import type { PlanView } from '../../../shared/protocol/engine-api'
import type { Host } from '../../host/host'

const MOST = 40

/** What was chosen for layouts on this computer, the latest last. The engine checks what it makes use of. */
export function keptLayouts(host: Host): Readonly<Record<string, RememberedLayout>> {
  try {
    const kept: unknown = JSON.parse(host.getPreference('layouts') ?? '{}')
    return kept !== null && typeof kept === 'object' && !Array.isArray(kept) ? (kept as Record<string, RememberedLayout>) : {}
  } catch {
    return {}
  }
}

/**
 * Keeps what was chosen for a file that was imported, or forgets it where nothing was. Nothing of its cells is kept. Of a project with a
 * password nothing is: the name of a file and its columns may say what the survey is about, and the project itself remembers them.
 */
export function keepLayout(host: Host, { layout, file, options }: PlanView, isLocked: boolean): void {
  const { [layout]: _, ...others } = keptLayouts(host)
  // That a column is a field of its own was said of one project's fields; what is the same question, is so in any.
  const fields = Object.fromEntries(Object.entries(options.fields ?? {}).filter(([, field]) => field !== null))
  const lasting = lastingOptions({ ...options, fields })
  const isKept = !isLocked && Object.keys(lasting).length > 0
  write(host, isKept ? { ...others, [layout]: { file, options: lasting } } : others)
}

/** Forgets what was chosen for these files: their project has a password from now on. */
export function forgetLayouts(host: Host, files: readonly string[]): void {
  write(host, Object.fromEntries(Object.entries(keptLayouts(host)).filter(([, { file }]) => !files.includes(file))))
}

const write = (host: Host, layouts: Readonly<Record<string, RememberedLayout>>): void =>
  host.setPreference('layouts', JSON.stringify(Object.fromEntries(Object.entries(layouts).slice(-MOST))))
