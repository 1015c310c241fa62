import { useId, useState } from 'react'
import { useWords } from '../../app/context'
import { guideTexts, type RuleForm } from '../../app/codebook/rule-guide'
import { MarkedText } from '../../parts/marked-text'
import { RuleWrong } from './rule-outcome'
import { useTrial } from './use-trial'

/** One form of the rule language: what it means, an example to change, and what that finds in a few sentences. */
export function RuleTry({ form }: { readonly form: RuleForm }) {
  const { t } = useWords()
  const id = useId()
  const example = t(`code.help.try.${form}`)
  const [edited, setEdited] = useState<string | null>(null)
  const rule = edited ?? example
  const texts = guideTexts(form, t)
  const tried = useTrial(rule, texts)
  const what = t(`code.help.${form}`)
  return (
    <section className="rule-try" aria-labelledby={`${id}-what`}>
      <h3 id={`${id}-what`}>{what}</h3>
      <div className="rule-try-line">
        <input
          className="text-input"
          type="text"
          spellCheck={false}
          autoComplete="off"
          aria-label={t('code.help.label', { what })}
          aria-describedby={`${id}-found`}
          aria-invalid={tried.kind === 'wrong' || undefined}
          value={rule}
          onChange={(event) => setEdited(event.target.value)}
        />
        {edited !== null && edited !== example ? (
          <button type="button" className="link" onClick={() => setEdited(null)}>
            {t('code.help.reset')}
          </button>
        ) : null}
      </div>
      {form === 'code' ? <p className="quiet">{t('code.help.named')}</p> : null}
      <div id={`${id}-found`}>
        {tried.kind === 'wrong' ? <RuleWrong fault={tried.fault} rule={rule} /> : null}
        <ul>
          {texts.map(({ text, cells }, at) => {
            const isTried = tried.kind === 'tried'
            const spans = isTried ? (tried.spans[at] ?? null) : null
            const facts = Object.entries(cells).map(([field, cell]) => `${field}=${cell}`)
            return (
              <li key={text} className={spans === null ? 'is-no' : undefined}>
                <span className="rule-try-sign">
                  {isTried ? (
                    <>
                      <span aria-hidden="true">{spans === null ? '–' : '✓'}</span> {t(spans === null ? 'code.help.no' : 'code.help.yes')}
                    </>
                  ) : null}
                </span>
                <span>
                  <MarkedText text={text} spans={(spans ?? []).map((span) => ({ ...span, color: null }))} />
                  {facts.length > 0 ? <span className="quiet"> {facts.join(' · ')}</span> : null}
                </span>
              </li>
            )
          })}
        </ul>
      </div>
    </section>
  )
}
