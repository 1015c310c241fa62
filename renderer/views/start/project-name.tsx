import { useEffect, useRef } from 'react'
import type { ProjectCard } from '../../../shared/protocol/engine-api'
import { useCommands, useSession, useWords } from '../../app/context'
import type { Words } from '../../app/words/words'
import { Button } from '../../parts/button'
import { Icon } from '../../parts/icon'

/** A file of the person's only leaves the list; what the app keeps is gone for good. */
export const removeWords = (t: Words['t'], { name, file }: Pick<ProjectCard, 'name'> & { readonly file: string | undefined }): string =>
  t(file === undefined ? 'start.project.remove' : 'start.project.forget', { project: name })

/** Opens a project; under it, when somebody wants it gone, the question that only erasing asks. */
export function ProjectName({
  card: { id, name, file, missing, ahead, locked, conflicts = [] },
  asked,
  onKeep,
}: {
  readonly card: ProjectCard
  readonly asked: boolean
  readonly onKeep: () => void
}) {
  const { t } = useWords()
  const commands = useCommands()
  const open = useSession((state) => state.project?.id === id)
  const link = useRef<HTMLButtonElement>(null)
  const question = useRef<HTMLDivElement>(null)
  /** What was pressed has gone: its project is the next best place, or the heading when that has gone as well. */
  const refocus = (): void => {
    requestAnimationFrame(() => {
      if (document.activeElement !== document.body) return
      const place = link.current ?? document.querySelector<HTMLElement>('main h1')
      place?.focus()
    })
  }
  const keep = (): void => {
    onKeep()
    refocus()
  }
  useEffect(() => {
    if (asked) question.current?.querySelector('button')?.focus()
  }, [asked])
  return (
    <>
      <button type="button" className="link" ref={link} onClick={() => void commands.openProject(id, name)}>
        {name}
      </button>
      {locked ? (
        <span className="table-note project-locked">
          <Icon name="lock" /> {t('password.locked')}
        </span>
      ) : null}
      {file === undefined ? null : (
        <span className={missing ? 'table-note project-missing' : 'table-note'}>
          {t(missing ? 'start.project.missing' : 'start.project.file', { file })}
        </span>
      )}
      {ahead && !open ? <span className="table-note project-missing">{t('start.project.ahead')}</span> : null}
      {conflicts.length > 0 ? (
        <span className="table-note project-missing">{t('start.project.conflict', { n: conflicts.length, files: conflicts.join(', ') })}</span>
      ) : null}
      {open ? (
        <span className="table-note project-open">
          {t('start.project.open')}
          <button type="button" className="link" onClick={() => void commands.closeProject().then(refocus)}>
            {t('start.project.close')}
          </button>
        </span>
      ) : null}
      {asked ? (
        <div
          className="remove-question"
          ref={question}
          role="group"
          aria-label={removeWords(t, { name, file })}
          onKeyDown={(event) => {
            if (event.key === 'Escape') keep()
          }}
        >
          <p>{file === undefined ? t('start.project.remove.ask') : t('start.project.forget.ask', { file })}</p>
          <Button onPress={keep}>{t('start.project.remove.no')}</Button>
          <Button onPress={() => void commands.removeProject(id, name).then(refocus)}>
            {t(file === undefined ? 'start.project.remove.yes' : 'start.project.forget.yes')}
          </Button>
        </div>
      ) : null}
    </>
  )
}
