import { memo, useEffect, useRef, useState, type DragEvent, type KeyboardEvent } from 'react'
import type { Figure } from '../../../shared/nps/types'
import type { Codebook } from '../../../shared/protocol/engine-api'
import { chosenCodes } from '../../app/code-list-commands'
import type { ShownCode } from '../../app/code-marks'
import { useCommands, useSession, useWords } from '../../app/context'
import { placeDropped, type CodePlace, type DropZone, type Move } from '../../app/code-moves'
import { figureSentence } from '../../app/figure-text'
import { Icon } from '../../parts/icon'
import { Swatch } from '../../parts/tag-chip'
import { CodeMenu, type CodeMenuPlace } from './code-menu'
import { useCodes } from './use-codes'

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
  const openMenu = (code: string, element: Element, point?: { readonly x: number; readonly y: number }): void => {
    const { left, bottom } = element.getBoundingClientRect()
    setMenu({ code, at: point ?? { x: left + 24, y: bottom } })
  }
  const placeAt = (event: DragEvent, on: string): { readonly zone: DropZone; readonly place: CodePlace | null } => {
    const { top, height } = event.currentTarget.getBoundingClientRect()
    const part = (event.clientY - top) / height
    const zone = part < 0.3 ? 'before' : part > 0.7 ? 'after' : 'inside'
    return { zone, place: dragged === null ? null : placeDropped(codes, dragged, on, zone) }
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
  const onKeyDown = (event: KeyboardEvent, code: ShownCode, place: number): void => {
    if (event.target !== event.currentTarget) return
    const step = event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey ? ALT_MOVES[event.key] : undefined
    if (step) {
      event.preventDefault()
      return void move(code.id, step)
    }
    if (event.key === 'ContextMenu' || (event.shiftKey && event.key === 'F10')) {
      event.preventDefault()
      return openMenu(code.id, event.currentTarget)
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
    <ul className="book-tree" role="tree" aria-label={t('code.book.tree')} ref={tree}>
      {codes.map((code, place) => (
        <li
          key={code.id}
          className={`book-code${code.id === editing ? ' is-edited' : ''}${code.id === dragged ? ' is-dragged' : ''}`}
          data-drop={drop?.on === code.id ? drop.zone : undefined}
          draggable
          onDragStart={(event) => {
            event.dataTransfer.effectAllowed = 'move'
            event.dataTransfer.setData('text/plain', code.name)
            setDragged(code.id)
          }}
          onDragEnd={() => {
            setDragged(null)
            setDrop(null)
          }}
          onDragOver={(event) => {
            const { zone, place: to } = placeAt(event, code.id)
            if (!to) return setDrop(null)
            event.preventDefault()
            event.stopPropagation()
            if (drop?.on !== code.id || drop.zone !== zone) setDrop({ on: code.id, zone })
          }}
          onDrop={(event) => {
            const { place: to } = placeAt(event, code.id)
            if (!to || dragged === null) return
            event.preventDefault()
            event.stopPropagation()
            void commands.placeCode(dragged, to)
          }}
          onContextMenu={(event) => {
            event.preventDefault()
            openMenu(code.id, event.currentTarget, { x: event.clientX, y: event.clientY })
          }}
          role="treeitem"
          aria-level={code.depth + 1}
          aria-selected={only.includes(code.id)}
          tabIndex={place === active ? 0 : -1}
          style={{ paddingInlineStart: `${8 + Math.min(code.depth, 4) * 16}px` }}
          title={code.description || undefined}
          onFocus={() => setAt(place)}
          onClick={(event) => void commands.filterByCode(code.id, event.ctrlKey || event.metaKey)}
          onKeyDown={(event) => onKeyDown(event, code, place)}
        >
          <CodeLine code={code} verbatims={codebook.verbatims} onMenu={openMenu} />
        </li>
      ))}
    </ul>
      {menu === null ? null : <CodeMenu place={menu} codes={codes} onMove={(id, step) => void move(id, step)} onClose={() => setMenu(null)} />}
    </>
  )
}

const ALT_MOVES: Readonly<Record<string, Move>> = { ArrowUp: 'up', ArrowDown: 'down', ArrowRight: 'in', ArrowLeft: 'out' }

const CodeLine = memo(function CodeLine({
  code,
  verbatims,
  onMenu,
}: {
  readonly code: ShownCode
  readonly verbatims: number
  readonly onMenu: (code: string, element: Element) => void
}) {
  const words = useWords()
  const { t, percent, count } = words
  const commands = useCommands()
  // A theme stands for what lies below it.
  const { n, figure } = code.withBelow ?? code
  const share = percent(verbatims === 0 ? 0 : n / verbatims)
  return (
    <>
      <kbd title={code.key ? t('code.book.key', { key: code.key.toUpperCase() }) : undefined}>
        {code.key?.toUpperCase()}
      </kbd>
      <Swatch color={code.color} />
      <span className="book-name">
        {code.name}
        {code.failing > 0 ? (
          <span className="book-failing" title={t('codes.failing.title', { n: code.failing })}>
            {' '}
            {t('codes.failing', { n: code.failing })}
          </span>
        ) : null}
      </span>
      <span className="book-n" title={t('code.book.n', { n, share })}>
        {count(n)} <span className="quiet">{share}</span>
      </span>
      <CodeFigure name={code.name} figure={figure} />
      <button
        type="button"
        className="book-edit book-more"
        tabIndex={-1}
        aria-haspopup="menu"
        aria-label={t('codes.menu', { code: code.name })}
        title={t('codes.menu', { code: code.name })}
        onClick={(event) => {
          event.stopPropagation()
          onMenu(code.id, event.currentTarget)
        }}
      >
        <Icon name="more" />
      </button>
      <button
        type="button"
        className="book-edit"
        tabIndex={-1}
        aria-label={t('code.book.edit', { code: code.name })}
        title={t('code.book.edit', { code: code.name })}
        onClick={(event) => {
          event.stopPropagation()
          commands.editCode(code.id)
        }}
      >
        <Icon name="edit" />
      </button>
    </>
  )
})

/** The score of those who mention the code: with its interval, greyed on a low base, not at all on a tiny one. */
function CodeFigure({ name, figure }: { readonly name: string; readonly figure: Figure | null }) {
  const words = useWords()
  const { t, score, bound } = words
  if (!figure || figure.n === 0) return null
  const { nps, low, high, base } = figure
  const sentence = figureSentence(name, figure, words)
  if (base === 'tiny' || nps === null || low === null || high === null)
    return (
      <span className="book-figure is-low" title={sentence}>
        {t('code.book.tiny')}
      </span>
    )
  return (
    <span className={base === 'low' ? 'book-figure is-low' : 'book-figure'} title={sentence}>
      {t('code.book.nps', { nps: score(nps), low: bound(low), high: bound(high) })}
      {base === 'low' ? ` · ${t('slice.low')}` : null}
    </span>
  )
}
