import { useCommands, useSession, useWords } from '../../app/context'
import { THEMES } from '../../app/theme'
import { REDO_KEYS, UNDO_KEYS } from '../../app/use-undo-keys'
import { IconButton } from '../../parts/icon-button'
import { Segmented } from '../../parts/segmented'
import { Select } from '../../parts/select'
import { ExportMenu } from './export-menu'

const LANGUAGES = [
  { value: 'en', label: 'EN', lang: 'en' },
  { value: 'ko', label: '한국어', lang: 'ko' },
] as const

/** The project and what can be done with it, the language and the appearance. */
export function Header() {
  const { t } = useWords()
  const project = useSession((state) => state.project)
  return (
    <header className="header">
      <span className="brand">Earshot</span>
      {project ? <span className="project-name">{project.name}</span> : null}
      {project ? <ProjectActions /> : null}
      <div className="header-settings" role="group" aria-label={t('app.settings')}>
        <Settings />
      </div>
    </header>
  )
}

function ProjectActions() {
  const { t } = useWords()
  const commands = useCommands()
  const busy = useSession((state) => state.work !== null)
  const undo = useSession((state) => state.project?.undo ?? null)
  const redo = useSession((state) => state.project?.redo ?? null)
  const label = (step: 'undo' | 'redo', intent: typeof undo, keys: string): string =>
    intent === null
      ? t(`${step}.none`)
      : t('app.shortcut', { action: t(`${step}.what`, { what: t(`intent.${intent}`) }), keys })
  return (
    <div className="header-actions" role="group" aria-label={t('app.actions')}>
      <IconButton
        icon="undo"
        label={label('undo', undo, UNDO_KEYS)}
        disabled={undo === null || busy}
        onPress={() => void commands.undo()}
      />
      <IconButton
        icon="redo"
        label={label('redo', redo, REDO_KEYS)}
        disabled={redo === null || busy}
        onPress={() => void commands.redo()}
      />
      <ExportMenu />
    </div>
  )
}

function Settings() {
  const { t, locale } = useWords()
  const commands = useCommands()
  const theme = useSession((state) => state.theme)
  return (
    <>
      <Segmented label={t('locale.label')} hideLabel value={locale} options={LANGUAGES} onChange={commands.setLocale} />
      <Select
        label={t('theme.label')}
        hideLabel
        value={theme}
        options={THEMES.map((value) => ({ value, label: t(`theme.${value}`) }))}
        onChange={(value) => {
          const chosen = THEMES.find((each) => each === value)
          if (chosen) commands.setTheme(chosen)
        }}
      />
    </>
  )
}
