import type { Result } from '../../shared/base/result'
import type { EngineClient } from '../../shared/protocol/rpc'
import type { Host, PickedFile } from '../host/host'
import { createAuditCommands, type AuditCommands } from './audit/audit-commands'
import { createBandsCommands, type BandsCommands } from './slice/bands-commands'
import { createCodeCommands, type CodeCommands } from './code/code-commands'
import type { CommandContext } from './command-context'
import { createCompareCommands, type CompareCommands } from './compare/compare-commands'
import { createDriversCommands, type DriversCommands } from './drivers/drivers-commands'
import { inFiscalYearOf } from './project/fiscal'
import { keptFilter } from './filter/filter-edit'
import { createFilterCommands, type FilterCommands } from './filter/filter-commands'
import { createDeskCommands, type DeskCommands } from './code/desk-commands'
import { createKeyCommands, type KeyCommands } from './keys/key-commands'
import { createKeepCommands, type KeepCommands } from './project/keep-commands'
import { createAnonymousCommands, type AnonymousCommands } from './project/anonymous-commands'
import { learnNames } from './project/learn-names'
import { createEraseCommands, type EraseCommands } from './project/erase-commands'
import { createMethodCommands, type MethodCommands } from './project/method-commands'
import { createPlanCommands, type PlanCommands } from './plan/plan-commands'
import { createProjectCommands, type ProjectCommands } from './project/project-commands'
import { recentRuns } from './preferences'
import { NOTHING_LOADED, type Screen, type Session, type SessionState } from './session'
import { createRuleProofCommands, type RuleProofCommands } from './codebook/rule-proof-commands'
import { createSliceCommands, type SliceCommands } from './slice/slice-commands'
import { createSummaryCommands, type SummaryCommands } from './summary/summary-commands'
import { createTrendCommands, type TrendCommands } from './slice/trend-commands'
import { createTourCommands, type TourCommands } from './tour/tour-commands'
import { createUnlockCommands, type UnlockCommands } from './project/unlock-commands'
import { createWaveCommands, type WaveCommands } from './project/wave-commands'
import { createWordsCommands, type WordsCommands } from './codebook/words-commands'
import { createWindowCommands, type WindowCommands } from './window-commands'

/** Everything a person can do in the window. */
export type Commands = WindowCommands &
  ProjectCommands &
  UnlockCommands &
  KeepCommands &
  MethodCommands &
  AnonymousCommands &
  WaveCommands &
  PlanCommands &
  FilterCommands &
  CodeCommands &
  RuleProofCommands &
  AuditCommands &
  WordsCommands &
  SliceCommands &
  BandsCommands &
  TrendCommands &
  CompareCommands &
  DriversCommands &
  SummaryCommands &
  TourCommands &
  KeyCommands &
  DeskCommands &
  EraseCommands

export function createCommands(
  session: Session,
  client: EngineClient,
  host: Host,
  readFile: (file: File) => Promise<Result<PickedFile>>,
): Commands {
  const { get, set } = session
  set({ recent: recentRuns(host) })
  learnNames({ session, client })

  const reload = async (): Promise<void> => {
    const load: Readonly<Record<Screen, (() => Promise<void>) | null>> = {
      start: null,
      data: null,
      code: code.loadCode,
      slice: slice.loadSlice,
      compare: compare.loadCompare,
      drivers: drivers.loadDrivers,
      summary: summary.loadSummary,
    }
    await Promise.all([load[get().screen]?.(), code.loadCodebook(), filter.countResponses()])
  }

  const { commands: unlocking, askPassword } = createUnlockCommands(session)
  const context: CommandContext = {
    session,
    askPassword,
    client,
    host,
    readFile,
    reload,
    adopt: async (project) => {
      const same = get().project?.id === project.id
      const kept = (): Partial<SessionState> => {
        const { filter, compare } = inFiscalYearOf(get(), project)
        return { filter: keptFilter(filter, project), compare }
      }
      set({ project, ...(same ? kept() : NOTHING_LOADED) })
      await reload()
    },
  }
  const project = createProjectCommands(context)
  const filter = createFilterCommands(context)
  const code = createCodeCommands(context, filter)
  const slice = createSliceCommands(context)
  const compare = createCompareCommands(context)
  const drivers = createDriversCommands(context)
  const summary = createSummaryCommands(context)
  return {
    ...createWindowCommands(context, project.listProjects),
    ...project,
    ...unlocking,
    ...createKeepCommands(context),
    ...createMethodCommands(context),
    ...createAnonymousCommands(context),
    ...createPlanCommands(context, project.closeProject),
    ...createWaveCommands(context),
    ...filter,
    ...code,
    ...createRuleProofCommands(context),
    ...createAuditCommands(context),
    ...createWordsCommands(context, code),
    ...slice,
    ...createBandsCommands(context),
    ...createTrendCommands(context, slice.loadSlice),
    ...compare,
    ...drivers,
    ...summary,
    ...createTourCommands(context),
    ...createKeyCommands(context),
    ...createEraseCommands(context),
    ...createDeskCommands(context, filter, code),
  }
}
