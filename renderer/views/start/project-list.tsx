import { useMemo, useState } from 'react'
import type { ProjectCard } from '../../../shared/protocol/engine-api'
import { useWords } from '../../app/context'
import { figureInterval, figureScore } from '../../app/figures/figure-text'
import type { Words } from '../../app/words/words'
import { DataTable, type DataColumn } from '../../parts/data-table'
import { IconButton } from '../../parts/icon-button'
import { ProjectName, removeWords } from './project-name'

/** The projects, each with its score and what the score rests on. */
export function ProjectList({ cards }: { readonly cards: readonly ProjectCard[] }) {
  const words = useWords()
  /** The project that is asked about: whether to remove it for good. */
  const [asked, setAsked] = useState<string | null>(null)
  const columns = useMemo<readonly DataColumn<ProjectCard>[]>(() => {
    const { t, count, day, time } = words
    return [
      {
        id: 'name',
        header: t('start.project.name'),
        names: true,
        cell: (card) => <ProjectName card={card} asked={card.id === asked} onKeep={() => setAsked(null)} />,
      },
      { id: 'nps', header: t('slice.column.nps'), numeric: true, cell: (card) => <CardScore card={card} words={words} /> },
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
      { id: 'responses', header: t('start.project.responses'), numeric: true, cell: (card) => (card.locked ? '–' : count(card.responses)) },
      {
        id: 'changed',
        header: t('start.project.changed'),
        cell: (card) => (
          <time dateTime={card.changedAt} title={time(card.changedAt)}>
            {day(card.changedAt)}
          </time>
        ),
      },
      {
        id: 'remove',
        header: t('start.project.actions'),
        cell: ({ id, name, file }) => (
          <IconButton
            icon="remove"
            label={removeWords(t, { name, file })}
            onPress={() => setAsked(asked === id ? null : id)}
          />
        ),
      },
    ]
  }, [words, asked])
  return <DataTable caption={words.t('start.projects')} columns={columns} rows={cards} rowId={(card) => card.id} />
}

function CardScore({ card: { figure }, words }: { readonly card: ProjectCard; readonly words: Words }) {
  const score = figure ? figureScore(figure, words) : null
  if (!figure || score === null) return '–'
  if (figure.base === 'ok') return score
  return (
    <span className="quiet">
      {score}
      <span className="table-note" title={words.t('slice.define.low')}>
        {words.t('slice.low')}
      </span>
    </span>
  )
}
