import { fault } from '../../base/fault'
import { refuse } from '../../base/result'

/** Why something cannot be done with a code, in the words of `codebook.…`. */
export const refuseCode = (what: string, params: Readonly<Record<string, string>> = {}): ReturnType<typeof refuse> =>
  refuse(fault('codebook', { ...params, what, line: 0 }))

/** What stands for a code's name when it is compared with others. */
export const nameKey = (name: string): string => name.normalize('NFKC').toLowerCase()
