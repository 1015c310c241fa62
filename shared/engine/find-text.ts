import type { TextSpan } from '../protocol/engine-api'
import { normalize } from '../text/normalize'

/** What is searched for, as it is compared. */
export const foldNeedle = (text: string): string => normalize(text.trim()).text

/** Where `wanted` stands in `text`, in the text's own offsets. */
export function findText(text: string, wanted: string): readonly TextSpan[] {
  const needle = foldNeedle(wanted)
  if (needle === '') return []
  const { text: folded, starts, ends } = normalize(text)
  const spans: TextSpan[] = []
  for (let at = folded.indexOf(needle); at >= 0; at = folded.indexOf(needle, at + needle.length)) {
    const last = at + needle.length
    spans.push({ from: starts ? starts[at]! : at, to: ends ? ends[last - 1]! : last })
  }
  return spans
}
