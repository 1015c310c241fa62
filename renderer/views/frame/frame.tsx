import { useCallback, useEffect, useRef } from 'react'
import { useCommands, useSession, useWords } from '../../app/context'
import { useUndoKeys } from '../../app/use-undo-keys'
import { DropTarget } from '../../parts/drop-target'
import { DataView } from '../data/data-view'
import { PlanView } from '../plan/plan-view'
import { SliceView } from '../slice/slice-view'
import { StartView } from '../start/start-view'
import { Header } from './header'
import { Notices } from './notices'
import { Rail } from './rail'
import { StatusLine } from './status-line'
import { WorkProgress } from './work-progress'

/** The window: what stays, around the screen that changes. */
export function Frame({ desktop }: { readonly desktop: boolean }) {
  const { locale, t } = useWords()
  const commands = useCommands()
  const openFiles = useCallback((files: readonly File[]) => void commands.openFiles(files), [commands])
  const screen = useSession((state) => state.screen)
  const planning = useSession((state) => state.plan !== null)
  const name = useSession((state) => state.project?.name)
  const view = screen === 'data' && planning ? 'plan' : screen
  const main = useFocusOnChange(view)
  useUndoKeys()

  useEffect(() => {
    document.documentElement.lang = locale
    document.title = name ? t('app.title', { project: name }) : 'Earshot'
  }, [locale, name, t])

  return (
    <div className="frame">
      <a className="skip-link" href="#main">
        {t('app.skip')}
      </a>
      <Header />
      <Rail />
      <main className="main" id="main" tabIndex={-1} ref={main}>
        <Notices />
        {view === 'start' ? <StartView /> : null}
        {view === 'plan' ? <PlanView /> : null}
        {view === 'data' ? <DataView /> : null}
        {view === 'slice' ? <SliceView /> : null}
      </main>
      <WorkProgress />
      <StatusLine desktop={desktop} />
      <DropTarget label={t('app.drop')} onFiles={openFiles} />
    </div>
  )
}

/** Moves the focus to the heading of a screen that has just replaced another. */
function useFocusOnChange(view: string) {
  const main = useRef<HTMLElement>(null)
  const before = useRef(view)
  useEffect(() => {
    if (before.current === view) return
    before.current = view
    window.scrollTo(0, 0)
    main.current?.querySelector('h1')?.focus()
  }, [view])
  return main
}
