import { useCommands, useSession, useWords } from '../../app/context'
import type { Screen } from '../../app/session'
import { Icon } from '../../parts/icon'

const SCREENS: readonly Screen[] = ['start', 'data', 'slice']

/** The screens. Data and Slice need a project, or a file being looked at. */
export function Rail() {
  const { t } = useWords()
  const commands = useCommands()
  const current = useSession((state) => state.screen)
  const project = useSession((state) => state.project !== null)
  const planning = useSession((state) => state.plan !== null)
  const there = (screen: Screen): boolean => screen === 'start' || project || (screen === 'data' && planning)
  return (
    <nav className="rail" aria-label={t('app.screens')}>
      <ul>
        {SCREENS.filter(there).map((screen) => (
          <li key={screen}>
            <button
              type="button"
              className="rail-button"
              aria-current={screen === current ? 'page' : undefined}
              onClick={() => void commands.show(screen)}
            >
              <Icon name={screen} />
              {t(`screen.${screen}`)}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  )
}
