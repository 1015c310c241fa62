import { ok } from '../../shared/base/result'
import { answerTerms } from '../../shared/engine/words/terms'
import { nodeTask } from '../node/node-task'
import { required, type Command } from './command'
import { readWhere } from './dimensions'
import { withProject } from './session'
import { table } from './words'

const SHOWN = 30

export const terms: Command = {
  usage: "terms --project P [--where 'FIELD=VALUE']...",
  summary: 'the words that set the comments of detractors apart, counted by comments, with log-odds over their standard error',
  options: { project: { type: 'string' }, where: { type: 'string', multiple: true } },
  async run(args) {
    const path = required(args, 'project')
    if (!path.ok) return path
    return withProject(path.value, 'refused', async (project) => {
      const where = readWhere(project, args.many('where'))
      if (!where.ok) return where
      const found = await answerTerms(project, where.value, nodeTask)
      if (!found.ok) return found
      const { detractors, others } = found.value
      const rows = found.value.terms.slice(0, SHOWN).map((one) => [one.term, String(one.detractors), String(one.others), one.score.toFixed(1)])
      const text = [`${detractors} comments of detractors, ${others} of others`, table([['word', 'detractors', 'others', 'score'], ...rows])].join('\n')
      return ok({ json: found.value, text })
    })
  },
}
