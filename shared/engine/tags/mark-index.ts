import type { Change } from '../../model/operation'
import { MARK_KINDS, type Mark, type MarkKind } from '../../model/records'
import type { VerbatimKey } from '../../protocol/engine-api'
import { rowOfLine, type Comments } from '../comments/comments'
import type { Columns } from '../columns/columns'

/** Id of a mark: the same kind on the same verbatim takes the place of the earlier. */
export const markId = ({ wave, line, field }: VerbatimKey, kind: MarkKind): string => `${wave}/${line}/${field}/${kind}`

/** The bit of a kind of mark. */
export const bitOf = (kind: MarkKind): number => 1 << MARK_KINDS.indexOf(kind)

/** Marks on the answers to one question in one wave: bits by line. Made anew at every change of them. */
export interface MarkedLines {
  readonly byLine: ReadonlyMap<number, number>
}

/** The marks of a project by where they lie. */
export interface MarkIndex {
  /** The same object until a mark there is set or taken away; null where there is none. */
  readonly on: (wave: string, field: string) => MarkedLines | null
  readonly apply: (changes: readonly Change[]) => void
}

/** Puts the marks together by where they lie; afterwards only changes are told. */
export function createMarkIndex(marks: Iterable<Mark>): MarkIndex {
  const places = new Map<string, Map<number, number>>()
  const current = new Map<string, MarkedLines>()
  const put = ({ wave, field, line, kind }: Mark, isThere: boolean): void => {
    const key = `${wave}/${field}`
    const byLine = places.get(key) ?? new Map<number, number>()
    places.set(key, byLine)
    const bits = isThere ? (byLine.get(line) ?? 0) | bitOf(kind) : (byLine.get(line) ?? 0) & ~bitOf(kind)
    if (bits === 0) byLine.delete(line)
    else byLine.set(line, bits)
    current.set(key, { byLine })
  }
  for (const mark of marks) put(mark, true)
  return {
    on(wave, field) {
      const lines = current.get(`${wave}/${field}`)
      return lines && lines.byLine.size > 0 ? lines : null
    },
    apply(changes) {
      for (const { register, before, after } of changes) {
        if (register !== 'mark') continue
        if (before) put(before, false)
        if (after) put(after, true)
      }
    },
  }
}

const known = new WeakMap<MarkedLines, Map<Columns, Uint8Array>>()
const none = new WeakMap<Comments, Uint8Array>()

/** The bits of the marks on each row of the comments. The same object as long as no mark there changes. */
export function markBits(columns: Columns, index: MarkIndex, comments: Comments): Uint8Array {
  const { wave, field, span, found } = comments
  const lines = index.on(wave.id, field)
  if (!lines) {
    const blank = none.get(comments) ?? new Uint8Array(span.rows)
    none.set(comments, blank)
    return blank
  }
  const ofColumns = known.get(lines) ?? new Map<Columns, Uint8Array>()
  known.set(lines, ofColumns)
  let bits = ofColumns.get(columns)
  if (!bits) {
    bits = new Uint8Array(span.rows)
    for (const [line, set] of lines.byLine) {
      const row = rowOfLine(columns, span, line)
      if (row >= 0 && found.filled[row]) bits[row] = set
    }
    ofColumns.set(columns, bits)
  }
  return bits
}
