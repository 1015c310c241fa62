import type { ComparedCode } from '../../query/types'
import type { Sheet } from '../outline'
import { inPeriod, ofCode, ofValues } from '../queries'
import { stepName } from '../slides/change'
import type { Context } from '../slides/context'
import { stepsOf, tellingField } from '../waterfall'
import { baseWordOf, queryCell, word, type Column } from './cells'

type Change = NonNullable<Context['data']['change']>

/** The change of the score step by step, in points that are not rounded. */
export function stepsSheets(context: Context, { from, to, change }: Change): readonly Sheet[] {
  const { data, words } = context
  const { say } = words
  const field = change.verdict === 'not-comparable' ? null : tellingField(data.compared)
  const steps = field === null ? null : stepsOf(field)
  if (field === null || steps === null) return []
  const [before, after] = [words.period(from.period), words.period(to.period)]
  const whole = ({ period, figure }: Change['from'], at: 0 | 1) => [
    words.period(period),
    null,
    at === 0 ? figure.n : null,
    at === 1 ? figure.n : null,
    figure.nps,
    at === 0 ? queryCell(context, inPeriod(period)) : null,
    at === 1 ? queryCell(context, inPeriod(period)) : null,
  ]
  return [
    {
      name: say('report.sheet.steps'),
      about: say('report.sheet.steps.about', { from: before, to: after, field: words.label(field.field, 40) }),
      columns: [
        { label: say('report.column.step'), type: 'label' },
        { label: say('report.sheet.steps.groups'), type: 'count' },
        { label: `${say('report.column.answers')}: ${before}`, type: 'count' },
        { label: `${say('report.column.answers')}: ${after}`, type: 'count' },
        { label: say('report.column.points'), type: 'effect' },
        { label: `${say('report.column.query')}: ${before}`, type: 'id' },
        { label: `${say('report.column.query')}: ${after}`, type: 'id' },
      ],
      rows: [
        whole(from, 0),
        ...steps.map((step) => [
          stepName(context, step),
          step.values.length,
          ...step.n,
          step.points,
          ...[from, to].map(({ period }) => queryCell(context, [ofValues(field, step.values), ...inPeriod(period)])),
        ]),
        whole(to, 1),
      ],
    },
  ]
}

/** Themes in the two periods. */
export function growthSheets(context: Context, { from, to }: Change): readonly Sheet[] {
  const { data, words } = context
  const { say } = words
  if (data.growth === null || data.growth.length === 0) return []
  const periods = [words.period(from.period), words.period(to.period)]
  const withEnds = (of: string, type: Column['type']): readonly Column[] => [
    { label: of, type },
    { label: say('report.sheet.low', { of }), type },
    { label: say('report.sheet.high', { of }), type },
  ]
  const ends = ({ difference, low, high, verdict }: ComparedCode['change']) => (verdict === 'not-comparable' ? [null, null, null] : [difference, low, high])
  return [
    {
      name: say('report.sheet.growth'),
      about: say('report.sheet.growth.about', { from: periods[0]!, to: periods[1]! }),
      columns: [
        { label: say('report.column.theme'), type: 'label' },
        ...periods.map((period): Column => ({ label: say('report.sheet.growth.mentions', { period }), type: 'count' })),
        ...periods.map((period): Column => ({ label: say('report.sheet.growth.share', { period }), type: 'share' })),
        ...withEnds(say('report.sheet.growth.shift'), 'effect'),
        { label: say('report.sheet.change.verdict'), type: 'text' },
        ...withEnds(say('report.sheet.growth.contribution'), 'effect'),
        { label: say('report.column.base'), type: 'text' },
        ...periods.map((period): Column => ({ label: `${say('report.column.query')}: ${period}`, type: 'id' })),
      ],
      rows: data.growth.map((code) => [
        word(code.code, context),
        code.from.n,
        code.to.n,
        code.from.share,
        code.to.share,
        ...ends(code.change),
        say(`report.verdict.${code.change.verdict}`),
        ...ends(code.contribution),
        baseWordOf(code.from.n + code.to.n, context),
        ...[from, to].map(({ period }) => queryCell(context, [ofCode({ id: code.id, name: code.code }), ...inPeriod(period)])),
      ]),
    },
  ]
}
