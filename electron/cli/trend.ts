import { ok } from '../../shared/base/result'
import { answerTrend } from '../../shared/engine/figures/trend'
import { PERIOD_UNITS, type PeriodUnit } from '../../shared/query/types'
import { required, usageFault, type Command } from './command'
import { readWhere } from './dimensions'
import { withProject } from './session'
import { figureWords, points, scaleNote, table } from './words'

const WINDOW = 3

export const trend: Command = {
  usage: "trend --project P --period month|quarter|half|year [--window N] [--where 'FIELD=VALUE']...",
  summary: 'the score of every period with its rolling value over the last N (3) and its control limits',
  options: {
    project: { type: 'string' },
    period: { type: 'string' },
    window: { type: 'string' },
    where: { type: 'string', multiple: true },
  },
  async run(args) {
    const path = required(args, 'project')
    if (!path.ok) return path
    const unit = PERIOD_UNITS.find((known): known is PeriodUnit => known === args.one('period'))
    if (!unit) return usageFault(`--period takes ${PERIOD_UNITS.join(', ')}.`)
    const window = Number(args.one('window') ?? WINDOW)
    if (!Number.isInteger(window) || window < 1) return usageFault('--window takes a number of periods.')
    return withProject(path.value, 'trend', async (project) => {
      const where = readWhere(project, args.many('where'))
      if (!where.ok) return where
      const answer = await answerTrend(project, unit, where.value, window)
      if (!answer.ok) return answer
      const { nonStandard, ...found } = answer.value
      const rows = found.periods.map((period) => [
        period.incomplete ? `${period.period} so far` : period.period,
        figureWords(period),
        ...[period.rolling, period.lower, period.upper].map(points),
        period.signal === null ? '' : period.survives ? period.signal : `${period.signal}, not with wider limits`,
      ])
      const center = points(found.periods[0]?.center ?? null)
      const text = `Centre ${center}${scaleNote(nonStandard)}\n${table([['period', 'NPS', `over ${window}`, 'lower', 'upper', 'signal'], ...rows])}`
      return ok({ json: { ...found, ...(nonStandard === null ? {} : { nonStandardScale: nonStandard }) }, text })
    })
  },
}
