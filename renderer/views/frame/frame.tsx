import { useCallback, useEffect, useRef } from 'react'
import { useCommands, useSession, useWords } from '../../app/context'
import type { HostKind } from '../../app/project/safety'
import { showsFilter } from '../../app/reachable'
import { useFrameKeys } from '../../app/keys/use-frame-keys'
import { useKeptFocus } from '../../app/use-kept-focus'
import { useSeenFocus } from '../../app/use-seen-focus'
import { DropTarget } from '../../parts/drop-target'
import { AnonymousDialog } from '../anonymous/anonymous-dialog'
import { AuditDialog } from '../audit/audit-dialog'
import { CodeView } from '../code/code-view'
import { CompareView } from '../compare/compare-view'
import { DataView } from '../data/data-view'
import { DriversView } from '../drivers/drivers-view'
import { EraseDialog } from '../erase/erase-dialog'
import { FilterBar } from '../filter/filter-bar'
import { Palette } from '../palette/palette'
import { History } from '../history/history'
import { YardsticksDialog } from '../slice/yardsticks-dialog'
import { MethodDialog } from '../method/method-dialog'
import { PasswordDialog } from '../password/password-dialog'
import { UnlockDialog } from '../password/unlock-dialog'
import { PlanView } from '../plan/plan-view'
import { RuleGuide } from '../rules/rule-guide'
import { Shortcuts } from '../shortcuts/shortcuts'
import { SliceView } from '../slice/slice-view'
import { StartView } from '../start/start-view'
import { SummaryView } from '../summary/summary-view'
import { Tour } from '../tour/tour'
import { Header } from './header'
import { DoneNotice, FaultNotice } from './notices'
import { Rail } from './rail'
import { StatusLine } from './status-line'
import { WorkProgress } from './work-progress'

/** The window: what stays, around the screen that changes. */
export function Frame({ host }: { readonly host: HostKind }) {
  const { locale, t } = useWords()
  const commands = useCommands()
  const openFiles = useCallback((files: readonly File[]) => void commands.openFiles(files), [commands])
  const screen = useSession((state) => state.screen)
  const planning = useSession((state) => state.plan !== null || state.glimpse !== null)
  const name = useSession((state) => state.project?.name)
  const filled = useSession((state) => (state.project?.waves.length ?? 0) > 0)
  const view = screen === 'data' && planning ? 'plan' : screen
  const main = useFocusOnChange(view)
  useFrameKeys()
  useKeptFocus()
  useSeenFocus()

  useEffect(() => {
    document.documentElement.lang = locale
    document.title = name ? t('app.title', { project: name }) : 'Earshot'
  }, [locale, name, t])

  return (
    <div className="frame">
      <a className="skip-link" href="#main">
        {t('app.skip')}
      </a>
      <Header host={host} />
      <Rail />
      {filled && showsFilter(screen) ? <FilterBar /> : null}
      <main className="main" id="main" tabIndex={-1} ref={main}>
        <FaultNotice />
        {view === 'start' ? <StartView /> : null}
        {view === 'plan' ? <PlanView /> : null}
        {view === 'data' ? <DataView /> : null}
        {view === 'code' ? <CodeView /> : null}
        {view === 'slice' ? <SliceView /> : null}
        {view === 'compare' ? <CompareView /> : null}
        {view === 'drivers' ? <DriversView /> : null}
        {view === 'summary' ? <SummaryView /> : null}
      </main>
      <DoneNotice />
      <WorkProgress />
      <StatusLine host={host} />
      <DropTarget label={t('app.drop')} onFiles={openFiles} />
      <Palette />
      <Shortcuts />
      <RuleGuide />
      <AuditDialog />
      <History />
      <MethodDialog />
      <AnonymousDialog />
      <EraseDialog />
      <YardsticksDialog />
      <PasswordDialog />
      <UnlockDialog />
      <Tour />
    </div>
  )
}

/**
 * Moves the focus to the heading of a screen that has just replaced another; not away from the tour, which goes along
 * and leaves it there at its end.
 */
function useFocusOnChange(view: string) {
  const main = useRef<HTMLElement>(null)
  const before = useRef(view)
  const touring = useSession((state) => state.tour !== null)
  const toured = useRef(touring)
  useEffect(() => {
    const left = toured.current && !touring
    toured.current = touring
    if (before.current === view && !left) return
    if (before.current !== view) {
      before.current = view
      window.scrollTo(0, 0)
      main.current?.scrollTo(0, 0)
    }
    if (!touring) main.current?.querySelector('h1')?.focus()
  }, [view, touring])
  return main
}
