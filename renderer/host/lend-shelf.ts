import type { DesktopShell } from '../../shared/protocol/shell'
import { serveShelf } from '../../shared/protocol/store-rpc'

/**
 * Gives the engine's worker the shelf of the desktop shell: one end of a channel, whose other end is answered here. A
 * port that leads to the main process without the window in between would be handed over in the same way.
 */
export async function lendShelf(shell: DesktopShell, worker: Worker): Promise<void> {
  const { port1, port2 } = new MessageChannel()
  serveShelf(shell.shelf, {
    postMessage: (message, transfer) => port1.postMessage(message, [...transfer]),
    onMessage(handler) {
      port1.onmessage = (event: MessageEvent<unknown>) => handler(event.data)
    },
  })
  worker.postMessage({ coder: await shell.coder() }, [port2])
}
