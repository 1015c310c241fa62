import { MOVES, placeAfter, type Move } from '../../app/codebook/code-moves'
import type { ShownCode } from '../../app/code/code-marks'
import { useCommands, useWords } from '../../app/context'
import { keyLabel } from '../../app/keys/shortcut'
import { Menu } from '../../parts/menu'

export interface CodeMenuPlace {
  readonly code: string
  readonly at: { readonly x: number; readonly y: number }
}

const KEYS: Readonly<Record<Move, string>> = { up: 'Alt+ArrowUp', down: 'Alt+ArrowDown', in: 'Alt+ArrowRight', out: 'Alt+ArrowLeft' }

/** What can be done with a code of the tree. */
export function CodeMenu({
  place: { code, at },
  codes,
  onMove,
  onClose,
}: {
  readonly place: CodeMenuPlace
  readonly codes: readonly ShownCode[]
  readonly onMove: (code: string, move: Move) => void
  readonly onClose: () => void
}) {
  const { t } = useWords()
  const commands = useCommands()
  const name = codes.find(({ id }) => id === code)?.name ?? ''
  return (
    <Menu
      label={t('codes.menu', { code: name })}
      at={at}
      onClose={onClose}
      items={[
        { label: t('codes.menu.edit'), keys: keyLabel('Enter'), onPress: () => commands.editCode(code) },
        ...MOVES.map((move, place) => ({
          label: t(`codes.menu.${move}`),
          keys: keyLabel(KEYS[move]),
          disabled: placeAfter(codes, code, move) === null,
          begins: place === 0,
          onPress: () => onMove(code, move),
        })),
        { label: t('audit.open'), disabled: (codes.find(({ id }) => id === code)?.rule ?? '').trim() === '', onPress: () => void commands.openAudit(code) },
        { label: t('codes.menu.merge'), begins: true, disabled: codes.length < 2, onPress: () => commands.openCodeDialog({ kind: 'merge', code }) },
        { label: t('codes.menu.split'), onPress: () => commands.openCodeDialog({ kind: 'split', code }) },
        { label: t('codes.menu.archive'), begins: true, onPress: () => void commands.archiveCode(code) },
        { label: t('codes.menu.remove'), onPress: () => void commands.removeFromBook(code) },
      ]}
    />
  )
}
