import { useWords } from '../../app/context'

const FORMS = [
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

/** The rule language on half a page. */
export function RuleHelp() {
  const { t } = useWords()
  return (
    <details className="rule-help">
      <summary>{t('code.help')}</summary>
      <dl>
        {FORMS.map((form) => (
          <div key={form}>
            <dt>
              <code>{t(`code.help.example.${form}`)}</code>
            </dt>
            <dd>{t(`code.help.${form}`)}</dd>
          </div>
        ))}
      </dl>
    </details>
  )
}
