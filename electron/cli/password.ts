import { ok } from '../../shared/base/result'
import { setPassword } from '../../shared/engine/locked/set-password'
import { nodeTask } from '../node/node-task'
import { required, usageFault, type Command } from './command'
import { passwordIn } from './given-password'
import { keptByApp } from './kept-by-app'
import { changeProject } from './session'

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
    const kept = keptByApp(path.value)
    if (!kept.ok) return kept
    return changeProject(path.value, false, async (project) => {
      const { result } = await setPassword(project.platform, project, wanted.value, kept.value.drop, nodeTask)
      if (!result.ok) return result
      const locked = wanted.value !== null
      return ok({ json: { project: path.value, locked }, text: locked ? `${path.value} opens with its new password alone` : `${path.value} has no password` })
    })
  },
}
