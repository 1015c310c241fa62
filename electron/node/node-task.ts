import { setImmediate } from 'node:timers/promises'
import { quietTask, type Task } from '../../shared/base/task'

/** For work that nobody watches: files are written while it goes on. */
export const nodeTask: Task = { ...quietTask, breathe: () => setImmediate() }
