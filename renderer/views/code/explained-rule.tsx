import type { ExplainedPart } from '../../../shared/coding/explain'
import { useWords } from '../../app/context'
import { partDetail } from '../../app/code/explain-words'
import type { Words } from '../../app/words/words'

/** Of a long list of alternatives none of which is there, so many are shown; of others only those that are. */
const MOST_MISSING = 6

/** The parts of a rule below each other, each with whether it holds, what was found, and which decides. */
export function ExplainedRule({ root, text }: { readonly root: ExplainedPart; readonly text: string }) {
  const { t } = useWords()
  return (
    <ul className="why-parts" aria-label={t('proof.why.parts')}>
      <Part part={root} text={text} />
    </ul>
  )
}

function Part({ part, text }: { readonly part: ExplainedPart; readonly text: string }) {
  const words = useWords()
  const { t } = words
  const { holds, decides, parts } = part
  const detail = partDetail(part, text, words)
  const missing = parts.filter((each) => part.kind === 'or' && each.why?.kind === 'missing')
  const hidden = new Set(missing.slice(holds ? 0 : MOST_MISSING))
  return (
    <li>
      <div className={decides ? 'why-part why-decides' : 'why-part'}>
        <span className={holds ? 'why-sign' : 'why-sign is-no'}>
          <span aria-hidden="true">{holds ? '✓' : '✗'}</span> {t(holds ? 'proof.yes' : 'proof.no')}
        </span>
        <span className="why-about">
          <PartName part={part} words={words} />
          {detail === '' ? null : <span className="quiet">{detail}</span>}
          {decides ? <span className="why-mark">{t('proof.decides')}</span> : null}
        </span>
      </div>
      {parts.length > 0 ? (
        <ul>
          {parts.map((each, at) => (hidden.has(each) ? null : <Part key={at} part={each} text={text} />))}
          {hidden.size > 0 ? <li className="why-rest quiet">{t('proof.part.rest', { n: hidden.size })}</li> : null}
        </ul>
      ) : null}
    </li>
  )
}

/** What only joins its parts is named by how it joins them. */
function PartName({ part: { kind, rule }, words: { t } }: { readonly part: ExplainedPart; readonly words: Words }) {
  if (kind === 'and' || kind === 'or' || kind === 'not' || kind === 'sentence') return <span>{t(`proof.part.${kind}`)}</span>
  return <code>{rule}</code>
}
