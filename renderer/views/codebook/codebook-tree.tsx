import { useEffect, useRef, useState, type DragEvent, type KeyboardEvent, type SyntheticEvent } from 'react'
import type { Codebook } from '../../../shared/protocol/engine-api'
import { chosenCodes } from '../../app/code/code-list-commands'
import { useCommands, useSession, useWords } from '../../app/context'
import { placeDropped, type CodePlace, type DropZone, type Move } from '../../app/codebook/code-moves'
import { CodeMenu, type CodeMenuPlace } from './code-menu'
import { CodeRow, menuBelow } from './code-row'
import { useCodes } from '../code/use-codes'

/** The codes as a tree. Arrow keys move, the space bar or a click filters, Enter or E opens the editor. */
export function CodebookTree({ codebook }: { readonly codebook: Codebook }) {
  const { t } = useWords()
  const commands = useCommands()
  const codes = [...useCodes().values()]
  const chosen = useSession((state) => state.filter)
  const editing = useSession((state) => state.code.editor?.code ?? null)
  const tree = useRef<HTMLUListElement>(null)
  const [at, setAt] = useState(0)
  const active = Math.min(at, codes.length - 1)
  const only = chosenCodes(chosen)
  const [menu, setMenu] = useState<CodeMenuPlace | null>(null)
  const [drop, setDrop] = useState<{ readonly on: string; readonly zone: DropZone } | null>(null)
  const [dragged, setDragged] = useState<string | null>(null)
  /** The code that is to have the focus once the codebook is there in its new order. */
  const following = useRef<string | null>(null)
  const move = async (id: string, step: Move): Promise<void> => {
    following.current = id
    await commands.moveCode(id, step)
    requestAnimationFrame(() => (following.current = null))
  }
  const placeAt = (event: DragEvent): { readonly on: string; readonly zone: DropZone; readonly place: CodePlace | null } | null => {
    const row = rowOf(event)
    if (!row) return null
    const { top, height } = row.element.getBoundingClientRect()
    const part = (event.clientY - top) / height
    const zone = part < 0.3 ? 'before' : part > 0.7 ? 'after' : 'inside'
    return { on: row.id, zone, place: dragged === null ? null : placeDropped(codes, dragged, row.id, zone) }
  }

  const focusOn = (place: number): void => {
    const next = Math.max(0, Math.min(place, codes.length - 1))
    setAt(next)
    tree.current?.querySelectorAll<HTMLElement>('[role=treeitem]')[next]?.focus()
  }
  useEffect(() => {
    const place = codes.findIndex(({ id }) => id === following.current)
    if (place >= 0 && tree.current?.querySelectorAll<HTMLElement>('[role=treeitem]')[place] !== document.activeElement) focusOn(place)
  })
  const onKeyDown = (event: KeyboardEvent): void => {
    const row = rowOf(event)
    const place = codes.findIndex(({ id }) => id === row?.id)
    const code = codes[place]
    // Keys on a button within the row are the button's.
    if (!row || !code || event.target !== row.element) return
    const step = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey ? ALT_MOVES[event.key] : undefined
    if (step) {
      event.preventDefault()
      return void move(code.id, step)
    }
    if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')) {
      event.preventDefault()
      return setMenu(menuBelow(code.id, row.element))
    }
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    const parent = codes.findIndex(({ id }) => id === code.parent)
    const does: Readonly<Record<string, () => void>> = {
      ArrowDown: () => focusOn(place + 1),
      ArrowUp: () => focusOn(place - 1),
      Home: () => focusOn(0),
      End: () => focusOn(codes.length - 1),
      ArrowLeft: () => focusOn(parent < 0 ? place : parent),
      ' ': () => void commands.filterByCode(code.id),
      Enter: () => commands.editCode(code.id),
      e: () => commands.editCode(code.id),
    }
    const run = does[event.key]
    if (!run) return
    event.preventDefault()
    run()
  }
  return (
    <>
    <ul
      className="book-tree"
      role="tree"
      aria-label={t('code.book.tree')}
      ref={tree}
      onDragStart={(event) => {
        const row = rowOf(event)
        if (!row) return
        event.dataTransfer.effectAllowed = 'move'
        event.dataTransfer.setData('text/plain', codes.find(({ id }) => id === row.id)?.name ?? '')
        setDragged(row.id)
      }}
      onDragEnd={() => {
        setDragged(null)
        setDrop(null)
      }}
      onDragOver={(event) => {
        const over = placeAt(event)
        if (!over?.place) return setDrop(null)
        event.preventDefault()
        event.stopPropagation()
        if (drop?.on !== over.on || drop.zone !== over.zone) setDrop({ on: over.on, zone: over.zone })
      }}
      onDrop={(event) => {
        const to = placeAt(event)?.place
        if (!to || dragged === null) return
        event.preventDefault()
        event.stopPropagation()
        void commands.placeCode(dragged, to)
      }}
      onContextMenu={(event) => {
        const row = rowOf(event)
        if (!row) return
        event.preventDefault()
        setMenu({ code: row.id, at: { x: event.clientX, y: event.clientY } })
      }}
      onFocus={(event) => {
        const row = rowOf(event)
        if (row) setAt(codes.findIndex(({ id }) => id === row.id))
      }}
      onClick={(event) => {
        const row = rowOf(event)
        if (row) void commands.filterByCode(row.id, event.ctrlKey || event.metaKey)
      }}
      onKeyDown={onKeyDown}
    >
      {codes.map((code, place) => (
        <CodeRow
          key={code.id}
          code={code}
          verbatims={codebook.verbatims}
          isActive={place === active}
          isChosen={only.includes(code.id)}
          isEdited={code.id === editing}
          isDragged={code.id === dragged}
          drop={drop?.on === code.id ? drop.zone : undefined}
          onMenu={setMenu}
        />
      ))}
    </ul>
      {menu === null ? null : <CodeMenu place={menu} codes={codes} onMove={(id, step) => void move(id, step)} onClose={() => setMenu(null)} />}
    </>
  )
}

/** The row that an event is about, and its code. */
function rowOf({ target }: Pick<SyntheticEvent, 'target'>): { readonly id: string; readonly element: HTMLElement } | null {
  const element = target instanceof Element ? target.closest<HTMLElement>('.book-code') : null
  const id = element?.dataset['code']
  return element && id !== undefined ? { id, element } : null
}

const ALT_MOVES: Readonly<Record<string, Move>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' }
