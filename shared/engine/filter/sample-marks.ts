import { FNV, hashText, mixed } from '../../base/hash'
import type { SampleClause } from '../../query/types'
import type { Columns } from '../columns/columns'
import type { Comments } from '../comments/comments'

/**
 * `n` of the marked verbatims by chance. Which ones follows from the seed and from where each comes from, so that the same
 * seed gives the same verbatims on every machine and in whatever order waves came.
 */
export function sampleMarks(columns: Columns, comments: readonly Comments[], marks: readonly Uint8Array[], { n, seed }: SampleClause): readonly Uint8Array[] {
  const starts = comments.map(({ wave, field }) => hashText(`${wave.id}/${field}`, mixed(seed ^ FNV)))
  const chance = (at: number, row: number): number => mixed(starts[at]! ^ Math.imul(columns.lines[comments[at]!.span.first + row]!, 0x9e3779b1))
  const drawn: number[] = []
  eachMarked(marks, (at, row) => drawn.push(chance(at, row)))
  const sampled = marks.map(({ length }) => new Uint8Array(length))
  if (n <= 0) return sampled
  const last = drawn.length <= n ? Infinity : Uint32Array.from(drawn).sort()[n - 1]!
  let even = n - drawn.reduce((below, one) => below + Number(one < last), 0)
  let next = 0
  eachMarked(marks, (at, row) => {
    const one = drawn[next++]!
    if (one < last || (one === last && even-- > 0)) sampled[at]![row] = 1
  })
  return sampled
}

function eachMarked(marks: readonly Uint8Array[], visit: (at: number, row: number) => void): void {
  marks.forEach((marked, at) => {
    for (let row = 0; row < marked.length; row++) if (marked[row]) visit(at, row)
  })
}
