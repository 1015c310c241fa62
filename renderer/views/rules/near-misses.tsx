import { useState } from 'react'
import { useWords } from '../../app/context'
import { MarkedText } from '../../parts/marked-text'
import { useShown } from '../../app/project/shown-text'
import { Icon } from '../../parts/icon'
import { useNearMisses } from './use-near-misses'

const FEW = 4
/** What stands before the word must not push it out of sight. */
const BEFORE = 16
const SHOWN = 160

/** Words like those of the rule that it does not match, each to be added with one click. */
export function NearMisses({
  code,
  rule,
  counted,
  onAdd,
}: {
  readonly code: string | null
  readonly rule: string
  readonly counted: boolean
  readonly onAdd: (word: string) => void
}) {
  const { t, count } = useWords()
  const misses = useNearMisses(code, rule, counted)
  const masks = useShown()
  const [all, setAll] = useState(false)
  if (misses.length === 0) return null
  const shown = all ? misses : misses.slice(0, FEW)
  return (
    <section className="near-misses" aria-labelledby="near-misses">
      <h3 id="near-misses" title={t('proof.near.what')}>
        {t('proof.near')}
      </h3>
      <ul>
        {shown.map(({ word, n, example: { text, matched } }) => {
          const from = Math.max(0, (matched[0]?.from ?? 0) - BEFORE)
          const spans = matched.map((span) => ({ from: span.from - from, to: span.to - from, color: null })).filter((span) => span.from >= 0)
          return (
            <li key={word}>
              <button type="button" className="near-miss" title={t('proof.near.add', { word, n })} onClick={() => onAdd(word)}>
                <span className="visually-hidden">{t('proof.near.add', { word, n })}</span>
                <Icon name="plus" />
                <span className="near-miss-word" aria-hidden="true">
                  {word}
                </span>
                <span className="quiet" aria-hidden="true">
                  {count(n)}
                </span>
              </button>
              <span className="near-miss-example quiet">
                {from > 0 ? '…' : ''}
                <MarkedText text={masks.text(text).slice(from, from + SHOWN)} spans={spans} />
              </span>
            </li>
          )
        })}
      </ul>
      {misses.length > shown.length ? (
        <button type="button" className="link" onClick={() => setAll(true)}>
          {t('proof.near.more', { n: misses.length - shown.length })}
        </button>
      ) : null}
    </section>
  )
}
