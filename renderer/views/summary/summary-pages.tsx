import { useMemo, useRef, type KeyboardEvent } from 'react'
import { EARSHOT_BRAND } from '../../../shared/report/layout/brand'
import { layOut } from '../../../shared/report/layout/lay-out'
import type { Outline } from '../../../shared/report/outline'
import { useCommands, useSession, useWords } from '../../app/context'
import { DeckPage, type DeckLinks } from '../../parts/deck-page'
import { IconButton } from '../../parts/icon-button'
import { SummaryOutline } from './summary-outline'

/** The outline at left, the page that it points to beside it. The same keys turn the pages in both. */
export function SummaryPages({ outline }: { readonly outline: Outline }) {
  const { t } = useWords()
  const commands = useCommands()
  const place = useSession((state) => state.summary.page)
  const brand = useSession((state) => state.summary.brand) ?? EARSHOT_BRAND
  const pages = useMemo(() => layOut(outline, brand), [outline, brand])
  const list = useRef<HTMLOListElement>(null)
  const at = Math.min(place, pages.length - 1)
  const page = pages[at]

  const links = useMemo((): DeckLinks => {
    const labels = new Map(outline.queries.map(({ id, label }) => [id, label]))
    return { open: (ref) => void commands.openCounted(ref), titleOf: (ref) => t('summary.open', { label: labels.get(ref) ?? '' }) }
  }, [outline, commands, t])

  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const moves = new Map([
      ['ArrowDown', at + 1],
      ['ArrowRight', at + 1],
      ['PageDown', at + 1],
      ['ArrowUp', at - 1],
      ['ArrowLeft', at - 1],
      ['PageUp', at - 1],
      ['Home', 0],
      ['End', pages.length - 1],
    ])
    const next = moves.get(event.key)
    if (next === undefined || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    const reached = Math.max(0, Math.min(next, pages.length - 1))
    commands.showPage(reached)
    const button = list.current?.children[reached]?.querySelector('button')
    if (list.current?.contains(event.target as Node)) button?.focus()
  }

  if (!page) return null
  const name = t('summary.page', { n: at + 1, all: pages.length, title: page.title })
  return (
    <>
      <SummaryOutline pages={pages} at={at} outline={outline} brand={brand} onKeyDown={onKeyDown} list={list} />
      <div className="summary-page">
        <div className="summary-turn">
          <IconButton
            icon="up"
            label={t('summary.previous')}
            disabled={at === 0}
            onPress={() => commands.showPage(at - 1)}
          />
          <IconButton
            icon="down"
            label={t('summary.next')}
            disabled={at === pages.length - 1}
            onPress={() => commands.showPage(at + 1)}
          />
          <span>{t('summary.position', { n: at + 1, all: pages.length })}</span>
          <span className="quiet">{t('summary.keys')}</span>
        </div>
        <div className="summary-paper" role="region" aria-label={name} tabIndex={0} onKeyDown={onKeyDown}>
          <DeckPage title={page.title} blocks={[...page.frame, ...page.blocks]} locale={outline.locale} brand={brand} links={links} />
        </div>
        <details className="summary-notes">
          <summary>{t('summary.notes')}</summary>
          <div lang={outline.locale}>
            {page.notes.map((note) => (
              <p key={note}>{note}</p>
            ))}
          </div>
        </details>
      </div>
    </>
  )
}
