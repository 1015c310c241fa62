import type { PlanOptions, RememberedLayout } from '../../shared/ingest/types'
import type { PlanView } from '../../shared/protocol/engine-api'
import type { Host } from '../host/host'

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
  const { wave: __, ...chosen } = options
  const lasting = Object.fromEntries(Object.entries(chosen).filter(says)) as PlanOptions
  const kept = Object.keys(lasting).length === 0 ? others : { ...others, [layout]: { file, options: lasting } }
  host.setPreference('layouts', JSON.stringify(Object.fromEntries(Object.entries(kept).slice(-MOST))))
}

const says = ([, value]: readonly [string, unknown]): boolean =>
  value !== undefined && (typeof value !== 'object' || value === null || Object.keys(value).length > 0)
