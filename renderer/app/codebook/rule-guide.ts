import type { TrialText } from '../../../shared/protocol/engine-api'
import type { Translate } from '../../../shared/locale/translate'

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

/** The codes that the examples may name, one for each language. */
export const GUIDE_CODES = [
  { name: 'late delivery', rule: 'late delivery | "배송 지연"' },
  { name: '배송 지연', rule: '"배송 지연" | late delivery' },
] as const

/** The sentences of a form that its rule is tried on; those of conditions each with what the response says. */
export function guideTexts(form: RuleForm, t: Translate): readonly TrialText[] {
  const responses = t('code.help.responses').split('\n').map(cellsOf)
  return t(`code.help.texts.${form}`)
    .split('\n')
    .map((text, at) => ({ text, cells: form === 'condition' ? responses[at % responses.length]! : {} }))
}

/** `score=3 · industry=Finance`. */
const cellsOf = (response: string): TrialText['cells'] =>
  Object.fromEntries(response.split(' · ').map((cell) => cell.split('=') as [string, string]))
