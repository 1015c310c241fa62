import type { Fault } from '../../shared/base/fault'
import type { Stage } from '../../shared/base/task'
import type { PlanOptions } from '../../shared/ingest/types'
import type { Locale, MessageKey, MessageParams } from '../../shared/locale/translate'
import type { PlanView, ProjectCard, ProjectView } from '../../shared/protocol/engine-api'
import type { Dimension, Slice } from '../../shared/query/types'
import type { Theme } from './theme'
import type { Sort } from './sort-rows'

export type Screen = 'start' | 'data' | 'slice'

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
  | { readonly kind: 'done'; readonly key: MessageKey; readonly params: MessageParams }
  | { readonly kind: 'undone' | 'redone'; readonly intent: NonNullable<ProjectView['undo']> }

export interface PlanState {
  readonly view: PlanView
  /** The options that `view` came from. */
  readonly shown: PlanOptions
  /** The options wanted: ahead of `shown` while a change is being worked out. */
  readonly options: PlanOptions
  readonly checking: boolean
}

export interface SliceState {
  readonly dimension: Dimension | null
  readonly sort: Sort
  readonly zoomed: boolean
  /** What `value` was asked by; differs from `dimension` while a new slice is on its way. */
  readonly shown: { readonly dimension: Dimension | null; readonly value: Slice } | null
  readonly fault: Fault | null
}

export interface SessionState {
  readonly locale: Locale
  readonly theme: Theme
  readonly screen: Screen
  readonly cards: readonly ProjectCard[] | null
  readonly project: ProjectView | null
  readonly plan: PlanState | null
  readonly slice: SliceState
  readonly work: Work | null
  readonly notice: Notice | null
  /** Files dropped together with the one being looked at. */
  readonly waiting: readonly File[]
}

/** The state of the window and who listens to it. States are values; `set` replaces some of their parts. */
export interface Session {
  readonly get: () => SessionState
  readonly set: (patch: Partial<SessionState>) => void
  readonly subscribe: (listener: () => void) => () => void
}

export const EMPTY_SLICE: SliceState = {
  dimension: null,
  sort: { key: 'nps', descending: true },
  zoomed: false,
  shown: null,
  fault: null,
}

export function createSession(locale: Locale, theme: Theme): Session {
  let state: SessionState = {
    locale,
    theme,
    screen: 'start',
    cards: null,
    project: null,
    plan: null,
    slice: EMPTY_SLICE,
    work: null,
    notice: null,
    waiting: [],
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
