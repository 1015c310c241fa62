import { useCommands, useWords } from '../../app/context'
import { RULE_FORMS } from '../../app/codebook/rule-guide'

/** The rule language on half a page. */
export function RuleHelp() {
  const { t } = useWords()
  const { openLayer } = useCommands()
  return (
    <details className="rule-help">
      <summary>{t('code.help')}</summary>
      <dl>
        {RULE_FORMS.map((form) => (
          <div key={form}>
            <dt>
              <code>{t(`code.help.example.${form}`)}</code>
            </dt>
            <dd>{t(`code.help.${form}`)}</dd>
          </div>
        ))}
      </dl>
      <button type="button" className="link" onClick={() => openLayer('rules')}>
        {t('code.help.open')}
      </button>
    </details>
  )
}
