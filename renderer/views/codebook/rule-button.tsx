import { useCommands, useSession, useWords } from '../../app/context'
import { rulesInto } from '../../app/codebook/words-commands'
import { Icon } from '../../parts/icon'
import { useCodes } from '../code/use-codes'

/** Makes a rule of a word: of a new code, or of the one that rules are added to. The key R of the row does the same. */
export function RuleButton({ name, rule }: { readonly name: string; readonly rule: string }) {
  const { t } = useWords()
  const commands = useCommands()
  const code = useCodes().get(useSession(rulesInto) ?? '')
  const label = code ? t('words.rule.add', { word: name, code: code.name }) : t('words.rule.new', { word: name })
  return (
    <button type="button" className="book-edit" tabIndex={-1} aria-label={label} title={label} onClick={() => commands.ruleFrom(name, rule)}>
      <Icon name="plus" />
    </button>
  )
}
