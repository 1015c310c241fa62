import { createServer } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { respond } from './page/respond'
import { responseHeaders } from './page/response-headers'

export interface Served {
  readonly url: string
  readonly port: number
  readonly close: () => Promise<void>
}

/**
 * Serves the browser edition to this computer alone: 127.0.0.1, and only to requests that name it, so that no other
 * site can reach it under a name of its own, nor from a page of its own. Port 0 takes any free one. Rejects with `EADDRINUSE` when it is taken.
 */
export async function serve(root: string, port: number): Promise<Served> {
  const server = createServer((request, response) => {
    answer(root, request, response).catch(() => response.destroy())
  })
  await new Promise<void>((done, fail) => {
    server.once('error', fail)
    server.listen(port, '127.0.0.1', done)
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The server has no port')
  return {
    url: `http://127.0.0.1:${address.port}/`,
    port: address.port,
    close: () =>
      new Promise((done) => {
        server.close(() => done())
        server.closeAllConnections()
      }),
  }
}

async function answer(root: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const port = request.socket.localPort
  const own = `127.0.0.1:${port}`
  const [pathname = '/', query] = (request.url ?? '/').split('?', 2)
  // A page of somebody else has no business here, whatever it asks for; nor has who asks for another address.
  const isOfOthers = request.headers.origin !== undefined && request.headers.origin !== `http://${own}`
  if (isOfOthers || !pathname.startsWith('/')) return forbid(response)
  if (request.headers.host === `localhost:${port}`) {
    // The browser keeps projects by address: one address, or they would seem to vanish.
    const location = `http://${own}${pathname}${query === undefined ? '' : `?${query}`}`
    response.writeHead(308, { ...responseHeaders('/moved.txt'), Location: location }).end()
    return
  }
  if (request.headers.host !== own) return forbid(response)
  const reply = await respond(root, request.method ?? 'GET', pathname)
  response.writeHead(reply.status, { ...reply.headers, 'Content-Length': reply.body.length })
  response.end(request.method === 'HEAD' ? undefined : reply.body)
}

function forbid(response: ServerResponse): void {
  response.writeHead(403, responseHeaders('/refusal.txt')).end('Forbidden')
}
