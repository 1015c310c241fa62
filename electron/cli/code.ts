import { ok } from '../../shared/base/result'
import { codeProject } from '../../shared/engine/codebook/code-project'
import type { Project } from '../../shared/engine/project/project'
import { codingOf } from '../../shared/engine/tags/tagging'
import { nodeTask } from '../node/node-task'
import { required, type Command } from './command'
import { changeProject, readSource, withProject } from './session'
import { table } from './words'

export const code: Command = {
  usage: 'code --project P [--codebook FILE]',
  summary: 'puts every comment into the categories of a codebook (CSV: code,parent,rule,description,color and more; or REFI-QDA .qdc), or of that of the project',
  options: { project: { type: 'string' }, codebook: { type: 'string' } },
  async run(args) {
    const path = required(args, 'project')
    if (!path.ok) return path
    const file = args.one('codebook')
    if (file === undefined) return withProject(path.value, 'code', coded)
    const source = readSource(file)
    if (!source.ok) return source
    return changeProject(path.value, false, async (project) => {
      const done = await codeProject(project, source.value)
      return done.ok ? coded(project) : done
    })
  },
}

/** How many comments the project's rules and coders put into which code. */
async function coded(project: Project) {
  const { verbatims, coded: some, coverage, codes } = await codingOf(project, nodeTask)
  const json = { verbatims, coded: some, coverage, codes: codes.map(({ code: name, n }) => ({ code: name, n })) }
  const text = [
    `${some} of ${verbatims} comments coded (${(100 * coverage).toFixed(1)} %)`,
    table(codes.map(({ code: name, n }) => [name, String(n)])),
  ].join('\n')
  return ok({ json, text })
}
