import type { Fault } from '../../../shared/base/fault'
import { faultText, type MessageKey } from '../../../shared/locale/translate'
import type { RuleExample } from '../../../shared/protocol/engine-api'
import { useWords } from '../../app/context'
import { smallOperator } from '../../app/codebook/small-operator'
import { MarkedText } from '../../parts/marked-text'
import { useShown } from '../../app/project/shown-text'
import type { PreviewState } from './use-rule-preview'

const LONGEST = 240

/** What the rule as it is being written would do; where it is wrong, where and why. */
export function RuleOutcome({
  state,
  rule,
  color,
  isNew,
}: {
  readonly state: PreviewState
  readonly rule: string
  readonly color: string
  readonly isNew: boolean
}) {
  const { t } = useWords()
  if (rule.trim() === '' && isNew) return <p className="quiet">{t('code.preview.blank')}</p>
  switch (state.kind) {
    case 'waiting':
      return <p className="quiet">{t('code.preview.waiting')}</p>
    case 'wrong':
      return <RuleWrong fault={state.fault} rule={rule} />
    case 'counted': {
      const { n, added, lost, addedExamples, lostExamples } = state.preview
      const same = added === 0 && lost === 0
      return (
        <>
          <p className="outcome-count" role="status">
            <strong>{t('code.preview', { n })}</strong>
            {isNew ? null : (
              <span className="quiet">{t(same ? 'code.preview.same' : 'code.preview.change', { added, lost })}</span>
            )}
          </p>
          <SmallOperator rule={rule} />
          <Examples
            title={t(isNew ? 'code.preview.matches' : 'code.preview.added')}
            examples={addedExamples}
            all={added}
            color={color}
          />
          <Examples title={t('code.preview.lost')} examples={lostExamples} all={lost} color={color} />
        </>
      )
    }
  }
}

/** Whoever writes `or` gets few matches and no error: why. */
function SmallOperator({ rule }: { readonly rule: string }) {
  const { t } = useWords()
  const word = smallOperator(rule)
  if (word === null) return null
  return <p className="mark mark-warning">{t('code.preview.small', { word, capitals: word.toUpperCase() })}</p>
}

/** Where and why a rule is wrong, and what to do about it. */
export function RuleWrong({ fault, rule }: { readonly fault: Fault; readonly rule: string }) {
  const { t } = useWords()
  const { message, hint } = faultText(fault, t)
  if (fault.code !== 'rule') return <p className="rule-wrong">{message}</p>
  const at = Number(fault.params['at'])
  const { before, wrong, after } = wrongPart(rule, at, String(fault.params['piece'] ?? ''))
  return (
    <div className="rule-wrong" role="status">
      <p>
        <strong>{t('code.preview.error', { at, what: t(fault.params['what'] as MessageKey, fault.params) })}</strong>
      </p>
      <p className="rule-place" aria-hidden="true">
        {before}
        <mark className="rule-at">{wrong.trim() === '' ? '\u00a0' : wrong}</mark>
        {after}
      </p>
      <p>{hint}</p>
    </div>
  )
}

/** The rule around the piece that is wrong, which may stand behind a sign of its own: a #, a slash, a quotation mark. */
function wrongPart(rule: string, at: number, piece: string): { readonly before: string; readonly wrong: string; readonly after: string } {
  const start = Array.from(rule).slice(0, at - 1).join('').length
  const found = piece === '' ? -1 : rule.indexOf(piece, start)
  const from = found < 0 ? start : found
  const wrong = Array.from(rule.slice(from)).slice(0, Math.max(1, Array.from(piece).length)).join('')
  return { before: rule.slice(0, from), wrong, after: rule.slice(from + wrong.length) }
}

function Examples({
  title,
  examples,
  all,
  color,
}: {
  readonly title: string
  readonly examples: readonly RuleExample[]
  readonly all: number
  readonly color: string
}) {
  const { t } = useWords()
  const shown = useShown()
  if (examples.length === 0) return null
  const part = all > examples.length ? t('code.preview.part', { shown: examples.length, all }) : null
  return (
    <div className="examples">
      <h3>
        {title} {part === null ? null : <span className="quiet">{part}</span>}
      </h3>
      <ul>
        {examples.map(({ wave, line, field, text, matched }) => (
          <li key={`${wave} ${line} ${field}`} className="clamp">
            <MarkedText text={shown.text(text).slice(0, LONGEST)} spans={matched.map((span) => ({ ...span, color }))} />
          </li>
        ))}
      </ul>
    </div>
  )
}
