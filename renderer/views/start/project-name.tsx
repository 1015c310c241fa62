import { useEffect, useRef } from 'react'
import type { ProjectCard } from '../../../shared/protocol/engine-api'
import { useCommands, useWords } from '../../app/context'
import { Button } from '../../parts/button'

/** Opens a project; under it, when somebody wants it gone, the question that only erasing asks. */
export function ProjectName({
  card: { id, name },
  asked,
  onKeep,
}: {
  readonly card: ProjectCard
  readonly asked: boolean
  readonly onKeep: () => void
}) {
  const { t } = useWords()
  const commands = useCommands()
  const question = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (asked) question.current?.querySelector('button')?.focus()
  }, [asked])
  return (
    <>
      <button type="button" className="link" onClick={() => void commands.openProject(id, name)}>
        {name}
      </button>
      {asked ? (
        <div
          className="remove-question"
          ref={question}
          role="group"
          aria-label={t('start.project.remove', { project: name })}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onKeep()
          }}
        >
          <p>{t('start.project.remove.ask')}</p>
          <Button onPress={onKeep}>{t('start.project.remove.no')}</Button>
          <Button onPress={() => void commands.removeProject(id, name)}>{t('start.project.remove.yes')}</Button>
        </div>
      ) : null}
    </>
  )
}
