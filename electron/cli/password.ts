import { statSync } from 'node:fs'
import { fault } from '../../shared/base/fault'
import { ok, refuse, type Result } from '../../shared/base/result'
import { setPassword } from '../../shared/engine/locked/set-password'
import { syncFolderOf } from '../atomic-file'
import { keptAside } from '../app-folder'
import { dropGenerations, generationsOf } from '../generations'
import { nodeFiles } from '../files'
import { storageFault } from '../node-store'
import { nodeTask } from '../node-task'
import { required, usageFault, type Command } from './command'
import { passwordIn } from './given-password'
import { changeProject } from './session'

/** Earlier snapshots that the app kept of the file would be readable still, or open to the old password. */
function dropKept(aside: string): Result<null> {
  try {
    dropGenerations(generationsOf(aside))
    syncFolderOf(aside, nodeFiles)
    return ok(null)
  } catch (error) {
    return storageFault(error)
  }
}

const hasJournal = (aside: string): boolean => (statSync(`${aside}.journal`, { throwIfNoEntry: false })?.size ?? 0) > 0

export const password: Command = {
  usage: 'password --project P (--set-file FILE | --remove)',
  summary: 'sets or changes the password of a project (the first line of FILE), or removes it; earlier snapshots that the app kept of it go',
  options: { project: { type: 'string' }, 'set-file': { type: 'string' }, remove: { type: 'boolean' } },
  async run(args) {
    const path = required(args, 'project')
    if (!path.ok) return path
    const file = args.one('set-file')
    if ((file === undefined) !== args.flag('remove')) return usageFault('Give either --set-file FILE or --remove.')
    const wanted = file === undefined ? ok(null) : passwordIn(file)
    if (!wanted.ok) return wanted
    const aside = keptAside(path.value)
    // Changes that only the app has would stay readable there, and could not be taken up any more.
    if (aside !== null && hasJournal(aside)) return refuse(fault('kept-in-app'))
    return changeProject(path.value, false, async (project) => {
      const { result } = await setPassword(project.platform, project, wanted.value, () => Promise.resolve(aside === null ? ok(null) : dropKept(aside)), nodeTask)
      if (!result.ok) return result
      const locked = wanted.value !== null
      return ok({ json: { project: path.value, locked }, text: locked ? `${path.value} opens with its new password alone` : `${path.value} has no password` })
    })
  },
}
