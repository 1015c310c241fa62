export const RULE_ERRORS = [
  'bracket-unclosed',
  'bracket-stray',
  'brackets-empty',
  'quote-unclosed',
  'phrase-empty',
  'no-word',
  'operand-before',
  'operand-after',
  'lone-dash',
  'comma',
  'wildcard-alone',
  'wildcard-inside',
  'wildcard-before-phrase',
  'too-deep',
  'near-gap',
  'near-term',
  'near-chain',
  'stem-word',
  'regex-unclosed',
  'regex-after',
  'regex-unsupported',
  'regex-wrong',
  'regex-empty',
  'regex-slow',
  'code-name',
  'code-unknown',
  'code-circle',
  'code-wrong',
  'code-large',
  'condition-field',
  'condition-value',
  'condition-order',
  'condition-unknown',
  'condition-response',
] as const

/** Why a rule is refused; worded in the catalogues as `rule.CODE` and `rule.CODE.hint`. */
export type RuleErrorCode = (typeof RULE_ERRORS)[number]

export interface RuleError {
  /** Where in the rule's text, UTF-16 from 0. */
  readonly at: number
  readonly code: RuleErrorCode
  /** The piece of the rule that it is about. */
  readonly piece: string
}
