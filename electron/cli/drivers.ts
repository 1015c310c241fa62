import { ok } from '../../shared/base/result'
import { answerDrivers } from '../../shared/engine/tags/tagging'
import { nodeTask } from '../node/node-task'
import { required, type Command } from './command'
import { withProject } from './session'
import { points, scaleNote, table } from './words'

export const drivers: Command = {
  usage: 'drivers --project P',
  summary: 'what each category does to the score, alone and with the others held the same',
  options: { project: { type: 'string' } },
  async run(args) {
    const path = required(args, 'project')
    if (!path.ok) return path
    return withProject(path.value, 'drivers', async (project) => {
      const answer = await answerDrivers(project, nodeTask)
      if (!answer.ok) return answer
      const { base, nps, nonStandard, codes } = answer.value
      const scale = nonStandard === null ? {} : { nonStandardScale: nonStandard }
      const json = { base, nps, ...scale, codes: codes.map(({ color: _, adjusted, ...effect }) => ({ ...effect, adjusted: adjusted?.contribution ?? null, adjustedSlope: adjusted?.slope ?? null, adjustedError: adjusted?.error ?? null })) }
      const text = table([
        ['code', 'n', 'share', 'NPS', 'NPS of the rest', 'contribution', 'low', 'high', 'adjusted'],
        ...codes.map(({ code, n, share, nps: own, npsRest, contribution, low, high, adjusted }) => [
          code,
          String(n),
          `${(100 * share).toFixed(1)} %`,
          ...[own, npsRest, contribution, low, high, adjusted?.contribution ?? null].map(points),
        ]),
      ])
      return ok({ json, text: `NPS ${points(nps)}, n = ${base}${scaleNote(nonStandard)}\n${text}` })
    })
  },
}
