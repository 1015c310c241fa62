import { verbatimAt } from '../../app/code/code-list'
import { shiftedKey } from '../../app/code/code-keys'
import { chosenCodes } from '../../app/code/code-list-commands'
import { useCommands, useSession } from '../../app/context'
import { boundKeys } from '../../app/keys/key-bindings'
import { suggestedFor } from '../../app/code/suggested'
import { useKeys, type KeyMap } from '../../app/keys/use-keys'
import { focusList } from './focus-list'
import { useCodes } from './use-codes'

/** Gives the focus away once the window shows what it is told to, and before another key comes. */
const focusNext = (selector: string): void => queueMicrotask(() => document.querySelector<HTMLElement>(selector)?.focus())

/** The keys of the code screen; `CODE_SHORTCUTS` tells them. */
export function useCodeKeys(): void {
  const commands = useCommands()
  const filter = useSession((state) => state.filter)
  const { list, cursor, selection, picker, editor, why, focus } = useSession((state) => state.code)
  const bindings = useSession((state) => state.bindings)
  const verbatim = list ? verbatimAt(list, cursor) : null
  const [suggestion] = suggestedFor(useSession(({ words }) => words), verbatim)
  const given = verbatim?.tags.filter(({ has }) => has) ?? []

  const move = (by: number, extend = false): void => void commands.moveBy(by, extend)
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
    else if (focus) commands.setFocus(false)
    else if (selection.kind !== 'none') commands.clearSelection()
    focusList()
  }
  const here = (does: (at: NonNullable<typeof verbatim>) => void) => (): void => {
    if (verbatim) does(verbatim)
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
    ...Object.fromEntries(codeKeys),
    ...boundKeys(bindings, {
      'code.key.next': () => move(1),
      'code.key.previous': () => move(-1),
      'code.key.extend': () => move(1, true),
      'desk.key.extend-up': () => move(-1, true),
      'code.key.uncoded': () => void commands.moveToUncoded(),
      'code.key.select': () => void commands.toggleSelectedHere(),
      'code.key.all': commands.selectAll,
      'code.key.pick': () => commands.openPicker('add'),
      'code.key.remove': takeAway,
      'desk.key.nothing': () => void commands.toggleMark('nothing'),
      'desk.key.quote': () => void commands.toggleMark('quote'),
      'desk.key.note': () => {
        if (!focus) commands.showPart('read')
        commands.setNoting(true)
      },
      'desk.key.focus': () => {
        commands.setFocus(!focus)
        focusList()
      },
      'desk.key.open': here((at) => void commands.openRepeats(at, true)),
      'desk.key.shut': here((at) => void commands.openRepeats(at, false)),
      'code.key.edit': focus ? () => undefined : editFocused,
      'code.key.new': focus ? () => undefined : () => commands.editCode(null),
      'proof.why.key': () => {
        if (editor === null && !focus) commands.askWhy(null)
      },
      'words.key.refuse': () => {
        if (verbatim && suggestion) void commands.refuseSuggestion(verbatim, suggestion.code)
      },
      'words.key.accept': () => {
        if (verbatim && suggestion) return void commands.acceptSuggestion(verbatim, suggestion.code)
        commands.showPart('read')
        focusNext('.code-read')
      },
      'code.key.search': () => {
        commands.setFocus(false)
        commands.showPart('list')
        focusNext('[data-search]')
      },
    }),
    Escape: closeOne,
  }
  useKeys(map)
}
