import { ok } from '../../shared/base/result'
import { matchComments, matchLines, type MatchedText } from '../../shared/engine/rules/match-rule'
import { nodeDecoder } from '../node/node-decode'
import { nodeTask } from '../node/node-task'
import { usageFault, type Command } from './command'
import { readSource, withProject } from './session'

export const match: Command = {
  usage: 'match --rule RULE (--project P | --file TEXTS)',
  summary: 'the comments of a project, or the lines of a text file, that a rule matches, and what in them; write --rule=-x for one that begins with a dash',
  options: { rule: { type: 'string' }, project: { type: 'string' }, file: { type: 'string' } },
  async run(args) {
    const [rule, path, file] = [args.one('rule'), args.one('project'), args.one('file')]
    if (rule === undefined) return usageFault('--rule is missing.')
    if ((path === undefined) === (file === undefined)) return usageFault('Give either --project or --file.')
    if (path !== undefined) {
      return withProject(path, 'refused', async (project) => {
        const matched = await matchComments(project, rule, nodeTask)
        return matched.ok ? ok(answer(matched.value)) : matched
      })
    }
    const source = readSource(file!)
    if (!source.ok) return source
    const matched = matchLines(nodeDecoder, source.value, rule)
    return matched.ok ? ok(answer(matched.value)) : matched
  },
}

function answer(matched: readonly MatchedText[]) {
  const text = matched.map(({ line, spans }) => `${line}: ${spans.map(([start, end]) => `${start}-${end}`).join(', ')}`)
  return { json: { matched }, text: [...text, `${matched.length} matched`].join('\n') }
}
