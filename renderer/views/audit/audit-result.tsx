import { useEffect, useRef, useState } from 'react'
import type { AuditItem, AuditSample } from '../../../shared/protocol/engine-api'
import { auditResult, type AuditState } from '../../app/audit/audit-state'
import { auditLines, isEnough } from '../../app/audit/audit-words'
import { useCommands, useWords } from '../../app/context'
import { Button } from '../../parts/button'
import { MarkedText } from '../../parts/marked-text'
import { useShown } from '../../app/project/shown-text'

/** How well the rule does by what was judged, with the verbatims that it has wrong. */
export function AuditResultPage({ audit, sample, rule }: { readonly audit: AuditState; readonly sample: AuditSample; readonly rule: string }) {
  const words = useWords()
  const { t } = words
  const commands = useCommands()
  const [copied, setCopied] = useState(false)
  const head = useRef<HTMLHeadingElement>(null)
  useEffect(() => head.current?.focus(), [])
  const result = auditResult(sample, audit.answers)
  const { wrong, missed } = result
  const done = audit.answers.length >= sample.items.length
  return (
    <>
      <div className="audit-body" tabIndex={0} role="group" aria-label={t('audit.result')}>
        <h3 tabIndex={-1} ref={head}>
          {t('audit.result')} <span className="quiet">{t('audit.judged', { n: audit.answers.length })}</span>
        </h3>
        <p>
          <code className="audit-rule">{rule}</code>
        </p>
        {sample.sizes.flagged === 0 ? <p>{t('audit.nothing')}</p> : null}
        <dl className="audit-figures">
          {auditLines(result, words).map(({ what, base }) => (
            <div key={base}>
              <dt>{what}</dt>
              <dd className="quiet">{base}</dd>
            </div>
          ))}
        </dl>
        {result.audit.belonging !== null && isEnough(result.flagged) && isEnough(result.unflagged) ? (
          <p>{t('audit.belonging', { n: Math.round(result.audit.belonging) })}</p>
        ) : null}
        <p className="quiet">{t('audit.interval')}</p>
        <Wrong title={t('audit.wrong')} items={wrong} />
        <Wrong title={t('audit.missed')} items={missed} />
      </div>
      <footer className="audit-foot">
        <div className="audit-answers">
          {done ? null : <Button onPress={commands.resumeAudit}>{t('audit.go-on')}</Button>}
          <Button
            look="primary"
            disabled={wrong.length + missed.length === 0}
            title={t('audit.apply.title')}
            onPress={() => void commands.applyAudit()}
          >
            {t('audit.apply', { n: wrong.length + missed.length })}
          </Button>
          <Button onPress={() => void commands.copyAudit().then(setCopied)}>{t('audit.copy')}</Button>
          {done ? (
            <Button look="quiet" onPress={() => void commands.drawAgain()}>
              {t('audit.again')}
            </Button>
          ) : null}
          <span className="quiet" role="status">
            {copied ? t('audit.copied') : ''}
          </span>
        </div>
      </footer>
    </>
  )
}

function Wrong({ title, items }: { readonly title: string; readonly items: readonly AuditItem[] }) {
  const { t, count } = useWords()
  const shown = useShown()
  return (
    <section className="audit-wrong">
      <h3>
        {title} <span className="quiet">{count(items.length)}</span>
      </h3>
      {items.length === 0 ? <p className="quiet">{t('audit.none')}</p> : null}
      <ul>
        {items.map(({ wave, line, field, text, matched }) => (
          <li key={`${wave} ${line} ${field}`}>
            <MarkedText text={shown.text(text)} spans={matched.map((span) => ({ ...span, color: null }))} />
          </li>
        ))}
      </ul>
    </section>
  )
}
