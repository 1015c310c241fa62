import type { Fault } from '../../shared/base/fault'
import type { Recovery } from '../../shared/protocol/recovery'
import type { Stage } from '../../shared/base/task'
import type { PlanOptions } from '../../shared/ingest/types'
import type { Locale, MessageKey, MessageParams } from '../../shared/locale/translate'
import type { PlanView, ProjectCard, ProjectView, Whom } from '../../shared/protocol/engine-api'
import type { Clause } from '../../shared/query/types'
import { EMPTY_CODE, type CodeState } from './code/code-state'
import { EMPTY_COMPARE, type CompareState } from './compare/compare-state'
import { EMPTY_DRIVERS, type DriversState } from './drivers/drivers-state'
import type { Bindings } from './keys/key-bindings'
import type { KnownNames } from './project/personal-mask'
import type { QueuedFile } from './plan/import-queue'
import { EMPTY_SLICE, type SliceState } from './slice/slice-state'
import { EMPTY_SUMMARY, type SummaryState } from './summary/summary-state'
import type { Theme } from './theme'
import { TREND_SHOW, type TrendShow } from './slice/trend-show'
import { EMPTY_WORDS, type WordsState } from './codebook/words-state'

/** In the order of the rail, and of Ctrl+1, Ctrl+2, … */
export const SCREENS = ['start', 'data', 'code', 'slice', 'compare', 'drivers', 'summary'] as const
export type Screen = (typeof SCREENS)[number]

/** What somebody waits for. `file` fills the words of `label`. */
export interface Work {
  readonly label: Extract<MessageKey, `work.${string}`>
  readonly file: string
  readonly done: number
  readonly stage: Stage | null
  /** Null when the work cannot be stopped, or has been told to stop already. */
  readonly cancel: (() => void) | null
  readonly cancelling: boolean
}

export type Notice =
  | { readonly kind: 'fault'; readonly fault: Fault }
  | { readonly kind: 'broken' }
  /** The engine has given no sign for a minute. */
  | { readonly kind: 'silent' }
  | { readonly kind: 'damaged'; readonly fault: Fault; readonly project: string; readonly recovery: Recovery }
  | {
      readonly kind: 'done'
      readonly key: MessageKey
      readonly params: MessageParams
      /** Offers to take it back. */
      readonly undo?: boolean
    }
  | { readonly kind: 'undone' | 'redone'; readonly intent: NonNullable<ProjectView['undo']> }

export interface PlanState {
  readonly view: PlanView
  /** The options that `view` came from. */
  readonly shown: PlanOptions
  /** The options wanted: ahead of `shown` while a change is being worked out. */
  readonly options: PlanOptions
  readonly checking: boolean
}

/** What lies over every screen, called by its key. */
export type Layer = 'palette' | 'shortcuts' | 'export' | 'rules' | 'audit' | 'history' | 'method' | 'yardsticks' | 'anonymous' | 'password' | 'erase'

/** A project whose password is asked for. */
export interface Unlocking {
  readonly project: string
  /** `damaged`: to see what can be had of it. */
  readonly why: 'open' | 'damaged'
  readonly state: 'asking' | 'trying' | 'wrong'
}

export interface SessionState {
  readonly locale: Locale
  readonly theme: Theme
  readonly screen: Screen
  readonly cards: readonly ProjectCard[] | null
  readonly project: ProjectView | null
  readonly plan: PlanState | null
  /** The first rows of a large file, while all of it is read. */
  readonly glimpse: PlanView | null
  /** Which responses all screens look at. */
  readonly filter: readonly Clause[]
  /** Place of the condition of the filter that is being changed, after the last a new one; null: none is. */
  readonly condition: number | null
  /** How many responses pass the filter; null while they are counted for the first time, or could not be. */
  readonly responses: number | null
  readonly code: CodeState
  readonly words: WordsState
  readonly slice: SliceState
  /** What a trend shows beside the scores. */
  readonly trendShow: TrendShow
  readonly compare: CompareState
  readonly drivers: DriversState
  readonly summary: SummaryState
  /** Names of people in the project, masked in what is shown; null until they are known. */
  readonly names: KnownNames | null
  /** Personal data is shown as it is. Never kept. */
  readonly showsPersonal: boolean
  /** Name of the file that the open project has become since it was opened; null where it is what it was. */
  readonly file: string | null
  /** Changes that take a while to be on the disk. */
  readonly saving: number
  /** Id of the open project when nothing of it is kept any more. */
  readonly cleared: string | null
  /** Id of the open project when another has taken it over: nothing is written from here any more. */
  readonly lost: string | null
  /** False where the browser may clear what it keeps; null when it has not been asked. */
  readonly lasts: boolean | null
  readonly work: Work | null
  readonly notice: Notice | null
  readonly unlocking: Unlocking | null
  readonly layer: Layer | null
  /** Whom the layer `erase` is about; null: it asks. */
  readonly erasing: Whom | null
  /** Keys that the person gave to commands. */
  readonly bindings: Bindings
  /** The step of the tour; null when none is under way. */
  readonly tour: number | null
  /** Ids of what was last run from the palette, the latest first. */
  readonly recent: readonly string[]
  /** Files chosen or dropped together, the one being looked at among them. */
  readonly queue: readonly QueuedFile[]
}

/** The state of the window and who listens to it. States are values; `set` replaces some of their parts. */
export interface Session {
  readonly get: () => SessionState
  readonly set: (patch: Partial<SessionState>) => void
  readonly subscribe: (listener: () => void) => () => void
}

/** What belongs to one project and goes with it. */
export const NOTHING_LOADED = {
  filter: [],
  condition: null,
  responses: null,
  code: EMPTY_CODE,
  slice: EMPTY_SLICE,
  compare: EMPTY_COMPARE,
  drivers: EMPTY_DRIVERS,
  summary: EMPTY_SUMMARY,
  showsPersonal: false,
  cleared: null,
  lost: null,
  file: null,
} satisfies Partial<SessionState>

export function createSession(locale: Locale, theme: Theme): Session {
  let state: SessionState = {
    locale,
    theme,
    screen: 'start',
    cards: null,
    project: null,
    plan: null,
    glimpse: null,
    ...NOTHING_LOADED,
    words: EMPTY_WORDS,
    lasts: null,
    saving: 0,
    names: null,
    trendShow: TREND_SHOW,
    work: null,
    notice: null,
    unlocking: null,
    layer: null,
    erasing: null,
    bindings: {},
    tour: null,
    recent: [],
    queue: [],
  }
  const listeners = new Set<() => void>()
  return {
    get: () => state,
    set: (patch) => {
      state = { ...state, ...patch }
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}
