import { useCommands, useSession, useWords } from '../../app/context'
import type { HostKind } from '../../app/project/safety'
import { useKeyCap } from '../../app/keys/use-bindings'
import { THEMES } from '../../app/theme'
import { Icon } from '../../parts/icon'
import { IconButton } from '../../parts/icon-button'
import { Keys } from '../../parts/keys'
import { Rename } from '../../parts/rename'
import { Segmented } from '../../parts/segmented'
import { Select } from '../../parts/select'
import { ExportMenu } from './export-menu'
import { HeaderSaved } from './saved'

const LANGUAGES = [
  { value: 'en', label: 'EN', lang: 'en' },
  { value: 'ko', label: '한국어', lang: 'ko' },
] as const

/** The project and what can be done with it, the way to everything else, the language and the appearance. */
export function Header({ host }: { readonly host: HostKind }) {
  const { t } = useWords()
  const project = useSession((state) => state.project !== null)
  return (
    <header className={project ? 'header has-project' : 'header'}>
      <span className="brand">Earshot</span>
      {project ? <ProjectName /> : null}
      <PaletteButton />
      {project ? <ProjectActions /> : null}
      {project ? <HeaderSaved host={host} /> : null}
      <div className="header-settings" role="group" aria-label={t('app.settings')}>
        <Settings />
      </div>
    </header>
  )
}

function ProjectName() {
  const { t } = useWords()
  const { renameProject } = useCommands()
  const name = useSession((state) => state.project?.name ?? '')
  const busy = useSession((state) => state.work !== null)
  return (
    <div className="project-name">
      <Rename value={name} label={t('app.rename')} disabled={busy} onCommit={(next) => void renameProject(next)} />
    </div>
  )
}

function PaletteButton() {
  const { t } = useWords()
  const { openLayer } = useCommands()
  const keys = useKeyCap('keys.palette')
  return (
    <button
      type="button"
      className="palette-button"
      aria-haspopup="dialog"
      title={t('app.shortcut', { action: t('palette.title'), keys })}
      onClick={() => openLayer('palette')}
    >
      <Icon name="search" />
      <span className="palette-button-words">{t('palette.title')}</span>
      <Keys caps={[keys]} />
    </button>
  )
}

function ProjectActions() {
  const { t } = useWords()
  const commands = useCommands()
  const busy = useSession((state) => state.work !== null)
  const undo = useSession((state) => state.project?.undo ?? null)
  const redo = useSession((state) => state.project?.redo ?? null)
  const undoKey = useKeyCap('keys.undo')
  const redoKey = useKeyCap('keys.redo')
  const historyKey = useKeyCap('history.title')
  const label = (step: 'undo' | 'redo', intent: typeof undo, key: string): string =>
    intent === null
      ? t(`${step}.none`)
      : t('app.shortcut', { action: t(`${step}.what`, { what: t(`intent.${intent}`) }), keys: key })
  return (
    <div className="header-actions" role="group" aria-label={t('app.actions')}>
      <IconButton
        icon="undo"
        label={label('undo', undo, undoKey)}
        disabled={undo === null || busy}
        onPress={() => void commands.undo()}
      />
      <IconButton
        icon="redo"
        label={label('redo', redo, redoKey)}
        disabled={redo === null || busy}
        onPress={() => void commands.redo()}
      />
      <IconButton icon="history" label={t('app.shortcut', { action: t('history.title'), keys: historyKey })} onPress={() => commands.openLayer('history')} />
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
