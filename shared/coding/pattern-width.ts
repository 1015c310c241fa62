import type { RE2JS } from 're2js'

/** A step of a compiled pattern, as RE2JS has it. */
interface Step {
  readonly op: number
  readonly out: number
  /** The other way, of a step that has two. */
  readonly arg: number
  matchRune(rune: number): boolean
}

interface Compiled {
  readonly prog: { readonly start: number; numInst(): number; getInst(at: number): Step }
  readonly dfa: { readonly classBounds: Int32Array }
}

/** Numbers that RE2JS gives to kinds of steps: two ways on; a group, a place such as \b, nothing; a letter is read. */
const FORKS: ReadonlySet<number> = new Set([1, 2])
const PASSES: ReadonlySet<number> = new Set([3, 4, 7])
const READS: ReadonlySet<number> = new Set([8, 9, 10, 11])

/** Steps that may be under way at once: with these, 20,000 random texts of the pattern's own letters take some seconds (test/bench/FIGURES.md). */
const MOST = 300
/** So few beside the ways to begin can go together in few ways only, as in a list of words: then those ways may be more. */
const FEW = 12
const MOST_BEGINNINGS = 1000
/** How many letters before a place are looked at, and steps in all, before a pattern is taken for too wide. */
const DEEPEST = 12
const MOST_LOOKED_AT = 2_000_000

/**
 * Whether a pattern may have so many steps under way at one place of some text that each letter of it is tried with far too many. Counted, not timed, so it is the same on every machine. Never too few: of all steps, those are kept that
 * some run of letters could have led to, letter by letter for as long as they are too many.
 */
export function isTooWide(compiled: RE2JS): boolean {
  const { prog, dfa } = compiled.re2() as Compiled
  const steps = Array.from({ length: prog.numInst() }, (_, at) => prog.getInst(at))
  // Letters between two bounds are alike to the pattern.
  const letters = [0, ...dfa.classBounds]
  const seen = new Uint32Array(steps.length)
  let round = 0
  let lookedAt = 0

  const after = (underWay: readonly number[], letter: number): readonly number[] => {
    round += 1
    lookedAt += underWay.length
    const next: number[] = []
    const reach = (at: number): void => {
      if (seen[at] === round) return
      seen[at] = round
      next.push(at)
    }
    reach(prog.start)
    for (const at of underWay) if (READS.has(steps[at]!.op) && steps[at]!.matchRune(letter)) reach(steps[at]!.out)
    for (const at of next) {
      const { op, out, arg } = steps[at]!
      if (FORKS.has(op)) reach(arg)
      if (FORKS.has(op) || PASSES.has(op)) reach(out)
    }
    return next
  }
  const beginnings = after([], 0).length
  const isMany = (count: number): boolean => count > MOST && count - beginnings > FEW
  const isManyAfter = (underWay: readonly number[], depth: number): boolean =>
    letters.some((letter) => {
      const next = after(underWay, letter)
      return isMany(next.length) && (depth === DEEPEST || lookedAt > MOST_LOOKED_AT || isManyAfter(next, depth + 1))
    })
  return beginnings > MOST_BEGINNINGS || (isMany(steps.length) && isManyAfter([...steps.keys()], 1))
}
