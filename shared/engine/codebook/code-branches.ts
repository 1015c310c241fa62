import { addMarks } from '../tags/tag-parts'
import type { CodeTags, Tags } from '../tags/tagging'

/** A code with all that lies below it. */
export interface CodeBranch {
  readonly own: CodeTags
  /** Itself and all below it. */
  readonly codes: readonly CodeTags[]
  /** 1 for responses that mention any of them. */
  readonly rows: Uint8Array
}

const known = new WeakMap<Tags, readonly CodeBranch[]>()

/** Every code with all below it, in the order of the codebook. */
export function branchesOf(tags: Tags): readonly CodeBranch[] {
  let branches = known.get(tags)
  if (!branches) {
    branches = tags.codes.map((own, at) => {
      const end = tags.codes.findIndex(({ depth }, other) => other > at && depth <= own.depth)
      const codes = tags.codes.slice(at, end < 0 ? undefined : end)
      return { own, codes, rows: rowsOf(codes) }
    })
    known.set(tags, branches)
  }
  return branches
}

function rowsOf(codes: readonly CodeTags[]): Uint8Array {
  const [first, ...others] = codes
  if (!first || others.length === 0) return first?.rows ?? new Uint8Array()
  const rows = first.rows.slice()
  for (const other of others) addMarks(rows, other.rows)
  return rows
}
