import { ok } from '../../shared/base/result'
import { answerSlice } from '../../shared/engine/answers'
import { required, type Command } from './command'
import { keyObject, readDimensions, readWhere } from './dimensions'
import { withProject } from './session'
import { figureWords, scaleNote, table } from './words'

export const nps: Command = {
  usage: "nps --project P [--by FIELD]... [--period month|quarter|half|year] [--where 'FIELD=VALUE']...",
  summary: 'the score with its interval, in all and by any fields or periods',
  options: {
    project: { type: 'string' },
    by: { type: 'string', multiple: true },
    period: { type: 'string' },
    where: { type: 'string', multiple: true },
  },
  async run(args) {
    const path = required(args, 'project')
    if (!path.ok) return path
    return withProject(path.value, async (project) => {
      const dimensions = readDimensions(project, args.many('by'), args.one('period'))
      if (!dimensions.ok) return dimensions
      const where = readWhere(project, args.many('where'))
      if (!where.ok) return where
      const slice = await answerSlice(project, { by: dimensions.value.map(({ dimension }) => dimension), where: where.value })
      if (!slice.ok) return slice
      const { total, rows, nonStandard } = slice.value
      const json = {
        total,
        rows: rows.map(({ key, figure }) => ({ key: keyObject(dimensions.value, key), ...figure })),
        ...(nonStandard === null ? {} : { nonStandardScale: nonStandard }),
      }
      const text = [
        `NPS ${figureWords(total)}${scaleNote(nonStandard)}`,
        table(rows.map(({ key, figure }) => [...key.map((value) => value ?? '(blank)'), figureWords(figure)])),
      ].join('\n')
      return ok({ json, text: text.trimEnd() })
    })
  },
}
