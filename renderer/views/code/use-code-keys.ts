import { verbatimAt } from '../../app/code-list'
import { shiftedKey } from '../../app/code-keys'
import { chosenCodes } from '../../app/code-list-commands'
import { WHY_KEY } from '../../app/code-shortcuts'
import { useCommands, useSession } from '../../app/context'
import { suggestedFor } from '../../app/suggested'
import { useKeys, type KeyMap } from '../../app/use-keys'
import { focusList } from './focus-list'
import { useCodes } from './use-codes'

/** Gives the focus away once the window shows what it is told to, and before another key comes. */
const focusNext = (selector: string): void => queueMicrotask(() => document.querySelector<HTMLElement>(selector)?.focus())

/** The keys of the code screen; `CODE_SHORTCUTS` tells them. */
export function useCodeKeys(): void {
  const commands = useCommands()
  const filter = useSession((state) => state.filter)
  const { list, cursor, selection, picker, editor, why } = useSession((state) => state.code)
  const verbatim = list ? verbatimAt(list, cursor) : null
  const [suggestion] = suggestedFor(useSession(({ words }) => words), verbatim)
  const given = verbatim?.tags.filter(({ has }) => has) ?? []

  const move = (by: number, extend = false): void => void commands.moveTo(cursor + by, extend)
  const editFocused = (): void => {
    const [only] = chosenCodes(filter)
    const code = given[0]?.code ?? only ?? verbatim?.tags[0]?.code
    if (code !== undefined) return commands.editCode(code)
    // Nothing says which: the codebook has the same key on each of its codes.
    commands.showPart('codes')
    focusNext('[role=treeitem][tabindex="0"]')
  }
  const takeAway = (): void => {
    const [one, ...more] = given
    if (selection.kind !== 'none' || more.length > 0) commands.openPicker('remove')
    else if (one) void commands.takeAway(one.code)
  }
  const closeOne = (): void => {
    if (picker !== null) commands.closePicker()
    else if (editor !== null) commands.closeEditor()
    else if (why !== null) commands.closeWhy()
    else if (selection.kind !== 'none') commands.clearSelection()
    focusList()
  }
  const codeKeys = [...useCodes().values()].flatMap(({ id, key }): [string, () => void][] => {
    if (key === null) return []
    const apply = (): void => void commands.toggleCode(id)
    const applyAndMove = (): void => {
      apply()
      if (selection.kind === 'none') move(1)
    }
    return [
      [key, apply],
      [shiftedKey(key), applyAndMove],
    ]
  })
  const map: KeyMap = {
    j: () => move(1),
    ArrowDown: () => move(1),
    k: () => move(-1),
    ArrowUp: () => move(-1),
    'Shift+J': () => move(1, true),
    'Shift+ArrowDown': () => move(1, true),
    'Shift+K': () => move(-1, true),
    'Shift+ArrowUp': () => move(-1, true),
    u: () => void commands.moveToUncoded(),
    x: () => commands.toggleSelected(cursor),
    Space: () => commands.toggleSelected(cursor),
    'Mod+A': commands.selectAll,
    t: () => commands.openPicker('add'),
    Backspace: takeAway,
    e: editFocused,
    n: () => commands.editCode(null),
    [WHY_KEY]: () => {
      if (editor === null) commands.askWhy(null)
    },
    'Shift+Backspace': () => {
      if (verbatim && suggestion) void commands.refuseSuggestion(verbatim, suggestion.code)
    },
    Enter: () => {
      if (verbatim && suggestion) return void commands.acceptSuggestion(verbatim, suggestion.code)
      commands.showPart('read')
      focusNext('.code-read')
    },
    '/': () => {
      commands.showPart('list')
      focusNext('[data-search]')
    },
    Escape: closeOne,
    ...Object.fromEntries(codeKeys),
  }
  useKeys(map)
}
