import { useCommands, useSession, useWords } from '../../app/context'
import { Empty } from '../../parts/empty'

/** A project without responses: a file is needed first. */
export function NoResponses({ title, hint }: { readonly title: string; readonly hint: string }) {
  const { t } = useWords()
  const commands = useCommands()
  const disabled = useSession((state) => state.work !== null)
  const action = { label: t('start.choose'), onPress: () => void commands.chooseFile(), disabled }
  return <Empty title={title} hint={hint} action={action} />
}
