import { connectShelf, shelfOf } from '../../shared/protocol/store-rpc'
import type { Shelf } from '../../shared/protocol/store'

/** What the window gives a worker that is not to keep projects itself. */
export interface Lent {
  readonly shelf: Shelf
  /** Who the changes are by. */
  readonly coder: string
}

/** Reads the message that brings the shelf; null when it is another message. */
export function readLent(event: MessageEvent<unknown>): Lent | null {
  const [port] = event.ports
  if (!port) return null
  const calls = connectShelf({
    postMessage: (message, transfer) => port.postMessage(message, [...transfer]),
    onMessage(handler) {
      port.onmessage = ({ data }: MessageEvent<unknown>) => handler(data)
    },
  })
  return { shelf: shelfOf(calls), coder: (event.data as { readonly coder: string }).coder }
}
