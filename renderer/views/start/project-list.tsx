import { useMemo } from 'react'
import type { ProjectCard } from '../../../shared/protocol/engine-api'
import { useCommands, useWords } from '../../app/context'
import { figureInterval, figureScore } from '../../app/figure-text'
import { DataTable, type DataColumn } from '../../parts/data-table'

/** The projects, each with its score and what the score rests on. */
export function ProjectList({ cards }: { readonly cards: readonly ProjectCard[] }) {
  const words = useWords()
  const commands = useCommands()
  const columns = useMemo<readonly DataColumn<ProjectCard>[]>(() => {
    const { t, count, day, time } = words
    return [
      {
        id: 'name',
        header: t('start.project.name'),
        names: true,
        cell: (card) => (
          <button type="button" className="link" onClick={() => void commands.openProject(card.id, card.name)}>
            {card.name}
          </button>
        ),
      },
      {
        id: 'nps',
        header: t('slice.column.nps'),
        numeric: true,
        cell: ({ figure }) => (figure && figureScore(figure, words)) ?? '–',
      },
      {
        id: 'interval',
        header: t('slice.column.interval'),
        numeric: true,
        cell: ({ figure }) =>
          figure ? (
            <>
              {figureInterval(figure, words) ?? '–'}
              <span className="table-note">{t('slice.answers', { n: figure.n })}</span>
            </>
          ) : (
            '–'
          ),
      },
      { id: 'responses', header: t('start.project.responses'), numeric: true, cell: (card) => count(card.responses) },
      {
        id: 'changed',
        header: t('start.project.changed'),
        cell: (card) => (
          <time dateTime={card.changedAt} title={time(card.changedAt)}>
            {day(card.changedAt)}
          </time>
        ),
      },
    ]
  }, [words, commands])
  return <DataTable caption={words.t('start.projects')} columns={columns} rows={cards} rowId={(card) => card.id} />
}
