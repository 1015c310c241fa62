import { useSession } from '../context'

/** Whether the project that is open is anonymous. */
export const useAnonymous = (): boolean => useSession(({ project }) => project !== null && project.anonymity !== null)
