import type { Code } from '../../model/records'

export interface PlacedCode {
  readonly id: string
  readonly code: Code
  /** Steps below a theme. */
  readonly depth: number
}

/** The codebook as people read it: each code before its children, siblings by position. */
export function orderedCodes(codes: ReadonlyMap<string, Code>): readonly PlacedCode[] {
  const sorted = [...codes].sort(([, a], [, b]) => a.position - b.position)
  const childrenOf = new Map<string | null, typeof sorted>()
  for (const entry of sorted) {
    const { parent } = entry[1]
    // A parent that is not there makes a theme of its children.
    const key = parent !== null && codes.has(parent) ? parent : null
    const siblings = childrenOf.get(key)
    if (siblings) siblings.push(entry)
    else childrenOf.set(key, [entry])
  }
  const ordered: PlacedCode[] = []
  // A file may have them deeper than functions can call themselves.
  const waiting: PlacedCode[] = []
  const queue = (parent: string | null, depth: number): void => {
    for (const [id, code] of (childrenOf.get(parent) ?? []).toReversed()) waiting.push({ id, code, depth })
  }
  queue(null, 0)
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    ordered.push(next)
    queue(next.id, next.depth + 1)
  }
  return ordered
}

/** Ids of a code and of everything below it. */
export function branchOf(codes: ReadonlyMap<string, Code>, id: string): ReadonlySet<string> {
  const branch = new Set([id])
  let size = 0
  while (size !== branch.size) {
    size = branch.size
    for (const [child, { parent }] of codes) if (parent !== null && branch.has(parent)) branch.add(child)
  }
  return branch
}

/** The codes that tags are given for, in the same order: none that is archived or below one that is. */
export function liveCodes(codes: ReadonlyMap<string, Code>): readonly PlacedCode[] {
  let archivedAt = Infinity
  return orderedCodes(codes).filter(({ code, depth }) => {
    if (depth <= archivedAt) archivedAt = code.archived ? depth : Infinity
    return archivedAt === Infinity
  })
}

/** The questions whose verbatims a code is for: its own, else its nearest ancestor's; null: all. */
export function questionsOf(codes: ReadonlyMap<string, Code>, id: string): readonly string[] | null {
  const seen = new Set<string>()
  for (let here: string | null = id; here !== null && !seen.has(here); ) {
    seen.add(here)
    const code: Code | undefined = codes.get(here)
    if (code?.questions) return code.questions
    here = code?.parent ?? null
  }
  return null
}

/** Whether a code is for the verbatims of a question. */
export const isFor = (codes: ReadonlyMap<string, Code>, id: string, field: string): boolean => questionsOf(codes, id)?.includes(field) ?? true
