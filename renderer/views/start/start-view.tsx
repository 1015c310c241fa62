import { useCommands, useSession, useWords } from '../../app/context'
import { Button } from '../../parts/button'
import { Icon } from '../../parts/icon'
import { ProjectList } from './project-list'

/** Where was I? A place to drop a file, the sample for those who are new, and the projects of this computer. */
export function StartView() {
  const { t } = useWords()
  const cards = useSession((state) => state.cards)
  const first = cards !== null && cards.length === 0
  return (
    <div className="view start-view">
      <div className="start-open">
        <h1 tabIndex={-1}>{t('start.open')}</h1>
        {first ? <Sample first /> : null}
        {/* Not before it is known what stands above it: it would move away under the pointer. */}
        {cards === null ? null : <DropZone />}
        {cards === null || first ? null : <Sample first={false} />}
      </div>
      <div className="start-projects">
        <h2>{t('start.projects')}</h2>
        {cards === null ? <p className="quiet">{t('start.projects.loading')}</p> : null}
        {first ? <p className="empty">{t('start.projects.none')}</p> : null}
        {cards && cards.length > 0 ? <ProjectList cards={cards} /> : null}
        <section className="start-what" aria-labelledby="start-what">
          <h2 id="start-what">{t('start.what')}</h2>
          <ul>
            <li>{t('start.what.1')}</li>
            <li>{t('start.what.2')}</li>
            <li>{t('start.what.3')}</li>
          </ul>
        </section>
      </div>
    </div>
  )
}

function DropZone() {
  const { t } = useWords()
  const commands = useCommands()
  const busy = useSession((state) => state.work !== null)
  return (
    <div className="drop-zone">
      <span className="drop-zone-icon">
        <Icon name="file" />
      </span>
      <p className="drop-zone-words">
        {t('start.drop')} <span className="quiet">{t('start.or')}</span>
      </p>
      <Button look="primary" disabled={busy} onPress={() => void commands.chooseFile()}>
        {t('start.choose')}
      </Button>
      <p className="quiet">{t('start.formats')}</p>
    </div>
  )
}

/** The sample project: before everything else for somebody who has no project yet. */
function Sample({ first }: { readonly first: boolean }) {
  const { t } = useWords()
  const commands = useCommands()
  const busy = useSession((state) => state.work !== null)
  return (
    <section className={first ? 'sample sample-first' : 'sample'} aria-label={t('start.sample')}>
      {first ? <h2>{t('start.sample.title')}</h2> : null}
      {first ? <p className="quiet">{t('start.sample.hint')}</p> : null}
      <div className="sample-actions">
        <Button disabled={busy} onPress={() => void commands.openSample()}>
          {t('start.sample')}
        </Button>
        {first ? null : (
          <Button disabled={busy} onPress={() => void commands.startTour()}>
            {t('tour.start')}
          </Button>
        )}
      </div>
    </section>
  )
}
