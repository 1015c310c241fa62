import type { TextSpan } from '../../protocol/engine-api'
import { searched, type Finder } from '../../text/find'
import { normalize } from '../../text/normalize'

/** What is searched for; null where that is nothing. */
export function finderOf(wanted: string): Finder | null {
  const needle = normalize(wanted.trim()).text
  return needle === '' ? null : searched(needle)
}

/** Where `wanted` stands in `text`, in the text's own offsets. */
export function findText(text: string, wanted: string): readonly TextSpan[] {
  const finder = finderOf(wanted)
  if (!finder) return []
  const { text: folded, starts, ends } = normalize(text)
  const spans: TextSpan[] = []
  for (let at = finder.next(folded, 0); at >= 0; at = finder.next(folded, at + finder.length)) {
    const last = at + finder.length
    spans.push({ from: starts ? starts[at]! : at, to: ends ? ends[last - 1]! : last })
  }
  return spans
}
