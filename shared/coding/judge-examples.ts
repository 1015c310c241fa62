import { assertNever } from '../base/assert'
import { compileRules } from './compile-rules'
import { createMatcher, type Span } from './match'
import type { Rule } from './rule'

/** What a text is an example of: one that the rule is to match, or such that it must not. */
export const EXAMPLE_KINDS = ['must_hit', 'must_miss'] as const
export type ExampleKind = (typeof EXAMPLE_KINDS)[number]

export interface Example {
  readonly kind: ExampleKind
  readonly text: string
}

export interface JudgedExample extends Example {
  readonly holds: boolean
  /** What the rule matches in it. */
  readonly spans: readonly Span[]
}

export interface WithExamples {
  readonly mustHit?: readonly string[] | null
  readonly mustMiss?: readonly string[] | null
}

/** The examples of a code, those to be matched first. */
export const examplesOf = ({ mustHit, mustMiss }: WithExamples): readonly Example[] => [
  ...(mustHit ?? []).map((text): Example => ({ kind: 'must_hit', text })),
  ...(mustMiss ?? []).map((text): Example => ({ kind: 'must_miss', text })),
]

/** Judges examples by a rule that names no other codes. What the rule asks about the response is left out of it. */
export function judgeExamples(rule: Rule | null, examples: readonly Example[]): readonly JudgedExample[] {
  if (examples.length === 0) return []
  const match = createMatcher(compileRules([rule === null ? null : wordsOnly(rule)]))
  return examples.map(({ kind, text }) => {
    const found = match(text)[0] ?? null
    return { kind, text, holds: (found !== null) === (kind === 'must_hit'), spans: found?.spans ?? [] }
  })
}

/** A rule without its conditions, as far as a text alone can tell; null where nothing is left, which matches nothing. */
function wordsOnly(rule: Rule): Rule | null {
  switch (rule.kind) {
    case 'condition':
      return null
    case 'and':
    case 'or': {
      const parts = rule.parts.map(wordsOnly).filter((part) => part !== null)
      return parts.length === 0 && rule.parts.length > 0 ? null : { ...rule, parts }
    }
    case 'not':
    case 'sentence': {
      const part = wordsOnly(rule.part)
      return part && { ...rule, part }
    }
    case 'word':
    case 'phrase':
    case 'regex':
    case 'near':
    case 'code':
      return rule
    default:
      return assertNever(rule)
  }
}
