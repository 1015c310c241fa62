/**
 * Runs in the page before its scripts and gives what `require('electron')` is in a sandboxed preload; null where Electron
 * would run no preload. Its text is sent to the page, so it uses nothing from around it.
 */
export function makeElectron(origin: string): object | null {
  if (window !== window.top || location.origin !== origin) return null
  type Listener = (event: object, ...args: readonly unknown[]) => void
  interface Wire {
    readonly standinInvoke: (call: string) => Promise<string>
    standinHear?: (event: string) => void
  }
  const wire = window as unknown as Wire
  const invoke = wire.standinInvoke
  const listeners = new Map<string, Listener[]>()

  const encode = (value: unknown): string =>
    JSON.stringify(value, (_key, part: unknown) => {
      if (part === undefined) return { $: 'undefined' }
      if (!(part instanceof Uint8Array)) return part
      let text = ''
      for (let at = 0; at < part.length; at += 0x8000) text += String.fromCharCode(...part.subarray(at, at + 0x8000))
      return { $: 'bytes', base64: btoa(text) }
    })
  const revive = (part: unknown): unknown => {
    if (typeof part !== 'object' || part === null) return part
    if (Array.isArray(part)) return part.map(revive)
    const { $: kind, base64 } = part as { $?: string; base64?: string }
    if (kind === 'undefined') return undefined
    if (kind === 'bytes') return Uint8Array.from(atob(base64 ?? ''), (char) => char.charCodeAt(0))
    return Object.fromEntries(Object.entries(part).map(([key, inner]) => [key, revive(inner)]))
  }

  wire.standinHear = (event) => {
    const { channel, args } = revive(JSON.parse(event)) as { channel: string; args: readonly unknown[] }
    for (const listener of listeners.get(channel) ?? []) listener({}, ...args)
  }
  for (const name of ['standinInvoke', 'standinHear']) Object.defineProperty(window, name, { enumerable: false })

  /** Copies and freezes what crosses between the two worlds; functions cross as functions that do the same. */
  const cross = (value: unknown): unknown => {
    if (typeof value === 'function') {
      return (...args: readonly unknown[]): unknown => cross(Reflect.apply(value, null, args.map(cross)))
    }
    if (value instanceof Promise) return value.then(cross)
    if (typeof value !== 'object' || value === null) return value
    if (value instanceof Uint8Array || value instanceof Blob) return structuredClone(value)
    if (Array.isArray(value)) return Object.freeze(value.map(cross))
    return Object.freeze(Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cross(inner)])))
  }

  return {
    ipcRenderer: {
      async invoke(channel: string, ...args: readonly unknown[]): Promise<unknown> {
        // Refuses what Electron would refuse to send.
        const text = await invoke(encode({ channel, args: structuredClone(args) }))
        const { ok, value, message } = revive(JSON.parse(text)) as { ok: boolean; value: unknown; message: string }
        if (!ok) throw new Error(message)
        return value
      },
      on: (channel: string, listener: Listener) => {
        listeners.set(channel, [...(listeners.get(channel) ?? []), listener])
      },
    },
    contextBridge: {
      exposeInMainWorld: (name: string, api: unknown) => {
        Object.defineProperty(window, name, { value: cross(api), enumerable: true })
      },
    },
    webUtils: { getPathForFile: () => '' },
  }
}
