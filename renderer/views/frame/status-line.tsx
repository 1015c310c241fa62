import { useCommands, useSession, useWords } from '../../app/context'
import type { HostKind } from '../../app/project/safety'
import { Icon } from '../../parts/icon'
import { StatusSaved } from './saved'

/** How many responses are looked at, what the figures rest on and how they are made, and whether the work is safe. */
export function StatusLine({ host }: { readonly host: HostKind }) {
  const { t, percent } = useWords()
  const commands = useCommands()
  const project = useSession((state) => state.project)
  const responses = useSession((state) => state.responses)
  const filtered = useSession((state) => state.filter.length > 0)
  const importing = useSession((state) => state.work?.label === 'work.import')
  const codebook = useSession((state) => state.code.codebook)
  // Where counts are heard is there before there are any.
  if (!project)
    return (
      <footer className="status-line">
        <span role="status" />
        {host === 'browser' ? <span>{t('status.local')}</span> : null}
      </footer>
    )
  const { interval, perPerson } = project.method
  const rejected = project.waves.reduce((sum, wave) => sum + wave.rejected, 0)
  const all = project.accepted
  const some = responses !== null && responses !== all
  // While they are counted or stored: better no number than a wrong one.
  const unknown = (filtered && responses === null) || (importing && all === 0)
  return (
    <footer className="status-line">
      <span role="status">{unknown ? '' : some ? t('status.some', { n: responses, all }) : t('status.responses', { n: all })}</span>
      {project.codes > 0 ? (
        <span>{t('codes.status', { version: project.codebookVersion, n: project.codes })}</span>
      ) : null}
      {codebook && codebook.codes.length > 0 && codebook.verbatims > 0 ? (
        <span title={t('status.coverage.hint', { coded: codebook.coded, verbatims: codebook.verbatims })}>
          {t('status.coverage', { share: percent(codebook.coded / codebook.verbatims) })}
        </span>
      ) : null}
      {rejected > 0 ? <span>{t('status.rejected', { n: rejected })}</span> : null}
      {project.scored > 0 ? (
        <button type="button" className="status-method link" title={t('method.title')} onClick={() => commands.openLayer('method')}>
          {t('status.interval', { method: t(`method.interval.${interval}`) })}
          {perPerson ? ` · ${t('method.person.short')}` : ''}
        </button>
      ) : null}
      {project.anonymity ? (
        <button type="button" className="status-method link" onClick={() => commands.openLayer('anonymous')}>
          {t('anonymous.badge', { people: project.anonymity.people })}
        </button>
      ) : null}
      {project.locked ? (
        <span className="status-locked">
          <Icon name="lock" /> {t('password.locked')}
        </span>
      ) : null}
      <StatusSaved host={host} />
      {host === 'browser' ? <MayGo /> : null}
    </footer>
  )
}

/** A browser that may clear what it keeps is best not relied upon. */
function MayGo() {
  const { t, locale } = useWords()
  const { exportAs } = useCommands()
  const mayGo = useSession((state) => state.lasts === false)
  const busy = useSession((state) => state.work !== null)
  if (!mayGo) return null
  return (
    <button type="button" className="status-method link" title={t('status.local.may-go.hint')} disabled={busy} onClick={() => void exportAs('project', locale)}>
      {t('status.local.may-go')}
    </button>
  )
}
