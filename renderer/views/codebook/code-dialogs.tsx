import { useCommands, useSession } from '../../app/context'
import { ExampleDialog } from './example-dialog'
import { HistoryDialog } from './versions-dialog'
import { MergeDialog } from './merge-dialog'
import { SplitDialog } from './split-dialog'

/** What the codebook asks or shows over the screen. */
export function CodeDialogs() {
  const commands = useCommands()
  const dialog = useSession((state) => state.code.dialog)
  const close = (): void => commands.openCodeDialog(null)
  switch (dialog?.kind) {
    case undefined:
      return null
    case 'example':
      return <ExampleDialog onClose={close} />
    case 'history':
      return <HistoryDialog onClose={close} />
    case 'merge':
      return <MergeDialog code={dialog.code} onClose={close} />
    case 'split':
      return <SplitDialog code={dialog.code} onClose={close} />
  }
}
