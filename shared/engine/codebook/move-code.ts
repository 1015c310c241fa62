import type { Change } from '../../model/operation'
import type { Code } from '../../model/records'
import { branchOf, orderedCodes } from './code-order'

type Codes = ReadonlyMap<string, Code>

/**
 * Places a code among those of another parent or its own, before one of them or last; null where it would come to lie
 * below itself. The places that its new siblings have are dealt out anew, so that few codes change.
 */
export function movedCode(codes: Codes, id: string, parent: string | null, before: string | null): readonly Change[] | null {
  const moved = codes.get(id)
  if (!moved || (parent !== null && (!codes.has(parent) || branchOf(codes, id).has(parent)))) return null
  const siblings = siblingsIn(codes, parent).filter((each) => each !== id)
  const at = before === null ? -1 : siblings.indexOf(before)
  const order = at < 0 ? [...siblings, id] : siblings.toSpliced(at, 0, id)
  const positions = order.map((each) => codes.get(each)!.position).sort((a, b) => a - b)
  // Two in the same place, as merging may leave them, would not be put in order.
  for (let next = 1; next < positions.length; next++) positions[next] = Math.max(positions[next]!, positions[next - 1]! + 1)
  return order.flatMap((each, place): Change[] => {
    const code = codes.get(each)!
    const after: Code = { ...code, parent: each === id ? parent : code.parent, position: positions[place]! }
    return after.position === code.position && after.parent === code.parent ? [] : [{ register: 'code', id: each, before: code, after }]
  })
}

/** Ids of the codes directly below one, or of the themes, in order. A parent that is not there makes a theme. */
export const siblingsIn = (codes: Codes, parent: string | null): readonly string[] =>
  orderedCodes(codes).flatMap(({ id, code }) => ((code.parent !== null && codes.has(code.parent) ? code.parent : null) === parent ? [id] : []))
