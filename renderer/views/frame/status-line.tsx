import { useSession, useWords } from '../../app/context'

/** How much the figures rest on, how they are made, and whether the work is safe. */
export function StatusLine({ desktop }: { readonly desktop: boolean }) {
  const { t } = useWords()
  const project = useSession((state) => state.project)
  if (!project) return <footer className="status-line">{desktop ? null : <span>{t('status.local')}</span>}</footer>
  const rejected = project.waves.reduce((sum, wave) => sum + wave.rejected, 0)
  return (
    <footer className="status-line">
      <span>{t('status.responses', { n: project.accepted })}</span>
      <span>{t('status.scored', { n: project.scored })}</span>
      {rejected > 0 ? <span>{t('status.rejected', { n: rejected })}</span> : null}
      <span>{t('status.interval')}</span>
      <span className="status-saved">
        {project.unsaved > 0 ? t('status.unsaved', { n: project.unsaved }) : t('status.saved')}
      </span>
      {desktop ? null : <span>{t('status.local')}</span>}
    </footer>
  )
}
