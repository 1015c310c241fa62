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

/** Keeps what was chosen for a file that was imported, or forgets it where nothing was. Nothing of its cells is kept. */
export function keepLayout(host: Host, { layout, file, options }: PlanView): void {
  const { [layout]: _, ...others } = keptLayouts(host)
  // That a column is a field of its own was said of one project's fields; what is the same question, is so in any.
  const fields = Object.fromEntries(Object.entries(options.fields ?? {}).filter(([, field]) => field !== null))
  const lasting = lastingOptions({ ...options, fields })
  const kept = Object.keys(lasting).length === 0 ? others : { ...others, [layout]: { file, options: lasting } }
  host.setPreference('layouts', JSON.stringify(Object.fromEntries(Object.entries(kept).slice(-MOST))))
}
