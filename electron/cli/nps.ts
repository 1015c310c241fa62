import { ok } from '../../shared/base/result'
import { throughGate } from '../../shared/engine/anonymous/gate'
import { answerSlice } from '../../shared/engine/figures/answers'
import { nodeTask } from '../node/node-task'
import { required, type Command } from './command'
import { keyObject, PERSONAL_OPTION, printedValues, readDimensions, readWhere } from './dimensions'
import { withProject } from './session'
import { figureWords, scaleNote, table, withheldWords } from './words'

export const nps: Command = {
  usage: "nps --project P [--by FIELD]... [--period month|quarter|half|year] [--where 'FIELD=VALUE']... [--with-personal-data]",
  summary: 'the score with its interval, in all and by any fields or periods',
  options: {
    project: { type: 'string' },
    by: { type: 'string', multiple: true },
    period: { type: 'string' },
    where: { type: 'string', multiple: true },
    ...PERSONAL_OPTION,
  },
  async run(args) {
    const path = required(args, 'project')
    if (!path.ok) return path
    return withProject(path.value, 'slice', async (project) => {
      const dimensions = readDimensions(project, args.many('by'), args.one('period'))
      if (!dimensions.ok) return dimensions
      const where = readWhere(project, args.many('where'))
      if (!where.ok) return where
      const query = { by: dimensions.value.map(({ dimension }) => dimension), where: where.value }
      const slice = await throughGate(project, 'slice', query, nodeTask, () => answerSlice(project, query))
      if (!slice.ok) return slice
      const { total, nonStandard, withheld } = slice.value
      const shown = printedValues(project, dimensions.value, args)
      const rows = slice.value.rows.map(({ key, figure }) => ({ key: shown(key), figure }))
      const json = {
        total,
        rows: rows.map(({ key, figure }) => ({ key: keyObject(dimensions.value, key), ...figure })),
        ...(withheld && { withheld: withheld.map((key) => keyObject(dimensions.value, key)) }),
        ...(nonStandard === null ? {} : { nonStandardScale: nonStandard }),
      }
      const text = [
        `NPS ${figureWords(total)}${scaleNote(nonStandard)}`,
        table(rows.map(({ key, figure }) => [...key.map((value) => value ?? '(blank)'), figureWords(figure)])),
        withheldWords(withheld),
      ].join('\n')
      return ok({ json, text: text.trimEnd() })
    })
  },
}
