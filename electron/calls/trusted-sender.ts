import { isAppUrl } from '../page/app-protocol'

/** The part of Electron's WebFrameMain that tells who is calling. */
export interface CallingFrame {
  readonly url: string
  readonly parent: CallingFrame | null
}

/** A call is the window's own only from its main frame, on a page of the app. A frame already gone is nobody. */
export const isTrustedSender = (frame: CallingFrame | null): boolean =>
  frame !== null && frame.parent === null && isAppUrl(frame.url)
