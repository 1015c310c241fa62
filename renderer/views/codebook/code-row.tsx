import { memo } from 'react'
import type { Figure } from '../../../shared/nps/types'
import type { ShownCode } from '../../app/code/code-marks'
import type { DropZone } from '../../app/codebook/code-moves'
import { useCommands, useWords } from '../../app/context'
import { figureSentence } from '../../app/figures/figure-text'
import { Icon } from '../../parts/icon'
import { Swatch } from '../../parts/tag-chip'
import type { CodeMenuPlace } from './code-menu'

/** The menu of a code, opened below what was pressed. */
export function menuBelow(code: string, element: Element): CodeMenuPlace {
  const { left, bottom } = element.getBoundingClientRect()
  return { code, at: { x: left + 24, y: bottom } }
}

/** A code in the tree, with how often it is mentioned and the score of those who do. What is done with it, the tree hears. */
export const CodeRow = memo(function CodeRow({
  code,
  verbatims,
  isActive,
  isChosen,
  isEdited,
  isDragged,
  drop,
  onMenu,
}: {
  readonly code: ShownCode
  readonly verbatims: number
  /** The one that the Tab key comes to. */
  readonly isActive: boolean
  readonly isChosen: boolean
  readonly isEdited: boolean
  readonly isDragged: boolean
  readonly drop: DropZone | undefined
  readonly onMenu: (place: CodeMenuPlace) => void
}) {
  return (
    <li
      className={`book-code${isEdited ? ' is-edited' : ''}${isDragged ? ' is-dragged' : ''}`}
      data-code={code.id}
      data-drop={drop}
      draggable
      role="treeitem"
      aria-level={code.depth + 1}
      aria-selected={isChosen}
      tabIndex={isActive ? 0 : -1}
      style={{ paddingInlineStart: `${8 + Math.min(code.depth, 4) * 16}px` }}
      title={code.description || undefined}
    >
      <CodeLine code={code} verbatims={verbatims} onMenu={onMenu} />
    </li>
  )
})

function CodeLine({
  code,
  verbatims,
  onMenu,
}: {
  readonly code: ShownCode
  readonly verbatims: number
  readonly onMenu: (place: CodeMenuPlace) => void
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
        {code.isRuleWrong ? (
          <span className="book-failing" title={t('codes.rule-wrong.title')}>
            {' '}
            {t('codes.rule-wrong')}
          </span>
        ) : null}
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
          onMenu(menuBelow(code.id, event.currentTarget))
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
}

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
