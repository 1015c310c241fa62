import { LOCALES } from '../../../shared/locale/translate'
import { screenKey } from '../keys/frame-shortcuts'
import { PALETTE_GROUPS, type PaletteEntry, type PaletteState } from './palette-entry'
import { projectEntries } from './palette-project'
import { isReachable } from '../reachable'
import { SCREENS } from '../session'
import { THEMES } from '../theme'

/** Everything that can be done right now, in order of the groups. */
export function paletteEntries(state: PaletteState): readonly PaletteEntry[] {
  const { project } = state
  const entries = [
    ...screenEntries(state),
    ...fileEntries(state),
    ...(project ? projectEntries(state, project) : []),
    ...LOOK_ENTRIES,
  ]
  return PALETTE_GROUPS.flatMap((group) => entries.filter((entry) => entry.group === group))
}

const screenEntries = (state: PaletteState): readonly PaletteEntry[] =>
  SCREENS.filter((screen) => screen !== state.screen && isReachable(screen, state)).map((screen) => ({
    id: `go:${screen}`,
    group: 'go',
    label: ({ t }) => t('palette.go', { screen: t(`screen.${screen}`) }),
    run: (commands) => commands.show(screen),
    key: screenKey(screen),
  }))

function fileEntries({ work, cards, project }: PaletteState): readonly PaletteEntry[] {
  const help: PaletteEntry = {
    id: 'shortcuts',
    group: 'do',
    label: ({ t }) => t('keys.title'),
    run: (commands) => commands.openLayer('shortcuts'),
    command: 'keys.help',
  }
  const rules: PaletteEntry = {
    id: 'rules',
    group: 'do',
    label: ({ t }) => t('code.help.title'),
    run: (commands) => commands.openLayer('rules'),
  }
  if (work) return [help, rules]
  const others = (cards ?? []).filter(({ id }) => id !== project?.id)
  return [
    { id: 'open', group: 'do', label: ({ t }) => t('palette.open'), run: (commands) => commands.chooseFile() },
    { id: 'sample', group: 'do', label: ({ t }) => t('start.sample'), run: (commands) => commands.openSample() },
    { id: 'tour', group: 'do', label: ({ t }) => t('tour.start'), run: (commands) => commands.startTour() },
    ...(project
      ? [{ id: 'close', group: 'do', label: ({ t }) => t('palette.close', { project: project.name }), run: (commands) => commands.closeProject() } satisfies PaletteEntry]
      : []),
    help,
    rules,
    ...others.map(
      ({ id, name }): PaletteEntry => ({
        id: `project:${id}`,
        group: 'project',
        label: ({ t }) => t('palette.project', { project: name }),
        run: (commands) => commands.openProject(id, name),
      }),
    ),
  ]
}

const LOOK_ENTRIES: readonly PaletteEntry[] = [
  ...LOCALES.map(
    (locale): PaletteEntry => ({
      id: `locale:${locale}`,
      group: 'look',
      label: ({ t }) => t('palette.locale', { language: t(`locale.${locale}`) }),
      run: (commands) => commands.setLocale(locale),
    }),
  ),
  ...THEMES.map(
    (theme): PaletteEntry => ({
      id: `theme:${theme}`,
      group: 'look',
      label: ({ t }) => t('palette.theme', { theme: t(`theme.${theme}`) }),
      run: (commands) => commands.setTheme(theme),
    }),
  ),
]
