import type { Screen, SessionState } from './session'

/** Whether a screen can be gone to: all but the start need a project, or, for Data, a file being read or looked at. */
export const isReachable = (
  screen: Screen,
  { project, plan, glimpse }: Pick<SessionState, 'project' | 'plan' | 'glimpse'>,
): boolean => screen === 'start' || project !== null || (screen === 'data' && (plan !== null || glimpse !== null))

/** Whether a screen looks at responses, and so has the filter above it. */
export const showsFilter = (screen: Screen): boolean => screen !== 'start' && screen !== 'data'
