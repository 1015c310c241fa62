import type { TrialText } from '../../shared/protocol/engine-api'
import type { Translate } from '../../shared/locale/translate'

/** The forms of the rule language, in the order in which they are learnt. */
export const RULE_FORMS = [
  'word',
  'star',
  'phrase',
  'stem',
  'or',
  'and',
  'not',
  'brackets',
  'near',
  'before',
  'away',
  'sentence',
  'pattern',
  'code',
  'condition',
  'capitals',
] as const
export type RuleForm = (typeof RULE_FORMS)[number]

/** The code that the examples may name. */
export const GUIDE_CODES = [{ name: 'late delivery', rule: 'late delivery | "배송 지연"' }] as const

/** What conditions may ask of the responses that the examples of that form belong to. */
const RESPONSES: readonly Readonly<Record<string, string>>[] = [
  { score: '3', industry: 'Finance' },
  { score: '9', industry: 'Finance' },
  { score: '2', industry: 'Retail' },
]

/** The sentences of a form that its rule is tried on, each with what the response says. */
export const guideTexts = (form: RuleForm, t: Translate): readonly TrialText[] =>
  t(`code.help.texts.${form}`)
    .split('\n')
    .map((text, at) => ({ text, cells: form === 'condition' ? RESPONSES[at % RESPONSES.length]! : {} }))
