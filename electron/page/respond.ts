import { readFile, realpath } from 'node:fs/promises'
import { resolve, sep } from 'node:path'
import { responseHeaders } from './response-headers'

export interface Reply {
  readonly status: 200 | 404 | 405
  readonly headers: Readonly<Record<string, string>>
  readonly body: Uint8Array<ArrayBuffer>
}

/**
 * Answers a request for one of the app's own files; both hosts serve the window through this. `root` is the folder of
 * the built window, `pathname` the path of the address, still percent-encoded.
 */
export async function respond(root: string, method: string, pathname: string): Promise<Reply> {
  if (method !== 'GET' && method !== 'HEAD') return refusal(405, { Allow: 'GET, HEAD' })
  const path = pathname === '/' ? '/index.html' : pathname
  const file = await fileWithin(root, path)
  const bytes = file === null ? null : await readFile(file).catch(() => null)
  if (bytes === null) return refusal(404)
  return { status: 200, headers: responseHeaders(path), body: new Uint8Array(bytes) }
}

function refusal(status: 404 | 405, more: Readonly<Record<string, string>> = {}): Reply {
  const body = new TextEncoder().encode(status === 404 ? 'Not found' : 'Method not allowed')
  return { status, headers: { ...responseHeaders('/refusal.txt'), ...more }, body }
}

/** The real path of a file inside `root`; null for anything that is not there, links that lead out of it included. */
export async function fileWithin(root: string, pathname: string): Promise<string | null> {
  try {
    const path = decodeURIComponent(pathname)
    if (!path.startsWith('/') || /[\\:\0]/.test(path)) return null
    const base = await realpath(root)
    const wanted = resolve(base, `.${path}`)
    if (!wanted.startsWith(base + sep)) return null
    const real = await realpath(wanted)
    return real.startsWith(base + sep) ? real : null
  } catch {
    return null
  }
}
