import boldUrl from 'pretendard/dist/web/static/woff/Pretendard-Bold.woff?url'
import regularUrl from 'pretendard/dist/web/static/woff/Pretendard-Regular.woff?url'
import type { FontWeight } from '../../shared/report/font/fonts'

const ADDRESSES: Readonly<Record<FontWeight, string>> = { regular: regularUrl, bold: boldUrl }

/** A font of the app itself: the one thing that is fetched, from where the app lies and nowhere else. */
export async function readFont(weight: FontWeight): Promise<Uint8Array> {
  const answer = await fetch(ADDRESSES[weight])
  return new Uint8Array(await answer.arrayBuffer())
}
