import { useMemo, useState } from 'react'
import type { ProjectView } from '../../../shared/protocol/engine-api'
import { isOfDesk } from '../../../shared/query/desk-clauses'
import type { Clause } from '../../../shared/query/types'
import { useCommands, useSession, useWords } from '../../app/context'
import { clauseOf, placeOf, putBack, takeUp, type Draft } from '../../app/filter/filter-edit'
import { filterTopics } from '../../app/filter/filter-topics'
import { findScore } from '../../app/words/find-words'
import { ComboList } from '../../parts/combo-list'
import { DeskStep } from './desk-step'
import { CodesStep } from './codes-step'
import { TextStep } from './text-step'
import { ValuesStep } from './values-step'

/** What looks at further responses is made elsewhere: here something else takes its place. */
const draftOf = (clause: Clause | null): Draft | null => (clause?.kind === 'except' || clause?.kind === 'moved' ? null : clause)

/** What a condition is about, then what it asks for. Every choice takes effect at once. */
export function ConditionEditor({
  project,
  at: first,
  onDone,
}: {
  readonly project: ProjectView
  /** Its place in the filter; after the last for a new one. */
  readonly at: number
  readonly onDone: () => void
}) {
  const { setFilter } = useCommands()
  const filter = useSession((state) => state.filter)
  const [taken, setTaken] = useState(() => takeUp(filter, first))
  const [draft, setDraft] = useState<Draft | null>(draftOf(taken.taken))

  const start = (chosen: Draft): void => {
    // There is nothing about it to choose.
    if (chosen.kind === 'changed' || chosen.kind === 'suggested') {
      void setFilter([...filter.filter(({ kind }) => kind !== chosen.kind), chosen])
      return onDone()
    }
    const next = takeUp(filter, placeOf(filter, chosen))
    setTaken(next)
    setDraft(draftOf(next.taken) ?? chosen)
  }
  const change = (next: Draft): void => {
    setDraft(next)
    void setFilter(putBack(taken, clauseOf(next, taken.taken?.source)))
  }
  const others = useMemo(() => putBack(taken, null), [taken])
  const back = (): void => setDraft(null)
  const search = (text: string): void => {
    void setFilter([...filter, { kind: 'text', text }])
    onDone()
  }

  if (!draft) return <TopicStep project={project} onChoose={start} onSearch={search} />
  if (isOfDesk(draft)) return <DeskStep project={project} draft={draft} onChange={change} onBack={back} onDone={onDone} />
  switch (draft.kind) {
    case 'values':
      return <ValuesStep project={project} draft={draft} where={others} onChange={change} onBack={back} onDone={onDone} />
    case 'codes':
      return <CodesStep draft={draft} onChange={change} onBack={back} onDone={onDone} />
    case 'text':
      return <TextStep draft={draft} onChange={change} onBack={back} onDone={onDone} />
  }
}

const TYPED = 'typed'

function TopicStep({
  project,
  onChoose,
  onSearch,
}: {
  readonly project: ProjectView
  readonly onChoose: (draft: Draft) => void
  /** Asks for comments with the words typed. */
  readonly onSearch: (text: string) => void
}) {
  const words = useWords()
  const { t } = words
  const [query, setQuery] = useState('')
  const typed = query.trim()
  const topics = filterTopics(project, words).filter(({ label }) => findScore(query, label) > 0)
  const options = topics.map(({ id, label, group }) => ({ id, label, group }))
  const own = typed === '' ? [] : [{ id: TYPED, label: t('filter.text', { text: typed }), group: t('filter.topics.comment') }]
  return (
    <ComboList
      label={t('filter.about')}
      placeholder={t('filter.about.placeholder')}
      query={query}
      onQuery={setQuery}
      options={own.length === 0 ? options : [...options.filter(({ id }) => id !== 'text'), ...own]}
      onChoose={(id) => {
        if (id === TYPED) return onSearch(typed)
        const topic = topics.find((each) => each.id === id)
        if (topic) onChoose(topic.draft)
      }}
    />
  )
}
