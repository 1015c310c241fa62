import type { Verbatim } from '../../../shared/protocol/engine-api'
import { keyText } from '../../app/code/code-list'
import { useCommands, useSession, useWords } from '../../app/context'
import { useKeyCap } from '../../app/keys/use-bindings'
import { Button } from '../../parts/button'

/** What a row stands for that others repeat, and whether something said goes to all of them. */
export function RowRepeats({ verbatim }: { readonly verbatim: Verbatim }) {
  const { t } = useWords()
  const commands = useCommands()
  const opened = useSession((state) => state.code.repeats?.open.some((key) => keyText(key) === keyText(verbatim)) ?? false)
  const caps = { open: useKeyCap('desk.key.open'), shut: useKeyCap('desk.key.shut') }
  const n = verbatim.repeats ?? 1
  if (n < 2) return null
  const act = opened ? 'shut' : 'open'
  return (
    <div className="read-repeats">
      <p>
        <span className="row-times">{t('repeats.times', { n })}</span> {t(opened ? 'repeats.opened.title' : 'repeats.times.title', { n })}
      </p>
      <Button onPress={() => void commands.openRepeats(verbatim, !opened)}>
        {t(`repeats.${act}`, { n })} {caps[act] === '' ? null : <kbd>{caps[act]}</kbd>}
      </Button>
    </div>
  )
}
