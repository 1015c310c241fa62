import { ok } from '../../shared/base/result'
import { throughGate } from '../../shared/engine/anonymous/gate'
import { answerCompare } from '../../shared/engine/figures/compare'
import { nodeTask } from '../node/node-task'
import { required, usageFault, type Command } from './command'
import { keyObject, PERSONAL_OPTION, printedValues, readDimensions, readWhere } from './dimensions'
import { withProject } from './session'
import { differenceWords, figureWords, points, scaleNote, table, withheldWords } from './words'

export const compare: Command = {
  usage: "compare --project P --from PERIOD --to PERIOD [--by FIELD] [--where 'FIELD=VALUE']... [--with-personal-data]",
  summary: 'one period against another: difference, interval, verdict; mix and rate of the segments, and the same people',
  options: {
    project: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    by: { type: 'string', multiple: true },
    where: { type: 'string', multiple: true },
    ...PERSONAL_OPTION,
  },
  async run(args) {
    const path = required(args, 'project')
    if (!path.ok) return path
    const from = required(args, 'from')
    if (!from.ok) return from
    const to = required(args, 'to')
    if (!to.ok) return to
    if (args.many('by').length > 1) return usageFault('compare takes one --by.')
    return withProject(path.value, 'compare', async (project) => {
      const dimensions = readDimensions(project, args.many('by'), undefined)
      if (!dimensions.ok) return dimensions
      const where = readWhere(project, args.many('where'))
      if (!where.ok) return where
      const by = dimensions.value[0]?.dimension
      const query = { from: from.value, to: to.value, where: where.value, ...(by ? { by } : {}) }
      const compared = await throughGate(project, 'compare', query, nodeTask, () => answerCompare(project, query))
      if (!compared.ok) return compared
      const { change, parts, people, nonStandard, withheld } = compared.value
      const shown = printedValues(project, dimensions.value, args)
      const segments = compared.value.segments.map((segment) => ({ ...segment, value: shown([segment.value])[0] ?? null }))
      const json = {
        from: { period: from.value, ...compared.value.from },
        to: { period: to.value, ...compared.value.to },
        ...change,
        ...(nonStandard === null ? {} : { nonStandardScale: nonStandard }),
        mix: parts?.mix ?? null,
        rate: parts?.rate ?? null,
        paired: people && { n: people.change?.n ?? 0, fromPeople: people.fromPeople, toPeople: people.toPeople, ...people.change, table: people.table, shares: people.shares, symmetry: people.symmetry },
        segments: segments.map((segment) => ({
          key: keyObject(dimensions.value, [segment.value]),
          shareFrom: segment.shareFrom,
          shareTo: segment.shareTo,
          npsFrom: segment.from.nps,
          npsTo: segment.to.nps,
          mix: segment.parts?.mix ?? null,
          rate: segment.parts?.rate ?? null,
          ...segment.change,
          q: segment.q,
          from: segment.from,
          to: segment.to,
        })),
        ...(withheld && { withheld: withheld.map((key) => keyObject(dimensions.value, key)) }),
      }
      const text = [
        `${from.value}: ${figureWords(compared.value.from)}`,
        `${to.value}: ${figureWords(compared.value.to)}`,
        `Change: ${differenceWords(change)}${scaleNote(nonStandard)}`,
        ...(parts ? [`of which mix ${points(parts.mix)}, rate ${points(parts.rate)}`] : []),
        ...(people?.change ? [`The same ${people.change.n} people: ${points(people.change.before)} to ${points(people.change.after)}; ${people.change.up} up, ${people.change.down} down`] : []),
        table(segments.map((segment) => [segment.value ?? '(blank)', differenceWords(segment.change)])),
        withheldWords(withheld),
      ].join('\n')
      return ok({ json, text: text.trimEnd() })
    })
  },
}
