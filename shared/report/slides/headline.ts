import { detectable } from '../../nps/detectable'
import { roundHalfAway } from '../../nps/round'
import type { Figure } from '../../nps/types'
import { SHARE_AXIS } from '../axis'
import { explaining, todoOf } from '../findings'
import type { Chart, HeadlineSlide } from '../outline'
import { hasScore } from '../phrases'
import { inPeriod, ofGroup } from '../queries'
import { findingSentence, todoSentence } from '../statements'
import type { ReportData } from '../types'
import type { Context } from './context'
import { scopeOf, scoreName, scoreNotes } from './context'
import { GROUPS, groupShare } from './groups'

/** What the page is about: the latest period where there is one to compare, else all answers. */
interface Subject {
  readonly figure: Figure
  /** Null: all answers. */
  readonly period: string | null
}

/** The one page for whoever reads only one: score, groups, and whether it moved. */
export function headlineSlide(context: Context): HeadlineSlide {
  const { data, words, findings, queries } = context
  const { change } = data
  const subject = subjectOf(data)
  const { figure, period } = subject
  const explained = explaining(findings)
  const todo = todoOf(data, findings)
  const shown = hasScore(figure)
  return {
    id: 'headline',
    kind: 'headline',
    title: title(context),
    score: {
      label:
        period === null
          ? scoreName(context)
          : words.say('report.headline.label', { score: scoreName(context), period: words.period(period) }),
      value: shown ? words.score(figure) : null,
      muted: figure.base !== 'ok',
      lines: scoreLines(context, subject),
      ref: queries.ref(inPeriod(period)),
    },
    groups: GROUPS.map(({ group, name }) => ({
      tone: group,
      name: words.say(name),
      share: shown ? words.percent(groupShare(figure, group)) : words.count(figure[group]),
      count: figure.n === 0 ? words.say('report.none') : words.say('report.of', { part: figure[group], n: figure.n }),
      ref: queries.ref([ofGroup(group), ...inPeriod(period)]),
    })),
    chart: shown ? sharesChart(context, subject) : null,
    change: change === null ? null : changeBlock(context, change, period !== null),
    explained:
      explained.length === 0
        ? null
        : {
            title: words.say('report.explained'),
            statements: explained.map((finding) => ({ text: findingSentence(finding, words), ref: queries.ref(finding.counted) })),
          },
    todo: todo === null ? null : { title: words.say('report.todo'), statement: { text: todoSentence(todo, todo.finding === null ? period : null, words, context.data.anonymous !== null), ref: queries.ref(todo.counted) } },
    sources: [queries.ref(inPeriod(period)), ...(period === null ? [] : [queries.ref([])])],
    notes: scoreNotes(context, [...(change === null ? [] : [words.say('report.note.change')]), ...(explained.length === 0 ? [] : [words.say('report.note.findings'), words.say('report.note.cause')])]),
  }
}

function subjectOf({ change, headline }: ReportData): Subject {
  return change !== null && hasScore(change.to.figure)
    ? { figure: change.to.figure, period: change.to.period }
    : { figure: headline, period: null }
}

function title({ data, words }: Context): string {
  if (data.headline.n === 0) return words.say(data.filter.length === 0 ? 'report.headline.title.empty' : 'report.headline.title.filtered')
  if (data.change === null) return words.say('report.headline.title', { n: data.headline.n })
  return words.say(`report.headline.title.${data.change.change.verdict}`, {
    from: words.period(data.change.from.period),
  })
}

function scoreLines(context: Context, { figure, period }: Subject): string[] {
  const { data, words } = context
  const dates = words.days(data.responses.first, data.responses.last)
  const all = scopeOf(context)
  const scope = dates === null ? all : words.say('report.scope.dated', { scope: all, dates })
  if (figure.n === 0) return [words.say('report.answers', { n: 0 })]
  if (!hasScore(figure)) return [words.say('report.headline.tiny', { counts: words.counts(figure) }), scope]
  const answers = words.say('report.answers', { n: figure.n })
  const caution = figure.base === 'low' ? [words.say('report.headline.low')] : []
  const whole =
    period === null ? scope : words.say('report.scope.figure', { scope, figure: words.figure(data.headline) })
  return [words.fullInterval(figure), answers, ...caution, whole]
}

function sharesChart(context: Context, { figure, period }: Subject): Chart {
  const { words } = context
  const scope = period === null ? scopeOf(context) : words.period(period)
  const shares = Object.fromEntries(GROUPS.map(({ group }) => [group, words.percent(groupShare(figure, group))]))
  return {
    kind: 'stacked',
    alt: words.say('report.headline.chart', { ...shares, scope }),
    unit: 'share',
    axis: SHARE_AXIS,
    categories: [scope],
    series: GROUPS.map(({ group, name }) => ({
      name: words.say(name),
      values: [groupShare(figure, group)],
      tones: [group],
      interval: null,
    })),
  }
}

/** What moved. The later score stands beside it where the page is about it. */
function changeBlock(
  { words, queries }: Context,
  { from, to, change }: NonNullable<ReportData['change']>,
  isShown: boolean,
): NonNullable<HeadlineSlide['change']> {
  const { say } = words
  const sides = (isShown ? [from] : [to, from]).map(({ period, figure }) =>
    say('report.change.from', { period: words.period(period), figure: words.figure(figure) }),
  )
  const least = change.verdict === 'within-noise' ? detectable(from.figure, to.figure) : null
  return {
    title: say('report.change.title', { from: words.period(from.period), to: words.period(to.period) }),
    refs: [from, to].map(({ period }) => queries.ref(inPeriod(period))),
    lines: [
      words.change(change),
      ...sides,
      ...(least === null ? [] : [say('report.note.detectable', { points: roundHalfAway(least) })]),
    ],
  }
}
