import { useCommands, useSession, useWords } from '../../app/context'
import { screenKey } from '../../app/keys/frame-shortcuts'
import { isReachable } from '../../app/reachable'
import { SCREENS } from '../../app/session'
import { keyLabel } from '../../app/keys/shortcut'
import { Icon } from '../../parts/icon'

/** The screens that can be gone to. */
export function Rail() {
  const { t } = useWords()
  const commands = useCommands()
  const current = useSession((state) => state.screen)
  const project = useSession((state) => state.project)
  const plan = useSession((state) => state.plan)
  const glimpse = useSession((state) => state.glimpse)
  return (
    <nav className="rail" aria-label={t('app.screens')}>
      <ul>
        {SCREENS.filter((screen) => isReachable(screen, { project, plan, glimpse })).map((screen) => (
          <li key={screen}>
            <button
              type="button"
              className="rail-button"
              aria-current={screen === current ? 'page' : undefined}
              title={t('app.shortcut', { action: t(`screen.${screen}`), keys: keyLabel(screenKey(screen)) })}
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
