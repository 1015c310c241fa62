import { useCommands, useWords } from '../../app/context'
import { Empty } from '../../parts/empty'

/** A project of comments alone: no figure can be made of it, but it can be coded. */
export function NoScores() {
  const { t } = useWords()
  const commands = useCommands()
  const action = { label: t('compare.themes.go'), onPress: () => void commands.show('code') }
  return <Empty title={t('slice.no-scores')} hint={t('slice.no-scores.hint')} action={action} />
}
