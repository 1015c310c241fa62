import { ok } from '../../shared/base/result'
import { codeProject } from '../../shared/engine/code-project'
import { codingOf } from '../../shared/engine/tagging'
import { nodeTask } from '../node-task'
import { required, type Command } from './command'
import { changeProject, readSource } from './session'
import { table } from './words'

export const code: Command = {
  usage: 'code --project P --codebook FILE',
  summary: 'puts every comment into the categories of a codebook (CSV: code,parent,rule,description,color and more; or REFI-QDA .qdc)',
  options: { project: { type: 'string' }, codebook: { type: 'string' } },
  async run(args) {
    const path = required(args, 'project')
    if (!path.ok) return path
    const file = required(args, 'codebook')
    if (!file.ok) return file
    const source = readSource(file.value)
    if (!source.ok) return source
    return changeProject(path.value, false, async (project) => {
      const done = await codeProject(project, source.value)
      if (!done.ok) return done
      const { verbatims, coded, coverage, codes } = await codingOf(project, nodeTask)
      const json = { verbatims, coded, coverage, codes: codes.map(({ code: name, n }) => ({ code: name, n })) }
      const text = [
        `${coded} of ${verbatims} comments coded (${(100 * coverage).toFixed(1)} %)`,
        table(codes.map(({ code: name, n }) => [name, String(n)])),
      ].join('\n')
      return ok({ json, text })
    })
  },
}
