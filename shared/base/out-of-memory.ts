import { fault } from './fault'
import { refuse, type Result } from './result'

/** What browsers, Node and SQLite say when there is no more memory, or none in one piece. A stack that overflows is none of it. */
const SAYS =
  /out of memory|not enough memory|allocation failed|allocation size overflow|invalid (?:typed )?array length|invalid array buffer length|invalid string length|cannot enlarge memory|error code=7\b|aborted\(oom/i

/** Whether an error says that memory ended. */
export const isOutOfMemory = (error: unknown): boolean => error instanceof Error && SAYS.test(error.message)

/** What `work` comes to, `out-of-memory` where memory ended on the way. */
export async function withinMemory<T>(work: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await work()
  } catch (error) {
    if (isOutOfMemory(error)) return refuse(fault('out-of-memory'))
    throw error
  }
}
