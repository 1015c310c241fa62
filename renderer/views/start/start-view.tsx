import { useCommands, useSession, useWords } from '../../app/context'
import { Button } from '../../parts/button'
import { Icon } from '../../parts/icon'
import { ProjectList } from './project-list'

/** Where was I? A place to drop a file, and the projects of this computer. */
export function StartView() {
  const { t } = useWords()
  const commands = useCommands()
  const cards = useSession((state) => state.cards)
  const busy = useSession((state) => state.work !== null)
  return (
    <div className="view start-view">
      <div className="start-open">
        <h1 tabIndex={-1}>{t('start.open')}</h1>
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
        <ul className="start-what">
          <li>{t('start.what.1')}</li>
          <li>{t('start.what.2')}</li>
          <li>{t('start.what.3')}</li>
        </ul>
      </div>
      <div className="start-projects">
        <h2>{t('start.projects')}</h2>
        {cards === null ? <p className="quiet">{t('start.projects.loading')}</p> : null}
        {cards?.length === 0 ? <p className="empty">{t('start.projects.none')}</p> : null}
        {cards && cards.length > 0 ? <ProjectList cards={cards} /> : null}
      </div>
    </div>
  )
}
