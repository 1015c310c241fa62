import type { Words as WordTable, WordRow } from '../../../shared/protocol/words'
import { useCommands, useWords } from '../../app/context'
import type { Words } from '../../app/words/words'
import type { WordChoice } from '../../app/codebook/words-state'
import { RuleButton } from './rule-button'
import { useRoving } from './use-roving'

/** Words, one below the other: press one to see the verbatims that contain it, R makes a rule of it. */
export function WordRows({ choice, words: { rows, ones, others, total } }: { readonly choice: WordChoice; readonly words: WordTable }) {
  const words = useWords()
  const { t, count } = words
  const commands = useCommands()
  const item = useRoving(rows.length)
  return (
    <>
      <ul className="word-rows" aria-label={t(`words.list.${choice}`)}>
        {rows.map((row, place) => (
          <li key={row.word} className="word-row">
            <button
              type="button"
              className="word-main"
              {...item(place, { r: () => commands.ruleFrom(row.word, row.rule) })}
              aria-keyshortcuts="r"
              title={definition(choice, row, ones, others, words)}
              onClick={() => void commands.showVerbatimsWith(row.search)}
            >
              <span className="word-name">{row.word}</span>
              <span className="word-n">{count(row.n)}</span>
              <span className="word-measure">{measure(choice, row, ones, words)}</span>
            </button>
            <RuleButton name={row.word} rule={row.rule} />
          </li>
        ))}
      </ul>
      {total > rows.length ? <p className="quiet">{t('words.more', { shown: rows.length, total })}</p> : null}
    </>
  )
}

/** How often, as a factor: one decimal as long as it says something. */
const factor = (times: number, { count }: Words): string => count(times < 10 ? Math.round(times * 10) / 10 : Math.round(times))

function measure(choice: WordChoice, { n, rest, times }: WordRow, ones: number, words: Words): string {
  const { t, percent } = words
  if (choice === 'uncovered') return t('words.measure.share', { share: percent(ones === 0 ? 0 : n / ones), rest })
  if (times === null) return t('words.measure.only')
  return t(choice === 'pairs' ? 'words.measure.chance' : 'words.measure.times', { times: factor(times, words) })
}

function definition(choice: WordChoice, { n, rest, strength }: WordRow, ones: number, others: number, { t, percent, count }: Words): string {
  const share = (part: number, of: number): string => percent(of === 0 ? 0 : part / of)
  if (choice === 'themes') return ''
  return t(`words.define.${choice}`, { n, rest, one: share(n, ones), other: share(rest, others), strength: count(Math.round(strength * 10) / 10) })
}
