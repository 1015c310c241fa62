import { useEffect, useState } from 'react'
import { useCommands, useSession, useWords } from '../../app/context'
import { QUEUES, queueOf } from '../../app/code/queues'
import { Select } from '../../parts/select'

/** The list itself comes first. */
const PAUSE_MS = 200

/** What to read next, the answers to which question, and whether those that say the same are one row. */
export function ListQueues() {
  const { t } = useWords()
  const commands = useCommands()
  const queue = useSession((state) => queueOf(state.filter))
  const counts = useSession((state) => state.code.queues)
  const filter = useSession((state) => state.filter)
  const codebook = useSession((state) => state.code.codebook)
  const grouped = useSession((state) => state.code.repeats !== null)
  const hasCodes = (codebook?.codes.length ?? 0) > 0

  useEffect(() => {
    if (!hasCodes) return
    const timer = setTimeout(() => void commands.countQueues(), PAUSE_MS)
    return () => clearTimeout(timer)
  }, [commands, filter, codebook, hasCodes])

  return (
    <div className="list-queues">
      {hasCodes ? (
        <Select
          label={t('queue.label')}
          hideLabel
          value={queue ?? 'all'}
          options={[
            { value: 'all', label: t('queue.all') },
            ...QUEUES.map((value) => {
              const n = counts[value]
              const name = t(`queue.${value}`)
              return { value, label: n === undefined ? name : t('queue.option', { queue: name, n }) }
            }),
          ]}
          onChange={(value) => void commands.showQueue(QUEUES.find((each) => each === value) ?? null)}
        />
      ) : null}
      <Questions />
      <button
        type="button"
        className="filter-chip"
        aria-pressed={grouped}
        title={t('repeats.group.title')}
        onClick={() => void commands.groupRepeats(!grouped)}
      >
        {t('repeats.group')}
      </button>
    </div>
  )
}

/** Which open question, where there are several. */
function Questions() {
  const { t } = useWords()
  const commands = useCommands()
  const fields = useSession((state) => state.project?.fields)
  const filter = useSession((state) => state.filter)
  // Counted anew a little after what changes it, not with every tag.
  const codebook = useSession((state) => state.code.codebook)
  const questions = fields?.filter(({ role }) => role === 'comment') ?? []
  const key = questions.map(({ id }) => id).join(' ')
  const several = questions.length > 1
  const [counts, setCounts] = useState<readonly number[] | null>(null)
  const chosen = filter.find((clause) => clause.kind === 'question')

  useEffect(() => {
    if (!several) return
    let wanted = true
    const timer = setTimeout(() => {
      void commands.countQuestions(key.split(' ')).then((found) => {
        if (wanted) setCounts(found)
      })
    }, PAUSE_MS)
    return () => {
      wanted = false
      clearTimeout(timer)
    }
  }, [commands, key, several, filter, codebook])

  if (!several) return null
  return (
    <Select
      label={t('question.label')}
      hideLabel
      value={chosen?.fields.length === 1 ? chosen.fields[0]! : ''}
      options={[
        { value: '', label: t('question.all') },
        ...questions.map(({ id, name }, at) => {
          const n = counts?.[at]
          return { value: id, label: n === undefined ? t('question.option.plain', { question: name }) : t('question.option', { question: name, n }) }
        }),
      ]}
      onChange={(value) => void commands.showQuestion(value === '' ? null : value)}
    />
  )
}
