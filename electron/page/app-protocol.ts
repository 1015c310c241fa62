import { respond } from './respond'

export const APP_SCHEME = 'app'
export const APP_HOST = 'local'
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`

/** Whether an address belongs to the app. Whatever cannot be read as an address does not. */
export function isAppUrl(address: string): boolean {
  const url = URL.canParse(address) ? new URL(address) : null
  return url !== null && url.protocol === `${APP_SCHEME}:` && url.host === APP_HOST
}

/** The handler of `app://local/…`: the built window and nothing else, with the headers of the browser edition. */
export async function answerAppRequest(root: string, request: Request): Promise<Response> {
  if (!isAppUrl(request.url)) return new Response('Not found', { status: 404 })
  const reply = await respond(root, request.method, new URL(request.url).pathname)
  const body = request.method === 'HEAD' ? null : reply.body
  return new Response(body, { status: reply.status, headers: reply.headers })
}
