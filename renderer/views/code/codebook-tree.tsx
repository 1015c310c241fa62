import { memo, useRef, useState, type KeyboardEvent } from 'react'
import type { Figure } from '../../../shared/nps/types'
import type { Codebook } from '../../../shared/protocol/engine-api'
import { chosenCodes } from '../../app/code-list-commands'
import type { ShownCode } from '../../app/code-marks'
import { useCommands, useSession, useWords } from '../../app/context'
import { figureSentence } from '../../app/figure-text'
import { Icon } from '../../parts/icon'
import { Swatch } from '../../parts/tag-chip'
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

  const focusOn = (place: number): void => {
    const next = Math.max(0, Math.min(place, codes.length - 1))
    setAt(next)
    tree.current?.querySelectorAll<HTMLElement>('[role=treeitem]')[next]?.focus()
  }
  const onKeyDown = (event: KeyboardEvent, code: ShownCode, place: number): void => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    if (event.target !== event.currentTarget) return
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
    <ul className="book-tree" role="tree" aria-label={t('code.book.tree')} ref={tree}>
      {codes.map((code, place) => (
        <li
          key={code.id}
          className={code.id === editing ? 'book-code is-edited' : 'book-code'}
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
          <CodeLine code={code} verbatims={codebook.verbatims} />
        </li>
      ))}
    </ul>
  )
}

const CodeLine = memo(function CodeLine({ code, verbatims }: { readonly code: ShownCode; readonly verbatims: number }) {
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
