import type { ExampleKind } from '../coding/judge-examples'
import type { TextSpan } from './verbatim'

/** A code as its editor holds it. */
export interface ExamplesDraft {
  /** Null: a code that is not there yet. */
  readonly code: string | null
  readonly name: string
  readonly rule: string
  readonly mustHit: readonly string[]
  readonly mustMiss: readonly string[]
}

export interface JudgedText {
  readonly kind: ExampleKind
  readonly text: string
  readonly holds: boolean
  /** Whether it did with the code as saved; null for one that is not saved yet. */
  readonly held: boolean | null
  readonly matched: readonly TextSpan[]
}

/** An example of another code that the draft would break. */
export interface BrokenExample {
  /** Id and name of the code. */
  readonly code: string
  readonly name: string
  readonly kind: ExampleKind
  readonly text: string
}

export interface ExamplesReport {
  /** Those to be matched first, in their order. */
  readonly examples: readonly JudgedText[]
  readonly others: readonly BrokenExample[]
}
