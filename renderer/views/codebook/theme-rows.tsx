import type { ProposedTheme } from '../../../shared/protocol/words'
import { useCommands, useWords } from '../../app/context'
import { MarkedText } from '../../parts/marked-text'
import { useShown } from '../../app/project/shown-text'
import { RuleButton } from './rule-button'
import { useRoving } from './use-roving'

const LONGEST = 240
const NAMED_BY = 2

const nameOf = ({ words }: ProposedTheme): string => words.slice(0, NAMED_BY).join(', ')

/** Proposed themes, each with its words and the comments in its middle: press one, or R, to make a rule of it. */
export function ThemeRows({ themes }: { readonly themes: readonly ProposedTheme[] }) {
  const { t, count } = useWords()
  const commands = useCommands()
  const shown = useShown()
  const item = useRoving(themes.length)
  return (
    <ul className="word-rows" aria-label={t('words.list.themes')}>
      {themes.map((theme, place) => {
        const make = (): void => commands.ruleFrom(nameOf(theme), theme.rule)
        return (
          <li key={theme.rule} className="word-row theme-row">
            <button
              type="button"
              className="word-main"
              {...item(place, { r: make })}
              aria-keyshortcuts="r"
              title={t('words.define.themes', { n: theme.n })}
              onClick={make}
            >
              <span className="word-name">{theme.words.join(', ')}</span>
              <span className="word-n">{count(theme.n)}</span>
            </button>
            <RuleButton name={nameOf(theme)} rule={theme.rule} />
            <ul className="theme-examples">
              {theme.examples.map(({ wave, line, field, text, matched }) => (
                <li key={`${wave} ${line} ${field}`}>
                  <MarkedText text={shown.text(text).slice(0, LONGEST)} spans={matched.map((span) => ({ ...span, color: 'var(--accent)' }))} />
                </li>
              ))}
            </ul>
          </li>
        )
      })}
    </ul>
  )
}
